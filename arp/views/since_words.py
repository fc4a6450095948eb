"""What changed since last month: signals of the last month that is over, and gates that turned."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from arp.measures.judge.judging import Gate
from arp.measures.monthly import Monthly
from arp.measures.spc.rules import Signal
from arp.views import formats, signal_words, spc_words

FIRST = (Signal.CONCERN, Signal.IMPROVEMENT, Signal.NO_DIRECTION)
ICONS = {  # names of icons; the word stands in the sentence
    Signal.CONCERN: "warning",
    Signal.IMPROVEMENT: "trending_up",
    Signal.NO_DIRECTION: "info",
}


@dataclass(frozen=True)
class News:
    """One thing that changed: of which indicator or gate, what it means, and its sentence."""

    of: str
    meaning: Signal
    sentence: str


def signals(series: Iterable[Monthly], month: str) -> list[News]:
    """The figures of which that month is a signal: concern first, then improvement."""
    found = [
        News(
            one.key,
            one.summary.signal,
            _sentence(one),
        )
        for one in _judged(series, month)
        if one.summary.rule is not None and one.summary.signal is not None
    ]
    return sorted(found, key=lambda news: FIRST.index(news.meaning))


def quiet(series: Sequence[Monthly], month: str) -> str:
    """That no figure gave a signal; or that none of them could be judged."""
    judged = _judged(series, month)
    if not judged:
        return f"No figure of {formats.month(month)} can be told from noise yet: too few months."
    return (
        f"No signal in {formats.month(month)} among {formats.counted(len(judged), 'figure')}: "
        "ups and downs within the usual range are usual."
    )


def nothing_of(month: str) -> str:
    """That there is no row of the last month that is over, so that nothing of it can change."""
    return f"No data of {formats.month(month)} is here yet."


def gates(before: Sequence[Gate], now: Sequence[Gate]) -> list[str]:
    """The gates whose verdict is another than a month before, from what to what."""
    then = {gate.name: gate.verdict for gate in before}
    return [
        f"Gate {gate.name.lower()}: {then[gate.name]} → {gate.verdict}."
        for gate in now
        if gate.name in then and then[gate.name] is not gate.verdict
    ]


def _judged(series: Iterable[Monthly], month: str) -> list[Monthly]:
    """The figures of which that month can be held against enough others."""
    return [
        one for one in series if signal_words.badge(one) is not None and one.summary.period == month
    ]


def _sentence(one: Monthly) -> str:
    said = f"{one.name}. {spc_words.signal(one.summary, one.unit)}"
    return f"{said} {spc_words.trial(one.summary)}".strip()
