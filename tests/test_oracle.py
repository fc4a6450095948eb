"""Every indicator a second time, by a plainer road: loops over dicts, no SQL, no expressions.

What is written here follows METRICS §4 word by word and shares no code with the engine. It counts
a small city with every defect, and two months of the sample city.
"""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import pytest

from arp.measures.engine import measure
from arp.measures.evidence import Evidence
from arp.measures.registry import INDICATORS
from arp.sample import city as sample_city
from arp.sample.build import stored_tables
from tests.made_city import MAPPED_TYPES, TARGETS, TEAMS, UNITS, Row, made_city
from tests.measures.drawn import DrawnSnapshot
from tests.told_city import ToldCity

INTERVALS = {
    "queue_wait": ("queue", "prog_dispatched"),
    "travel": ("travel", "prog_arrived"),
    "response": ("own_response", "prog_arrived_in_scope"),
    "first_unit": ("first_unit", "anything"),
    "on_scene": ("on_scene", "prog_arrived"),
}
ABOUT_ALL_CALLS = ("calls_in_scope", "first_unit_p50", "first_unit_p90")
WHOLE = ()


@dataclass(frozen=True, eq=False)
class Counted:
    """A city as it is told and as the engine knows it."""

    told: ToldCity
    evidence: Evidence

    @classmethod
    def of(cls, told: ToldCity, today: date) -> Counted:
        return cls(told, Evidence.derive(DrawnSnapshot(told.rows), today=today))


@cache
def made() -> Counted:
    units = UNITS | {"P*": None}
    targets = {(None, call_type): least for call_type, least in TARGETS.items()}
    rows = made_city(seed=20260101, calls_n=900)
    told = ToldCity(rows, TEAMS, units, targets, frozenset(MAPPED_TYPES))
    return Counted.of(told, date(2026, 6, 15))


@cache
def sample() -> Counted:
    tables = stored_tables(sample_city(months=2, end="2026-09"), bytes(32))
    rows = {name: table.to_pylist() for name, table in tables.items()}
    for row in (row for of_table in rows.values() for row in of_table):
        row["upload_id"] = "u1"
    values: dict[str, list[Row]] = defaultdict(list)
    for row in rows["settings"]:
        values[row["section"]].append(json.loads(row["value"]))
    told = ToldCity(
        rows,
        teams={
            value["team"]: (value["mode"], value["works_with_police"], value["follows_up"])
            for value in values["teams"]
        },
        units={value["unit"]: value["team"] for value in values["units"]},
        targets={
            (value["team"], value["call_type"]): value["target"]
            for value in values["targets"]
            if value["indicator"] == "response_within_target"
        },
        mapped_types=frozenset(
            value["call_type"]
            for section in ("eligibility", "call_type_groups")
            for value in values[section]
        ),
        outside=frozenset(
            value["label"] for value in values["areas"] if value["in_jurisdiction"] is False
        ),
    )
    return Counted.of(told, date(2026, 10, 15))


CITIES = {"made": made, "sample": sample}
QUESTIONS = [
    pytest.param(CITIES[name], by, id=f"{name}-{','.join(by) or 'whole'}")
    for name, by in [
        *(("made", by) for by in (WHOLE, ("month",), ("team",), ("call_type",), ("month", "team"))),
        *(("sample", by) for by in (WHOLE, ("month",), ("team",))),
    ]
]
ABOUT_THE_DATA = [question for question in QUESTIONS if set(question.values[1]) <= {"month"}]
of_every_city = pytest.mark.parametrize(("city", "by"), QUESTIONS)


# The indicators, each from one group's rows

Figure = Callable[[list[Row]], Row]


def count(rows: list[Row], fact: str) -> Row:
    n = sum(1 for row in rows if row[fact])
    return {"value": n, "n": n, "numerator": n}


def share(flags: list[bool | None]) -> Row:
    known = [flag for flag in flags if flag is not None]
    hits = sum(known)
    found: Row = {"n": len(known), "numerator": hits, "denominator": len(known)}
    if not known:
        return found
    low, high = wilson(hits, len(known))
    return found | {"value": hits / len(known), "low": low, "high": high}


def wilson(hits: int, n: int) -> tuple[float, float]:
    z, p = 1.959963984540054, hits / n
    middle, spread = p + z * z / (2 * n), z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return max(0, (middle - spread) / (1 + z * z / n)), min(1, (middle + spread) / (1 + z * z / n))


def fractile(values: list[float], p: float) -> Row:
    ordered, n = sorted(values), len(values)
    at_most, total = [], 0.0
    for k in range(n + 1):
        ways = math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)
        total += math.exp(ways + k * math.log(p) + (n - k) * math.log(1 - p))
        at_most.append(total)
    low = max((rank for rank in range(1, n + 1) if at_most[rank - 1] <= 0.025), default=None)
    high = min((rank for rank in range(1, n + 1) if at_most[rank - 1] >= 0.975), default=None)
    if low is None or high is None:
        return {"n": n}
    place = (n - 1) * p
    below, above = ordered[math.floor(place)], ordered[math.ceil(place)]
    value = below + (above - below) * (place - math.floor(place))
    return {"value": value, "n": n, "low": ordered[low - 1], "high": ordered[high - 1]}


def interval(key: str) -> Callable[[list[Row]], Row]:
    name, p = key.rsplit("_p", 1)
    of, among = INTERVALS[name]
    return lambda rows: fractile(
        [row[of] for row in rows if row[among] and row[of] is not None], int(p) / 100
    )


def within_target(rows: list[Row]) -> Row:
    return share(
        [
            None if row["own_response"] is None else row["own_response"] <= row["target"]
            for row in rows
            if row["prog_arrived_in_scope"]
        ]
    )


FROM_CALLS: dict[str, Figure] = {
    "calls_in_scope": lambda rows: count(rows, "in_scope"),
    "contact_made_rate": lambda rows: share(
        [row["contact_made"] for row in rows if row["prog_arrived"]]
    ),
    "timestamp_valid_rate": lambda rows: share(
        [row["response"] is not None for row in rows if row["prog_arrived"]]
    ),
    "response_within_target": within_target,
    **{key: interval(f"{key}") for name in INTERVALS for key in (f"{name}_p50", f"{name}_p90")},
}


def grouped(rows: list[Row], by: tuple[str, ...]) -> dict[tuple[Any, ...], list[Row]]:
    groups: dict[tuple[Any, ...], list[Row]] = defaultdict(list)
    for row in rows:
        if "month" not in by or row["month"]:
            groups[tuple(row[name] for name in by)].append(row)
    return groups if by else {(): rows}


def read(city: Counted, key: str, by: tuple[str, ...]) -> list[Row]:
    found = measure(city.evidence, [key], by=by).astype(object)
    rows = found.where(found.notna(), None).to_dict("records")
    return [row | {"month": row["period"]} for row in rows]


def assert_same(reading: Row, expected: Row) -> None:
    for figure in ("value", "n", "numerator", "denominator", "low", "high"):
        if expected.get(figure) is None:
            assert reading[figure] is None, (figure, reading)
        else:
            assert reading[figure] == pytest.approx(expected[figure], abs=1e-9), (figure, reading)
    assert reading["status"] == ("ok" if expected.get("value") is not None else "too few")


def compare(readings: list[Row], by: tuple[str, ...], rows: list[Row], figure: Figure) -> None:
    expected = {group: figure(found) for group, found in grouped(rows, by).items()}
    for reading in readings:
        if "month" in by and reading["month"] not in {row["month"] for row in rows}:
            assert (reading["status"], reading["n"]) == ("not measured", None)
            continue
        group = tuple(reading[name] for name in by)
        assert_same(reading, expected.pop(group, None) or figure([]))
    assert not expected


@of_every_city
@pytest.mark.parametrize("key", FROM_CALLS)
def test_indicators_of_calls(key: str, city: Callable[[], Counted], by: tuple[str, ...]) -> None:
    found = read(city(), key, by)
    if "team" in by and key in ABOUT_ALL_CALLS:
        assert [row["status"] for row in found] == ["not measured"]
        return
    told = city().told
    compare(found, by, told.call_teams if "team" in by else told.calls, FROM_CALLS[key])


@of_every_city
def test_program_responses(city: Callable[[], Counted], by: tuple[str, ...]) -> None:
    rows = city().told.responses("team" in by)
    found = read(city(), "program_responses", by)
    compare(found, by, rows, lambda group: count(group, "handled"))


@pytest.mark.parametrize("family", ["contact_result", "destination", "disposition_label"])
@of_every_city
def test_disposition_mix(city: Callable[[], Counted], by: tuple[str, ...], family: str) -> None:
    rows = [row | {family: row[family] or "unknown"} for row in city().told.encounters]
    whole = {group: len(found) for group, found in grouped(rows, by).items()}
    parts = {group: len(found) for group, found in grouped(rows, (*by, family)).items()}
    for reading in read(city(), "disposition_mix", (*by, family)):
        if reading["status"] == "not measured":
            assert reading["month"] not in {row["month"] for row in rows}
            continue
        group = tuple(reading[name] for name in by)
        hits, n = parts.pop((*group, reading[family]), 0), whole.get(group, 0)
        assert_same(reading, share([True] * hits + [False] * (n - hits)))
    assert not parts


@of_every_city
def test_longest_response(city: Callable[[], Counted], by: tuple[str, ...]) -> None:
    told = city().told
    rows = [
        row
        for row in (told.call_teams if "team" in by else told.calls)
        if row["prog_arrived_in_scope"] and row["own_response"] is not None
    ]
    listed = {
        (*group, row["incident_number"]): row["own_response"]
        for group, found in grouped(rows, by).items()
        for row in sorted(found, key=lambda row: (-row["own_response"], row["incident_number"]))[
            :20
        ]
    }
    found = [row for row in read(city(), "longest_response", by) if row["status"] == "ok"]
    assert {
        (*(row[name] for name in by), row["incident_number"]): pytest.approx(row["value"], abs=1e-9)
        for row in found
    } == listed


@pytest.mark.parametrize(("city", "by"), ABOUT_THE_DATA)
def test_field_completeness(city: Callable[[], Counted], by: tuple[str, ...]) -> None:
    stored = [
        row | {"table": table, "month": None if row["month"] == "undated" else row["month"]}
        for table in ("calls", "unit_responses", "encounters")
        for row in city().told.rows[table]
    ]
    groups = grouped(stored, (*by, "table"))
    lowest: dict[tuple[Any, ...], float] = defaultdict(lambda: 1.0)
    index = {}
    for reading in read(city(), "field_completeness", by):
        group = tuple(reading[name] for name in by)
        if reading["field"] is None or reading["status"] == "not measured":
            continue
        if reading["field"] == "index":
            index[group] = reading["value"]
            continue
        rows = groups[(*group, reading["table"])]
        expected = share([row.get(reading["field"]) is not None for row in rows])
        assert_same(reading, expected)
        lowest[group] = min(lowest[group], expected["value"])
    assert index == pytest.approx(dict(lowest), abs=1e-9)


@pytest.mark.parametrize(("city", "by"), ABOUT_THE_DATA)
def test_unmapped_call_types(city: Callable[[], Counted], by: tuple[str, ...]) -> None:
    found = read(city(), "unmapped_call_types", by)
    compare(found, by, city().told.held, lambda rows: count(rows, "unmapped"))


def test_every_indicator_is_counted_again_or_has_a_spec_of_its_own() -> None:
    counted = {*FROM_CALLS, "program_responses", "disposition_mix", "longest_response"}
    counted |= {"field_completeness", "unmapped_call_types"}
    assert set(INDICATORS) - counted == {"upload_lag_days"}  # one subtraction: see its spec
