import json
from datetime import date, datetime

import pyarrow as pa

from arp.measures.facts.units import believed_clocks, team_map, unit_map
from arp.measures.settings import Settings
from tests.measures.drawn import answer, evidence


def settings(section: str, **value: object) -> Settings:
    name = str(value.get("unit") or value.get("team"))
    blank = {"valid_from": None, "valid_to": None}
    return Settings([{"section": section, "name": name, "value": json.dumps(value), **blank}])


def test_the_unit_map_names_the_units_that_occur_and_what_the_settings_say() -> None:
    rows = unit_map(settings("units", unit="CRT*", team="CRT"), ["CRT1", "P1"]).to_pylist()
    assert [(row["unit_id"], row["mapped_team"], row["mapped_agency"]) for row in rows] == [
        ("CRT1", "CRT", None)
    ]


def test_a_team_of_which_nothing_is_said_neither_drives_with_police_nor_only_follows_up() -> None:
    (row,) = team_map(settings("teams", team="CRT"), date(2026, 1, 1)).to_pylist()
    assert row == {
        "team": "CRT",
        "team_mode": None,
        "works_with_police": False,
        "follows_up": False,
    }


def at(minute: int | None) -> datetime | None:
    return None if minute is None else datetime(2026, 1, 5, 8, minute)


FLAGS = ("taken_by_phone", "co_response", "declined")


def believed(*rows: tuple[bool, bool, int | None]) -> dict:
    """The clocks of several: from a unit, with police, the minute of every clock."""
    clocks = [at(minute) for _, _, minute in rows]
    names = ("dispatched_at", "en_route_at", "left_at", "on_scene_at", "cleared_at")
    names = (*names, "own_dispatched_at", "own_on_scene_at", "phone_dispatched_at")
    columns = {name: pa.array(clocks, pa.timestamp("us")) for name in names}
    columns |= {
        "from_unit": pa.array([unit for unit, _, _ in rows]),
        "works_with_police": pa.array([police for _, police, _ in rows]),
        **{name: pa.array([False] * len(rows)) for name in FLAGS},
    }
    (found,) = answer(lambda u: u.aggregate(**believed_clocks(u)), u=pa.table(columns))
    return found


def test_of_several_units_the_first_arrival_and_the_last_clear_count() -> None:
    found = believed((True, False, 20), (True, False, 10))
    assert (found["on_scene_at"], found["cleared_at"]) == (at(10), at(20))


def test_a_sheet_fills_only_what_no_unit_says() -> None:
    assert believed((True, False, 20), (False, False, 10))["on_scene_at"] == at(20)
    assert believed((True, False, None), (False, False, 10))["on_scene_at"] == at(10)


def test_the_own_arrival_is_of_a_team_that_does_not_work_with_police() -> None:
    found = believed((True, True, 10), (True, False, 20))
    assert (found["on_scene_at"], found["own_on_scene_at"]) == (at(10), at(20))
    assert believed((True, True, 10))["own_on_scene_at"] is None
    assert believed((True, True, 10), (True, False, 20))["own_dispatched_at"] == at(20)


def test_a_unit_of_a_team_that_only_follows_up_is_not_the_programs() -> None:
    text = """
    teams
    team | follows_up
    CN   | yes
    CRT  | no

    units
    unit | team | agency
    CN*  | CN   |
    CRT* | CRT  |
    P*   |      | police

    unit_responses
    incident_number | unit_id | dispatched_at    | cleared_at
    1               | CN1     | 2026-01-05 08:00 | 08:30
    1               | CRT1    | 2026-01-05 08:00 | 07:30
    1               | P1      | 2026-01-05 08:00 |
    1               | X1      | 2026-01-05 08:00 |
    """
    asked = evidence(text).ask(
        "SELECT unit_id, agency, is_program, committed_minutes, committed_valid FROM unit_responses"
    )
    rows = asked.astype(object).where(asked.notna(), None).itertuples(index=False, name=None)
    assert {row[0]: row[1:] for row in rows} == {
        "CN1": (None, False, 30, True),
        "CRT1": (None, True, None, False),
        "P1": ("police", False, None, None),
        "X1": (None, False, None, None),
    }


def test_the_phone_dispatch_is_the_first_of_teams_that_respond_by_phone() -> None:
    found = believed((True, False, 20), (False, False, 10))
    assert found["phone_dispatched_at"] == at(10)
