"""Coverage: hour by hour, how long a team was on duty, at work, and without a unit free.

The steps of two counts, units on duty and units committed, are cut at every hour and summed.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from arp.measures.facts import roster
from arp.measures.facts.clock import ClockChange, hour_of_week, month_of, steady_from_wall
from arp.measures.facts.duty import turns_of_work

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pyarrow as pa

HOUR = 3600


def hours(first: datetime, last: datetime, changes: Sequence[ClockChange]) -> pa.Table:
    """One row an hour of the wall clock, from that of `first` to that of `last`.

    starts_at by the wall clock, starts and ends in steady seconds. An hour that never comes has no
    row, one that comes twice is one row of 120 minutes.
    """
    import numpy as np
    import pyarrow as pa

    begins, last_begins = (at.replace(minute=0, second=0, microsecond=0) for at in (first, last))
    count = (last_begins - begins) // timedelta(hours=1) + 1
    seconds = int(begins.replace(tzinfo=UTC).timestamp()) + HOUR * np.arange(count)
    starts, ends = (steady_from_wall(seconds + lasts, changes) for lasts in (0, HOUR))
    comes = ends > starts
    return pa.table(
        {
            "starts_at": pa.array(seconds[comes].astype("datetime64[s]").astype("datetime64[us]")),
            "starts": pa.array(starts[comes]),
            "ends": pa.array(ends[comes]),
        }
    )


def pieces(hours: ir.Table, shifts: ir.Table, commitments: ir.Table) -> ir.Table:
    """Seconds by team, hour and stretch without a turn of shifts: what coverage is summed from.

    `starts` is the hour's, `since` the moment of the team's roster (see roster.py). What was
    committed is unknown for a team of which no unit's work is known.
    """
    import ibis

    rows = _cut(hours, shifts, commitments)
    lasts, on_duty, committed = rows.lasts, rows.on_duty, rows.committed
    counted = rows.group_by("team", "starts", "since").aggregate(
        lasts=lasts.sum(),
        on_duty_city=rows.on_duty_city.max(),
        scheduled=(lasts * on_duty).sum(),
        staffed=ibis.ifelse(on_duty > 0, lasts, 0.0).sum(),
        committed=(lasts * ibis.least(committed, on_duty)).sum(),
        overtime=(lasts * ibis.greatest(committed - on_duty, 0.0)).sum(),
        busy=ibis.ifelse((on_duty > 0) & (committed >= on_duty), lasts, 0.0).sum(),
    )
    worked = (counted.committed + counted.overtime).sum()
    known = worked.over(ibis.window(group_by=counted.team)) > 0
    unknown = ibis.null("float64")
    return counted.mutate(
        **{name: ibis.ifelse(known, counted[name], unknown) for name in COUNTED_WORK}
    )


COUNTED_WORK = ("committed", "overtime", "busy")


def coverage(pieces: ir.Table, hours: ir.Table) -> ir.Table:
    """One row a team of the schedule and hour: how long it was on duty, at work, without a unit.

    * scheduled_minutes: unit-minutes on duty; staffed_minutes: minutes with a unit on duty.
    * committed_minutes: unit-minutes at work by no more units than are on duty;
      overtime_minutes: the rest of their work.
    * busy_minutes: staffed minutes in which as many units were at work as were on duty.
    """
    return _minutes_by_hour(pieces, hours, ("team",), ("scheduled", "staffed", *COUNTED_WORK))


def told(rows: ir.Table, months: ir.Table) -> ir.Table:
    """The same rows; what was at work is unknown in months in which nothing of the program is told.

    `months` says in which it is (see grounds.py).
    """
    import ibis

    joined = rows.left_join(months.select("month", "program_told"), "month")
    names = [f"{name}_minutes" for name in COUNTED_WORK if f"{name}_minutes" in rows.columns]
    unknown = ibis.null("float64")
    work = {name: ibis.ifelse(joined.program_told, joined[name], unknown) for name in names}
    return joined.mutate(**work).select(*rows.columns)


def area_coverage(pieces: ir.Table, shifts: ir.Table, hours: ir.Table, areas: ir.Table) -> ir.Table:
    """One row a team, area it ever serves, and hour: its staffed and its busy minutes there.

    A shift of the whole city serves every row of `areas`. A team's units are one pool: where the
    team is on duty for the area, it is busy when all its units are.
    """
    import ibis

    served = _areas_served(shifts, areas)
    local = roster.of_areas(roster.turns(shifts))
    rows = pieces.inner_join(served, "team")
    same_area = [rows.team == local.team, rows.area == local.area, rows.since == local.since]
    rows = rows.left_join(local, same_area)
    there = (rows.on_duty_city > 0) | (local.on_duty_here.fill_null(0.0) > 0)
    rows = rows.select(
        *(rows[name] for name in ("team", "area", "starts")),
        staffed=ibis.ifelse(there, rows.lasts, 0.0),
        busy=ibis.ifelse(there | rows.busy.isnull(), rows.busy, 0.0),
    )
    return _minutes_by_hour(rows, hours, ("team", "area"), ("staffed", "busy"))


def _cut(hours: ir.Table, shifts: ir.Table, commitments: ir.Table) -> ir.Table:
    """One row a stretch of a team in which nothing changes, within one hour."""
    import ibis

    none = ibis.null("int64")
    turns = roster.turns(shifts)
    moments = roster.moments(turns)
    bounds = moments.select("team").distinct().cross_join(hours)
    rows = ibis.union(
        turns_of_work(commitments).mutate(since=none, starts=none),
        moments.select("team", at=moments.since, committed=0.0, since=moments.since, starts=none),
        bounds.select("team", at=bounds.starts, committed=0.0, since=none, starts=bounds.starts),
    )
    # At one second all rows have the same sums, and all but the last of them last no time.
    so_far = ibis.window(group_by="team", order_by="at", range=(None, 0))
    rows = rows.select(
        *("team", "at"),
        committed=rows.committed.sum().over(so_far),
        since=rows.since.max().over(so_far),
        starts=rows.starts.max().over(so_far),
        next_at=rows["at"].lead().over(ibis.window(group_by="team", order_by="at")),
    )
    team = roster.of_teams(turns)
    found = rows.inner_join(hours, "starts")
    found = found.inner_join(team, ["team", "since"])
    until = ibis.least(ibis.coalesce(found.next_at, found.ends), found.ends)
    found = found.mutate(lasts=(until - found["at"]).cast("float64"))
    return found.filter(found.lasts > 0)


def _areas_served(shifts: ir.Table, areas: ir.Table) -> ir.Table:
    """Each team and area for which it ever has a shift."""
    everywhere = shifts.filter(shifts.area.isnull()).select("team").distinct()
    everywhere = everywhere.cross_join(areas).select("team", "area")
    somewhere = shifts.filter(shifts.area.notnull()).select("team", "area")
    return everywhere.union(somewhere, distinct=True)


def _minutes_by_hour(
    rows: ir.Table, hours: ir.Table, keys: Sequence[str], counted: Sequence[str]
) -> ir.Table:
    """One row a key and hour: the minutes of what is counted in seconds, and when it was."""
    summed = rows.group_by(*keys, "starts").aggregate(**{n: rows[n].sum() for n in counted})
    found = summed.inner_join(hours, summed.starts == hours.starts)
    return found.select(
        *(summed[key] for key in keys),
        month=month_of(hours.starts_at),
        hour_of_week=hour_of_week(hours.starts_at),
        starts_at=hours.starts_at,
        **{f"{name}_minutes": summed[name] / 60.0 for name in counted},
    )
