"""The digest of what was found: which signals, gates, problems and promises are told, and how."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from arp.digest.digest import Digest, Line, Part, Tone
from arp.measures.judge.judging import Verdict
from arp.measures.readings import NOT_MATURE
from arp.measures.spc.rules import Signal
from arp.views import digest_words as words
from arp.views import formats, gate_words, published_words, since_words
from arp.views.feed_calendar import State

if TYPE_CHECKING:
    from arp.digest.found import Found
    from arp.measures.monthly import Monthly

TONES = {
    Signal.CONCERN: Tone.BAD,
    Signal.IMPROVEMENT: Tone.GOOD,
    Signal.NO_DIRECTION: Tone.SIGNAL,
    Verdict.MET: Tone.GOOD,
    Verdict.NOT_MET: Tone.BAD,
    Verdict.CANNOT_TELL: Tone.PLAIN,
}
TURNED = "now "
MOVED_SHOWN = 10  # sentences of each published set; how many more there are is said


def compose(found: Found) -> Digest:
    """The digest: always the same for the same findings on the same day."""
    signals, gates, problems = _signals(found), _gates(found), _problems(found)
    promises = _promises(found)
    parts = (signals, gates, problems, _due(found), *((promises,) if promises else ()))
    news = _news(signals, gates, problems)
    return Digest(
        subject=words.subject(found.program, found.month, news),
        title=words.title(found.program, found.month),
        lead=_lead(found, signals, news),
        parts=parts,
        foot=words.foot(found.as_of, found.today, found.method, sample=found.sample),
        month=found.month,
    )


def _news(signals: Part, gates: Part, problems: Part) -> list[str]:
    """What changed, counted: 1 concern, 1 gate turned, 2 data problems."""
    counted = [
        formats.counted(n, word.lower())
        for word in words.SIGNAL_WORDS.values()
        if (n := sum(line.word == word for line in signals.lines))
    ]
    turned = sum(line.word.startswith(TURNED.capitalize()) for line in gates.lines)
    if turned:
        counted.append(formats.counted(turned, "gate turned", "gates turned"))
    if problems.lines:
        counted.append(formats.counted(len(problems.lines), "data problem"))
    return counted


def _lead(found: Found, signals: Part, news: list[str]) -> str:
    incomplete = words.incomplete(found.month, found.over) if found.held else ""
    if news:
        said = formats.listed(news)
        return " ".join(part for part in (f"{said}.", incomplete) if part)
    turned = [words.NO_TURN] if found.before else []
    return words.nothing_changed([incomplete, signals.said, *turned, words.NO_PROBLEM])


def _signals(found: Found) -> Part:
    """The core figures whose newest month is a signal, concern first."""
    if not found.held:
        return Part(words.SIGNALS, since_words.nothing_of(found.month))
    by_key = {one.key: one for one in found.series}
    told = [
        news
        for one in found.series
        for news in since_words.signals([one], _told_month(one, found.month))
    ]
    told.sort(key=lambda news: since_words.FIRST.index(news.meaning))
    lines = tuple(
        Line(
            words.SIGNAL_WORDS[news.meaning],
            words.period_signal(by_key[news.of]),
            TONES[news.meaning],
        )
        for news in told
    )
    early = words.too_early(found.series, found.month)
    quiet = "" if lines else since_words.quiet(found.series, found.month)
    return Part(words.SIGNALS, f"{quiet} {early}".strip(), lines)


def _told_month(one: Monthly, month: str) -> str:
    """The month itself; the newest one that is told where it is too early to tell of that."""
    rows = one.months[one.months["period"] == month]
    early = len(rows) > 0 and bool((rows["status"] == NOT_MATURE).all())
    return one.summary.period or month if early else month


def _gates(found: Found) -> Part:
    """Every gate with its verdict; those that turned first."""
    if found.span is None:
        return Part(words.GATES, words.NO_GATE)
    was = {gate.name: gate.verdict for gate in found.before}
    period = formats.span(*found.span)
    lines = []
    for gate in found.gates:
        turned = gate.name in was and was[gate.name] is not gate.verdict
        verdict = f"{TURNED if turned else ''}{gate.verdict}"
        said = words.gate(gate, period, was.get(gate.name))
        lines.append(Line(verdict.capitalize(), said, TONES[gate.verdict]))
    lines.sort(key=lambda line: not line.word.startswith(TURNED.capitalize()))
    turned_none = found.before and not since_words.gates(found.before, found.gates)
    said = f" {words.NO_TURN}" if turned_none else ""
    return Part(
        words.GATES, f"Over {period}: {gate_words.how_many(found.gates)}.{said}", tuple(lines)
    )


def _problems(found: Found) -> Part:
    """Feeds of the month, uploads with rows that could not be used, moved figures, notes."""
    lines = [*_feeds(found), *_uploads(found), *_moved(found)]
    lines += [Line("Storage", f"{note.sentence} {note.what_to_do}".strip()) for note in found.notes]
    said = words.came_in(found.changes, found.month)
    return Part(words.PROBLEMS, said if lines else f"{words.NO_PROBLEM} {said}", tuple(lines))


def _feeds(found: Found) -> list[Line]:
    """What of the month is missing, partial or late, and which earlier months are missing."""
    lines = []
    for line in found.calendar:
        for cell in line.cells:
            ours = cell.month == found.month and cell.state in (State.PARTIAL, State.LATE)
            if ours or cell.state is State.MISSING:
                who = f" ({line.about})" if line.about else ""
                said = f"{line.title}, {formats.month(cell.month)}{cell.detail}{who}."
                lines.append(Line(cell.state.capitalize(), said, Tone.BAD))
    return lines


def _uploads(found: Found) -> list[Line]:
    lines = []
    for row in found.changes:
        if row.kind != "upload":
            lines.append(Line("Taken back", words.taken_back(row)))
        elif row.upload_id not in found.taken_back and (said := words.set_aside(row)):
            lines.append(Line("Rows", said))
    return lines


def _moved(found: Found) -> list[Line]:
    """The figures of published sets that are told otherwise now, and what moved them."""
    lines = []
    for one in found.moved:
        causes = published_words.causes(one.departures, found.history, found.indicators)
        told = [f"{cause.lead}: {said}" for cause in causes for said in cause.sentences]
        about = f"{one.publication.name} ({published_words.about(one.publication)})"
        rest = len(told) - MOVED_SHOWN
        lines += [Line("Moved", f"{about}. {said}", Tone.BAD) for said in told[:MOVED_SHOWN]]
        if rest > 0:
            more = formats.counted(rest, "more figure has", "more figures have")
            lines.append(Line("Moved", f"{about}. {more} moved.", Tone.BAD))
    return lines


def _due(found: Found) -> Part:
    """The next month of each feed, what is overdue first."""
    lines = [
        Line(
            "Overdue" if state.missing else "Due",
            words.due(state),
            Tone.BAD if state.missing else Tone.PLAIN,
        )
        for state in found.states
    ]
    lines += [Line("Awaited", words.nothing_yet(feed)) for feed in found.nothing_yet]
    return Part(words.DUE, "" if lines else words.NO_FEED, tuple(lines))


def _promises(found: Found) -> Part | None:
    """What was promised at reviews and is not done, what is late first; None without any."""
    if not found.commitments:
        return None
    in_order = sorted(found.commitments, key=lambda one: (one.due_on or date.max, one.what))
    lines = tuple(
        Line("Late", words.promise(one, found.today), Tone.BAD)
        if (one.due_on or date.max) < found.today
        else Line("Open", words.promise(one, found.today))
        for one in in_order
    )
    said = f"{formats.counted(len(lines), 'commitment')} of reviews not done."
    return Part(words.PROMISES, said, lines)
