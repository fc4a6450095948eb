"""What draws a card's readings, on the ground of the theme, and its place on the page."""

from __future__ import annotations

import hashlib
import pickle
from typing import TYPE_CHECKING, Any

import streamlit as st

from arp.views import colors
from arp.views.large import has_many_rows, large
from pages import _present

if TYPE_CHECKING:
    import pandas as pd

    from arp.exhibits.exhibit import Drawing


def chart(key: str, spec: dict[str, Any], alt: str) -> None:
    """The chart; while presented it is large, and takes the height that its screen has left."""
    if not _present.on():
        st.vega_lite_chart(spec, theme=None, alt=alt, key=f"chart-{key}")
        return
    place = "long" if has_many_rows(spec) else "chart"
    with st.container(height="stretch", key=f"{place}-place-{key}"):
        st.vega_lite_chart(large(spec), theme=None, height="stretch", alt=alt, key=f"chart-{key}")


def specification(drawing: Drawing, readings: pd.DataFrame, theme: str | None) -> dict[str, Any]:
    """The chart's specification on the ground of the theme, worked out once."""
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
    return _drawing.specification(readings, colors.palette(theme))
