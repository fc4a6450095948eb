"""Topics as exhibits: each by the form in which its figures stand together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from arp.exhibits import by_month
from arp.exhibits.composed import page, part_of, remarks
from arp.exhibits.exhibit import Drawing, Exhibit, Page, Section
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

if TYPE_CHECKING:
    import pandas as pd

    from arp.exhibits.look import Look
    from arp.measures.indicator import Indicator
    from arp.measures.monthly import Monthly


@dataclass(frozen=True)
class Asked:
    """What the topics of a page are made of: the whole, and the judged months by figure."""

    look: Look
    whole: pd.DataFrame
    months: Mapping[str, Monthly]

    @property
    def indicators(self) -> Mapping[str, Indicator]:
        """The city's indicators, by key."""
        return self.look.registry.indicators


def asked(look: Look, these: Sequence[Topic], others: Sequence[str]) -> Asked:
    """Everything that topics, and the other figures of a page, need: in two questions."""
    keys = tuple(dict.fromkeys((*topics.figures(these), *others)))
    with_months = tuple(dict.fromkeys((*topics.monthly(these), *others)))
    return Asked(look, look.readings(keys), look.monthly(with_months))


def told(these: Iterable[Topic], of: Asked) -> bool:
    """Whether any figure of some topics has a value."""
    return untold_words.is_told(of.whole[of.whole["indicator"].isin(topics.figures(these))])


def headed(
    of: Asked, name: str, answer: str, about: str, tiles: Sequence[str], sections: Sequence[Section]
) -> Page:
    """A page of topics; what a figure says about itself stands beneath its tile."""
    proof = (about, signal_words.across(of.months.values()), remarks(of.look, of.whole.iloc[:0]))
    return page(
        of.look,
        name,
        answer,
        " ".join(filter(None, proof)),
        sections,
        whole=of.whole,
        tiles=tiles,
        months=of.months,
        said={key: topics.remarks(of.whole, {key: ""}) for key in tiles},
    )


def exhibit(topic: Topic, of: Asked) -> Exhibit:
    """The exhibit of a topic."""
    remarked = f"{topic.note} {topics.remarks(of.whole, topic.names)}".strip()
    return MADE[topic.form](replace(topic, note=remarked), of)


def _months(topic: Topic, of: Asked) -> Exhibit:
    (key,) = topic.names
    return by_month.control(
        topic.question, of.months[key], of.whole, note=topic.note, links=topic.links
    )


def _lines(topic: Topic, of: Asked) -> Exhibit:
    first = next(iter(topic.names))
    series = [of.months[key] for key in topic.names]
    known = [one for one in series if one.told] or series
    told = known[0]
    aimed = next((one for one in known if one.target is not None), told)  # its target is drawn
    return Exhibit(
        key=topic.key,
        question=topic.question,
        finding=signal_words.of_lines(told, series),
        readings=together(series),
        drawing=by_month.lines(of.look, topic.names, of.indicators[first].unit, series),
        of=sentences.of_whole(sentences.reading(of.whole, told.key)),
        note=f"{signal_words.foot(aimed)} {topic.note}".strip(),
        links=topic.links,
    )


def _beside(topic: Topic, of: Asked) -> Exhibit:
    unit = of.indicators[next(iter(topic.names))].unit
    return Exhibit(
        key=topic.key,
        question=topic.question,
        finding=topics.beside(of.whole, topic.names, of.indicators),
        readings=topics.in_order(of.whole, topic.names),
        drawing=Drawing(
            bar_charts.ranges, {"group": "indicator", "unit": unit, "names": topic.names}
        ),
        note=topic.note,
        links=topic.links,
    )


def _groups(topic: Topic, of: Asked) -> Exhibit:
    (key,) = topic.names
    unit = of.indicators[key].unit
    groups = most_first(of.look.readings((key,), by=(topic.by,)), "n")
    return Exhibit(
        key=topic.key,
        question=topic.question,
        finding=sentences.between_groups(groups, key, topic.by, unit),
        readings=groups,
        drawing=Drawing(bar_charts.ranges, {"group": topic.by, "unit": unit}),
        note=f"Groups of {ENOUGH} or more. {topics.of_ranges(groups)} {topic.note}".strip(),
        links=topic.links,
    )


def _shares(topic: Topic, of: Asked) -> Exhibit:
    (key,) = topic.names
    parts = part_of(of.whole[of.whole["indicator"] == key], topic.by)
    return Exhibit(
        key=topic.key,
        question=topic.question,
        finding=sentences.mix(parts, topic.by),
        readings=parts,
        drawing=Drawing(charts.shares, {"group": topic.by}),
        note=topic.note,
        links=topic.links,
    )


def _counts(topic: Topic, of: Asked) -> Exhibit:
    (key,) = topic.names
    counted = of.look.readings((key,), by=(topic.by,))
    parts = functioning_words.of_all(counted, of.whole, key)
    return Exhibit(
        key=topic.key,
        question=topic.question,
        finding=topics.most(parts, topic.by),
        readings=parts,
        drawing=Drawing(bar_charts.counts_by_part, {"group": topic.by}),
        note=topic.note,
        links=topic.links,
    )


def _harm(topic: Topic, of: Asked) -> Exhibit:
    return harm(
        of.look, topic.key, topic.question, tuple(topic.names), of.whole, topic.note, topic.links
    )


def harm(
    look: Look,
    key: str,
    question: str,
    harms: Sequence[str],
    whole: pd.DataFrame,
    note: str = "",
    links: by_month.Links = (),
) -> Exhibit:
    """How often harm was done and how long ago; of people only where single cases may be told."""
    told, indicators = [each for each in harms if look.may_tell(each)], look.registry.indicators
    days = look.days_since(told)
    return Exhibit(
        key=key,
        question=question,
        finding=functioning_words.harm(whole, days, indicators),
        readings=whole[whole["indicator"].isin(told)],
        listed=functioning_words.harms(whole, days, indicators),
        note=f"{functioning_words.untold(whole, days, indicators)} {note}".strip(),
        links=tuple(links),
    )


MADE: Mapping[Form, Callable[[Topic, Asked], Exhibit]] = {
    Form.MONTHS: _months,
    Form.LINES: _lines,
    Form.BESIDE: _beside,
    Form.GROUPS: _groups,
    Form.SHARES: _shares,
    Form.COUNTS: _counts,
    Form.HARM: _harm,
}
