"""What a lake says of one month: everything a digest is composed of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date
from typing import TYPE_CHECKING

from arp.exhibits.core import CORE
from arp.lake.held import arrived, held
from arp.lake.ledger import standing
from arp.lake.undo import undone
from arp.measures.months import month_before
from arp.review.promises import open_now, promises
from arp.views import feed_calendar, feeds
from arp.words.grammar import UNDATED

if TYPE_CHECKING:
    import pandas as pd

    from arp.digest.published import MovedSet
    from arp.exhibits.handout import Commitment
    from arp.exhibits.look import Direct
    from arp.lake.change import LedgerRow
    from arp.lake.doctor import Fault
    from arp.lake.lake import Lake
    from arp.lake.snapshot import Snapshot
    from arp.measures.evidence import Evidence
    from arp.measures.indicator import Indicator
    from arp.measures.judge.judging import Gate
    from arp.measures.monthly import Monthly
    from arp.views.feed_calendar import Line as FeedLine
    from arp.views.feeds import FeedState

Span = tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class Found:
    """What there is to tell of a month, as of a day.

    Attributes:
        program: the program's name; blank where nobody gave it.
        month: the month it is about, "2026-10".
        today: the day on which it is told.
        as_of: the day of the newest change.
        over: the last month that is over in the data; None where none is.
        held: whether there is any row of the month.
        span: the months over which gates are judged; None where none of them is over.
        series: the judged months of the core figures, up to the month.
        gates: the gates over the span.
        before: the same over the span without its last month; empty where it has only one.
        calendar: the twelve months up to the month, feed by feed.
        states: how far each feed has come.
        nothing_yet: feeds that are named and have brought nothing, as their settings have them.
        changes: what was saved that brought rows of the month, or in the month after; newest first.
        taken_back: the changes that are taken back.
        moved: published sets of which figures have moved.
        history: every change by the number of its snapshot.
        indicators: the city's, by key.
        notes: what the doctor noticed that no figure rests on.
        commitments: what was promised at reviews and is not done.
        sample: whether it is the made-up city.
        method: the day of the method by which figures are worked out.
    """

    program: str
    month: str
    today: date
    as_of: date
    over: str | None
    held: bool
    span: Span | None
    series: Sequence[Monthly]
    gates: Sequence[Gate]
    before: Sequence[Gate]
    calendar: Sequence[FeedLine]
    states: Sequence[FeedState]
    nothing_yet: Sequence[Mapping[str, object]]
    changes: Sequence[LedgerRow]
    taken_back: frozenset[str]
    moved: Sequence[MovedSet]
    history: Mapping[int, LedgerRow]
    indicators: Mapping[str, Indicator]
    notes: Sequence[Fault]
    commitments: Sequence[Commitment]
    sample: bool
    method: str


def found(lake: Lake, snapshot: Snapshot, *, month: str | None, today: date) -> Found:
    """What a lake says of a month; of the last one that is over where none is named.

    Figures about people are those that the department may see (`Audience.INSIDE`).
    """
    from arp import METHOD_DATE
    from arp.digest.published import moved_sets
    from arp.measures.evidence import Evidence

    evidence = Evidence.derive(snapshot, today=today)
    rows, history = held(snapshot), lake.history()
    months = sorted(set(rows["month"]) - {UNDATED})
    about = month or evidence.complete_through or month_before(f"{today:%Y-%m}")
    span = _span(months, evidence.complete_through, about)
    gates, before = _gates(evidence, span)
    settings = snapshot.read("settings").to_pylist()
    named = evidence.settings.on("feeds", today)
    return Found(
        program=_program(evidence, today),
        month=about,
        today=today,
        as_of=snapshot.at.replace(tzinfo=UTC).astimezone().date(),
        over=evidence.complete_through,
        held=about in months,
        span=span,
        series=_series(evidence, months, about),
        gates=gates,
        before=before,
        calendar=_calendar(rows, named, history, about, today),
        states=feeds.states(rows, named, today=today),
        nothing_yet=[one for one in named if one["feed"] not in set(rows["feed"])],
        changes=_changes(history, about),
        taken_back=frozenset(undone(history)),
        moved=moved_sets(lake, evidence, settings),
        history={row.snapshot: row for row in standing(history)},
        indicators=evidence.indicators,
        notes=[fault for fault in lake.doctor() if fault.is_note],
        commitments=list(open_now(promises(settings)).values()),
        sample=lake.is_sample,
        method=METHOD_DATE,
    )


def _span(months: Sequence[str], over: str | None, about: str) -> Span | None:
    """From the first month there is to the month told of, as far as it is over."""
    if not months or over is None or min(over, about) < months[0]:
        return None
    return months[0], min(over, about)


def _look(evidence: Evidence, span: Span) -> Direct:
    from arp.exhibits.look import Direct

    return Direct(evidence, evidence.settings, span, "", chosen=span)


def _series(evidence: Evidence, months: Sequence[str], about: str) -> list[Monthly]:
    if not months or about < months[0]:
        return []
    return list(_look(evidence, (months[0], about)).monthly(tuple(CORE)).values())


def _gates(evidence: Evidence, span: Span | None) -> tuple[list[Gate], list[Gate]]:
    """The gates over a span, and over the same without its last month."""
    if span is None:
        return [], []
    first, last = span
    before = _look(evidence, (first, month_before(last))).gates() if first < last else []
    return _look(evidence, span).gates(), before


def _calendar(
    rows: pd.DataFrame,
    named: Sequence[Mapping[str, object]],
    history: Sequence[LedgerRow],
    about: str,
    today: date,
) -> list[FeedLine]:
    first = month_before(about, feed_calendar.MONTHS_SHOWN - 1)
    return feed_calendar.lines(rows, named, arrived(history), span=(first, about), today=today)


def _changes(history: Sequence[LedgerRow], about: str) -> list[LedgerRow]:
    """What was uploaded or taken back, of the month or in the month after it; newest first."""
    after = month_before(about, -1)
    return [
        row
        for row in history
        if row.kind in ("upload", "undo", "recovery")
        and (about in row.months or f"{row.at.astimezone():%Y-%m}" == after)
    ]


def _program(evidence: Evidence, today: date) -> str:
    named = evidence.settings.on("program", today)
    return str(named[0].get("program") or "") if named else ""
