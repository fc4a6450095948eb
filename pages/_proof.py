"""The proof of a card: the definition, what it rests on, the SQL and the rows."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import streamlit as st

from arp import METHOD_DATE
from arp.views import formats
from pages import _definition, _rows, _shell
from pages._printed import small

if TYPE_CHECKING:
    import pandas as pd


def draw(key: str, readings: pd.DataFrame, shown: _shell.View) -> None:
    """The definition, what it rests on, the SQL and the rows."""
    indicators = _shell.registry(shown).indicators
    indicator = indicators[
        st.selectbox(
            "Figure",
            list(dict.fromkeys(readings["indicator"])),
            format_func=lambda one: indicators[one].name,
            key=f"figure-{key}",
        )
    ]
    _definition.draw(indicator, shown)
    small(f"Method of {formats.day(date.fromisoformat(METHOD_DATE))}.")
    _rows.draw(key, indicator, readings, shown)
