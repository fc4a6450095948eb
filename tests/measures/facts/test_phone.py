from datetime import datetime
from typing import Any

import pyarrow as pa
import pytest

from arp.measures.facts.phone import field_units, followed_up, phone_teams
from tests.measures.drawn import answer

TAKEN = datetime(2026, 1, 5, 8)
DAY_AFTER, LATER = datetime(2026, 1, 6, 8), datetime(2026, 1, 6, 8, 0, 1)
CLOCKS = (
    *("phone_dispatched_at", "phoned_at", "field_sent_at", "stranger_sent_at"),
    *("police_dispatched_at", "ems_dispatched_at"),
)
CALL: dict[str, Any] = {  # one that a phone team took, in a month that tells of everybody
    **{"taken_by_phone": True, "in_cad": True, "police_told": True, "ems_told": True},
    **{"police_dispatched": False, "ems_dispatched": False},
    **dict.fromkeys(CLOCKS),
    "phone_dispatched_at": TAKEN,
}


def of(last: datetime | None = LATER, **changed: Any) -> dict[str, Any]:
    """What became of one call."""
    row = CALL | changed
    kinds = {name: pa.timestamp("us") if name in CLOCKS else pa.bool_() for name in row}
    kinds["team"] = pa.string()
    columns = {name: pa.array([value], kinds[name]) for name, value in row.items()}
    (found,) = answer(
        lambda calls: calls.select(**followed_up(calls, ["CCD"], last)), calls=pa.table(columns)
    )
    return found


def test_the_teams_of_the_settings_that_respond_by_phone() -> None:
    teams = [
        {"team": "CCD", "mode": "phone"},
        {"team": "CN", "mode": "phone", "follows_up": True},
        {"team": "CRT", "mode": "in person"},
        {"team": "new"},
    ]
    assert phone_teams(teams) == ["CCD"]


def test_a_unit_sent_up_to_24_hours_after_it_was_taken_or_before_is_no_end_by_phone() -> None:
    assert of()["phone_resolved"] is True
    assert of(field_sent_at=DAY_AFTER)["phone_resolved"] is False
    assert of(field_sent_at=LATER)["phone_resolved"] is True
    assert of(field_sent_at=datetime(2026, 1, 5, 7))["phone_resolved"] is False


def test_a_unit_of_which_nobody_knows_leaves_it_open() -> None:
    assert of(stranger_sent_at=DAY_AFTER)["phone_resolved"] is None
    assert of(stranger_sent_at=LATER)["phone_resolved"] is True
    assert of(stranger_sent_at=DAY_AFTER, field_sent_at=DAY_AFTER)["phone_resolved"] is False


@pytest.mark.parametrize("agency", ["police", "ems"])
def test_it_was_sent_on_when_police_or_ems_were_first_sent_after_it_was_taken(agency: str) -> None:
    def sent(at: datetime | None) -> bool | None:
        dispatched = {f"{agency}_dispatched": True, f"{agency}_dispatched_at": at}
        return of(**dispatched)["phone_handed_back"]

    assert (sent(LATER), sent(TAKEN), sent(None)) == (True, False, None)
    assert of()["phone_handed_back"] is False


def test_without_units_of_police_or_of_ems_in_the_month_nothing_is_told() -> None:
    found = of(police_told=False, field_sent_at=TAKEN)
    assert (found["phone_resolved"], found["phone_handed_back"]) == (None, None)
    found = of(ems_told=False)
    assert (found["phone_resolved"], found["phone_handed_back"]) == (True, None)
    assert of(in_cad=None)["phone_resolved"] is None


def test_its_day_is_over_when_24_hours_lie_within_the_data() -> None:
    assert of(last=DAY_AFTER)["phone_matured"] is True
    assert of(last=datetime(2026, 1, 6, 7, 59))["phone_matured"] is False
    assert of(last=None)["phone_matured"] is None


def test_a_contact_by_phone_says_when_it_was_taken_where_no_unit_does() -> None:
    found = of(phone_dispatched_at=None, phoned_at=TAKEN, field_sent_at=LATER)
    assert (found["phone_resolved"], found["phone_matured"]) == (True, True)
    nobody = of(phone_dispatched_at=None, field_sent_at=LATER)
    assert (nobody["phone_resolved"], nobody["phone_matured"]) == (None, None)


def test_what_no_phone_team_took_has_no_answer_and_another_team_no_figure() -> None:
    for taken in (False, None):
        assert set(of(taken_by_phone=taken).values()) <= {taken, None}
    assert of(taken_by_phone=False, team="CCD")["phone_taken"] is False
    assert of(taken_by_phone=False, team="CRT")["phone_taken"] is None
    assert of(taken_by_phone=True, team="new")["phone_taken"] is True


def test_a_field_unit_is_of_another_agency_or_of_a_team_that_meets_people_in_person() -> None:
    units = pa.table(
        {
            "call": ["1", "1", "2", "3", "4"],
            "team_mode": ["phone", "in person", None, None, None],
            "agency": ["program", "program", "ems", "program", None],
            "dispatched_at": [TAKEN, LATER, None, TAKEN, TAKEN],
            "en_route_at": pa.array([None] * 5, pa.timestamp("us")),
            "on_scene_at": pa.array([None, None, LATER, None, None], pa.timestamp("us")),
        }
    )
    found = answer(lambda rows: rows.group_by("call").aggregate(**field_units(rows)), rows=units)
    by_call = {row.pop("call"): row for row in found}
    nobody = {"field_sent_at": None, "stranger_sent_at": None, "ems_dispatched_at": None}
    assert by_call == {
        "1": nobody | {"field_sent_at": LATER},
        "2": nobody | {"field_sent_at": LATER},
        "3": nobody | {"stranger_sent_at": TAKEN},
        "4": nobody | {"stranger_sent_at": TAKEN},
    }
