"""A calendar of feeds × months: what is there, came late, is partial or is missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from arp.measures.months import month_before
from arp.views import formats
from arp.views.feeds import first_day, missing_from, ordinal
from arp.words.grammar import UNDATED

if TYPE_CHECKING:
    import pandas as pd

MONTHS_SHOWN = 12
EMPTY_DAYS = 7  # so many days without a row at a month's start or end …
FEWER = 0.85  # … and less than this share of the feed's usual rows: the month is partial


class State(StrEnum):
    """How a month of a feed stands; the value is the word that people read."""

    THERE = "there"
    LATE = "late"
    PARTIAL = "partial"
    MISSING = "missing"
    DUE = "due"
    SO_FAR = "so far"
    NOTHING = ""


MEANINGS = {
    State.THERE: "rows of the whole month are here",
    State.LATE: "here, but came after its due day",
    State.PARTIAL: "a week or more at its start or end has no row",
    State.MISSING: "due, and not here",
    State.DUE: "the month is over, its file may still come",
    State.SO_FAR: "the month is not over",
}


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One month of one feed: how it stands, and where the word does not say all, what there is."""

    month: str
    state: State
    detail: str = ""


@dataclass(frozen=True, kw_only=True)
class Line:
    """One feed: its name, its owner and due day in words, and its months."""

    title: str
    about: str
    cells: tuple[Cell, ...]

    @property
    def remarks(self) -> list[str]:
        """What should be looked at, month by month: what is partial, missing or came late."""
        return [
            f"{self.title}, {formats.month(cell.month)}: {cell.state}{cell.detail}."
            for cell in reversed(self.cells)
            if cell.state in (State.PARTIAL, State.MISSING, State.LATE)
        ]


def spans(held: pd.DataFrame, today: date) -> list[tuple[str, str]]:
    """Twelve months each, the newest first, back to the first month of which there are rows."""
    first = min(_months(held), default=f"{today:%Y-%m}")
    last = f"{today:%Y-%m}"
    found: list[tuple[str, str]] = []
    while not found or last >= first:
        found.append((month_before(last, MONTHS_SHOWN - 1), last))
        last = month_before(last, MONTHS_SHOWN)
    return found


def newest_span(held: pd.DataFrame, today: date) -> int:
    """The place of the newest of the spans in which there are rows; the first where none has."""
    months = _months(held)
    each = enumerate(spans(held, today))
    return next((n for n, (first, last) in each if any(first <= m <= last for m in months)), 0)


def lines(
    held: pd.DataFrame,
    settings: Iterable[Mapping[str, Any]],
    arrivals: Mapping[tuple[str, str], datetime],
    *,
    span: tuple[str, str],
    today: date,
) -> list[Line]:
    """One line a feed that has rows or is named, in alphabetical order.

    Args:
        held: table, feed, month, rows, first and last day; undated rows are in no month.
        settings: the feeds section that holds today: feed, title, owner, due_day.
        arrivals: when each month of each feed first came, where that says whether it was late.
        span: the first and the last month to show.
        today: the day as of which a month is due.
    """
    named = {entry["feed"]: entry for entry in settings}
    dated = held[held["month"] != UNDATED]
    found = []
    for feed in sorted({*dated["feed"], *named}):
        rows = dated[dated["feed"] == feed]
        reading = _Feed(rows, named.get(feed, {}), _of_feed(arrivals, feed), today)
        months = formats.months_between(*span)
        cells = tuple(reading.cell(month) for month in months)
        title = str(named.get(feed, {}).get("title") or feed)
        found.append(Line(title=title, about=reading.about, cells=cells))
    return found


def _months(held: pd.DataFrame) -> set[str]:
    return set(held["month"]) - {UNDATED}


def _of_feed(arrivals: Mapping[tuple[str, str], datetime], feed: str) -> dict[str, date]:
    return {month: at.date() for (name, month), at in arrivals.items() if name == feed}


class _Feed:
    """One feed as of a day, month by month."""

    def __init__(
        self,
        rows: pd.DataFrame,
        entry: Mapping[str, Any],
        arrived: Mapping[str, date],
        today: date,
    ) -> None:
        by_month = rows.groupby("month").agg({"rows": "sum", "first": "min", "last": "max"})
        self._held = by_month
        self._usual = float(by_month["rows"].median()) if len(by_month) else 0.0
        self._due_day = int(entry["due_day"]) if entry.get("due_day") else None
        self._owner = str(entry.get("owner") or "")
        self._arrived, self._today = arrived, today

    @property
    def about(self) -> str:
        """Who sends it, and by when."""
        due = f"due on the {ordinal(self._due_day)}" if self._due_day else ""
        return ", ".join(part for part in (self._owner, due) if part)

    def cell(self, month: str) -> Cell:
        """How one month stands."""
        running = month >= f"{self._today:%Y-%m}"
        if month not in self._held.index:
            return Cell(month=month, state=State.NOTHING if running else self._absent(month))
        if running:
            return Cell(month=month, state=State.SO_FAR)
        if empty := self._empty(month):
            return Cell(month=month, state=State.PARTIAL, detail=f", {empty}")
        if late := self._late(month):
            return Cell(
                month=month, state=State.LATE, detail=f", by {formats.counted(late, 'day')}"
            )
        return Cell(month=month, state=State.THERE)

    def _absent(self, month: str) -> State:
        """Missing once it is due, and wherever later months are here; nothing before the first."""
        if not len(self._held) or month < self._held.index.min():
            return State.NOTHING
        due = self._today >= missing_from(month, self._due_day)
        return State.MISSING if due or month < self._held.index.max() else State.DUE

    def _empty(self, month: str) -> str:
        """Which end of the month has no row, where that is a week or more and rows are few."""
        import pandas as pd

        row = self._held.loc[month]
        if pd.isna(row["first"]) or (len(self._held) > 1 and row["rows"] > FEWER * self._usual):
            return ""
        starts, after = first_day(month), first_day(month_before(month, -1))
        first, last = row["first"].date(), row["last"].date()
        if after - last > timedelta(days=EMPTY_DAYS):
            return f"no row after {formats.day(last)}"
        return f"no row before {formats.day(first)}" if (first - starts).days >= EMPTY_DAYS else ""

    def _late(self, month: str) -> int:
        """By how many days it came after its due day; 0 where it did not or nobody can tell."""
        if self._due_day is None or month not in self._arrived:
            return 0
        return max((self._arrived[month] - missing_from(month, self._due_day)).days, 0)


def legend(shown: Sequence[Line]) -> list[tuple[State, str]]:
    """The states that occur among these lines, each with what it means."""
    used = {cell.state for line in shown for cell in line.cells}
    return [(state, words) for state, words in MEANINGS.items() if state in used]
