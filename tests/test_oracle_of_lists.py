"""Estimates and lists a second time: hours freed, program beside police, what to look at next.

An interval is resampled and cannot be counted again: only that the value lies within it.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import pytest

from tests.counted import QUESTIONS, WHOLE, By, about_the_data, asked, city, group_of, grouped, read
from tests.told import compared
from tests.told.figures import NOT_MEASURED, TOO_FEW

CITIES = ("made", "sample", "grown")
of_every_city = pytest.mark.parametrize("name", CITIES)

OF_STRATA: list[tuple[str, By]] = [
    (name, by) for name in ("made", "sample") for by in (("area",), ("call_type",))
]


@about_the_data
def test_hours_freed(name: str, by: By) -> None:
    calls = city(name).told.calls
    for reading in read(name, "hours_freed", by):
        month = reading["month"] if by else None
        expected = compared.hours_freed(calls, month)
        diverted = [row for row in calls if row["diverted_police"]]
        n = sum(month in (None, row["month"]) for row in diverted)
        if reading["status"] == NOT_MEASURED:
            assert month not in {row["month"] for row in calls}
        elif expected is None:
            assert reading["status"] == TOO_FEW
        else:
            assert (reading["value"], reading["n"]) == (pytest.approx(expected, abs=1e-6), n)
            assert reading["low"] <= reading["value"] <= reading["high"]


@asked([*((name, by) for name, by in QUESTIONS if "team" not in by), *OF_STRATA])
def test_program_beside_police(name: str, by: By) -> None:
    readings = [
        row for row in read(name, "response_gap_vs_police", by) if row["status"] != NOT_MEASURED
    ]
    groups = grouped(city(name).told.calls, by)
    assert {group_of(row, by) for row in readings} <= set(groups)
    for group, calls in groups.items():
        expected = compared.response_gap(calls)
        found = {row["part"]: row for row in readings if group_of(row, by) == group}
        for part, figure in expected.items():
            if figure["value"] is None:
                assert part not in found or found[part]["status"] == TOO_FEW
                continue
            reading = found[part]
            assert reading["value"] == pytest.approx(figure["value"], abs=1e-6)
            assert reading["n"] == figure["n"]
            assert reading["low"] <= reading["value"] <= reading["high"]


@of_every_city
def test_call_types_to_look_at_next(name: str) -> None:
    listed = {
        call_type: dict(found)
        for call_type, found in compared.candidate_call_types(city(name).told.calls).items()
    }
    found: dict[str, dict[str, tuple[Any, Any]]] = defaultdict(dict)
    for row in read(name, "candidate_call_types", WHOLE):
        if row["status"] == "ok":
            found[row["call_type"]][row["part"]] = (row["value"], row["n"])
    known = {
        call_type: {part: pytest.approx(figure) for part, figure in of_type.items() if figure[1]}
        for call_type, of_type in listed.items()
    }
    assert dict(found) == known


@of_every_city
def test_areas_and_hours_to_look_at_next(name: str) -> None:
    found = {
        (row["area"], row["part"]): (row["value"], row["n"])
        for row in read(name, "candidate_areas_hours", WHOLE)
    }
    expected = compared.candidate_areas_hours(city(name).told.calls)
    assert found == {block: pytest.approx(figure) for block, figure in expected.items()}


@of_every_city
def test_demand_and_coverage_by_hour_of_the_week(name: str) -> None:
    told = city(name).told
    expected = compared.demand_and_coverage(told.calls, told.hours)
    for reading in read(name, "demand_vs_coverage", WHOLE):
        value, n = expected[reading["hour_of_week"]].pop(reading["part"])
        assert reading["n"] == n, reading
        assert reading["value"] == (None if value is None else pytest.approx(value, abs=1e-9))
        assert reading["status"] == (TOO_FEW if value is None else "ok")
    assert not any(expected.values())
