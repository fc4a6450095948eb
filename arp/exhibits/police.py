"""What else police notice: calls that hold, reports, arrests, force, calls a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arp.exhibits import by_month, topics
from arp.exhibits.exhibit import Exhibit
from arp.measures.monthly import together
from arp.views import police_topics, sentences
from arp.views.police_topics import FORCE, FORCE_RATE

if TYPE_CHECKING:
    from arp.exhibits.look import Look


def exhibits(look: Look) -> list[Exhibit]:
    """Every exhibit."""
    of = topics.asked(look, police_topics.TOPICS, (FORCE, FORCE_RATE))
    force = Exhibit(
        key="force",
        question="How often do police use force on eligible calls?",
        finding=police_topics.force(of.whole, of.months[FORCE]),
        readings=together(of.months[key] for key in (FORCE, FORCE_RATE)),
        drawing=by_month.lines(look, {FORCE: "uses of force"}, of.indicators[FORCE].unit),
        of=sentences.of_whole(sentences.reading(of.whole, FORCE_RATE)),
        note="Too rare for limits: each is to be reviewed.",
    )
    return [*(topics.exhibit(topic, of) for topic in police_topics.TOPICS), force]
