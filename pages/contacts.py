"""What happened: whether the person was reached, and how each contact ended."""

import streamlit as st

from arp.views import charts, formats, sentences
from pages import _card, _filters, _shell

MIXES = (
    ("contact_result", "Was the person reached?"),
    ("destination", "Where did the person go?"),
    ("disposition_label", "How did it end, in the city’s own words?"),
)
shown = _shell.need_data(_filters.shown())
whole = _shell.readings(shown, ("contact_made_rate", "disposition_mix"))
monthly = _shell.readings(shown, ("contact_made_rate",), by=("month",))
teams = _shell.readings(shown, ("contact_made_rate",), by=("team",))
reached = sentences.reading(whole, "contact_made_rate")

st.title(formats.plain(sentences.reached(reached)), anchor=False)
st.markdown(
    "Every contact or attempt counts, those that were canceled on the way too. "
    "What was not written down is unknown, and shown as such."
)
mix = whole[whole["indicator"] == "disposition_mix"]
with st.grid(columns="auto", min_column_width=270, gap="medium"):
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
with st.grid(columns="auto", min_column_width=390, gap="medium"):
    _card.card(
        "reached",
        "Is the person reached more often?",
        sentences.over_months(monthly, "contact_made_rate", "share"),
        monthly,
        shown=shown,
        drawing=_card.Drawing(
            charts.over_months, {"unit": "share", "names": {"contact_made_rate": "reached"}}
        ),
        of=sentences.of_whole(reached),
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
