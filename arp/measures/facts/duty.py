"""Duty: which shifts a team works, and at any moment its units on duty and units committed.

Shifts and commitments are half-open, [starts, ends), in steady seconds (see clock.py). A moment is
looked up by running sums over all that starts, ends or asks, in the order of time.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from arp.measures.facts import roster
from arp.measures.facts.clock import DAY, ClockChange, steady_from_wall, steady_seconds

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pyarrow as pa

    from arp.measures.settings import Entry, Settings

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def shifts(
    settings: Settings, first_day: date, last_day: date, changes: Sequence[ClockChange]
) -> pa.Table:
    """One row a shift of the schedule that may touch these days: team, area, starts, ends, units.

    `area` is null for the whole city. A shift belongs to the day on which it starts: that day's
    entry counts up to the shift's end, past midnight too, and the day before the first is there for
    the shifts that reach into it. An entry that lacks weekdays, start, end or units is no shift.
    """
    holidays = _holidays(settings)
    parts = []
    for entry in settings.entries("schedule"):
        if all(entry.value.get(name) for name in ("weekdays", "starts", "ends", "units")):
            days = _days_of(entry, first_day - timedelta(days=1), last_day)
            midnights = [_midnight(day) for day in days if _is_worked(entry, day, holidays)]
            starts, ends = _seconds_of_day(entry.value)
            spans = [(midnight + starts, midnight + ends) for midnight in midnights]
            parts.append(_spans(settings, entry, spans, changes))
    return _together(parts)


def service(
    settings: Settings, first_day: date, last_day: date, changes: Sequence[ClockChange]
) -> pa.Table:
    """One row an entry of the schedule: from when to when it says that a team serves an area.

    The columns are those of `shifts`; the hours of the day play no part.
    """
    parts = []
    for entry in settings.entries("schedule"):
        days = _days_of(entry, first_day, last_day)
        spans = [(_midnight(days[0]), _midnight(days[-1]) + DAY)] if days else []
        parts.append(_spans(settings, entry, spans, changes))
    return _together(parts)


def _days_of(entry: Entry, first_day: date, last_day: date) -> list[date]:
    """The days from the first to the last on which the entry holds."""
    since, until = max(entry.first_day, first_day), min(entry.last_day, last_day)
    return [since + timedelta(days=day) for day in range((until - since).days + 1)]


def _is_worked(entry: Entry, day: date, holidays: Collection[date]) -> bool:
    """Whether the entry's shift starts on that day."""
    if WEEKDAYS[day.weekday()] not in entry.value["weekdays"].split("; "):
        return False
    return entry.value.get("holidays") is not False or day not in holidays


def _holidays(settings: Settings) -> frozenset[date]:
    return frozenset(
        date.fromisoformat(entry.value["day"]) for entry in settings.entries("holidays")
    )


def _midnight(day: date) -> int:
    """The second since 1970 at which the day begins by the wall clock."""
    return (day - date(1970, 1, 1)).days * DAY


def _seconds_of_day(value: Any) -> tuple[int, int]:
    """Seconds from midnight to a shift's start and end; the end may lie on the next day."""
    starts, ends = (_seconds_since_midnight(value[name]) for name in ("starts", "ends"))
    return starts, ends if ends > starts else ends + DAY


def _seconds_since_midnight(text: str) -> int:
    if text.strip() == "24:00":
        return DAY
    at = datetime.combine(date.min, time.fromisoformat(text.strip().zfill(len("07:00"))))
    return int((at - datetime.min).total_seconds())


def _spans(
    settings: Settings,
    entry: Entry,
    wall_spans: Sequence[tuple[int, int]],
    changes: Sequence[ClockChange],
) -> pa.Table:
    """One row a span of an entry; a span within an hour that never comes is none."""
    import numpy as np
    import pyarrow as pa

    wall = np.array(wall_spans, dtype=np.int64).reshape(-1, 2)
    starts, ends = steady_from_wall(wall, changes).T
    real = ends > starts
    named = {row.value["label"]: row.value.get("area") for row in settings.entries("areas")}
    area = entry.value.get("area") or None
    said = {
        "team": entry.value["team"],
        "area": named.get(area) or area,
        "units": entry.value.get("units"),
    }
    n, schema = int(real.sum()), _schema()
    columns = {name: pa.repeat(pa.scalar(said[name], schema.field(name).type), n) for name in said}
    columns |= {"starts": pa.array(starts[real]), "ends": pa.array(ends[real])}
    return pa.table(columns).select(schema.names)


def _together(parts: Sequence[pa.Table]) -> pa.Table:
    import pyarrow as pa

    return pa.concat_tables([_schema().empty_table(), *parts])


def _schema() -> pa.Schema:
    import pyarrow as pa

    text, whole = pa.string(), pa.int64()
    whens = [("starts", whole), ("ends", whole), ("units", whole)]
    return pa.schema([("team", text), ("area", text), *whens])


def commitments(responses: ir.Table, changes: Sequence[ClockChange]) -> ir.Table:
    """One row a unit of a team, from its dispatch until it was cleared: team, starts, ends.

    `responses` is the fact `unit_responses`. A unit of which that time is unknown, or not valid,
    is left out.
    """
    rows = responses.filter(responses.team.notnull(), responses.committed_valid)
    starts = steady_seconds(rows.dispatched_at, changes)
    # Not the wall clock of the end: which pass of a doubled hour that is, the minutes know.
    lasted = (rows.committed_minutes * 60).round().cast("float64").cast("int64")
    return rows.select("team", starts=starts, ends=starts + lasted)


def turns_of_work(commitments: ir.Table) -> ir.Table:
    """The moments at which one more unit of a team is committed, or one fewer: team, at, committed.

    In floating point: DuckDB would sum whole numbers in 128 bits.
    """
    import ibis

    return ibis.union(
        *(
            commitments.select("team", at=commitments[moment], committed=ibis.literal(sign))
            for moment, sign in (("starts", 1.0), ("ends", -1.0))
        )
    )


def standing(
    pairs: ir.Table, service: ir.Table, shifts: ir.Table, commitments: ir.Table
) -> ir.Table:
    """How a team stood when a call came in, one row a call and team of `pairs`.

    `pairs` has incident_number, team, area and asked_at, in steady seconds. What changes at that
    very second has changed.

    * serves: by the schedule of that day the team serves the call's area at some hour, or a shift
      of the day before still does.
    * on_duty: the team's units on duty for that area then. They are one pool: where the team serves
      the area at that minute, all its units on duty anywhere count; else it is 0.
    * on_duty_anywhere: that pool, wherever the call is.
    * committed: the team's units at work then.

    All but the last are unknown for a team of which there is no schedule, and for a call without
    area where that decides; `committed` for a team of which no unit's work is known.
    """
    turns = roster.turns(shifts, service)
    rows = _looked_up(pairs, roster.moments(turns), turns_of_work(commitments))
    team, area = roster.of_teams(turns), roster.of_areas(turns)
    working = commitments.select("team").distinct()
    found = rows.left_join(team, [rows.team == team.team, rows.since == team.since])
    same_area = [rows.team == area.team, rows.area == area.area, rows.since == area.since]
    found = found.left_join(area, same_area).left_join(working, rows.team == working.team)
    return _answers(
        found.select(
            *(rows[name] for name in rows.columns),
            **{name: team[name] for name in team.columns[2:]},
            **{name: area[name].fill_null(0.0) for name in area.columns[3:]},
            work_is_known=working.team.notnull(),
        )
    )


def _looked_up(pairs: ir.Table, moments: ir.Table, work: ir.Table) -> ir.Table:
    """Each pair with the units committed, and since when the roster is what it is, at its second.

    `since` is null for a team without a roster, both are for a pair without a time.
    """
    import ibis

    text, none = ibis.null("string"), ibis.null("int64")
    rows = ibis.union(
        pairs.select(
            *("incident_number", "team", "area"),
            at=pairs.asked_at,
            committed=0.0,
            since=none,
            is_asked=True,
        ),
        work.select(
            *(text.name("incident_number"), "team", text.name("area"), "at", "committed"),
            since=none,
            is_asked=False,
        ),
        moments.select(
            *(text.name("incident_number"), "team", text.name("area")),
            at=moments.since,
            committed=0.0,
            since=moments.since,
            is_asked=False,
        ),
    )
    so_far = ibis.window(group_by="team", order_by="at", range=(None, 0))
    rows = rows.mutate(
        committed=rows.committed.sum().over(so_far), since=rows.since.max().over(so_far)
    )
    asked, timed = rows.filter(rows.is_asked), rows["at"].notnull()
    return asked.select(
        *("incident_number", "team", "area"),
        committed=ibis.ifelse(timed, rows.committed, ibis.null("float64")),
        since=ibis.ifelse(timed, rows.since, none),
    )


def _answers(rows: ir.Table) -> ir.Table:
    import ibis

    def covers(what: str) -> ir.BooleanValue:
        """Whether any of it is for the whole city or the row's area; unknown without an area."""
        there = (rows[f"{what}_city"] > 0) | (rows[f"{what}_here"] > 0)
        in_doubt = rows.area.isnull() & ~there & (rows[what] > 0)
        return ibis.ifelse(in_doubt, ibis.null("boolean"), there)

    staffed, on_duty = covers("on_duty"), rows.on_duty.cast("int64")
    unknown, none = ibis.null("int64"), ibis.literal(0, "int64")
    return rows.select(
        *("incident_number", "team"),
        serves=covers("serving") | staffed,
        on_duty=ibis.cases((staffed, on_duty), (~staffed, none), else_=unknown),
        on_duty_anywhere=on_duty,
        committed=ibis.ifelse(rows.work_is_known, rows.committed.cast("int64"), unknown),
    )
