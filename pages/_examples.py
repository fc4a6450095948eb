"""The worked example of a figure: the small tables that a spec draws, and the result."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from arp.views import examples, formats
from pages._printed import small, table

if TYPE_CHECKING:
    from arp.measures.indicator import Indicator

RESULTS_SHOWN = 20


def draw(indicator: Indicator) -> None:
    """The example behind an expander; nothing for a figure that no spec draws."""
    example = examples.example_of(indicator.key)
    if example is None:
        return
    with st.expander("An example"):
        st.markdown(formats.plain(example.title))
        for drawn in examples.drawn_tables(example):
            st.markdown(f"**{formats.plain(drawn.title)}**")
            table(drawn.rows)
            if drawn.more:
                small(f"{formats.counted(drawn.more, 'row')} more.")
        st.markdown("**What it gives**")
        table(examples.result(example, indicator).head(RESULTS_SHOWN))
