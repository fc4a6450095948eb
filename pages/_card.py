"""One card: a question, its finding, the chart, and the proof one click away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import streamlit as st

from arp.measures.readings import HIDDEN
from arp.views import formats, sentences, untold_words
from pages import _numbers, _present, _proof, _shell, _untold
from pages._drawing import Drawing, chart, specification
from pages._numbers import names
from pages._printed import small, table
from pages._tiles import COLORS, headline, tiles

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "COLORS",
    "Drawing",
    "card",
    "headline",
    "names",
    "part_of",
    "remarks",
    "side_by_side",
    "small",
    "table",
    "tiles",
]


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

    Where untold questions are gathered (see _untold.py) one without an answer has no card, nor has
    one of which the city hides every figure.

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
    asked, readings = len(readings), readings[readings["status"] != HIDDEN]
    if asked and readings.empty:
        return
    if _untold.waits(question, readings) or not _present.shows():
        return
    foot = " · ".join(part for part in (of, _foot(readings, shown)) if part)
    with st.container(border=True, key=f"card-{key}", height="stretch"):
        st.subheader(formats.plain(question), anchor=False)
        st.markdown(formats.plain(finding))
        told = untold_words.is_told(readings)
        if drawing is not None and told:
            spec = specification(drawing, readings, st.context.theme.type)
            chart(key, spec, f"{question} {finding}")
        if control is not None:
            control()
        if listed is not None and len(listed):
            table(listed)
        small(f"{foot} {note if told else ''}".strip())
        with st.container(key=f"behind-{key}", gap="small"):
            _behind(key, question, finding, foot, readings, shown, drawing)
            for page, label in links:
                st.page_link(f"pages/{page}.py", label=label, icon=":material/arrow_forward:")


def side_by_side(width: int = 390) -> Any:
    """Cards beside one another, each at least so many pixels wide; alone while presented."""
    if _present.on():
        return st.container()
    return st.grid(columns="auto", min_column_width=width, gap="medium")


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
        proof = _door("How is this calculated?", f"proof-{key}")
        numbers = _door("Numbers", f"numbers-{key}")
    if proof:
        _room("How is this calculated?", lambda: _proof.draw(key, readings, shown))
    elif numbers:
        _room(
            question,
            lambda: _numbers.draw(key, question, finding, foot, readings, drawing, shown),
        )


def _door(label: str, key: str) -> bool:
    return st.button(label, type="tertiary", key=key, icon=":material/open_in_full:")


def _room(title: str, draw: Callable[[], None]) -> None:
    """A room of its own over the page, wide enough for a table."""
    st.dialog(formats.plain(title), width="large")(draw)()


def _foot(readings: pd.DataFrame, shown: _shell.View) -> str:
    """Of what the figures are, of when, and the note they carry."""
    parts = [shown.period, f"data as of {shown.as_of}"]
    if len(readings) and "responder" in readings and (readings["responder"] == "all").any():
        parts.append("units of every agency, because none is known to be the program's")
    return f"{' · '.join(parts)}."


def part_of(mix: pd.DataFrame, group: str) -> pd.DataFrame:
    """The readings of one family of parts; where it has none, those that say why."""
    parts = mix[mix[group].notna()] if group in mix else mix.iloc[:0]
    return parts if len(parts) else mix[mix["status"] != "ok"]


def remarks(readings: pd.DataFrame, shown: _shell.View) -> str:
    """What the figures say about themselves, and how many rows no month counts."""
    undated = _shell.undated(shown.snapshot) if shown.chosen is None else {}
    return " ".join([*sentences.remarks(readings), sentences.undated(undated)]).strip()
