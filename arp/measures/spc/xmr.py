"""Signal and noise over the months of one figure: an XmR chart as a table.

Points are the months that are known and over. The sequence of points is judged without its gaps;
a gap stays a gap. Counts are judged a day, because a month of 31 days has more calls than one of
28: the rules and limits are worked out from the count per day, and the limits of each month are
that times its days, so that they stand beside the count itself and step with the month's length.
Limits of shares may lie below 0 or above 1: they are cut for drawing only.
"""

from __future__ import annotations

import calendar
from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from arp.measures.indicator import Better
from arp.measures.readings import NOT_MATURE, OK
from arp.measures.spc.limits import FEWEST_POINTS, Limits, limits
from arp.measures.spc.rules import RUN, Flag, flags, meaning
from arp.measures.spc.summary import Summary, summarized

if TYPE_CHECKING:
    import pandas as pd

LINES = ("mean", "lower", "upper", "near_lower", "near_upper")
MONTH_RUNS = "This month is not over in the data."


@dataclass(frozen=True)
class Xmr:
    """The months with their limits and signals, and what the latest of them says."""

    months: pd.DataFrame
    summary: Summary


@dataclass(frozen=True)
class _Segment:
    """The months between two process changes, and those of them that are points."""

    number: int
    rows: list[int]
    points: list[int]
    limits: Limits | None
    flags: Sequence[Flag | None]


def spc(
    readings: pd.DataFrame,
    *,
    better: Better,
    target: float | None = None,
    rebase: Collection[str] = (),
    complete_through: str | None = None,
    per_day: bool = False,
    first_n: int | None = None,
    drop_outlying: bool = True,
    trend_length: int = RUN,
) -> Xmr:
    """The months of one indicator and one group with limits, rule, signal, letter and segment.

    Grain: one row a month, in time order, all columns of `readings` kept. A month after
    `complete_through` is not mature. `rule`, `signal` and `letter` are blank for what is no point;
    the limits stand on every month of their segment.

    Args:
        readings: monthly readings of one indicator and one group.
        better: which way is better; without a direction there is neither good nor bad.
        target: in the indicator's unit.
        rebase: the first months of new segments, at process changes that a person has named.
        complete_through: the last month that is over in the data; None takes all as over.
        per_day: whether the value is a count of the month, judged a day.
        first_n: how many first points of each segment make its limits; None is all.
        drop_outlying: whether outlying moves are left out of the limits, once.
        trend_length: how many points in a row make a trend.

    Raises:
        ValueError: when a month is there twice: more than one indicator or group.
    """
    months = _in_time(readings, complete_through)
    days = [_days(period) if per_day else 1 for period in months["period"]]
    known = (months["status"] == OK) & months["value"].notna()
    judged = {
        at: value / day
        for at, (value, day, point) in enumerate(zip(months["value"], days, known, strict=True))
        if point
    }
    segments = []
    for number, rows in enumerate(_segments(list(months["period"]), rebase), start=1):
        points = [at for at in rows if at in judged]
        values = [judged[at] for at in points]
        lines = limits(values, first_n=first_n, drop_outlying=drop_outlying)
        found = flags(values, lines, trend_length=trend_length) if lines else [None] * len(points)
        segments.append(_Segment(number, rows, points, lines, found))
    table = _written(months, segments, days, better)
    return Xmr(table, summarized(table, better, target))


def last_full_month(last_day: str) -> str:
    """The last month that is over in data reaching to this day (“2026-10-30” is still September).

    A month is over when the data reach its last day: what comes later could still add to it.
    """
    year, month, day = (int(part) for part in last_day.split("-"))
    if day < calendar.monthrange(year, month)[1]:
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    return f"{year:04d}-{month:02d}"


def center(segment: pd.DataFrame) -> float:
    """The mean line of one segment's months; of its values where no line is drawn.

    The line of a count steps with the length of its months: this is the mean of its steps.

    Args:
        segment: months as `spc` gives them, or the readings as they came.
    """
    drawn = segment["mean"].dropna() if "mean" in segment else segment["value"].iloc[:0]
    return float((drawn if len(drawn) else segment["value"]).mean())


def _in_time(readings: pd.DataFrame, complete_through: str | None) -> pd.DataFrame:
    """The dated months in order; a month that is not over has no value that could be compared."""
    months = readings[readings["period"].str.match(r"^\d{4}-\d{2}$")].sort_values("period")
    if months["period"].duplicated().any():
        raise ValueError("A month is there twice; limits are of one indicator and one group.")
    months = months.reset_index(drop=True)
    if complete_through is not None:
        running = (months["period"] > complete_through) & (months["status"] == OK)
        months.loc[running, ["status", "reason"]] = [NOT_MATURE, MONTH_RUNS]
    return months


def _segments(periods: Sequence[str], rebase: Collection[str]) -> list[list[int]]:
    """The rows of each segment; a change before the first month or after the last makes none."""
    starts = sorted(set(rebase))
    by_start: dict[int, list[int]] = {}
    for at, period in enumerate(periods):
        by_start.setdefault(bisect_right(starts, period), []).append(at)
    return list(by_start.values())


def _written(
    months: pd.DataFrame, segments: Sequence[_Segment], days: Sequence[int], better: Better
) -> pd.DataFrame:
    """The months with what their segments say of them."""
    import pandas as pd

    said: list[dict[str, Any]] = [{} for _ in days]
    for segment in segments:
        for at in segment.rows:
            lines = [getattr(segment.limits, name, float("nan")) * days[at] for name in LINES]
            said[at] = dict(zip(LINES, lines, strict=True)) | {
                "segment": segment.number,
                "trial": len(segment.points) < FEWEST_POINTS,
            }
        for at, flag in zip(segment.points, segment.flags, strict=True):
            if segment.limits:
                said[at] |= _named(flag, better)
    blank = dict.fromkeys(("rule", "signal", "letter"), "")
    columns = [*LINES, "rule", "signal", "letter", "trial", "segment"]
    return months.join(pd.DataFrame([blank | row for row in said], columns=columns))


def _named(flag: Flag | None, better: Better) -> dict[str, str]:
    """A point's flag as rule, signal and letter."""
    return {
        "rule": flag.rule.value if flag else "",
        "signal": meaning(flag, better).value,
        "letter": flag.letter if flag else "",
    }


def _days(period: str) -> int:
    return calendar.monthrange(int(period[:4]), int(period[5:]))[1]
