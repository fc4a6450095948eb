"""The oracle of answering, phone teams, posts, police and volume: see test_oracle.py."""

from __future__ import annotations

from typing import Any

import pytest

from tests.counted import (
    QUESTIONS,
    By,
    about_teams,
    asked,
    assert_same,
    city,
    compare,
    group_of,
    grouped,
    is_of_no_team,
    of_fact,
    read,
)
from tests.made_city import Row
from tests.told.figures import NOT_MEASURED, ratio
from tests.told.indicators import public_call
from tests.told.system import (
    BY_PHONE,
    OF_SYSTEM,
    SUMS,
    days_covered,
    in_whole,
    summed,
    within_a_day,
)

OF_AREAS: list[tuple[str, By]] = [("made", ("area",)), ("sample", ("area",))]
by_month_and_area = asked([*QUESTIONS, *OF_AREAS])


@by_month_and_area
@pytest.mark.parametrize("key", OF_SYSTEM)
def test_ratios_of_monthly_figures(key: str, name: str, by: By) -> None:
    if is_of_no_team(name, key, by):
        return
    rows = OF_SYSTEM[key](city(name).told, by_area="area" in by)
    expected = {group: ratio(found, times(key)) for group, found in grouped(rows, by).items()}
    agree(read(name, key, by), by, expected)


@by_month_and_area
@pytest.mark.parametrize("key", SUMS)
def test_sums_of_monthly_figures(key: str, name: str, by: By) -> None:
    if is_of_no_team(name, key, by):
        return
    rows = in_whole(city(name).told.figures, by_area="area" in by)
    rows = [row for row in rows if row["figure"] == SUMS[key]]
    expected = {group: summed(found) for group, found in grouped(rows, by).items()}
    agree(read(name, key, by), by, expected)


def times(key: str) -> int:
    return {"low_level_reports_rate": 100, "use_of_force_eligible_rate": 10_000}.get(key, 1)


def agree(readings: list[Row], by: By, expected: dict[tuple[Any, ...], Row]) -> None:
    """Every reading is that of its group; what nobody uploaded is not measured, and no 0."""
    told = {group: found for group, found in expected.items() if found["status"] != NOT_MEASURED}
    for reading in readings:
        nowhere = any(name not in reading for name in by)  # no group has a figure
        found = None if nowhere else told.pop(group_of(reading, by), None)
        if found is None:
            assert (reading["status"], reading["value"]) == (NOT_MEASURED, None), reading
        else:
            assert_same(reading, found)
    assert readings and not told


@about_teams
@pytest.mark.parametrize("key", BY_PHONE)
def test_calls_taken_by_phone(key: str, name: str, by: By) -> None:
    rows = of_fact(name, by, "calls", "call_teams")

    def figure(found: list[Row]) -> Row:
        return within_a_day(found, BY_PHONE[key], monthly="month" in by)

    compare(read(name, key, by), by, rows, figure)


@asked([(name, by) for name, by in QUESTIONS if "team" not in by] + OF_AREAS)
def test_calls_a_day(name: str, by: By) -> None:
    told = city(name).told
    days = days_covered(told, city(name).evidence.today)
    calls = [row for row in told.calls if public_call(row) and row["month"]]
    expected: dict[tuple[Any, ...], int] = {
        group: len(found) for group, found in grouped(calls, by).items()
    }
    for reading in read(name, "total_911_volume", by):
        if reading["status"] == NOT_MEASURED:
            assert reading["month"] not in days
            continue
        n = expected.pop(group_of(reading, by), 0)
        of_days = days[reading["month"]] if "month" in by else sum(days.values())
        assert (reading["numerator"], reading["denominator"]) == (n, of_days)
        assert reading["value"] == pytest.approx(n / of_days)
    assert not expected
