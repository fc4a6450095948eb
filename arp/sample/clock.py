"""Sampleton's clock: the simulation runs in whole seconds of UTC, its files say local time.

So a shift that spans a clock change has its true length, and the repeated hour of the autumn
stands twice in the files, as it does in real ones.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import numpy as np

from arp.sample.place import TIME_ZONE

if TYPE_CHECKING:
    from numpy.typing import NDArray

NEVER = np.int64(-1)  # a clock that was not stamped
HOURS_A_WEEK = 168
THURSDAY = 72  # the hour of the week at which 1970 began
STRETCH = 5 * 365 * 86_400  # offsets are worked out for so many seconds at once


def months_ending(end: str, count: int) -> list[str]:
    """The `count` months up to and including `end`, such as “2026-10”."""
    year, month = (int(part) for part in end.split("-"))
    last = year * 12 + month - 1
    return [f"{n // 12}-{n % 12 + 1:02d}" for n in range(last - count + 1, last + 1)]


def first_day(month: str) -> date:
    """The first day of a month such as “2026-10”."""
    return date.fromisoformat(f"{month}-01")


def next_month(month: str) -> str:
    """The month after this one."""
    return f"{first_day(month) + timedelta(days=31):%Y-%m}"


def utc_seconds(day: date) -> int:
    """Seconds of UTC at which the day begins in Sampleton."""
    return int(datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(TIME_ZONE)).timestamp())


def local(seconds: NDArray[np.int64]) -> NDArray[np.int64]:
    """The same moments as Sampleton's wall clocks show them, in seconds since 1970-01-01 local."""
    known = seconds[seconds != NEVER]
    if not len(known):
        return seconds
    first, last = int(known.min()) // STRETCH, int(known.max()) // STRETCH + 1
    starts, offsets = _offsets(first * STRETCH, last * STRETCH)
    shown = seconds + offsets[np.searchsorted(starts, seconds, side="right") - 1]
    return np.where(seconds == NEVER, NEVER, shown)


def hour_of_week(seconds: NDArray[np.int64]) -> NDArray[np.int64]:
    """The hours of the week, as the wall clocks show them: 0 is Monday midnight, 167 the last."""
    return (local(seconds) // 3600 + THURSDAY) % HOURS_A_WEEK


def month_numbers(seconds: NDArray[np.int64]) -> NDArray[np.int64]:
    """The months that the wall clocks show, counted from January 1970."""
    months = local(seconds).astype("datetime64[s]").astype("datetime64[M]")
    return np.asarray(months.astype(np.int64))


@lru_cache(maxsize=8)
def _offsets(first: int, last: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """When each offset from UTC begins, and the offset, over a stretch of time (by the hour)."""
    zone = ZoneInfo(TIME_ZONE)
    starts, offsets = [-(2**62)], [_offset(first, zone)]
    for day in range(first, last + 86_400, 86_400):
        if _offset(day, zone) != offsets[-1]:
            change = next(
                hour
                for hour in range((day - 86_400) // 3600 * 3600, day + 3600, 3600)
                if _offset(hour, zone) != offsets[-1]
            )
            starts.append(change)
            offsets.append(_offset(day, zone))
    return np.array(starts, dtype=np.int64), np.array(offsets, dtype=np.int64)


def _offset(seconds: int, zone: ZoneInfo) -> int:
    shown = datetime.fromtimestamp(seconds, UTC).astimezone(zone).utcoffset()
    assert shown is not None
    return int(shown.total_seconds())
