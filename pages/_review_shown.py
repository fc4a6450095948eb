"""The screens of a review as of its day: composed once, and kept for whoever shows them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from arp.exhibits.handout import Screen
from arp.exhibits.pages import PAGES
from arp.review import opening
from pages import _figures, _review_kept, _shell
from pages._look import Cached

if TYPE_CHECKING:
    from arp.exhibits.handout import Handout
    from arp.lake.lake import Lake
    from arp.review.deck import Chosen, Deck


def view(deck: Deck) -> _shell.View | None:
    """The data that a review is frozen to, on its own day; None where they cannot be opened."""
    lake, newest = _shell.shown_lake(), _shell.newest(_shell.shown_lake())
    if newest is None:
        return None
    then = _opened(str(lake.path), deck.of_snapshot, newest.number, lake)
    return replace(then, today=deck.frozen_on) if then else None


@st.cache_resource(max_entries=20, show_spinner="Checking the data")
def _opened(path: str, number: int, newest: int, _lake: Lake) -> _shell.View | None:
    return _shell.view(number=number) if _lake.reads_whole(number) else None


def as_of(deck: Deck) -> str:
    """The day of the data of a review, in words."""
    then = view(deck)
    return then.as_of if then else "a day that cannot be opened any more"


def look(deck: Deck, chosen: Chosen) -> Cached | None:
    """What a screen of a review is composed of."""
    then = view(deck)
    if then is None:
        return None
    months = None if chosen.months == then.held else chosen.months
    return Cached(replace(then, chosen=months, where=chosen.where))


def screen(deck: Deck, chosen: Chosen) -> Screen:
    """One screen of a review."""
    asked = look(deck, chosen)
    if asked is None:
        return opening.screen(chosen, None)
    shown = replace(chosen, note="")
    facts = _figures.facts_of(asked.shown.snapshot)
    found = _screen(
        str(asked.shown.lake),
        facts,
        deck.of_snapshot,
        deck.frozen_on.isoformat(),
        repr(shown),
        shown,
        asked,
    )
    return replace(found, note=chosen.note)


@st.cache_resource(max_entries=300, show_spinner=False)
def _screen(
    lake: str, facts: str, number: int, day: str, asked: str, _chosen: Chosen, _look: Cached
) -> Screen:
    return opening.screen(_chosen, _look)


def title_of(page: str) -> str:
    """The title of a page in the menu; its name where there is no such page any more."""
    return PAGES[page].title if page in PAGES else page


def screens(deck: Deck) -> tuple[Screen, ...]:
    """Every screen of a review."""
    return tuple(screen(deck, chosen) for chosen in deck.screens)


def refreshed(deck: Deck) -> Deck:
    """The same review, frozen to the newest data."""
    number, today = _review_kept.newest_number(), _review_kept.today()
    return replace(deck, of_snapshot=number, frozen_on=today)


def handout(deck: Deck) -> Handout:
    """A review as it goes out."""
    kept = _review_kept.kept()
    return opening.handout(
        deck,
        screens(deck),
        kept.decks,
        kept.promises,
        as_of=as_of(deck),
        sample=_shell.shown_lake().is_sample,
    )
