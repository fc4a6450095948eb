"""What a page cannot tell yet, gathered at its end: a reason once, instead of a card a question."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import streamlit as st

from arp.views import formats, untold_words
from pages import _present

if TYPE_CHECKING:
    import pandas as pd

GATHERED = "_untold"  # the readings of each unanswered question of this run so far, by question


@contextmanager
def gathered() -> Iterator[None]:
    """Cards drawn within wait for the end where their question has no answer."""
    st.session_state[GATHERED] = {}
    try:
        yield
        _draw(st.session_state[GATHERED])
    finally:
        del st.session_state[GATHERED]


def waits(question: str, readings: pd.DataFrame) -> bool:
    """Whether a card waits for the end of the page."""
    if GATHERED not in st.session_state or untold_words.is_told(readings):
        return False
    st.session_state[GATHERED][question] = readings
    return True


def _draw(asked: dict[str, pd.DataFrame]) -> None:
    reasons = untold_words.by_reason(asked)
    if not reasons or not _present.shows():
        return
    with st.container(border=True, key="card-untold"):
        st.subheader("What cannot be told yet", anchor=False)
        for reason, questions in reasons.items():
            st.markdown(f"**{formats.plain(' '.join(questions))}** {formats.plain(reason)}")
        with st.container(horizontal=True):
            st.page_link("pages/upload.py", label="Upload", icon=":material/upload_file:")
            st.page_link("pages/settings.py", label="Settings", icon=":material/tune:")
