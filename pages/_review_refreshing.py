"""Refreshing a review: what newer data would change on its screens, before it is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from arp.review.refreshing import refreshed
from arp.views import formats, review_words
from pages import _review_kept, _review_shown
from pages._printed import table

if TYPE_CHECKING:
    from arp.review.deck import Deck


def offer(deck: Deck) -> None:
    """The button, where there are newer data or another day than the review's."""
    newer = _review_shown.refreshed(deck)
    if newer != deck and st.button("Refresh", icon=":material/update:"):
        _ask(deck, newer)


@st.dialog("Show newer data?", width="large")
def _ask(deck: Deck, newer: Deck) -> None:
    then, now = _review_shown.as_of(deck), _review_shown.as_of(newer)
    st.markdown(formats.plain(review_words.from_day_to_day(then, now)))
    found = refreshed(_review_shown.screens(deck), _review_shown.screens(newer))
    st.markdown(f"**{formats.plain(review_words.would_change(found))}**")
    if found.findings:
        table(review_words.changes(found))
    with st.container(horizontal=True):
        if st.button("Refresh it", type="primary", icon=":material/update:"):
            _review_kept.alter(deck.name, lambda one: one.frozen_as(newer))
            st.rerun()
        if st.button("Leave it"):
            st.rerun()
