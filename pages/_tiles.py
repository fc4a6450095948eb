"""The few figures that carry a page, each in a tile."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import streamlit as st

from arp.measures.registry import INDICATORS
from arp.measures.spc.rules import Signal
from arp.views import formats, sentences, signal_words
from pages._printed import small

if TYPE_CHECKING:
    import pandas as pd

    from arp.measures.indicator import Indicator
    from arp.measures.monthly import Monthly

MOST_TILES = 5  # tiles in a row
NO_MONTHS: Mapping[str, Monthly] = {}
NOTHING_SAID: Mapping[str, str] = {}
COLORS = {  # by meaning, as the theme names them
    Signal.IMPROVEMENT: "blue",
    Signal.CONCERN: "orange",
    Signal.NO_DIRECTION: "violet",
    Signal.COMMON_CAUSE: "gray",
}


def tiles(
    readings: pd.DataFrame,
    keys: Sequence[str],
    months: Mapping[str, Monthly] = NO_MONTHS,
    said: Mapping[str, str] = NOTHING_SAID,
    indicators: Mapping[str, Indicator] = INDICATORS,
) -> None:
    """The few figures that carry a page; what could not be measured says why.

    Beneath stands what each figure's months say, where they are given, its signal and its target;
    and what is `said` of a figure besides. A figure that the city hides has no tile.
    """
    keys = [key for key in keys if not sentences.hidden(sentences.reading(readings, key))]
    columns = len(keys) if len(keys) <= MOST_TILES else MOST_TILES - 1
    with st.grid(columns=columns, min_column_width=150, gap="small"):
        for key in keys:
            row, entry = sentences.reading(readings, key), indicators[key]
            with st.container(border=True, height="stretch", gap=None):
                value = row["value"] if row is not None and sentences.known(row) else None
                st.metric(formats.plain(entry.name), formats.brief(value, entry.unit))
                told = row is not None and value is not None
                small(sentences.proof(row) if told else sentences.why_not(row))
                if told:
                    small(said.get(key, ""))
                if told and key in months:
                    _signal(months[key])


def _signal(series: Monthly) -> None:
    """The signal of the latest month and the target: icon, letter and word, never color alone."""
    badge = signal_words.badge(series)
    if badge is not None:
        color = COLORS[badge.signal]
        said = f":{color}[:material/{badge.icon}: {formats.plain(badge.words)}]"
        st.markdown(f":small[{said}]")
    small(signal_words.assurance(series))
