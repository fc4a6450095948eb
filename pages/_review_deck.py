"""One review: what came of earlier promises, its screens in order, and what is promised."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import streamlit as st

from arp.exhibits.pages import PAGES
from arp.views import formats, review_words
from pages import (
    _handouts,
    _present,
    _review_adding,
    _review_commitments,
    _review_kept,
    _review_refreshing,
    _review_shown,
)
from pages._printed import small

if TYPE_CHECKING:
    from collections.abc import Callable

    from arp.review.deck import Deck

REVIEW = "review"  # in the link: the review's name
LONGEST_NOTE = 2000
NOTE_HEIGHT = 68  # pixels: two lines; it can be drawn larger


def draw(deck: Deck) -> None:
    """The page of one review."""
    _head(deck)
    _review_commitments.earlier(deck)
    with st.container(border=True, key="screens"):
        st.subheader("What is shown?", anchor=False)
        if not deck.screens:
            st.markdown("Nothing yet. Press **Add to review** beneath any chart or table:")
            places()
        for place in range(len(deck.screens)):
            _screen(deck, place)
    _review_commitments.own(deck)


def places() -> None:
    """Links to every page that has something to choose from."""
    with st.container(horizontal=True):
        for name, page in PAGES.items():
            st.page_link(f"pages/{name}.py", label=page.title, icon=":material/playlist_add:")


def _head(deck: Deck) -> None:
    st.button("All reviews", icon=":material/arrow_back:", type="tertiary", on_click=close)
    st.title(formats.plain(deck.name), anchor=False)
    about = review_words.about(deck, _review_shown.as_of(deck))
    st.markdown(formats.plain(f"{review_words.when(deck, _review_kept.today())} · {about}"))
    with st.container(horizontal=True, vertical_alignment="center", key="review-doors"):
        st.button("Present", type="primary", icon=":material/slideshow:", on_click=_present.start)
        notes = urlencode({REVIEW: deck.name, "present": 1, "screen": 0, "notes": 1})
        st.link_button("Notes", f"review?{notes}", icon=":material/speaker_notes:")
        _handouts.offer_review(deck)
        _review_refreshing.offer(deck)
        if st.button("Name and day", icon=":material/edit:"):
            _rename(deck)
        if st.button("Remove", icon=":material/delete:"):
            _remove(deck)


def _screen(deck: Deck, place: int) -> None:
    """One screen of the list: what it shows and says, its note, its place."""
    chosen = deck.screens[place]
    exhibit = _review_shown.screen(deck, chosen).exhibit
    with st.container(border=True, key=f"screen-{place}"):
        with st.container(horizontal=True, vertical_alignment="top"):
            with st.container(gap=None):
                st.markdown(f"**{place + 1}. {formats.plain(exhibit.question)}**")
                st.markdown(formats.plain(exhibit.finding))
                small(review_words.shown_as(chosen, _review_shown.title_of(chosen.page)))
            _order(deck, place)
        _note(deck, place)


def _order(deck: Deck, place: int) -> None:
    """The buttons that move a screen, or take it out."""
    last = len(deck.screens) - 1
    with st.container(horizontal=True, width="content", key=f"order-{place}"):
        for label, icon, to in (
            ("Up", "arrow_upward", place - 1),
            ("Down", "arrow_downward", place + 1),
        ):
            st.button(
                label,
                key=f"{label}-{place}",
                icon=f":material/{icon}:",
                type="tertiary",
                disabled=not 0 <= to <= last,
                on_click=_alter,
                args=(deck.name, partial(_moved, place=place, to=to)),
            )
        st.button(
            "Take out",
            key=f"out-{place}",
            icon=":material/close:",
            type="tertiary",
            on_click=_alter,
            args=(deck.name, partial(_without, place=place)),
        )


def _alter(name: str, change: Callable[[Deck], Deck]) -> None:
    _review_kept.alter(name, change)


def _moved(deck: Deck, place: int, to: int) -> Deck:
    return deck.moved(place, to) if max(place, to) < len(deck.screens) else deck


def _without(deck: Deck, place: int) -> Deck:
    return deck.without(place) if place < len(deck.screens) else deck


def _note(deck: Deck, place: int) -> None:
    """The presenter's note, saved as soon as it is left."""
    chosen = deck.screens[place]
    key = f"note-{deck.name}-{place}-{hash((chosen.page, chosen.exhibit, chosen.note))}"
    st.text_area(
        "Note for the presenter",
        chosen.note,
        key=key,
        max_chars=LONGEST_NOTE,
        height=NOTE_HEIGHT,
        label_visibility="collapsed",
        placeholder="Note for the presenter: never on the screen itself",
        on_change=_noted,
        args=(deck.name, place, key),
    )


def _noted(name: str, place: int, key: str) -> None:
    note = str(st.session_state[key]).strip()
    _review_kept.alter(name, lambda deck: deck.noted(place, note))


@st.dialog("Name and day")
def _rename(deck: Deck) -> None:
    name, day = _review_adding.named_and_dated(deck)
    if st.button("Save", type="primary", icon=":material/check:"):
        if fault := _review_adding.why_not(name, but=deck.name):
            st.error(fault)
        elif _review_kept.rename(deck, replace(deck, name=name, held_on=day)):
            open_(name)
            st.rerun()


@st.dialog("Remove this review?")
def _remove(deck: Deck) -> None:
    st.markdown(
        f"**{formats.plain(deck.name)}** is taken out. What was promised at it stays, and the "
        "history can bring it back."
    )
    with st.container(horizontal=True):
        if st.button("Remove it", type="primary", icon=":material/delete:"):
            _review_kept.remove(deck.name)
            close()
            st.rerun()
        if st.button("Keep it"):
            st.rerun()


def open_(name: str) -> None:
    """Leads to the page of a review; screens are added to it from now on."""
    st.query_params[REVIEW] = name
    st.session_state[_review_adding.CURRENT] = name


def close() -> None:
    """Leads back to all reviews."""
    st.query_params.pop(REVIEW, None)
