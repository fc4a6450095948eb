"""Which readings are kept back from whom."""

from typing import Any

import pandas as pd
import pytest

from arp.measures.aggregates import FIGURES
from arp.measures.asked import Filters
from arp.measures.readings import OK, TOO_FEW, WITHHELD
from arp.measures.registry import INDICATORS
from arp.measures.release import (
    CROSSED,
    FILTERED,
    LISTED,
    NOT_A_YEAR,
    ROUNDED,
    Audience,
    Release,
    released,
    smallest_count,
)
from arp.measures.settings import Settings
from tests.measures.drawn import TODAY, drawn

HELD = ("2024-03", "2026-02")
EVERYTHING, YEAR = "2024-03/2026-02", "2025-01/2025-12"
INJURIES, SERVICE = "person_injuries", "program_responses"
NONE = float("nan")


def counted(key: str, count: float, period: str = EVERYTHING, **groups: str) -> dict[str, Any]:
    figures = dict.fromkeys(FIGURES, NONE) | {"value": count, "n": count, "numerator": count}
    return {"indicator": key, "period": period, **groups, **figures, "status": OK, "reason": ""}


def shared(part: int, whole: int, period: str = EVERYTHING, **groups: str) -> dict[str, Any]:
    figures = dict.fromkeys(FIGURES, NONE) | {"value": part / whole, "numerator": part}
    told = {"status": OK, "reason": "", "n": whole, "denominator": whole}
    return {"indicator": "refusal_rate", "period": period, **groups, **figures, **told}


def seen(
    *rows: dict[str, Any],
    audience: Audience = Audience.OUTSIDE,
    where: Filters | None = None,
    held: tuple[str, str] = HELD,
    smallest: int = 11,
) -> list[dict[str, Any]]:
    release = Release(audience, where or Filters(), held, smallest)
    frame = released(pd.DataFrame(rows), release, INDICATORS).astype(object)
    return frame.where(frame.notna(), None).to_dict("records")  # type: ignore[return-value]


def values(rows: list[dict[str, Any]]) -> list[Any]:
    return [row["value"] for row in rows]


def test_figures_about_the_service_pass_as_they_are() -> None:
    rows = [counted(SERVICE, 3), counted(SERVICE, 4, "2025-02", team="CRT", area="North")]
    for audience in Audience:
        assert values(seen(*rows, audience=audience, where=Filters(area=("North",)))) == [3, 4]


def test_inside_the_whole_the_months_teams_and_call_types_are_shown() -> None:
    rows = [
        counted(INJURIES, 3),
        counted(INJURIES, 2, "2025-02"),
        counted(INJURIES, 1, team="CRT"),
        counted(INJURIES, 4, call_type="Welfare", team="CRT"),
    ]
    assert values(seen(*rows, audience=Audience.INSIDE)) == [3, 2, 1, 4]


@pytest.mark.parametrize("fine", ["area", "hour_of_week", "age_band", "race_ethnicity", "group"])
def test_inside_they_are_kept_back_by_area_by_who_people_are_and_below_the_month(fine: str) -> None:
    rows = [counted(INJURIES, 3, **{fine: "one"}), counted(INJURIES, 23, **{fine: "other"})]
    withheld, shown = seen(*rows, audience=Audience.INSIDE)
    assert (withheld[fine], withheld["status"], withheld["value"]) == ("one", WITHHELD, None)
    assert withheld["reason"] == "Withheld to protect people: it would tell of 12 or fewer."
    assert (shown["value"], shown["n"], shown["reason"]) == (25, 25, ROUNDED)


def test_inside_a_filter_by_area_is_the_same_as_by_area() -> None:
    north = Filters(area=("North",))
    (row,) = seen(counted(INJURIES, 3), audience=Audience.INSIDE, where=north)
    assert row["status"] == WITHHELD
    (row,) = seen(counted(INJURIES, 3), audience=Audience.INSIDE, where=Filters(team=("CRT",)))
    assert row["value"] == 3


def test_outside_the_whole_and_its_months_are_told_rounded() -> None:
    told = seen(counted(INJURIES, 48), counted(INJURIES, 9, "2025-02"))
    assert values(told) == [50, None]
    assert [row["status"] for row in told] == [OK, WITHHELD]


def test_outside_a_zero_is_told_of_everything_alone() -> None:
    told = seen(counted(INJURIES, 0), counted(INJURIES, 0, "2025-02"), counted(INJURIES, 0, YEAR))
    assert values(told) == [0, None, None]


def test_outside_a_breakdown_is_told_of_one_calendar_year() -> None:
    rows = [shared(40, 90, YEAR, team="CRT"), shared(2, 90, YEAR, team="CoR")]
    shown, withheld = seen(*rows)
    assert (shown["value"], shown["numerator"], shown["denominator"]) == (40 / 90, 40, 90)
    assert (withheld["team"], withheld["status"]) == ("CoR", WITHHELD)
    (row,) = seen(*(row | {"period": EVERYTHING} for row in rows))
    assert (row["reason"], row["team"]) == (NOT_A_YEAR, None)


@pytest.mark.parametrize(
    ("period", "told"),
    [
        ("2024-03/2024-12", True),  # nothing is held before March
        ("2026-01/2026-02", True),  # nor after February
        ("2024-04/2024-12", False),
        ("2025-01/2025-11", False),
        ("2025-02/2025-02", False),
        ("2024-03/2025-12", False),
    ],
)
def test_a_year_is_all_that_is_held_of_it(period: str, told: bool) -> None:
    (row,) = seen(shared(40, 90, period))
    assert (row["status"] == OK) is told


def test_outside_no_filter_and_no_two_breakdowns_at_once() -> None:
    (row,) = seen(shared(40, 90), where=Filters(team=("CRT", "CoR")))
    assert (row["status"], row["reason"]) == (WITHHELD, FILTERED)
    (row,) = seen(shared(40, 90, YEAR, team="CRT", area="North"))
    assert (row["reason"], row["team"], row["area"]) == (CROSSED, None, None)
    (row,) = seen(shared(40, 90, "2025-02", team="CRT"))
    assert row["reason"] == CROSSED


def test_outside_a_group_that_is_there_because_of_somebody_in_it_is_not_named() -> None:
    rows = [counted(INJURIES, 4, YEAR, area="North"), counted(INJURIES, 40, YEAR, area="South")]
    assert [row["area"] for row in seen(*rows)] == ["South"]
    (row,) = seen(rows[0])
    assert (row["status"], row["area"], row["period"]) == (WITHHELD, None, YEAR)


def test_what_is_refused_beside_what_is_told_says_why() -> None:
    told = seen(shared(40, 90), shared(20, 45, team="CRT"))
    assert [(row["status"], row["reason"]) for row in told] == [
        (OK, ROUNDED),
        (WITHHELD, NOT_A_YEAR),
    ]


def test_no_reason_counts_anybody() -> None:
    said = "The queue time stands for it. 3 more left out: it is not known for them."
    outside = shared(40, 90) | {"reason": f"{said} Not known for 34% of them."}
    (row,) = seen(outside)
    assert row["reason"] == f"The queue time stands for it. {ROUNDED}"
    inside = outside | {"area": "North"}
    (row,) = seen(inside, audience=Audience.INSIDE)
    assert row["reason"] == (f"The queue time stands for it. Not known for 34% of them. {ROUNDED}")


def test_what_has_no_figure_keeps_its_reason_and_nothing_else() -> None:
    unmeasured = counted(INJURIES, 7) | {"status": "not measured", "reason": "Upload 12 months."}
    few = shared(40, 90) | {"status": TOO_FEW, "value": NONE, "n": 9, "denominator": 9}
    (told,) = seen(unmeasured)
    assert (told["reason"], told["n"], told["numerator"]) == ("Upload 12 months.", None, None)
    assert seen(few | {"numerator": NONE, "denominator": NONE})[0]["status"] == WITHHELD
    assert seen(few | {"numerator": NONE, "denominator": NONE, "n": 33})[0]["n"] == 35


def test_limits_and_signals_of_the_months_are_left_out() -> None:
    (row,) = seen(shared(40, 90) | {"mean": 0.443, "upper": 0.5, "signal": "concern"})
    assert not {"mean", "upper", "signal"} & set(row)


def test_single_calls_are_listed_inside_only() -> None:
    calls = [counted("longest_response", 90 + at, incident_number=f"26-{at}") for at in range(3)]
    (row,) = seen(*calls)
    assert (row["status"], row["reason"], row["incident_number"]) == (WITHHELD, LISTED, None)
    assert len(seen(*calls, audience=Audience.INSIDE)) == 3


def test_the_smallest_count_is_the_citys_own_and_11_where_it_sets_none() -> None:
    text = "program\nprogram | time_zone | smallest_count\nHEART | America/New_York | {}"
    for set_, holds in (("", 11), ("16", 16), ("5", 5)):
        rows = drawn(text.format(set_)).rows["settings"]
        assert smallest_count(Settings(rows), TODAY) == holds
    assert values(seen(counted(INJURIES, 16), smallest=16)) == [None]
    assert values(seen(counted(INJURIES, 8), smallest=5)) == [10]
