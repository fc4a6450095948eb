"""Every indicator a second time, by a plainer road: loops over dicts, no SQL, no expressions.

What is written here follows METRICS §3.4 and §4 word by word and shares no code with the engine.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date, datetime
from functools import cache
from typing import Any

import pytest

from arp.measures.engine import measure
from arp.measures.evidence import Evidence
from arp.measures.registry import INDICATORS
from tests.made_city import MAPPED_TYPES, TARGETS, TEAMS, UNITS, Row, made_city
from tests.measures.drawn import DrawnSnapshot

TODAY = date(2026, 6, 15)
BREAKDOWNS = ((), ("month",), ("team",), ("call_type",), ("month", "team"))
INTERVALS = {
    "queue_wait": ("queue", "prog_dispatched"),
    "travel": ("travel", "prog_arrived"),
    "response": ("own_response", "prog_arrived_in_scope"),
    "first_unit": ("first_unit", "anything"),
    "on_scene": ("on_scene", "prog_arrived"),
}
ABOUT_ALL_CALLS = ("calls_in_scope", "first_unit_p50", "first_unit_p90")


@cache
def city() -> dict[str, list[Row]]:
    return made_city(seed=20260101, calls_n=900)


@cache
def evidence() -> Evidence:
    return Evidence.derive(DrawnSnapshot(city()), today=TODAY)


# What is known of a call, and of a call and one team


def minutes(start: datetime | None, end: datetime | None) -> float | None:
    if start is None or end is None:
        return None
    seconds = (end - start).total_seconds()
    return seconds / 60 if 0 <= seconds <= 24 * 3600 else None


def earliest(rows: Iterable[Row], clock: str) -> datetime | None:
    return min((row[clock] for row in rows if row[clock]), default=None)


def month_of(*clocks: datetime | None) -> str | None:
    return next((f"{clock:%Y-%m}" for clock in clocks if clock), None)


def in_scope(call: Row) -> bool:
    return not (
        call["origin"] == "self-initiated"
        or call["is_test"]
        or call["duplicate_of"]
        or (call["canceled"] and not call["queued_at"])
    )


def kleene_any(flags: list[bool | None]) -> bool | None:
    if any(flags):
        return True
    return None if None in flags else False


def facts(call: Row, teams: Iterable[str]) -> Row:
    """The facts of a call as far as these teams are concerned."""
    number = call["incident_number"]
    all_units = units_of()[number]
    concerned = [team for team in teams if not TEAMS[team][2]]
    units = [unit for unit in all_units if UNITS.get(unit["unit_id"]) in concerned]
    alone = len(set(teams)) == 1
    own = [unit for unit in units if alone or not TEAMS[UNITS[unit["unit_id"]]][1]]
    met = [row for row in encounters_of()[number] if row["team"] in teams]
    dispatched, arrived = earliest(units, "dispatched_at"), earliest(units, "on_scene_at")
    cleared = max((unit["cleared_at"] for unit in units), default=None)
    received = call["received_at"]
    first = earliest(all_units, "on_scene_at") or call["on_scene_at"]
    reached = kleene_any([contact_made(row) for row in met])
    clocks = ("received_at", "queued_at", "dispatched_at", "on_scene_at")
    return {
        "incident_number": number,
        "month": month_of(*(call[clock] for clock in clocks)),
        "call_type": call["call_type_initial"] or "unknown",
        "in_scope": in_scope(call),
        "anything": True,
        "prog_dispatched": dispatched is not None,
        "prog_arrived": arrived is not None,
        "prog_arrived_in_scope": arrived is not None and in_scope(call),
        "queue": minutes(call["queued_at"], dispatched),
        "travel": minutes(earliest(units, "en_route_at"), arrived),
        "response": minutes(received, arrived),
        "own_response": minutes(received, earliest(own, "on_scene_at")),
        "first_unit": minutes(received, first),
        "on_scene": minutes(arrived, cleared),
        "contact_made": reached if met else None,
        "handled": handled(units, met, arrived),
        "target": TARGETS.get(call["call_type_initial"], TARGETS[None]),
    }


def handled(units: list[Row], met: list[Row], arrived: datetime | None) -> bool:
    attempted = any(
        (row["mode"] or TEAMS[row["team"]][0]) == "in person"
        and row["contact_result"] != "canceled en route"
        and not TEAMS[row["team"]][2]
        for row in met
    )
    phoned = any(
        (row["mode"] or TEAMS[row["team"]][0]) == "phone" and TEAMS[row["team"]][0] == "phone"
        for row in met
    )
    sent = any(
        TEAMS[UNITS[unit["unit_id"]]][0] == "phone" and unit["dispatched_at"] for unit in units
    )
    return arrived is not None or attempted or phoned or sent


def contact_made(row: Row) -> bool | None:
    result = row["contact_result"]
    return None if result is None else result in ("engaged", "declined", "information only")


@cache
def units_of() -> dict[str, list[Row]]:
    found = defaultdict(list)
    for row in city()["unit_responses"]:
        found[row["incident_number"]].append(row)
    return found


@cache
def encounters_of() -> dict[str | None, list[Row]]:
    found = defaultdict(list)
    for row in city()["encounters"]:
        found[row["incident_number"]].append(row)
    return found


@cache
def calls() -> list[Row]:
    return [facts(call, TEAMS) for call in city()["calls"]]


@cache
def call_teams() -> list[Row]:
    rows = []
    for call in city()["calls"]:
        number = call["incident_number"]
        came = {UNITS.get(unit["unit_id"]) for unit in units_of()[number]} - {None, "CN"}
        came |= {row["team"] for row in encounters_of()[number]}
        rows += [facts(call, [team]) | {"team": team} for team in came]
    return rows


@cache
def encounters() -> list[Row]:
    by_number = {call["incident_number"]: call for call in calls()}
    rows = []
    for row in city()["encounters"]:
        call = by_number.get(row["incident_number"], {})
        month = call.get("month") or month_of(row["started_at"])
        call_type = call.get("call_type", "unknown")
        rows.append(row | {"month": month, "call_type": call_type, "linked": bool(call)})
    return rows


@cache
def responses(by_team: bool) -> list[Row]:
    alone = [row for row in encounters() if not row["linked"] and not TEAMS[row["team"]][2]]
    return (call_teams() if by_team else calls()) + [row | {"handled": True} for row in alone]


# The indicators, each from one group's rows


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
        total += math.comb(n, k) * p**k * (1 - p) ** (n - k)
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


FROM_CALLS: dict[str, Callable[[list[Row]], Row]] = {
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


def read(key: str, by: tuple[str, ...]) -> list[Row]:
    found = measure(evidence(), [key], by=by).astype(object)
    rows = found.where(found.notna(), None).to_dict("records")
    return [row | {"month": row["period"]} for row in rows]


def assert_same(reading: Row, expected: Row) -> None:
    for figure in ("value", "n", "numerator", "denominator", "low", "high"):
        if expected.get(figure) is None:
            assert reading[figure] is None, (figure, reading)
        else:
            assert reading[figure] == pytest.approx(expected[figure], abs=1e-9), (figure, reading)
    assert reading["status"] == ("ok" if expected.get("value") is not None else "too few")


def compare(key: str, by: tuple[str, ...], rows: list[Row], figure: Callable[..., Row]) -> None:
    expected = {group: figure(found) for group, found in grouped(rows, by).items()}
    for reading in read(key, by):
        if "month" in by and reading["month"] not in {row["month"] for row in rows}:
            assert (reading["status"], reading["n"]) == ("not measured", None)
            continue
        group = tuple(reading[name] for name in by)
        assert_same(reading, expected.pop(group, None) or figure([]))
    assert not expected


@pytest.mark.parametrize("by", BREAKDOWNS, ids=lambda by: ",".join(by) or "whole")
@pytest.mark.parametrize("key", FROM_CALLS)
def test_indicators_of_calls(key: str, by: tuple[str, ...]) -> None:
    if "team" in by and key in ABOUT_ALL_CALLS:
        assert [row["status"] for row in read(key, by)] == ["not measured"]
        return
    rows = call_teams() if "team" in by else calls()
    compare(key, by, rows, FROM_CALLS[key])


@pytest.mark.parametrize("by", BREAKDOWNS, ids=lambda by: ",".join(by) or "whole")
def test_program_responses(by: tuple[str, ...]) -> None:
    rows = responses("team" in by)
    compare("program_responses", by, rows, lambda found: count(found, "handled"))


@pytest.mark.parametrize("family", ["contact_result", "destination", "disposition_label"])
@pytest.mark.parametrize("by", BREAKDOWNS, ids=lambda by: ",".join(by) or "whole")
def test_disposition_mix(by: tuple[str, ...], family: str) -> None:
    rows = [row | {family: row[family] or "unknown"} for row in encounters()]
    whole = {group: len(found) for group, found in grouped(rows, by).items()}
    parts = {group: len(found) for group, found in grouped(rows, (*by, family)).items()}
    for reading in read("disposition_mix", (*by, family)):
        if reading["status"] == "not measured":
            assert reading["month"] not in {row["month"] for row in rows}
            continue
        group = tuple(reading[name] for name in by)
        hits, n = parts.pop((*group, reading[family]), 0), whole.get(group, 0)
        assert_same(reading, share([True] * hits + [False] * (n - hits)))
    assert not parts


@pytest.mark.parametrize("by", BREAKDOWNS, ids=lambda by: ",".join(by) or "whole")
def test_longest_response(by: tuple[str, ...]) -> None:
    rows = [
        row
        for row in (call_teams() if "team" in by else calls())
        if row["prog_arrived_in_scope"] and row["own_response"] is not None
    ]
    listed = {
        (*group, row["incident_number"]): row["own_response"]
        for group, found in grouped(rows, by).items()
        for row in sorted(found, key=lambda row: (-row["own_response"], row["incident_number"]))[
            :20
        ]
    }
    found = [row for row in read("longest_response", by) if row["status"] == "ok"]
    assert {
        (*(row[name] for name in by), row["incident_number"]): pytest.approx(row["value"], abs=1e-9)
        for row in found
    } == listed


@pytest.mark.parametrize("by", [(), ("month",)], ids=["whole", "month"])
def test_field_completeness(by: tuple[str, ...]) -> None:
    stored = [
        row | {"table": table, "month": None if row["month"] == "undated" else row["month"]}
        for table in ("calls", "unit_responses", "encounters")
        for row in city()[table]
    ]
    groups = grouped(stored, (*by, "table"))
    lowest: dict[tuple[Any, ...], float] = defaultdict(lambda: 1.0)
    index = {}
    for reading in read("field_completeness", by):
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


@pytest.mark.parametrize("by", [(), ("month",)], ids=["whole", "month"])
def test_unmapped_call_types(by: tuple[str, ...]) -> None:
    month = {call["incident_number"]: call["month"] for call in calls()}
    held = [
        {
            "month": month[row["incident_number"]],
            "unmapped": row["call_type_initial"] not in MAPPED_TYPES,
        }
        for row in city()["calls"]
        if row["call_type_initial"]
    ]
    held += [
        {
            "month": month_of(row["dispatched_at"], row["en_route_at"]),
            "unmapped": row["unit_id"] not in UNITS and not row["unit_id"].startswith("P"),
        }
        for row in city()["unit_responses"]
    ]
    held += [
        {"month": row["month"], "unmapped": row["destination"] is None}
        for row in encounters()
        if row["disposition_label"]
    ]
    compare("unmapped_call_types", by, held, lambda rows: count(rows, "unmapped"))


def test_every_indicator_is_counted_again_or_has_a_spec_of_its_own() -> None:
    counted = {*FROM_CALLS, "program_responses", "disposition_mix", "longest_response"}
    counted |= {"field_completeness", "unmapped_call_types"}
    assert set(INDICATORS) - counted == {"upload_lag_days"}  # one subtraction: see its spec
