"""The planted truths, counted again in plain Python from nothing but the city's own rows.

The rules are those of METRICS §3.4: list and schedule are read at the queue time, shifts and
commitments are half-open, the first reason that fits counts.
"""

import json
from collections import defaultdict
from datetime import datetime, timedelta
from fnmatch import fnmatchcase

import pytest

from arp.words.settings import SECTIONS

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Rows:
    """The city's rows, looked up the way a person would."""

    def __init__(self, made):
        self.calls = made.tables["calls"].to_pylist()
        self.settings = defaultdict(list)
        for row in made.tables["settings"].to_pylist():
            fields = dict.fromkeys(field.name for field in SECTIONS[row["section"]].fields)
            said = fields | json.loads(row["value"])  # what is blank is left out of the value
            self.settings[row["section"]].append(row | said)
        self.teams = {row["team"]: row for row in self.settings["teams"]}
        self.units = defaultdict(list)
        self.commitments = defaultdict(list)
        for row in made.tables["unit_responses"].to_pylist():
            team = self.team_of(row["unit_id"])
            self.units[row["incident_number"]].append((team, row))
            if team and row["dispatched_at"]:
                self.commitments[team].append((row["dispatched_at"], row["cleared_at"]))
        self.records = defaultdict(list)
        for row in made.tables["encounters"].to_pylist():
            self.records[row["incident_number"]].append(row)

    def team_of(self, unit):
        for row in self.settings["units"]:
            if fnmatchcase(unit, row["unit"]):
                return row["team"]
        raise AssertionError(f"{unit} is on no list")

    def valid(self, row, day):
        return (not row["valid_from"] or row["valid_from"] <= day) and (
            not row["valid_to"] or day <= row["valid_to"]
        )

    def eligible_teams(self, call):
        at = call["queued_at"]
        out_of_scope = (
            call["origin"] == "self-initiated"
            or call["is_test"]
            or call["duplicate_of"]
            or (call["canceled"] and not at)
            or call["area"] == "Outside city"
        )
        if out_of_scope or at is None:
            return []
        hazards = set((call["hazard_flags"] or "").split("; ")) - {""}
        return [
            row["team"]
            for row in self.settings["eligibility"]
            if row["call_type"] == call["call_type_initial"]
            and self.valid(row, at.date())
            and not hazards & set((row["not_with"] or "").split("; "))
        ]

    def shifts(self, team, at):
        """The team's shifts valid that day, each with whether it runs at that minute."""
        for row in self.settings["schedule"]:
            if row["team"] == team and self.valid(row, at.date()):
                starts = datetime.strptime(row["starts"], "%H:%M").time()
                ends = datetime.strptime(row["ends"], "%H:%M").time()
                today = WEEKDAYS[at.weekday()] in row["weekdays"].split("; ")
                in_hours = starts <= at.time() and (at.time() < ends or row["ends"] == "00:00")
                yield row, today and in_hours

    def serves(self, team, call):
        return any(
            row["area"] in (None, call["area"]) for row, _ in self.shifts(team, call["queued_at"])
        )

    def staffed(self, team, call):
        return any(
            runs and row["area"] in (None, call["area"])
            for row, runs in self.shifts(team, call["queued_at"])
        )

    def busy(self, team, at):
        on_duty = sum(row["units"] for row, runs in self.shifts(team, at) if runs)
        committed = sum(start <= at < end for start, end in self.commitments[team])
        return committed >= on_duty

    def handled(self, team, call):
        if self.teams[team]["mode"] == "phone":
            told = any(
                t == team and row["dispatched_at"] for t, row in self.units[call["incident_number"]]
            )
        else:
            told = any(
                t == team and row["on_scene_at"] for t, row in self.units[call["incident_number"]]
            )
        attempt = any(
            row["team"] == team and row["contact_result"] != "canceled en route"
            for row in self.records[call["incident_number"]]
        )
        return told or attempt

    def why_missed(self, teams, call):
        at, units = call["queued_at"], self.units[call["incident_number"]]
        staffed = [team for team in teams if self.staffed(team, call)]
        if not any(self.serves(team, call) for team in teams):
            return "outside area"
        if not staffed:
            return "outside hours"
        if call["canceled"] and not any(row["dispatched_at"] for _, row in units):
            return "canceled before dispatch"
        if any(team in teams and row["dispatched_at"] for team, row in units):
            return "sent, did not arrive"
        if any(team in teams and row["declined_reason"] for team, row in units):
            return "declined"
        if any(row["self_assigned"] for _, row in units):
            return "self-assigned"
        if all(self.busy(team, at) for team in staffed):
            return "all units busy"
        return "not routed"


@pytest.fixture(scope="module")
def counted(two_months):
    return Rows(two_months)


def test_every_eligible_call_is_planted_and_no_other(two_months, counted):
    eligible = {row["incident_number"] for row in counted.calls if counted.eligible_teams(row)}
    assert eligible == set(two_months.planted.calls["incident_number"].to_pylist())


def test_each_call_was_staffed_handled_or_missed_for_the_reason_written_down(two_months, counted):
    planted = {row["incident_number"]: row for row in two_months.planted.calls.to_pylist()}
    for call in counted.calls:
        teams = counted.eligible_teams(call)
        if not teams:
            continue
        truth = planted[call["incident_number"]]
        handled = any(counted.handled(team, call) for team in counted.teams if team != "CN")
        assert truth["staffed"] == any(counted.staffed(team, call) for team in teams)
        assert truth["handled"] == handled, call
        expected = None if handled else counted.why_missed(teams, call)
        assert truth["missed_why"] == expected, call


def test_each_team_missed_its_calls_for_the_reason_written_down(two_months, counted):
    calls = {row["incident_number"]: row for row in counted.calls}
    for truth in two_months.planted.call_teams.to_pylist():
        call, team = calls[truth["incident_number"]], truth["team"]
        assert team in counted.eligible_teams(call)
        assert truth["handled"] == counted.handled(team, call)
        by_other = any(counted.handled(t, call) for t in counted.teams if t not in (team, "CN"))
        assert truth["handled_by_other"] == (by_other and not truth["handled"])
        handled = truth["handled"] or by_other
        assert truth["missed_why"] == (None if handled else counted.why_missed([team], call))


def test_every_reason_occurs_and_missed_and_handled_make_up_all_eligible_calls(two_months):
    planted = two_months.planted
    missed = planted.missed()
    assert len(missed) == 8
    assert min(missed.values()) > 5
    handled = sum(planted.calls["handled"].to_pylist())
    assert sum(missed.values()) + handled == planted.calls.num_rows
    assert (
        sum((planted.missed(month=month) for month in two_months.months), type(missed)()) == missed
    )


def test_the_expansion_raises_what_the_program_handles_of_all_eligible_calls(two_months):
    planted = two_months.planted
    handled = defaultdict(list)
    for row in planted.calls.to_pylist():
        handled[row["since_expansion"]].append(row["handled"])
    before, since = (sum(handled[era]) / len(handled[era]) for era in (False, True))
    assert planted.capture(since_expansion=False, any_hour=True) == before
    assert planted.capture(since_expansion=True, any_hour=True) == since
    assert since > 1.8 * before
    assert planted.capture(since_expansion=True) > since


def test_staffed_minutes_are_those_of_the_schedule_and_busy_ones_a_part_of_them(two_months):
    coverage = two_months.planted.coverage.to_pylist()
    monday_ten = {
        (row["team"], row["since_expansion"]): row for row in coverage if row["hour_of_week"] == 10
    }
    assert monday_ten["CRT", False]["staffed_minutes"] == 5 * 60  # five Mondays in August 2026
    assert monday_ten["CRT", True]["staffed_minutes"] == 4 * 60  # four in September
    assert all(0 <= row["busy_minutes"] <= row["staffed_minutes"] + 1e-6 for row in coverage)
    for team in ("CCD", "CRT", "CoR"):
        shares = [two_months.planted.busy_share(team, since_expansion=era) for era in (True, False)]
        assert all(0 < share < 0.5 for share in shares)


def test_busy_minutes_are_the_overlap_of_the_units_commitments(two_months, counted):
    """One hour of the week, minute by minute, from the rows."""
    team, busy, minute = "CRT", 0.0, datetime(2026, 9, 1)
    while minute < datetime(2026, 9, 30):
        if minute.weekday() == 2 and minute.hour == 17:
            busy += (
                sum(
                    counted.busy(team, minute + timedelta(seconds=second))
                    for second in range(0, 60, 5)
                )
                / 12
            )
        minute += timedelta(minutes=1)
    planted = next(
        row["busy_minutes"]
        for row in two_months.planted.coverage.to_pylist()
        if (row["team"], row["since_expansion"], row["hour_of_week"]) == (team, True, 2 * 24 + 17)
    )
    assert busy > 0
    assert abs(busy - planted) < 3


def test_response_medians_are_those_of_the_clocks_in_the_files(two_months, counted):
    minutes = defaultdict(list)
    for call in counted.calls:
        scope = call["origin"] != "self-initiated" and not call["is_test"]
        if not (scope and call["queued_at"] and call["received_at"] and not call["duplicate_of"]):
            continue
        for team in ("CRT", "CoR"):
            there = [
                row["on_scene_at"]
                for t, row in counted.units[call["incident_number"]]
                if t == team and row["on_scene_at"]
            ]
            if there:
                took = (min(there) - call["received_at"]).total_seconds() / 60
                if 0 <= took <= 24 * 60:
                    era = call["queued_at"].date() >= two_months.planted.expansion_on
                    minutes[team, era].append(took)
    for key, waits in minutes.items():
        waits.sort()
        middle = len(waits) // 2
        median = waits[middle] if len(waits) % 2 else (waits[middle - 1] + waits[middle]) / 2
        assert two_months.planted.response_p50[key] == pytest.approx(median)
    assert set(two_months.planted.response_p50) == set(minutes)
