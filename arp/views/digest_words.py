"""What a digest says: of each signal, gate, feed, change and promise one sentence.

Every sentence with a figure names its period and how many rows carry it. Plain text throughout.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from arp.measures.judge.judging import NO_TARGET, Gate, Judged, Verdict
from arp.measures.monthly import Monthly
from arp.measures.months import month_before
from arp.measures.readings import NOT_MATURE
from arp.measures.spc.rules import Signal
from arp.views import feeds, formats, gate_words, sentences, signal_words, spc_words, upload_words

if TYPE_CHECKING:
    from arp.exhibits.handout import Commitment
    from arp.lake.change import LedgerRow
    from arp.views.feeds import FeedState

SIGNALS = "Signals: what is more than the usual ups and downs?"
GATES = "Ready to expand: how do the gates stand?"
PROBLEMS = "Data problems"
DUE = "What is due, and from whom?"
PROMISES = "Open commitments"
NO_PROBLEM = "No data problem was found."
NO_FEED = "No feed is named and none has brought a row."
NO_GATE = "No month is over in the data, so that no gate can be judged."
NO_TURN = "No gate changed since the month before."
SIGNAL_WORDS = {
    Signal.CONCERN: "Concern",
    Signal.IMPROVEMENT: "Improvement",
    Signal.NO_DIRECTION: "Signal",
}
INSIDE = (
    "For the department only. Figures about people are told as inside: of the whole program and "
    "of whole months; nothing is broken down by area or by who people are, and no single call or "
    "person is told of."
)
SAMPLE = "These are figures of a made-up city."


def subject(program: str, month: str, news: Sequence[str]) -> str:
    """The line that a mailer takes: Durham HEART, Oct 2026: 1 concern, 2 data problems."""
    said = ", ".join(news) or "nothing changed"
    about = f"{program}, {formats.month(month)}" if program else formats.month(month)
    return f"{_one_line(about)}: {said}"


def title(program: str, month: str) -> str:
    """What changed in Oct 2026."""
    whose = f" · {_one_line(program)}" if program else ""
    return f"What changed in {formats.month(month)}{whose}"


def nothing_changed(reasons: Sequence[str]) -> str:
    """That nothing changed, and why that can be said or cannot."""
    return " ".join(["Nothing changed.", *(reason for reason in reasons if reason)])


def incomplete(month: str, over: str | None) -> str:
    """That the month is not over in the data; nothing where it is."""
    if over is not None and month <= over:
        return ""
    through = f": they are complete through {formats.month(over)}" if over else ""
    return (
        f"The data of {formats.month(month)} are not complete{through}. What is not complete is "
        "not judged."
    )


def period_signal(one: Monthly) -> str:
    """A signal with its rule, then the month's figure, how many rows carry it, and the target."""
    last = one.months[one.months["period"] == one.summary.period].iloc[-1]
    carried = sentences.of_whole(last)
    figure = with_unit(one.summary.value, one.unit) + (f" ({carried})" if carried else "")
    aim = signal_words.assurance(one)
    said = (
        f"{one.name}: {spc_words.signal(one.summary, one.unit).partition(': ')[2]}",
        f"{formats.month(str(one.summary.period))}: {figure}{'; ' + aim if aim else ''}.",
        spc_words.trial(one.summary),
    )
    return " ".join(part for part in said if part)


def with_unit(value: float | None, unit: str) -> str:
    """A value with the name of what is counted: 1,034 responses; 16.7 minutes."""
    counts = unit not in formats.PRINTED and value is not None
    return f"{formats.quantity(value, unit)}{' ' + unit if counts else ''}"


def too_early(series: Sequence[Monthly], month: str) -> str:
    """Of which figures the month cannot be told yet, and which month is told instead."""
    early: dict[str, list[str]] = {}
    for one in series:
        rows = one.months[one.months["period"] == month]
        if len(rows) and (rows["status"] == NOT_MATURE).all():
            early.setdefault(one.summary.period or "", []).append(one.name)
    said = [
        f"Too early to tell of {formats.month(month)}: {formats.listed(names)}"
        + (f"; {formats.month(period)} is told instead." if period else ".")
        for period, names in early.items()
    ]
    return " ".join(said)


def gate(one: Gate, period: str, was: Verdict | None) -> str:
    """A gate with the figures that decide it: those that miss, else those nobody can tell."""
    deciding = [figure for figure in one.figures if figure.verdict is one.verdict]
    if one.verdict is Verdict.CANNOT_TELL:
        why = [f"{names}: {_lower(reason)}." for reason, names in gate_words.untold([one]).items()]
        said = " ".join([*why, gate_words.without_target([one])])
    else:
        said = "; ".join(_figure(figure) for figure in deciding)
    turned = f" A month before: {was}." if was is not None and was is not one.verdict else ""
    return f"{one.name}, {period}. {said.strip().rstrip('.')}.{turned}"


def _figure(one: Judged) -> str:
    """Response time (median), 16.4 minutes (n = 15,863, target at most 15.0 minutes)."""
    if one.value is None:
        return f"{one.name}: {_lower(one.reason) or gate_words.target(one)}"
    n = f"n = {formats.count(one.n)}" if one.n else ""
    target = gate_words.target(one)
    aim = "" if target == NO_TARGET else f"target: {target}"
    within = ", ".join(part for part in (n, aim) if part)
    return f"{one.name} {gate_words.value(one)} ({within})"


def came_in(changes: Sequence[LedgerRow], month: str) -> str:
    """How many uploads brought rows of the month, and how many rows were read and set aside."""
    brought = [row for row in changes if row.kind == "upload" and month in row.months]
    if not brought:
        return f"No upload brought rows of {formats.month(month)}."
    read, aside = (
        sum(_counted(row, word) for row in brought) for word in ("rows_read", "set_aside")
    )
    set_aside = f"{formats.count(aside)} of them set aside" if aside else "none set aside"
    return (
        f"{formats.counted(len(brought), 'upload')} brought rows of {formats.month(month)}: "
        f"{formats.counted(read, 'row')} read, {set_aside}."
    )


def set_aside(row: LedgerRow) -> str:
    """What an upload could not use: rows set aside, rows without any date; blank without any."""
    aside, read = _counted(row, "set_aside"), _counted(row, "rows_read")
    parts = []
    if aside:
        parts.append(f"{formats.count(aside)} of {formats.counted(read, 'row')} set aside")
    if row.undated:
        parts.append(f"{formats.counted(row.undated, 'row')} without any date")
    if not parts:
        return ""
    months = formats.listed(formats.span(*run) for run in formats.runs(row.months))
    said = upload_words.event(row)
    return f"{said[0].upper()}{said[1:]}{', ' + months if months else ''}: {' and '.join(parts)}."


def _counted(row: LedgerRow, word: str) -> int:
    tallies = {name: one for name, one in row.tallies.items() if name != "settings"}
    return sum(int(getattr(tally, word)) for tally in tallies.values())


def taken_back(row: LedgerRow) -> str:
    """What was taken back or gone back to, when and by whom."""
    said = upload_words.event(row)
    return f"{said[0].upper()}{said[1:]}."


def due(state: FeedState) -> str:
    """The next month of a feed: on which day it is due and from whom."""
    following = month_before(state.last, -1)
    day = feeds.missing_from(following, state.due_day)
    month, when = formats.month(following), formats.day(day)
    if state.missing:
        return f"{state.title}: {month} was due by {when}, from {_owner(state.owner)}."
    if state.due_day is None:
        said = f"no due day is set; {month} counts as missing from {when}"
        return f"{state.title}: {said}, from {_owner(state.owner)}."
    return f"{state.title}: {month} is due on {when}, from {_owner(state.owner)}."


def nothing_yet(feed: Mapping[str, object]) -> str:
    """A feed that is named and has brought nothing."""
    name = str(feed.get("title") or feed["feed"])
    return f"{name}: nothing has come yet, from {_owner(str(feed.get('owner') or ''))}."


def promise(one: Commitment, today: date) -> str:
    """What was promised, by whom, until when and at which review."""
    parts = [one.owner or "nobody named"]
    if one.due_on is not None:
        late = one.due_on < today
        parts.append(f"{'was due' if late else 'due'} {formats.day(one.due_on)}")
    parts += [f"promised at {one.made_at}"] if one.made_at else []
    return f"{one.what.rstrip('.')} ({', '.join(parts)})."


def foot(as_of: date, today: date, method: str, *, sample: bool) -> tuple[str, ...]:
    """The day of the data and of the digest, the method's day, and who may read it."""
    said = (
        f"Data as of {formats.day(as_of)}; written {formats.day(today)}; figures by the method of "
        f"{formats.day(date.fromisoformat(method))}."
    )
    return (said, INSIDE, *((SAMPLE,) if sample else ()))


def _owner(owner: str) -> str:
    return owner or "nobody: the feed has no owner"


def _lower(reason: str) -> str:
    return formats.inside(reason).rstrip(".")


def _one_line(text: str) -> str:
    """A name of the settings as one line: a subject with a line break would be two headers."""
    return " ".join("".join(mark if mark.isprintable() else " " for mark in text).split())
