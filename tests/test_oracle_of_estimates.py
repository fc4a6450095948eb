"""Estimates and the model of waiting a second time; an interval only has to hold its value."""

from __future__ import annotations

from typing import Any

import pytest

from tests.counted import QUESTIONS, By, asked, city, grouped, read
from tests.made_city import Row
from tests.told import estimates
from tests.told.figures import NOT_MEASURED, OK, TOO_FEW

PARTS = ("share waiting over 15 minutes", "share waiting at all", "mean wait")
INPUTS = ("calls routed an hour", "time that a response keeps a unit", "units on duty")
AT_MOST = 0.2  # may wait over 15 minutes: no city here has set another target
OF_NO_TEAM = [(name, by) for name, by in QUESTIONS if "team" not in by]
OF_TYPES: list[tuple[str, By]] = [
    (name, by) for name in ("made", "sample") for by in (("call_type",), ("month", "call_type"))
]
OF_HOURS: list[tuple[str, By]] = [
    *((name, ("hour_of_week",)) for name in ("made", "sample")),
    ("grown", ("team",)),
]
REFUSED = {
    "hours_freed": ("team", "area", "call_type", "priority", "hour_of_week"),
    "ed_transports_avoided": ("team", "area", "priority", "hour_of_week"),
    "cost_avoided": ("team", "area", "call_type", "hour_of_week"),
    "wait_model": ("area", "call_type", "priority"),
}


@pytest.mark.parametrize(("key", "by"), [(key, by) for key in REFUSED for by in REFUSED[key]])
@pytest.mark.parametrize("name", ["made", "sample"])
def test_a_breakdown_that_would_mean_nothing_is_refused(name: str, key: str, by: str) -> None:
    (refused,) = read(name, key, (by,))
    assert (refused["status"], refused["value"], refused["n"]) == (NOT_MEASURED, None, None)
    assert refused["reason"] == f"It has no breakdown by {by.replace('_', ' ')}."


@asked([*OF_NO_TEAM, *OF_TYPES])
def test_transports_avoided(name: str, by: By) -> None:
    def group(call: Row) -> tuple[Any, ...]:
        return tuple(call[one] for one in by)

    calls = city(name).told.calls
    expected = estimates.avoided(calls, "ems_transported", group)
    for reading in read(name, "ed_transports_avoided", by):
        if reading["status"] == NOT_MEASURED:
            assert reading["month"] not in {call["month"] for call in calls}
            continue
        figure = expected.pop(tuple(reading[one] for one in by), {"n": 0})
        assert reading["n"] == figure["n"]
        if figure["n"] == 0:
            assert reading["status"] == TOO_FEW
        else:
            assert reading["value"] == pytest.approx(figure["value"], abs=1e-6)
            assert reading["low"] <= reading["value"] <= reading["high"]
    assert all(figure["n"] == 0 for key, figure in expected.items() if None not in key)


@asked(OF_NO_TEAM)
def test_cost_avoided(name: str, by: By) -> None:
    told = city(name).told
    readings = read(name, "cost_avoided", by)
    covered = {call["month"] for call in told.calls}
    for month in dict.fromkeys(row["month"] for row in readings):
        found = {row["part"]: row for row in readings if row["month"] == month}
        if by and month not in covered:
            assert {row["status"] for row in found.values()} == {NOT_MEASURED}
            continue
        expected = estimates.in_dollars(told, month if by else None)
        for part, dollars in expected.items():
            agree(found[part], dollars)
        known = [dollars for dollars in expected.values() if dollars is not None]
        agree(found["in all"], sum(known) if len(known) == len(expected) else None)
        if len(known) == len(expected):
            for end in ("low", "high"):
                ends = sum(found[part][end] for part in expected)
                assert found["in all"][end] == pytest.approx(ends)


def agree(reading: Row, dollars: float | None) -> None:
    """A part that nobody can tell has no value and says what it needs."""
    if dollars is None:
        assert (reading["status"], reading["value"]) == (NOT_MEASURED, None), reading
        assert reading["reason"].startswith("It needs what the program cost in ")
    else:
        assert reading["value"] == pytest.approx(dollars, abs=1e-4), reading
        assert reading["low"] <= reading["value"] <= reading["high"]


@asked([*QUESTIONS, *OF_HOURS])
def test_how_long_callers_would_wait(name: str, by: By) -> None:
    told = city(name).told
    takers = {row["team"] for row in told.call_teams if row["eligible"]}
    hours = [row for row in told.hours if row["team"] in takers]
    months = {row["month"] for row in hours}  # those in which anybody knows what the program did
    calls = told.call_teams if "team" in by else told.calls
    units = [unit for unit in told.units if unit["is_program"]]
    calls, units = ([row for row in rows if row["month"] in months] for rows in (calls, units))
    of_work = tuple(one for one in by if one != "hour_of_week")  # a response ends when it ends
    calls_of, units_of = grouped(calls, by), grouped(units, of_work)
    found: dict[tuple[Any, ...], list[Row]] = {}
    for row in read(name, "wait_model", by):
        if "month" in by and row["month"] not in months:
            assert row["status"] == NOT_MEASURED
        else:
            found.setdefault(tuple(row[one] for one in by), []).append(row)
    expected = grouped(hours, by)
    assert set(found) == set(expected)
    for group, readings in found.items():
        work = tuple(part for part, one in zip(group, by, strict=True) if one in of_work)
        compare(readings, calls_of.get(group, []), expected[group], units_of.get(work, []))


def compare(readings: list[Row], calls: list[Row], hours: list[Row], units: list[Row]) -> None:
    eligible = [call for call in calls if call["eligible_staffed"]]
    if why_not := _why_not(eligible, hours, units):
        assert [(row["status"], row["value"]) for row in readings] == [(why_not, None)]
        return
    assert {row["n"] for row in readings} == {len(eligible)}
    routed, minutes, on_duty = estimates.queue(calls, hours, units)
    found = {(row["more_units"], row["part"]): row for row in readings}
    for part, figure in zip(INPUTS, (routed, minutes, on_duty), strict=True):
        assert found[None, part]["value"] == pytest.approx(figure, rel=1e-9)
    needed = estimates.units_needed(routed, minutes, AT_MOST)
    assert found[None, "units needed"]["value"] == needed
    for more, name in enumerate(("as now", "1 more", "2 more", "3 more")):
        expected = estimates.waits(routed, minutes, estimates.whole_units(on_duty) + more)
        for place, part in enumerate(PARTS):
            reading = found[name, part]
            if expected is None:
                assert (reading["status"], reading["value"]) == (TOO_FEW, None)
            else:
                assert reading["status"] == OK
                assert reading["value"] == pytest.approx(expected[place], rel=1e-9, abs=1e-12)


def _why_not(eligible: list[Row], hours: list[Row], units: list[Row]) -> str | None:
    """The status of a group that has no queue; None where it has one."""
    if all(unit["committed"] is None for unit in units):
        return NOT_MEASURED
    if not eligible or not any(hour["staffed"] for hour in hours):
        return TOO_FEW
    return NOT_MEASURED if all(call["routed"] is None for call in eligible) else None
