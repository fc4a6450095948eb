"""“Add to review”: what a card shows becomes a screen of a review, without leaving the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

import streamlit as st

from arp.exhibits import teams
from arp.review import opening
from arp.review.deck import Chosen, Deck, coming
from arp.views import formats, review_words
from pages import _figures, _look, _present, _review_kept, _review_shown, _shell
from pages._printed import small

if TYPE_CHECKING:
    from arp.exhibits.exhibit import Exhibit

CURRENT = "review_current"  # in the session: the review that screens are added to
A_NEW_ONE = "A new review"
OF_THE_SAMPLE = "It is kept with the sample city, and leaves with it at your first upload."
LONGEST_NAME = 80
OF_THE_PAGE = (teams.TEAM,)  # choices that every exhibit of a page is of


def offer(exhibit: Exhibit, page: str, shown: _shell.View, choices: Mapping[str, str]) -> None:
    """The button on a card.

    Args:
        exhibit: what the card shows.
        page: the name of its page.
        shown: what the page shows of which snapshot.
        choices: what the menus of the page say.
    """
    if _present.on():
        return
    if _review_kept.SAID in st.session_state:
        _review_kept.what_was_said()
    current = _review_kept.kept().named(st.session_state.get(CURRENT))
    if st.button(
        "Add to review",
        key=f"review-{exhibit.key}",
        icon=":material/playlist_add:",
        type="tertiary",
        help=f"Show this at {formats.plain(current.name)}" if current else None,
    ):
        apart = opening.apart(page, exhibit, _look.Cached(shown), choices)
        chosen = [_chosen(one, page, shown, choices) for one in apart]
        if current is None:
            _ask(chosen, shown)
        else:
            add(current.name, chosen, shown)
            _review_kept.what_was_said()


def _chosen(exhibit: Exhibit, page: str, shown: _shell.View, choices: Mapping[str, str]) -> Chosen:
    of = {*OF_THE_PAGE, *(menu.key for menu in exhibit.menus)}
    return Chosen(
        page=page,
        exhibit=exhibit.key,
        question=exhibit.question,
        months=shown.chosen,
        where=shown.where,
        choices={key: value for key, value in choices.items() if key in of and value},
    )


def add(name: str, chosen: Sequence[Chosen], shown: _shell.View) -> None:
    """Adds screens to a review, the current one from now on, and has it said."""
    before = _review_kept.kept().named(name)
    there = before is not None and all(map(before.holds, chosen))
    deck = _review_kept.alter(name, lambda deck: deck.with_screens(chosen))
    if deck is None:
        return
    st.session_state[CURRENT] = name
    st.session_state[_review_kept.SAID] = formats.plain(_said(deck, shown, there=there))


def _said(deck: Deck, shown: _shell.View, *, there: bool) -> str:
    if there:
        return review_words.there_already(deck)
    then = _review_shown.view(deck)
    if then is None or _figures.facts_of(then.snapshot) != _figures.facts_of(shown.snapshot):
        return review_words.added_of_another_day(deck, _review_shown.as_of(deck))
    return review_words.added(deck)


@st.dialog("Add to which review?")
def _ask(chosen: Sequence[Chosen], shown: _shell.View) -> None:
    names = [deck.name for deck in coming(_review_kept.kept().decks, _review_kept.today())]
    which = st.radio("Review", [*names, A_NEW_ONE]) if names else A_NEW_ONE
    asked = named_and_dated() if which == A_NEW_ONE else None
    if _shell.shown_lake().is_sample:
        small(OF_THE_SAMPLE)
    if not st.button("Add", type="primary", icon=":material/playlist_add:"):
        return
    if asked is not None:
        if fault := why_not(asked[0]):
            st.error(fault)
            return
        make(*asked, shown)
    add(asked[0] if asked else str(which), chosen, shown)
    st.rerun()


def named_and_dated(deck: Deck | None = None) -> tuple[str, date]:
    """Asks for the name and the day of a review."""
    name = st.text_input(
        "Name",
        deck.name if deck else "",
        max_chars=LONGEST_NAME,
        placeholder="Council review, November 2026",
    )
    day = st.date_input("Held on", deck.held_on if deck else "today", format="MM/DD/YYYY")
    assert isinstance(day, date)
    return " ".join(name.split()), day


def why_not(name: str, but: str = "") -> str:
    """Why a review cannot have that name; nothing where it can."""
    if not name:
        return "Give it a name first: links and the history call it by that."
    if name != but and _review_kept.kept().named(name):
        return "There is a review of this name already."
    return ""


def make(name: str, day: date, shown: _shell.View | None = None) -> bool:
    """Makes a review of what is shown now, the newest data most often; the current one."""
    today = _review_kept.today()
    number = _review_kept.newest_number()
    if shown is not None and shown.today != today:  # of an earlier day on purpose
        number, today = shown.snapshot.number, shown.today
    st.session_state[CURRENT] = name
    return _review_kept.keep(Deck(name=name, held_on=day, of_snapshot=number, frozen_on=today))
