"""The numbers of a card as a real table, and everything of it to take away."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import streamlit as st

from arp import METHOD_DATE
from arp.measures.registry import INDICATORS
from arp.views import colors, tables
from pages._drawing import Drawing, drawn
from pages._printed import table

if TYPE_CHECKING:
    import pandas as pd

ROWS_SHOWN = 100


def names(readings: pd.DataFrame) -> dict[str, tuple[str, str]]:
    """The name and unit of each indicator in the readings."""
    return {
        key: (INDICATORS[key].name, INDICATORS[key].unit)
        for key in dict.fromkeys(readings["indicator"])
    }


def draw(
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
