"""Draws topics: each a card, by the form in which its figures stand together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from arp.measures.monthly import together
from arp.views import (
    bar_charts,
    charts,
    functioning_words,
    sentences,
    signal_words,
    topics,
    untold_words,
)
from arp.views.impact_words import ENOUGH, most_first
from arp.views.topics import Form, Topic
from pages import _card, _shell, _signal

if TYPE_CHECKING:
    import pandas as pd

    from arp.measures.indicator import Indicator
    from arp.measures.monthly import Monthly


@dataclass(frozen=True)
class Asked:
    """What the topics of a page are drawn from: the whole, and the judged months by figure."""

    shown: _shell.View
    whole: pd.DataFrame
    months: Mapping[str, Monthly]
    indicators: Mapping[str, Indicator]


def asked(shown: _shell.View, these: Sequence[Topic], others: Sequence[str]) -> Asked:
    """Everything that topics, and the other figures of a page, need: in two questions."""
    keys = tuple(dict.fromkeys((*topics.figures(these), *others)))
    with_months = tuple(dict.fromkeys((*topics.monthly(these), *others)))
    return Asked(
        shown,
        _shell.readings(shown, keys),
        _shell.monthly(shown, with_months),
        _shell.registry(shown).indicators,
    )


def told(these: Iterable[Topic], of: Asked) -> bool:
    """Whether any figure of some topics has a value."""
    return untold_words.is_told(of.whole[of.whole["indicator"].isin(topics.figures(these))])


def head(of: Asked, answer: str, about: str, tiles: Sequence[str]) -> None:
    """The head of the page; what a figure says about itself stands beneath its tile."""
    undated = _card.remarks(of.whole.iloc[:0], of.shown)
    proof = (about, signal_words.across(of.months.values()), undated)
    said = {key: topics.remarks(of.whole, {key: ""}) for key in tiles}
    _card.headline(
        answer, " ".join(filter(None, proof)), of.whole, tiles, of.months, said, of.indicators
    )


def draw(topic: Topic, of: Asked) -> None:
    """The card of a topic."""
    remarked = f"{topic.note} {topics.remarks(of.whole, topic.names)}".strip()
    DRAWN[topic.form](replace(topic, note=remarked), of)


def _months(topic: Topic, of: Asked) -> None:
    (key,) = topic.names
    _signal.card(
        topic.question,
        of.months[key],
        of.whole,
        shown=of.shown,
        note=topic.note,
        links=topic.links,
    )


def _lines(topic: Topic, of: Asked) -> None:
    first = next(iter(topic.names))
    series = [of.months[key] for key in topic.names]
    told = next((one for one in series if one.told), series[0])
    _card.card(
        topic.key,
        topic.question,
        signal_words.named(told),
        together(series),
        shown=of.shown,
        drawing=_signal.lines(of.shown, topic.names, of.indicators[first].unit),
        of=sentences.of_whole(sentences.reading(of.whole, told.key)),
        note=f"{signal_words.foot(told)} {topic.note}".strip(),
        links=topic.links,
    )


def _beside(topic: Topic, of: Asked) -> None:
    unit = of.indicators[next(iter(topic.names))].unit
    _card.card(
        topic.key,
        topic.question,
        topics.beside(of.whole, topic.names, of.indicators),
        topics.in_order(of.whole, topic.names),
        shown=of.shown,
        drawing=_card.Drawing(
            bar_charts.ranges, {"group": "indicator", "unit": unit, "names": topic.names}
        ),
        note=topic.note,
        links=topic.links,
    )


def _groups(topic: Topic, of: Asked) -> None:
    (key,) = topic.names
    unit = of.indicators[key].unit
    groups = most_first(_shell.readings(of.shown, (key,), by=(topic.by,)), "n")
    _card.card(
        topic.key,
        topic.question,
        sentences.between_groups(groups, key, topic.by, unit),
        groups,
        shown=of.shown,
        drawing=_card.Drawing(bar_charts.ranges, {"group": topic.by, "unit": unit}),
        note=f"Groups of {ENOUGH} or more. {topics.of_ranges(groups)} {topic.note}".strip(),
        links=topic.links,
    )


def _shares(topic: Topic, of: Asked) -> None:
    (key,) = topic.names
    parts = _card.part_of(of.whole[of.whole["indicator"] == key], topic.by)
    _card.card(
        topic.key,
        topic.question,
        sentences.mix(parts, topic.by),
        parts,
        shown=of.shown,
        drawing=_card.Drawing(charts.shares, {"group": topic.by}),
        note=topic.note,
        links=topic.links,
    )


def _counts(topic: Topic, of: Asked) -> None:
    (key,) = topic.names
    counted = _shell.readings(of.shown, (key,), by=(topic.by,))
    parts = functioning_words.of_all(counted, of.whole, key)
    _card.card(
        topic.key,
        topic.question,
        topics.most(parts, topic.by),
        parts,
        shown=of.shown,
        drawing=_card.Drawing(bar_charts.counts_by_part, {"group": topic.by}),
        note=topic.note,
        links=topic.links,
    )


def _harm(topic: Topic, of: Asked) -> None:
    days = _shell.days_since(of.shown, tuple(topic.names))
    _card.card(
        topic.key,
        topic.question,
        functioning_words.harm(of.whole, days, of.indicators),
        of.whole[of.whole["indicator"].isin(topic.names)],
        shown=of.shown,
        listed=functioning_words.harms(of.whole, days, of.indicators),
        note=f"{functioning_words.untold(of.whole, days, of.indicators)} {topic.note}".strip(),
        links=topic.links,
    )


DRAWN: Mapping[Form, Callable[[Topic, Asked], None]] = {
    Form.MONTHS: _months,
    Form.LINES: _lines,
    Form.BESIDE: _beside,
    Form.GROUPS: _groups,
    Form.SHARES: _shares,
    Form.COUNTS: _counts,
    Form.HARM: _harm,
}
