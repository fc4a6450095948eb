"""One card: a question, its finding, the chart, and the proof one click away."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

import streamlit as st

from arp import METHOD_DATE
from arp.measures.registry import INDICATORS
from arp.views import charts, colors, formats, sentences, tables
from pages import _shell

if TYPE_CHECKING:
    import pandas as pd

ROWS_SHOWN = 100


@dataclass(frozen=True)
class Drawing:
    """Which chart builder draws the readings, and with which words."""

    builder: Callable[..., Any]
    words: Mapping[str, Any] = field(default_factory=dict)


WAITS_OVER_MONTHS = Drawing(
    charts.over_months,
    {
        "unit": "minutes",
        "names": {"response_p50": "half of calls", "response_p90": "nine in ten"},
    },
)


def card(
    key: str,
    question: str,
    finding: str,
    readings: pd.DataFrame,
    *,
    shown: _shell.View,
    drawing: Drawing | None = None,
    of: str = "",
    note: str = "",
    listed: bool = False,
) -> None:
    """A card: the question as its title, the finding, the chart, the foot and the proof.

    Args:
        key: the card's own, in widgets and file names.
        question: the title.
        finding: the one sentence beneath it.
        readings: all that the card shows.
        shown: what they were asked of.
        drawing: the chart; none where words or a list are the answer.
        of: n of N of the whole.
        note: what the foot says besides.
        listed: whether the readings themselves stand in the card as a table.
    """
    foot = " · ".join(part for part in (of, _foot(readings, shown)) if part)
    with st.container(border=True, key=f"card-{key}", height="stretch"):
        st.subheader(question, anchor=False)
        st.markdown(formats.plain(finding))
        if drawing is not None and (readings["status"] == "ok").any():
            spec = _spec(drawing, readings, st.context.theme.type)
            st.vega_lite_chart(spec, theme=None, alt=f"{question} {finding}", key=f"chart-{key}")
        if listed and (readings["status"] == "ok").any():
            table(tables.numbers(readings, names(readings)))
        small(f"{foot} {note}".strip())
        _behind(key, question, finding, foot, readings, shown, drawing)


@st.fragment
def _behind(
    key: str,
    question: str,
    finding: str,
    foot: str,
    readings: pd.DataFrame,
    shown: _shell.View,
    drawing: Drawing | None,
) -> None:
    """The two doors of a card; what is behind them is drawn when they are opened."""
    with st.container(horizontal=True, gap="medium"):
        proof = st.popover(
            "How is this calculated?", type="tertiary", key=f"proof-{key}", on_change="rerun"
        )
        numbers = st.popover("Numbers", type="tertiary", key=f"numbers-{key}", on_change="rerun")
    if proof.open:
        with proof:
            _proof(key, readings, shown)
    if numbers.open:
        with numbers:
            _numbers(key, question, finding, foot, readings, drawing)


def names(readings: pd.DataFrame) -> dict[str, tuple[str, str]]:
    """The name and unit of each indicator in the readings."""
    return {
        key: (INDICATORS[key].name, INDICATORS[key].unit)
        for key in dict.fromkeys(readings["indicator"])
    }


def drawn(readings: pd.DataFrame, drawing: Drawing, palette: colors.Palette) -> dict[str, Any]:
    """The chart's specification on one ground."""
    return charts.specification(drawing.builder(readings, palette=palette, **drawing.words))


def _spec(drawing: Drawing, readings: pd.DataFrame, theme: str | None) -> dict[str, Any]:
    return _cached_spec(
        drawing.builder.__name__, repr(sorted(drawing.words.items())), readings, theme, drawing
    )


def _fingerprint(readings: pd.DataFrame) -> str:
    """The same readings, the same fingerprint: a tenth of what hashing every cell costs."""
    return hashlib.sha256(pickle.dumps(readings)).hexdigest()


@st.cache_data(max_entries=400, show_spinner=False, hash_funcs={"pandas.DataFrame": _fingerprint})
def _cached_spec(
    builder: str, words: str, readings: pd.DataFrame, theme: str | None, _drawing: Drawing
) -> dict[str, Any]:
    return drawn(readings, _drawing, colors.palette(theme))


def _foot(readings: pd.DataFrame, shown: _shell.View) -> str:
    """Of what the figures are, of when, and the note they carry."""
    parts = [shown.period, f"data as of {shown.as_of}"]
    if len(readings) and "responder" in readings and (readings["responder"] == "all").any():
        parts.append("units of every agency, because none is known to be the program's")
    return f"{' · '.join(parts)}."


def _proof(key: str, readings: pd.DataFrame, shown: _shell.View) -> None:
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


def _numbers(
    key: str,
    question: str,
    finding: str,
    foot: str,
    readings: pd.DataFrame,
    drawing: Drawing | None,
) -> None:
    """The numbers as a real table, and everything of the card to take away."""
    from arp.views.export import picture
    from arp.views.export.workbook import csv, workbook

    printed = tables.numbers(readings, names(readings))
    about = [("Question", question), ("Finding", finding), ("Of", foot), ("Method", METHOD_DATE)]
    offers: list[tuple[str, Callable[[], bytes | str], str]] = [
        ("Excel", lambda: workbook({"Numbers": printed, "Readings": readings}, about), "xlsx"),
        ("CSV", lambda: csv(readings), "csv"),
    ]
    if drawing is not None:
        words = {"question": question, "finding": finding, "foot": foot}
        light = drawn(readings, drawing, colors.LIGHT)
        offers += [
            ("PNG", lambda: picture.png(light, **words), "png"),
            ("SVG", lambda: picture.svg(light, **words), "svg"),
        ]
    with st.container(horizontal=True):
        for label, data, ending in offers:
            st.download_button(
                label,
                data,
                file_name=f"{key}.{ending}",
                key=f"{key}-{ending}",
                icon=":material/download:",
                on_click="ignore",
            )
    table(printed.head(ROWS_SHOWN))


RIGHT = {"Value", "n", "95% interval", "Calls", *formats.MONTHS}


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


def tiles(readings: pd.DataFrame, keys: Sequence[str]) -> None:
    """The few figures that carry a page; what could not be measured says why."""
    with st.grid(columns=len(keys), min_column_width=150, gap="small"):
        for key in keys:
            row, entry = sentences.reading(readings, key), INDICATORS[key]
            with st.container(border=True, height="stretch", gap=None):
                value = row["value"] if row is not None and sentences.known(row) else None
                st.metric(entry.name, formats.brief(value, entry.unit))
                told = row is not None and value is not None
                small(sentences.of_whole(row) if told else sentences.why_not(row))


def part_of(mix: pd.DataFrame, group: str) -> pd.DataFrame:
    """The readings of one family of parts; where it has none, those that say why."""
    parts = mix[mix[group].notna()] if group in mix else mix.iloc[:0]
    return parts if len(parts) else mix[mix["status"] != "ok"]


def remarks(readings: pd.DataFrame, shown: _shell.View) -> str:
    """What the figures say about themselves, and how many rows no month counts."""
    undated = _shell.undated(shown.snapshot) if shown.chosen is None else {}
    return " ".join([*sentences.remarks(readings), sentences.undated(undated)]).strip()
