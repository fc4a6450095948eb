"""The rows behind a number: which count and why, each call one click away, and the SQL."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import streamlit as st

from arp.measures.readings import GROUPS
from arp.views import formats, row_words
from pages import _shell
from pages._printed import small

if TYPE_CHECKING:
    import pandas as pd

    from arp.measures.indicator import Indicator

ROWS_SHOWN = 100
CALL = "incident_number"
ALL = "Everything that is shown"


def draw(key: str, indicator: Indicator, readings: pd.DataFrame, shown: _shell.View) -> None:
    """The rows of the figure, or of one of its parts, and the SQL that gives it."""
    from arp.measures.behind import sql

    of_figure = readings[(readings["indicator"] == indicator.key) & (readings["status"] == "ok")]
    if of_figure.empty:
        return
    group = _chosen_group(key, indicator, of_figure, shown)
    left_out = st.toggle(
        "Also the rows that are left out",
        key=f"left-out-{key}",
        help="Every row of the table that the figure is counted from, each with its reason.",
    )
    try:
        behind = _rows(indicator.key, group, shown, left_out=left_out, limit=ROWS_SHOWN)
    except ValueError as why_not:
        small(str(why_not))
        return
    with st.expander(f"The rows behind it (the first {len(behind)})"):
        _listed(key, behind)
    with st.expander("The SQL that gives it"):
        facts = _shell.evidence(shown)
        st.code(sql(facts, indicator.key, months=shown.months, where=shown.where), language="sql")
    st.download_button(
        "All rows behind it, as Excel",
        lambda: _workbook(indicator, group, shown, left_out=left_out),
        file_name=f"{indicator.key}_rows.xlsx",
        key=f"rows-{key}",
        icon=":material/download:",
        on_click="ignore",
    )


def _chosen_group(
    key: str, indicator: Indicator, readings: pd.DataFrame, shown: _shell.View
) -> Mapping[str, Any]:
    """The part of the figure whose rows are listed; nothing named is all of it."""
    from arp.measures.behind import openable

    parts = row_words.with_months(readings)
    names = [name for name in ("month", *GROUPS) if name in parts and parts[name].notna().any()]
    names = openable(_shell.evidence(shown), indicator.key, names)
    every = parts[names].dropna().drop_duplicates() if names else parts.iloc[:0]
    found = [dict(zip(names, row, strict=True)) for row in every.itertuples(index=False)]
    if len(found) < 2:
        return found[0] if found else {}
    groups: list[Mapping[str, Any]] = [{}, *found]
    labels = [ALL, *row_words.groups_of(groups[1:])]
    place = st.selectbox(
        "Rows of",
        range(len(groups)),
        format_func=lambda one: labels[one],
        key=f"group-{key}-{indicator.key}",
    )
    return groups[place]


def _listed(key: str, behind: pd.DataFrame) -> None:
    """The list; a row that is chosen opens its call."""
    shown = row_words.rows_of(behind)
    if CALL not in behind:
        st.dataframe(shown, hide_index=True, height=260)
        return
    picked = st.dataframe(
        shown,
        hide_index=True,
        height=260,
        key=f"list-{key}",
        on_select="rerun",
        selection_mode="single-row",
    )
    rows = picked["selection"]["rows"]
    number = behind[CALL].iloc[rows[0]] if rows else None
    if number is None:
        small("Choose a row to open its call.")
    else:
        st.page_link(
            "pages/call.py",
            label=f"Open call {formats.plain(number)}",
            icon=":material/arrow_forward:",
            query_params={"incident": str(number)},
        )


def _rows(
    key: str,
    group: Mapping[str, Any],
    shown: _shell.View,
    *,
    left_out: bool,
    limit: int | None = None,
) -> pd.DataFrame:
    from arp.measures.behind import rows

    facts, months, where = _shell.evidence(shown), shown.months, shown.where
    return rows(facts, key, group=group, months=months, where=where, limit=limit, left_out=left_out)


def _workbook(
    indicator: Indicator, group: Mapping[str, Any], shown: _shell.View, *, left_out: bool
) -> bytes:
    from arp.views.export.workbook import workbook

    behind = _rows(indicator.key, group, shown, left_out=left_out)
    about = [
        ("Figure", indicator.name),
        ("Definition", indicator.words),
        ("Rows of", row_words.groups_of([group])[0] or ALL),
        ("Months", shown.period),
        ("Data as of", shown.as_of),
    ]
    return workbook({"Rows": row_words.rows_of(behind)}, about)
