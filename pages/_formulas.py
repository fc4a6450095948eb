"""How a formula of the city's own is written: rules, examples, and the columns there are."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from arp.views import formats, formulas
from arp.words.fact_tables import FACT_TABLES
from arp.words.formula_words import RULES
from pages._printed import table


def draw() -> None:
    """The rules with examples, and the columns of one table at a time, each behind an expander."""
    with st.expander("How “Among” and “Of” are written"):
        for rule in RULES:
            st.markdown(f"- {formats.plain(rule)}")
        titles = ["Table", "Condition", "What it says"]
        table(pd.DataFrame(formulas.example_rows(), columns=titles))
    with st.expander("The columns of a table"):
        chosen = st.selectbox("Table", list(FACT_TABLES), key="columns-of", width=320)
        titles = ["Table", "Column", "What it is called", "What it means", "What it holds"]
        rows = pd.DataFrame(formulas.column_rows(chosen), columns=titles)
        table(rows.drop(columns="Table"))
