"""How unevenly contacts fall on people: the curve of those who are met again and again."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import streamlit as st

from arp.views import lorenz_chart
from pages import _card, _figures, _shell

if TYPE_CHECKING:
    import pandas as pd


def draw(shown: _shell.View) -> None:
    """The card of the curve."""
    facts, question = _figures.facts_of(shown.snapshot), (shown.months, shown.where)
    curve = _lorenz(str(shown.lake), facts, shown.today, question, shown)
    _card.card(
        "familiar-share",
        "How much of the work goes to a few people?",
        lorenz_chart.finding(curve),
        curve,
        shown=shown,
        drawing=_card.Drawing(lorenz_chart.lorenz),
        note="Of the last 12 months of the period. The dashed line: everybody met as often.",
    )


@st.cache_data(max_entries=100, show_spinner=False)
def _lorenz(
    lake: str, facts: str, today: date, question: tuple[object, ...], _shown: _shell.View
) -> pd.DataFrame:
    from arp.measures.plan import asked_for
    from arp.measures.release import Audience, Release, released
    from arp.measures.studies.lorenz import lorenz

    months, where = question
    found = _shell.evidence(_shown)
    curve = lorenz(found, asked_for((), months, where))  # type: ignore[arg-type]
    inside = Release.of(found, Audience.INSIDE, where)  # type: ignore[arg-type]
    return released(curve, inside, found.indicators)
