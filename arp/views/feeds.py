"""What each feed has brought, what has a gap, and what is due or missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from arp.measures.months import month_before
from arp.views import formats

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, kw_only=True)
class FeedState:
    """One feed as of a day: its months, its gaps, and which months should be here and are not."""

    feed: str
    title: str
    owner: str  # blank where nobody is named
    due_day: int | None
    rows: int
    first: str
    last: str
    gaps: tuple[str, ...]  # months without rows between the first and the last
    missing: tuple[str, ...]  # months after the last that were due by that day

    @property
    def sentence(self) -> str:
        """What is missing or due, who owns it and on which day of the month it is due."""
        owner = f", owner {self.owner}" if self.owner else ""
        if self.missing:
            months = formats.span(self.missing[0], self.missing[-1])
            verb = "is" if len(self.missing) == 1 else "are"
            due = f", due on the {ordinal(self.due_day)}" if self.due_day else ""
            return f"{months} {verb} missing: {self.title}{owner}{due}."
        without = f", without {formats.listed(map(formats.month, self.gaps))}" if self.gaps else ""
        return f"{self.title}: here up to {formats.month(self.last)}{without}{owner}."


def states(
    holdings: pd.DataFrame, settings: Iterable[Mapping[str, Any]], *, today: date
) -> list[FeedState]:
    """Every feed with data, the one that is furthest behind first.

    Args:
        holdings: table, feed, month and rows; undated rows are in no month.
        settings: the feeds section that holds today: feed, title, owner, due_day.
        today: the day as of which a month is due; see `missing_from`.
    """
    named = {entry["feed"]: entry for entry in settings}
    found = []
    for feed, held in holdings.groupby("feed", sort=True):
        months = sorted(set(held["month"]) - {"undated"})
        if months:
            found.append(_state(str(feed), months, int(held["rows"].sum()), named, today))
    return sorted(found, key=lambda state: (-len(state.missing), state.feed))


def ordinal(day: int) -> str:
    """A day of the month: 1st, 2nd, 5th, 22nd."""
    ending = "th" if day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"


def _state(
    feed: str, months: list[str], rows: int, named: Mapping[str, Mapping[str, Any]], today: date
) -> FeedState:
    entry = named.get(feed, {})
    due_day = int(entry["due_day"]) if entry.get("due_day") else None
    expected = _newest_due(today, due_day)
    after = formats.months_between(months[-1], max(expected, months[-1]))[1:]
    return FeedState(
        feed=feed,
        title=str(entry.get("title") or feed),
        owner=str(entry.get("owner") or ""),
        due_day=due_day,
        rows=rows,
        first=months[0],
        last=months[-1],
        gaps=tuple(sorted(set(formats.months_between(months[0], months[-1])) - set(months))),
        missing=tuple(after),
    )


def missing_from(month: str, due_day: int | None) -> date:
    """The day from which a month that is not here is missing.

    That is the due day of the next month; where none is set, the first day after the next month.
    """
    after = month_before(month, -1)
    if due_day is None:
        return first_day(month_before(month, -2))
    last = (first_day(month_before(month, -2)) - first_day(after)).days
    return first_day(after).replace(day=min(due_day, last))


def first_day(month: str) -> date:
    """The month's first day."""
    return date(int(month[:4]), int(month[5:]), 1)


def _newest_due(today: date, due_day: int | None) -> str:
    """The newest month that should be here."""
    last = month_before(f"{today:%Y-%m}")
    return last if today >= missing_from(last, due_day) else month_before(last)
