"""The first chart of a page that is opened stands before the rest of the page is sent.

A browser draws the charts that arrive together side by side: the first stands only when the last
one does, though nobody has scrolled down to that yet. While it draws the first one alone, the
rest loses nothing: it would have waited for the same processor.
"""

from __future__ import annotations

import time

import streamlit as st

from pages import _present

# Seconds in which a browser draws one chart: at the first page of a visit it has to load what
# draws charts as well.
OF_A_VISIT, OF_A_PAGE = 0.6, 0.12
OPENED, WAITS = "_page_opened", "_first_chart_waits"  # in the session


def begin(name: str) -> None:
    """Notes which page runs; one that runs again, for a filter, is sent without a stop."""
    opened = st.session_state.get(OPENED)
    if opened == name or _present.on():  # while presented a screen has one chart, and its keys
        st.session_state[WAITS] = 0.0
    else:
        st.session_state[WAITS] = OF_A_VISIT if opened is None else OF_A_PAGE
    st.session_state[OPENED] = name


def sent() -> None:
    """A chart was sent: if it is the first of a page that is opened, the browser may draw it."""
    time.sleep(st.session_state.pop(WAITS, 0.0))
