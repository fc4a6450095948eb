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
from arp.measures.spc.rules import Signal
from arp.views import (
    candidate_rows,
    charts,
    colors,
    formats,
    sentences,
    signal_words,
    tables,
    untold_words,
)
from arp.views.large import has_many_rows, large
from pages import _present, _shell, _untold

if TYPE_CHECKING:
    import pandas as pd

    from arp.measures.monthly import Monthly

ROWS_SHOWN = 100
MOST_TILES = 5  # tiles in a row
NO_MONTHS: Mapping[str, Monthly] = {}
NOTHING_SAID: Mapping[str, str] = {}
COLORS = {  # by meaning, as the theme names them
    Signal.IMPROVEMENT: "blue",
    Signal.CONCERN: "orange",
    Signal.NO_DIRECTION: "violet",
    Signal.COMMON_CAUSE: "gray",
}


@dataclass(frozen=True)
class Drawing:
    """Which chart builder draws the readings, and with which words."""

    builder: Callable[..., Any]
    words: Mapping[str, Any] = field(default_factory=dict)


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
    listed: pd.DataFrame | None = None,
    control: Callable[[], None] | None = None,
    links: Sequence[tuple[str, str]] = (),
) -> None:
    """A card: the question as its title, the finding, the chart, the foot and the proof.

    Where untold questions are gathered (see _untold.py) one without an answer has no card.

    Args:
        key: the card's own, in widgets and file names.
        question: the title.
        finding: the one sentence beneath it.
        readings: all that the card shows.
        shown: what they were asked of.
        drawing: the chart; none where words or a list are the answer.
        of: n of N of the whole.
        note: what the foot says besides, where there is any figure.
        listed: a table of printed words that stands in the card.
        control: draws the widget by which the card's own assumption is changed.
        links: page and label of each page that tells more.
    """
    if _untold.waits(question, readings) or not _present.shows():
        return
    foot = " · ".join(part for part in (of, _foot(readings, shown)) if part)
    with st.container(border=True, key=f"card-{key}", height="stretch"):
        st.subheader(question, anchor=False)
        st.markdown(formats.plain(finding))
        told = untold_words.is_told(readings)
        if drawing is not None and told:
            spec = _spec(drawing, readings, st.context.theme.type)
            _chart(key, spec, f"{question} {finding}")
        if control is not None:
            control()
        if listed is not None and len(listed):
            table(listed)
        small(f"{foot} {note if told else ''}".strip())
        with st.container(key=f"behind-{key}", gap="small"):
            _behind(key, question, finding, foot, readings, shown, drawing)
            for page, label in links:
                st.page_link(f"pages/{page}.py", label=label, icon=":material/arrow_forward:")


def _chart(key: str, spec: dict[str, Any], alt: str) -> None:
    """The chart; while presented it is large, and takes the height that its screen has left."""
    if not _present.on():
        st.vega_lite_chart(spec, theme=None, alt=alt, key=f"chart-{key}")
        return
    place = "long" if has_many_rows(spec) else "chart"
    with st.container(height="stretch", key=f"{place}-place-{key}"):
        st.vega_lite_chart(large(spec), theme=None, height="stretch", alt=alt, key=f"chart-{key}")


def side_by_side(width: int = 390) -> Any:
    """Cards beside one another, each at least so many pixels wide; alone while presented."""
    if _present.on():
        return st.container()
    return st.grid(columns="auto", min_column_width=width, gap="medium")


def headline(
    answer: str,
    proof: str,
    readings: pd.DataFrame | None = None,
    keys: Sequence[str] = (),
    months: Mapping[str, Monthly] = NO_MONTHS,
    said: Mapping[str, str] = NOTHING_SAID,
) -> None:
    """The page's answer as its title, a line of proof, and the few figures that carry it."""
    if not _present.shows():
        return
    st.title(formats.plain(answer), anchor=False)
    st.markdown(formats.plain(proof))
    if readings is not None and not sentences.untold_alike(readings, keys):
        tiles(readings, keys, months, said)


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


RIGHT = {"Value", "n", "95% interval", "Calls", "Times", "Days since the last", *formats.MONTHS}
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


def tiles(
    readings: pd.DataFrame,
    keys: Sequence[str],
    months: Mapping[str, Monthly] = NO_MONTHS,
    said: Mapping[str, str] = NOTHING_SAID,
) -> None:
    """The few figures that carry a page; what could not be measured says why.

    Beneath stands what each figure's months say, where they are given, its signal and its target;
    and what is `said` of a figure besides.
    """
    columns = len(keys) if len(keys) <= MOST_TILES else MOST_TILES - 1
    with st.grid(columns=columns, min_column_width=150, gap="small"):
        for key in keys:
            row, entry = sentences.reading(readings, key), INDICATORS[key]
            with st.container(border=True, height="stretch", gap=None):
                value = row["value"] if row is not None and sentences.known(row) else None
                st.metric(entry.name, formats.brief(value, entry.unit))
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


def part_of(mix: pd.DataFrame, group: str) -> pd.DataFrame:
    """The readings of one family of parts; where it has none, those that say why."""
    parts = mix[mix[group].notna()] if group in mix else mix.iloc[:0]
    return parts if len(parts) else mix[mix["status"] != "ok"]


def remarks(readings: pd.DataFrame, shown: _shell.View) -> str:
    """What the figures say about themselves, and how many rows no month counts."""
    undated = _shell.undated(shown.snapshot) if shown.chosen is None else {}
    return " ".join([*sentences.remarks(readings), sentences.undated(undated)]).strip()
