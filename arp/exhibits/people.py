"""Does it help the people it serves? What changed for them, in the order of what they need."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from arp.exhibits import fairness, maps, own, topics
from arp.exhibits.composed import section
from arp.exhibits.exhibit import Drawing, Exhibit, Section
from arp.measures.indicator import Question
from arp.views import lorenz_chart, people_topics, sentences

if TYPE_CHECKING:
    from arp.exhibits.exhibit import Page
    from arp.exhibits.look import Look

CHOICES = fairness.CHOICES


def compose(look: Look, choices: Mapping[str, str]) -> Page:
    """The page.

    Args:
        look: what it is composed of.
        choices: which figures are compared, and by what.
    """
    these = [topic for section in people_topics.SECTIONS for topic in section.topics]
    of = topics.asked(look, these, (*people_topics.TILES, *people_topics.TITLE))
    sections = []
    for part in people_topics.SECTIONS:
        made = [topics.exhibit(topic, of) for topic in part.topics]
        if part is people_topics.FAMILIAR:
            made.append(_uneven(look))
        sections.append(Section(tuple(made), part.question))
    fair = section((*fairness.exhibits(look, choices), maps.people(look)), people_topics.FAIR)
    answer = sentences.answer(of.whole, people_topics.TITLE, people_topics.UNTOLD)
    last = own.section(look, Question.PEOPLE)
    return topics.headed(of, "people", answer, "", people_topics.TILES, (*sections, fair, last))


def _uneven(look: Look) -> Exhibit:
    """How unevenly contacts fall on people: the curve of those who are met again and again."""
    curve = look.lorenz()
    return Exhibit(
        key="familiar-share",
        question="How much of the work goes to a few people?",
        finding=lorenz_chart.finding(curve),
        readings=curve,
        drawing=Drawing(lorenz_chart.lorenz),
        note="Of the last 12 months of the period. The dashed line: everybody met as often.",
    )
