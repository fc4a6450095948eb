"""Wall clocks and intervals: the moment of a row, and the minutes between two of its clocks.

The lake keeps the city's wall clock without a zone. Once or twice a year that clock jumps; between
two readings on both sides of a jump the difference is off by an hour, and within the hour that
comes twice a reading alone does not say which pass it was.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from zoneinfo import ZoneInfo

    import ibis.expr.types as ir
    import numpy as np
    import pyarrow as pa
    from numpy.typing import NDArray

DAY = 24 * 3600  # seconds
LONGEST_SECONDS = DAY  # an interval over 24 hours is not valid
DAYS_BEFORE_CHANGE = 7  # a row that begins within the week before a jump may have clocks after it


@dataclass(frozen=True)
class ClockChange:
    """One jump of the wall clock.

    Wall times from `starts` up to `ends` come twice (autumn, `seconds` below 0) or never (spring).
    """

    starts: datetime
    ends: datetime
    seconds: int

    def days(self) -> list[date]:
        """The days on which a row may begin whose clocks lie on both sides of the jump."""
        return [self.starts.date() + timedelta(days=day) for day in range(-DAYS_BEFORE_CHANGE, 2)]


def clock_changes(zone: ZoneInfo, years: Iterable[int]) -> list[ClockChange]:
    """The jumps of a zone's wall clock in these years, by date."""
    changes = []
    for year in sorted(years):
        day = datetime(year, 1, 1, tzinfo=UTC)
        while day.year == year:
            following = day + timedelta(days=1)
            if _offset(zone, day) != _offset(zone, following):
                changes.append(_change_between(zone, day, following))
            day = following
    return changes


def _offset(zone: ZoneInfo, moment: datetime) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta(0)


def _change_between(zone: ZoneInfo, before: datetime, after: datetime) -> ClockChange:
    old, new = _offset(zone, before), _offset(zone, after)
    while after - before > timedelta(seconds=1):
        middle = before + timedelta(seconds=(after - before) // timedelta(seconds=2))
        before, after = (middle, after) if _offset(zone, middle) == old else (before, middle)
    wall = after.replace(tzinfo=None)
    return ClockChange(wall + min(old, new), wall + max(old, new), int((new - old).total_seconds()))


def near_changes(changes: Iterable[ClockChange]) -> pa.Table:
    """One row a day near a jump: the day, and the jump's change_starts, _ends and _seconds."""
    import pyarrow as pa

    rows = [
        {
            "day": day,
            "change_starts": change.starts,
            "change_ends": change.ends,
            "change_seconds": change.seconds,
        }
        for change in changes
        for day in change.days()
    ]
    clock = pa.timestamp("us")
    columns = [("day", pa.date32()), ("change_starts", clock), ("change_ends", clock)]
    return pa.Table.from_pylist(rows, schema=pa.schema([*columns, ("change_seconds", pa.int64())]))


def steady_seconds(moment: ir.TimestampValue, changes: Sequence[ClockChange]) -> ir.IntegerValue:
    """A wall clock in seconds that never jump: two of them are as far apart as they were in life.

    Seconds since 1970 by the wall clock, less its jumps up to then. A time that comes twice is
    read as the first, one that never comes by the clock as it ran before.
    """
    import ibis

    # Some engines count seconds in floating point; ours are whole.
    wall = moment.epoch_seconds().cast("float64").cast("int64")
    branches = [(wall >= second, wall - jumped) for second, jumped in reversed(_jumps(changes))]
    return ibis.cases(*branches, else_=wall) if branches else wall


def steady_from_wall(wall: NDArray[np.int64], changes: Sequence[ClockChange]) -> NDArray[np.int64]:
    """The same of many wall clocks that are already counted in seconds since 1970."""
    import numpy as np

    jumps = _jumps(changes)
    passed = np.searchsorted([second for second, _ in jumps], wall, side="right")
    return wall - np.array([0, *(jumped for _, jumped in jumps)], dtype=np.int64)[passed]


def _jumps(changes: Iterable[ClockChange]) -> list[tuple[int, int]]:
    """From which wall second on a clock has surely jumped, and by how much in all, in time."""
    in_time = sorted(changes, key=lambda change: change.ends)
    ends = [int(change.ends.replace(tzinfo=UTC).timestamp()) for change in in_time]
    return list(zip(ends, accumulate(change.seconds for change in in_time), strict=True))


def first_known(*clocks: ir.TimestampValue) -> ir.TimestampValue:
    """The first clock that is known: the moment by which a row has its month and hour."""
    import ibis

    return ibis.coalesce(*clocks)


def month_of(moment: ir.TimestampValue) -> ir.StringValue:
    """The month of a moment, “2026-10”; null while it is undated."""
    return moment.strftime("%Y-%m")


def hour_of_week(moment: ir.TimestampValue) -> ir.IntegerValue:
    """Hour of the week: 0 is Monday 00:00–00:59, 167 Sunday 23:00–23:59."""
    return moment.day_of_week.index().cast("int64") * 24 + moment.hour().cast("int64")


def elapsed_seconds(
    start: ir.TimestampValue, end: ir.TimestampValue, changes: Sequence[ClockChange], near: ir.Table
) -> ir.IntegerValue:
    """Seconds between two wall clocks, in the city's time.

    A time in an hour that comes twice is read in the pass that makes the interval shortest without
    being negative. `near` has the jump close to the row (see `near_changes`), or nulls.
    """
    import ibis

    apart = end.epoch_seconds() - start.epoch_seconds()
    if not changes:
        return apart
    # The clock of a reading has surely jumped after the doubtful hour, surely not before it.
    start_jumped = (start >= near.change_ends).cast("int64")
    start_may = (start >= near.change_starts).cast("int64")
    end_jumped = (end >= near.change_ends).cast("int64")
    end_may = (end >= near.change_starts).cast("int64")
    possible = [
        ibis.ifelse(
            (end_jumped - start_may <= jumps) & (jumps <= end_may - start_jumped),
            apart - jumps * near.change_seconds,
            ibis.null("int64"),
        )
        for jumps in (-1, 0, 1)
    ]
    not_negative = [ibis.ifelse(seconds >= 0, seconds, ibis.null("int64")) for seconds in possible]
    shortest = ibis.coalesce(ibis.least(*not_negative), ibis.greatest(*possible))
    return ibis.ifelse(near.change_starts.isnull(), apart, shortest)


def minutes_if_valid(seconds: ir.IntegerValue) -> ir.FloatingValue:
    """Minutes of an interval; null where it is unknown, below 0 or over 24 hours."""
    import ibis

    return ibis.ifelse(is_valid(seconds), seconds / 60.0, ibis.null("float64"))


def is_valid(seconds: ir.IntegerValue) -> ir.BooleanValue:
    """Whether an interval is from 0 to 24 hours; unknown where a clock is missing."""
    return seconds.between(0, LONGEST_SECONDS)
