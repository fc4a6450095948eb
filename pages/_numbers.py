"""The numbers of a card as a real table, and everything of it to take away."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import streamlit as st

from arp import METHOD_DATE
from arp.exhibits.exhibit import names
from arp.views import colors, tables, untold_words
from pages import _outside, _shell
from pages._printed import table

if TYPE_CHECKING:
    import pandas as pd

    from arp.exhibits.exhibit import Drawing, Exhibit, Page
    from arp.measures.indicator import Indicator

ROWS_SHOWN = 100


def draw(exhibit: Exhibit, page: Page, shown: _shell.View) -> None:
    """The numbers as a real table, and everything of the card to take away.

    The table is what the department sees. The files may leave it, unless somebody says that they
    stay; what stays has “_inside” in its name.
    """
    key, readings, indicators = exhibit.key, exhibit.readings, page.indicators
    outside = _outside.chosen(key, readings, shown)
    if outside:
        told = _outside.released(readings, shown)
        words = (exhibit.question, _outside.finding(shown), _outside.foot(shown))
        _files(key, words, told, exhibit.drawing, indicators)
    else:
        kept = key if outside is None else f"{key}_inside"
        words = (exhibit.question, exhibit.finding, exhibit.foot(page))
        _files(kept, words, readings, exhibit.drawing, indicators)
    table(tables.numbers(readings, names(readings, indicators)).head(ROWS_SHOWN))


def _files(
    key: str,
    words: tuple[str, str, str],
    readings: pd.DataFrame,
    drawing: Drawing | None,
    indicators: Mapping[str, Indicator],
) -> None:
    """A button for each file of the same readings: question, finding and foot are in each."""
    from arp.views.export import picture
    from arp.views.export.workbook import csv, workbook

    question, finding, foot = words
    printed = tables.numbers(readings, names(readings, indicators))
    about = [("Question", question), ("Finding", finding), ("Of", foot), ("Method", METHOD_DATE)]
    offers: list[tuple[str, Callable[[], bytes | str], str]] = [
        ("Excel", lambda: workbook({"Numbers": printed, "Readings": readings}, about), "xlsx"),
        ("CSV", lambda: csv(readings), "csv"),
    ]
    if drawing is not None and untold_words.is_told(readings):
        said: Any = {"question": question, "finding": finding, "foot": foot}
        light = drawing.specification(readings, colors.LIGHT)
        offers += [
            ("PNG", lambda: picture.png(light, **said), "png"),
            ("SVG", lambda: picture.svg(light, **said), "svg"),
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
