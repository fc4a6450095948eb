"""What happened: whether the person was reached, and how each contact ended."""

from arp.views import charts, sentences
from pages import _card, _filters, _shell, _signal

MIXES = (
    ("contact_result", "Was the person reached?"),
    ("destination", "Where did the person go?"),
    ("disposition_label", "How did it end, in the city’s own words?"),
)
shown = _shell.need_data(_filters.shown())
whole = _shell.readings(shown, ("contact_made_rate", "disposition_mix"))
months = _shell.monthly(shown, ("contact_made_rate",))
teams = _shell.readings(shown, ("contact_made_rate",), by=("team",))
reached = sentences.reading(whole, "contact_made_rate")

_card.headline(
    sentences.reached(reached),
    "Every contact or attempt counts, those that were canceled on the way too. "
    "What was not written down is unknown, and shown as such.",
)
mix = whole[whole["indicator"] == "disposition_mix"]
with _card.side_by_side(270):
    for group, question in MIXES:
        parts = _card.part_of(mix, group)
        _card.card(
            group,
            question,
            sentences.mix(parts, group),
            parts,
            shown=shown,
            drawing=_card.Drawing(charts.shares, {"group": group}),
        )
with _card.side_by_side():
    _signal.card(
        "Is the person reached more often?", months["contact_made_rate"], whole, shown=shown
    )
    _card.card(
        "reached-team",
        "Which team reaches people how often?",
        sentences.between_groups(teams, "contact_made_rate", "team", "share"),
        teams,
        shown=shown,
        drawing=_card.Drawing(charts.shares, {"group": "team"}),
        note="Each bar is a share of that team's own contacts.",
    )
