"""What is true in Sampleton, as the simulation knows it: the answers the app must find."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np

from arp.sample import place
from arp.sample.chance import blank_unless
from arp.sample.clock import HOURS_A_WEEK, NEVER, hour_of_week, month_numbers, utc_seconds
from arp.sample.demand import TYPES, Calls
from arp.sample.program import FIELD_TEAMS, REASONS, Work, scheduled_units
from arp.sample.responders import UnitRows, handled_by

if TYPE_CHECKING:
    import pyarrow as pa
    from numpy.typing import NDArray

    from arp.sample.chance import Flags


@dataclass(frozen=True, kw_only=True)
class Planted:
    """The city's truths.

    calls: one row an eligible call: incident_number, month, area, call_type, since_expansion,
        staffed, handled, missed_why (null where handled).
    call_teams: one row an eligible call and team: the same, with team and handled_by_other.
    coverage: one row a team, era and hour of week (0 is Monday midnight): since_expansion,
        staffed_minutes, busy_minutes (all units on duty committed).
    response_p50: median minutes, received to the team's arrival, of the clocks as they stand in
        the files, by team and era: {("CRT", True): 12.3}.
    """

    expansion_on: date
    new_codes_on: date
    calls: pa.Table
    call_teams: pa.Table
    coverage: pa.Table
    response_p50: dict[tuple[str, bool], float]

    def missed(self, *, team: str | None = None, month: str | None = None) -> Counter[str]:
        """Missed eligible calls by reason: of the whole program, or as that team missed them."""
        return Counter(row["missed_why"] for row in self._rows(team, month) if row["missed_why"])

    def capture(
        self, *, since_expansion: bool, team: str | None = None, any_hour: bool = False
    ) -> float:
        """Handled among the eligible calls, before or since the expansion: a share from 0 to 1.

        In staffed hours only, or at `any_hour` and in any area.
        """
        among = [
            bool(row["handled"])
            for row in self._rows(team, None)
            if row["since_expansion"] == since_expansion and (any_hour or row["staffed"])
        ]
        return sum(among) / len(among)

    def busy_share(self, team: str, *, since_expansion: bool) -> float:
        """Share of the team's staffed time in which all its units on duty were committed."""
        rows = [
            row
            for row in self.coverage.to_pylist()
            if row["team"] == team and row["since_expansion"] == since_expansion
        ]
        return float(
            sum(row["busy_minutes"] for row in rows) / sum(row["staffed_minutes"] for row in rows)
        )

    def _rows(self, team: str | None, month: str | None) -> list[dict[str, Any]]:
        table = self.calls if team is None else self.call_teams
        return [
            row
            for row in table.to_pylist()
            if team in (None, row.get("team")) and month in (None, row["month"])
        ]


def write_down(
    calls: Calls,
    work: Work,
    program: UnitRows,
    numbers: NDArray[Any],
    expansion_on: date,
    new_codes_on: date,
) -> Planted:
    """The truths, once the teams' work is done and before any fault is put in the files.

    `response_p50` is added once the faults are in.
    """
    handled = handled_by(len(calls), program)
    staffed = work.eligible & (work.on_duty > 0)
    sent, declined = _tries(len(calls), program)
    facts = _facts(calls, numbers, expansion_on)

    def truth(over: Any) -> dict[str, NDArray[Any]]:
        """The columns of one row a call; `over` folds call × team facts to one a call."""
        why = _reason(
            work,
            serves=over(work.serves & work.eligible),
            staffed=over(staffed),
            sent=over(sent),
            declined=over(declined),
            busy=~over(staffed & ~work.busy),
        )
        return {"staffed": over(staffed), "handled": over(handled), "missed_why": why}

    any_handled = np.asarray(handled.any(axis=1))
    whole = facts | truth(lambda fact: fact.any(axis=1))
    by_team = []
    for t, team in enumerate(FIELD_TEAMS):
        columns = facts | truth(lambda fact, t=t: fact[:, t])
        columns["team"] = np.full(len(calls), team.key, dtype=object)
        columns["handled_by_other"] = any_handled & ~handled[:, t]
        by_team.append((columns, work.eligible[:, t], any_handled))
    return Planted(
        expansion_on=expansion_on,
        new_codes_on=new_codes_on,
        calls=_table([(whole, np.asarray(work.eligible.any(axis=1)), any_handled)]),
        call_teams=_table(by_team),
        coverage=_coverage(calls, program, expansion_on),
        response_p50={},
    )


def _facts(calls: Calls, numbers: NDArray[Any], expansion_on: date) -> dict[str, NDArray[Any]]:
    names, month = np.unique(month_numbers(calls.received), return_inverse=True)
    return {
        "incident_number": numbers,
        "month": names.astype("datetime64[M]").astype(str).astype(object)[month],
        "area": np.array((*place.DISTRICTS, place.OUTSIDE_CITY), dtype=object)[calls.district],
        "call_type": np.array(TYPES, dtype=object)[calls.type],
        "since_expansion": calls.queued >= utc_seconds(expansion_on),
    }


def _tries(n: int, program: UnitRows) -> tuple[Flags, Flags]:
    """Call × team: a unit was sent, a unit declined."""
    sent = np.zeros((n, len(FIELD_TEAMS)), dtype=bool)
    declined = sent.copy()
    went = ~program.declined
    sent[program.call[went], program.team[went]] = True
    declined[program.call[~went], program.team[~went]] = True
    return sent, declined


def _reason(
    work: Work, *, serves: Flags, staffed: Flags, sent: Flags, declined: Flags, busy: Flags
) -> NDArray[Any]:
    """The first reason that fits, one a call, in the order of REASONS."""
    fits = (
        ~serves,
        ~staffed,
        work.canceled,
        sent,
        declined,
        work.self_assigned,
        busy,
        np.ones(len(staffed), dtype=bool),
    )
    first = np.argmax(np.column_stack(fits), axis=1)
    return np.asarray(np.array(REASONS, dtype=object)[first])


def _table(parts: list[tuple[dict[str, NDArray[Any]], Flags, Flags]]) -> pa.Table:
    """Rows of the eligible calls; no reason where any team handled the call."""
    import pyarrow as pa

    tables = []
    for columns, eligible, handled in parts:
        rows = np.flatnonzero(eligible)
        shown = {name: values[rows] for name, values in columns.items()}
        shown["missed_why"] = blank_unless(~handled[rows], shown["missed_why"])
        tables.append(pa.table({name: pa.array(values) for name, values in shown.items()}))
    return pa.concat_tables(tables)


def _coverage(calls: Calls, program: UnitRows, expansion_on: date) -> pa.Table:
    """Minutes staffed, and minutes with every unit on duty committed, by team and hour of week."""
    import pyarrow as pa

    real = ~program.declined
    begin, end = int(calls.received[0]) // 3600 * 3600, int(calls.received[-1])
    hours = np.arange(begin, end, 3600, dtype=np.int64)
    expansion = utc_seconds(expansion_on)
    tables = []
    for t, team in enumerate(FIELD_TEAMS):
        mine = real & (program.team == t)
        starts, ends = np.sort(program.dispatched[mine]), np.sort(program.cleared[mine])
        at = np.unique(np.concatenate([hours, starts, ends]))
        at = at[(at >= begin) & (at < end)]
        lasts = np.diff(np.append(at, end)) / 60
        committed = np.searchsorted(starts, at, "right") - np.searchsorted(ends, at, "right")
        since = at >= expansion
        on_duty = scheduled_units(team.key, at, since)
        cell = hour_of_week(at) + HOURS_A_WEEK * since
        staffed = np.bincount(cell, lasts * (on_duty > 0), 2 * HOURS_A_WEEK)
        all_busy = (on_duty > 0) & (committed >= on_duty)
        busy = np.bincount(cell, lasts * all_busy, 2 * HOURS_A_WEEK)
        tables.append(
            pa.table(
                {
                    "team": pa.array([team.key] * 2 * HOURS_A_WEEK),
                    "since_expansion": pa.array(np.repeat([False, True], HOURS_A_WEEK)),
                    "hour_of_week": pa.array(np.tile(np.arange(HOURS_A_WEEK), 2)),
                    "staffed_minutes": pa.array(staffed),
                    "busy_minutes": pa.array(busy),
                }
            )
        )
    return pa.concat_tables(tables)


def response_medians(
    calls: Calls, rows: UnitRows, expansion_on: date
) -> dict[tuple[str, bool], float]:
    """Median minutes, received to the team's first unit on scene, of calls in scope.

    Only valid intervals, from 0 to 24 hours. The phone team arrives nowhere and has none.
    """
    medians = {}
    since = calls.queued >= utc_seconds(expansion_on)
    for t, team in enumerate(FIELD_TEAMS):
        first = np.full(len(calls), np.iinfo(np.int64).max)
        there = (rows.team == t) & (rows.on_scene != NEVER)
        np.minimum.at(first, rows.call[there], rows.on_scene[there])
        arrived = calls.in_scope & (first < np.iinfo(np.int64).max)
        minutes = (first - calls.received) / 60
        valid = arrived & (minutes >= 0) & (minutes <= 24 * 60)
        for era in (False, True):
            if (valid & (since == era)).any():
                medians[team.key, era] = float(np.median(minutes[valid & (since == era)]))
    return medians
