"""Reviews: the next one first, then those that were held; one of them, to prepare or present."""

import streamlit as st

from arp.review.deck import Deck, coming, held
from arp.review.promises import open_now
from arp.views import formats, review_words
from pages import _present, _review_adding, _review_deck, _review_kept, _review_present, _shell
from pages._printed import small

STEPS = (
    ("playlist_add", "Choose", "Beneath every chart and table stands **Add to review**."),
    ("reorder", "Prepare", "Put the screens in order and write what you want to say to each."),
    ("slideshow", "Present", "One screen at a time with ← and →; a link opens the same screen."),
    ("handshake", "Promise", "Write down who does what by when. Next time that comes first."),
)


def make() -> None:
    """The button that asks for a name and a day."""
    if st.button("New review", type="primary", icon=":material/add:"):
        ask()


@st.dialog("New review")
def ask() -> None:
    name, day = _review_adding.named_and_dated()
    small("It shows the data as they are today, until you refresh it.")
    if _shell.shown_lake().is_sample:
        small(_review_adding.OF_THE_SAMPLE)
    if st.button("Make it", type="primary", icon=":material/check:"):
        if fault := _review_adding.why_not(name):
            st.error(fault)
        elif _review_adding.make(name, day):
            _review_deck.open_(name)
            st.rerun()


def begin() -> None:
    """The page before the first review: how it goes, and where to begin."""
    st.title("Bring charts to a review", anchor=False)
    st.markdown(
        "A review shows chosen charts and tables of these pages, as of one day, in your order."
    )
    with st.grid(columns="auto", min_column_width=220, gap="medium"):
        for icon, label, words in STEPS:
            with st.container(border=True, height="stretch"):
                st.markdown(f":material/{icon}: **{label}**")
                st.markdown(words)
    make()
    st.subheader("Where to begin?", anchor=False)
    _review_deck.places()


def line(deck: Deck) -> None:
    """One review of the list."""
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        with st.container(gap=None):
            st.markdown(f"**{formats.plain(deck.name)}**")
            when = review_words.when(deck, _review_kept.today())
            small(f"{when} · {review_words.screens(len(deck.screens))}")
        st.button(
            "Open",
            key=f"open-{deck.name}",
            icon=":material/arrow_forward:",
            on_click=_review_deck.open_,
            args=(deck.name,),
        )


def everything(kept: _review_kept.Kept) -> None:
    """All reviews, and how commitments stand."""
    today = _review_kept.today()
    ahead, past = coming(kept.decks, today), held(kept.decks, today)
    st.title(formats.plain(review_words.title(ahead, today)), anchor=False)
    promised = open_now(kept.promises).values()
    if promised:
        st.markdown(formats.plain(f"Promised: {review_words.standing(promised, today)}"))
    make()
    for title, decks in (("To come", ahead), ("Held", past)):
        if decks:
            st.subheader(title, anchor=False)
        for deck in decks:
            line(deck)


_shell.need_data(_shell.view())
kept = _review_kept.kept()
asked = st.query_params.get(_review_deck.REVIEW)
deck = kept.named(asked)
if deck is not None and _present.on():
    _review_present.draw(deck)
else:
    _review_kept.what_was_said()
    if asked is not None and deck is None:
        st.warning(formats.plain(f"There is no review {formats.shortened(asked)} any more."))
    if deck is not None:
        _review_deck.draw(deck)
    elif kept.decks:
        everything(kept)
    else:
        begin()
