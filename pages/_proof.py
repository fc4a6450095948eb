"""The proof of a card: the definition, what it rests on, the SQL and the rows."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import streamlit as st

from arp import METHOD_DATE
from arp.measures.registry import INDICATORS
from arp.views import formats
from pages import _shell
from pages._printed import small

if TYPE_CHECKING:
    import pandas as pd

ROWS_SHOWN = 100


def draw(key: str, readings: pd.DataFrame, shown: _shell.View) -> None:
    """The definition, what it rests on, the SQL and the rows."""
    from arp.measures.behind import rows, sql

    indicator = INDICATORS[
        st.selectbox(
            "Figure",
            list(dict.fromkeys(readings["indicator"])),
            format_func=lambda one: INDICATORS[one].name,
            key=f"figure-{key}",
        )
    ]
    st.markdown(formats.plain(indicator.words))
    for title, text in (
        ("Why it matters", indicator.why),
        ("Keep in mind", indicator.caveat),
        ("Source", indicator.source),
    ):
        if text:
            st.markdown(f"**{title}.** {formats.plain(text)}")
    small(f"Method of {formats.day(date.fromisoformat(METHOD_DATE))}.")
    if not (readings.loc[readings["indicator"] == indicator.key, "status"] == "ok").any():
        return
    facts, months, where = _shell.evidence(shown), shown.months, shown.where
    behind = rows(facts, indicator.key, months=months, where=where, limit=ROWS_SHOWN)
    with st.expander(f"The rows behind it (the first {len(behind)})"):
        st.dataframe(behind, hide_index=True, height=260)
    with st.expander("The SQL that gives it"):
        st.code(sql(facts, indicator.key, months=months, where=where), language="sql")
    st.download_button(
        "All rows behind it, as Excel",
        lambda: _rows_workbook(indicator.key, shown),
        file_name=f"{indicator.key}_rows.xlsx",
        key=f"rows-{key}",
        icon=":material/download:",
        on_click="ignore",
    )


def _rows_workbook(indicator: str, shown: _shell.View) -> bytes:
    from arp.measures.behind import rows
    from arp.views.export.workbook import workbook

    entry = INDICATORS[indicator]
    behind = rows(
        _shell.evidence(shown), indicator, months=shown.months, where=shown.where, limit=None
    )
    about = [("Figure", entry.name), ("Definition", entry.words), ("Months", shown.period)]
    return workbook({"Rows": behind}, [*about, ("Data as of", shown.as_of)])
