"""Printed words: real tables, and small quiet lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from arp.views import candidate_rows, formats

if TYPE_CHECKING:
    import pandas as pd

RIGHT = {"Value", "n", "95% interval", "Calls", "Times", "Days since the last"}
RIGHT |= {"Dollars", *formats.MONTHS}
RIGHT |= set(candidate_rows.TITLES.values())


def table(frame: pd.DataFrame) -> None:
    """A real table of printed text: headers that are read aloud, numbers on the right."""
    titles = [formats.plain(title) for title in frame.columns]
    rules = ["---:" if title in RIGHT else "---" for title in frame.columns]
    rows = ([formats.plain(cell) for cell in row] for row in frame.itertuples(index=False))
    st.markdown("\n".join(f"| {' | '.join(cells)} |" for cells in (titles, rules, *rows)))


def small(text: str) -> None:
    """A foot or a note: small and quiet, with enough contrast to be read."""
    if text:
        st.markdown(f":small[:gray[{formats.plain(text)}]]")
