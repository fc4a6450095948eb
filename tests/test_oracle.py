"""Every indicator a second time, by a plainer road: loops over dicts, no SQL, no expressions.

What is written in `tests.told` follows METRICS §3.4 and §4 word by word and shares no code with
the engine. It counts a small city with every defect, two months of the sample city, and four
months of it that span the expansion and the night whose second hour comes twice. Estimates,
fairness and lists are in test_oracle_of_estimates.py, _fairness.py and _lists.py.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import pytest

from arp.measures.registry import INDICATORS
from tests.counted import (
    QUESTIONS,
    By,
    about_teams,
    about_the_data,
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
from tests.told.figures import NOT_MEASURED, count, parts, share
from tests.told.helped import RATINGS, WATCHED, watched
from tests.told.indicators import (
    FAMILIAR,
    OF_CALLS,
    OF_ENCOUNTERS,
    OF_RESPONSES,
    PARTS,
    RATIOS,
    SAID_BY_ENCOUNTERS,
    arrived_in_scope,
    counted,
    divided,
    people_reached,
    ranked,
    reached,
    shared,
)
from tests.told.system import BY_PHONE, OF_SYSTEM, SUMS

NOT_COUNTED_AGAIN = {
    "upload_lag_days": "one subtraction of two days: see tests/measures/test_freshness.py",
    "backup_ceiling": "a judgment of readings: see tests/measures/judge",
    "readiness_scorecard": "a judgment of readings: see tests/measures/judge",
    "safety_floor": "a judgment of readings: see tests/measures/judge",
    "trend_stability": "a judgment of readings: see tests/measures/judge",
}


OF_PLACES: list[tuple[str, By]] = [
    ("made", ("call_type",)),
    ("made", ("area",)),
    ("sample", ("area", "priority")),
]


about_people = asked([*QUESTIONS, ("made", ("race_ethnicity",)), ("sample", ("primary_need",))])
about_everything = asked([*QUESTIONS, *OF_PLACES])


@about_everything
@pytest.mark.parametrize("key", OF_CALLS)
def test_indicators_of_calls(key: str, name: str, by: By) -> None:
    if is_of_no_team(name, key, by):
        return
    rows = of_fact(name, by, "calls", "call_teams")
    if "month" in by and key in SAID_BY_ENCOUNTERS:
        recorded = {row["month"] for row in city(name).told.encounters}
        rows = [row for row in rows if row["month"] in recorded]
    compare(read(name, key, by), by, rows, OF_CALLS[key])


@about_everything
@pytest.mark.parametrize("key", PARTS)
def test_calls_by_reason_and_lever(key: str, name: str, by: By) -> None:
    part, values, _ = PARTS[key]
    rows = of_fact(name, by, "calls", "call_teams")
    groups, covered = grouped(rows, by), {row["month"] for row in rows}
    readings = read(name, key, by)
    assert {reading[part] for reading in readings} == set(values)
    for reading in readings:
        if "month" in by and reading["month"] not in covered:
            assert (reading["status"], reading["n"]) == (NOT_MEASURED, None)
            continue
        found = groups.get(group_of(reading, by), [])
        assert_same(reading, parts((row[part] for row in found), reading[part]))


@about_teams
@pytest.mark.parametrize("key", OF_RESPONSES)
def test_indicators_of_responses(key: str, name: str, by: By) -> None:
    rows = of_fact(name, by, "responses", "team_responses")
    compare(read(name, key, by), by, rows, OF_RESPONSES[key])


@about_teams
@pytest.mark.parametrize("key", OF_ENCOUNTERS)
def test_indicators_of_contacts(key: str, name: str, by: By) -> None:
    compare(read(name, key, by), by, city(name).told.encounters, OF_ENCOUNTERS[key])


@about_teams
def test_people_served(name: str, by: By) -> None:
    rows = [row for row in city(name).told.encounters if row["responds"]]
    compare(read(name, "people_served", by), by, rows, people_reached)


@about_people
@pytest.mark.parametrize("key", WATCHED)
def test_shares_of_contacts_that_are_watched_for_some_days(key: str, name: str, by: By) -> None:
    def figure(rows: list[Row]) -> Row:
        return watched(key, rows, monthly="month" in by)

    compare(read(name, key, by), by, city(name).told.encounters, figure)


@about_people
@pytest.mark.parametrize("key", RATINGS)
def test_ratings(key: str, name: str, by: By) -> None:
    rows = [row for row in city(name).told.encounters if reached(row)]
    compare(read(name, key, by), by, rows, RATINGS[key])


@about_teams
def test_days_to_the_first_contact_of_care_navigation(name: str, by: By) -> None:
    rows = _of_cases(name, by)
    compare(read(name, "care_nav_time_to_first", by), by, rows, ranked("days", 0.5, "reached_then"))


@about_teams
def test_cases_closed_with_the_goal_met(name: str, by: By) -> None:
    rows = _of_cases(name, by)
    compare(read(name, "care_nav_closed_goal", by), by, rows, shared("goal_met", "closed_then"))


@about_teams
def test_open_cases(name: str, by: By) -> None:
    """At the end of each month, or of the last; every team that ever had a case has a number."""
    rows = _of_cases(name, by)
    last = max(row["month"] for row in rows)
    now = rows if "month" in by else [row for row in rows if row["month"] == last]
    groups, covered = grouped(now, by), {row["month"] for row in rows}
    for reading in read(name, "care_nav_active_cases", by):
        if "month" in by and reading["month"] not in covered:
            assert (reading["status"], reading["n"]) == (NOT_MEASURED, None)
            continue
        found = groups.pop(group_of(reading, by), [])
        assert_same(reading, count(row["open"] for row in found) | {"numerator": None})
    assert not groups


def _of_cases(name: str, by: By) -> list[Row]:
    """Cases by month; a month of which there are no follow-ups cannot be told."""
    told = city(name).told
    sent = {row["month"] for row in told.rows["follow_ups"]}
    return [row for row in told.case_months if "month" not in by or row["month"] in sent]


@asked([(name, by) for name, by in QUESTIONS if "month" not in by])
@pytest.mark.parametrize("key", FAMILIAR)
def test_familiar_neighbors(key: str, name: str, by: By) -> None:
    met = [row for row in city(name).told.encounters if row["month"] and row["person_key"]]
    rows = [row for row in met if reached(row)]
    newest = max(row["month"] for row in rows)
    compare(read(name, key, by), by, rows, lambda found: FAMILIAR[key](found, newest))


@about_teams
@pytest.mark.parametrize("key", RATIOS)
def test_ratios_of_totals(key: str, name: str, by: By) -> None:
    if is_of_no_team(name, key, by):
        return
    compare(read(name, key, by), by, RATIOS[key](city(name).told), divided(key))


@asked([("made", ("area",)), ("sample", ("area",))])
def test_staffed_time_without_a_free_unit_by_area(name: str, by: By) -> None:
    rows = [
        row | {"top": row["busy"], "bottom": row["staffed"]}
        for row in city(name).told.area_hours
        if row["staffed"] > 0 and row["busy"] is not None
    ]
    compare(read(name, "all_units_busy", by), by, rows, divided("all_units_busy"))


@pytest.mark.parametrize("family", ["contact_result", "destination", "disposition_label"])
@about_teams
def test_disposition_mix(name: str, by: By, family: str) -> None:
    rows = [row | {family: row[family] or "unknown"} for row in city(name).told.encounters]
    whole = {group: len(found) for group, found in grouped(rows, by).items()}
    pieces = {group: len(found) for group, found in grouped(rows, (*by, family)).items()}
    for reading in read(name, "disposition_mix", (*by, family)):
        if reading["status"] == NOT_MEASURED:
            assert reading["month"] not in {row["month"] for row in rows}
            continue
        group = group_of(reading, by)
        hits, n = pieces.pop((*group, reading[family]), 0), whole.get(group, 0)
        assert_same(reading, share([(True, True)] * hits + [(True, False)] * (n - hits)))
    assert not pieces


@about_teams
def test_longest_response(name: str, by: By) -> None:
    rows = [
        row
        for row in of_fact(name, by, "calls", "call_teams")
        if arrived_in_scope(row) and row["own_response"] is not None
    ]
    listed = {}
    for group, found in grouped(rows, by).items():
        found.sort(key=lambda row: (-row["own_response"], row["incident_number"]))
        listed |= {(*group, row["incident_number"]): row["own_response"] for row in found[:20]}
    found = [row for row in read(name, "longest_response", by) if row["status"] == "ok"]
    assert {
        (*group_of(row, by), row["incident_number"]): pytest.approx(row["value"], abs=1e-9)
        for row in found
    } == listed


@about_the_data
def test_field_completeness(name: str, by: By) -> None:
    stored = [
        row | {"table": table, "month": None if row["month"] == "undated" else row["month"]}
        for table in ("calls", "unit_responses", "encounters")
        for row in city(name).told.rows[table]
    ]
    groups = grouped(stored, (*by, "table"))
    lowest: dict[tuple[Any, ...], float] = defaultdict(lambda: 1.0)
    index = {}
    for reading in read(name, "field_completeness", by):
        group = group_of(reading, by)
        if reading["field"] is None or reading["status"] == NOT_MEASURED:
            continue
        if reading["field"] == "index":
            index[group] = reading["value"]
            continue
        rows = groups[(*group, reading["table"])]
        expected = share((True, row.get(reading["field"]) is not None) for row in rows)
        assert_same(reading, expected)
        lowest[group] = min(lowest[group], expected["value"])
    assert index == pytest.approx(dict(lowest), abs=1e-9)


@about_the_data
def test_unmapped_call_types(name: str, by: By) -> None:
    compare(read(name, "unmapped_call_types", by), by, city(name).told.held, counted("unmapped"))


def test_every_indicator_is_counted_again_or_says_why_not() -> None:
    lists = (OF_CALLS, PARTS, OF_RESPONSES, OF_ENCOUNTERS, FAMILIAR, RATIOS)
    lists += (OF_SYSTEM, SUMS, BY_PHONE)
    again = {key for keys in lists for key in keys}
    again |= {"people_served", "disposition_mix", "longest_response", *WATCHED, *RATINGS}
    again |= {"care_nav_time_to_first", "care_nav_active_cases", "care_nav_closed_goal"}
    again |= {"hours_freed", "response_gap_vs_police", "demand_vs_coverage"}
    again |= {"candidate_call_types", "candidate_areas_hours"}
    again |= {"ed_transports_avoided", "cost_avoided", "wait_model", "equity_gap"}
    again |= {"field_completeness", "unmapped_call_types", "total_911_volume"}
    assert set(INDICATORS) - again <= set(NOT_COUNTED_AGAIN)
    assert again <= set(INDICATORS)
