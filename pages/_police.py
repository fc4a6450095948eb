"""The cards of what else police notice: calls that hold, reports, arrests, force, calls a day."""

from __future__ import annotations

from arp.measures.monthly import together
from arp.views import charts, police_topics, sentences
from arp.views.police_topics import FORCE, FORCE_RATE
from pages import _card, _shell, _topics


def draw(shown: _shell.View) -> None:
    """Every card."""
    of = _topics.asked(shown, police_topics.TOPICS, (FORCE, FORCE_RATE))
    for topic in police_topics.TOPICS:
        _topics.draw(topic, of)
    counts = of.months[FORCE]
    _card.card(
        "force",
        "How often do police use force on such calls?",
        police_topics.force(of.whole, counts),
        together(of.months[key] for key in (FORCE, FORCE_RATE)),
        shown=shown,
        drawing=_card.Drawing(
            charts.over_months,
            {
                "unit": of.indicators[FORCE].unit,
                "names": {FORCE: "uses of force"},
                "changes": counts.changes,
            },
        ),
        of=sentences.of_whole(sentences.reading(of.whole, FORCE_RATE)),
        note="Too rare for limits: each is to be reviewed.",
    )
