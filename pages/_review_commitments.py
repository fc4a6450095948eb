"""Commitments on the page of a review: those of earlier ones first, then its own, to be typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from arp.review import promises, typed
from arp.views import formats, review_words
from pages import _review_kept, _shell

if TYPE_CHECKING:
    from arp.review.deck import Deck
    from arp.review.promises import Promises

COLUMNS: dict[str, Any] = {
    typed.NUMBER: None,
    typed.WHAT: st.column_config.TextColumn(width="large", help="What is promised"),
    typed.OWNER: st.column_config.TextColumn(help="Who promises it"),
    typed.DUE: st.column_config.DateColumn(format="MMM D, YYYY", help="The day it is due"),
    typed.DONE: st.column_config.CheckboxColumn(help="Ticked, it was done today"),
}


def earlier(deck: Deck) -> None:
    """What was promised before and is to be looked at; nothing where there is nothing."""
    kept = _review_kept.kept()
    found = promises.from_earlier(deck, kept.decks, kept.promises)
    if found:
        with st.container(border=True, key="promised-earlier"):
            _typed(deck, "earlier", review_words.LAST_TIME, found, may_add=False)


def own(deck: Deck) -> None:
    """What is promised at this review."""
    found = promises.in_order(promises.made_at(deck.name, _review_kept.kept().promises))
    with st.container(border=True, key="promised"):
        _typed(deck, "own", review_words.PROMISED, found, may_add=True)


def _typed(deck: Deck, which: str, title: str, found: Promises, *, may_add: bool) -> None:
    today = _review_kept.today()
    st.subheader(title, anchor=False)
    st.markdown(formats.plain(review_words.standing(list(found.values()), today)))
    snapshot = _shell.newest(_shell.shown_lake())
    assert snapshot is not None
    edited = st.data_editor(
        typed.table(found),
        key=f"promised-{which}-{deck.name}-{snapshot.number}",
        num_rows="dynamic" if may_add else "fixed",
        column_config=COLUMNS,
        hide_index=True,
        placeholder="",
        alt=f"{title} What, owner, due day, done.",
        width="stretch",
    )
    free = promises.next_number(_review_kept.kept().promises)
    changed = typed.typed(edited, found, deck.name, today, free)
    if st.button(
        "Save commitments",
        key=f"save-{which}",
        icon=":material/check:",
        disabled=changed.is_nothing,
    ):
        _review_kept.promise(deck.name, changed)
        st.rerun()
