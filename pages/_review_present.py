"""A review presented: its title, what came of earlier promises, its screens, what is promised.

`?review=NAME&present=1&screen=3` opens the same screen for everybody; `&notes=1` beside it is for
the presenter: the note of the screen and what comes next.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from arp.review import promises
from arp.views import formats, review_words
from pages import _card, _present, _review_kept, _review_shown
from pages._printed import small, table

if TYPE_CHECKING:
    from arp.exhibits.handout import Commitment
    from arp.review.deck import Chosen, Deck

NO_NOTE = "No note to this screen."
THE_END = "the end"


@dataclass(frozen=True)
class Part:
    """One screen of a show, drawn only when it is its turn."""

    title: str
    draw: Callable[[], None]
    note: str = ""


def draw(deck: Deck) -> None:
    """The screen that the link asks for, or the notes to it."""
    parts = _parts(deck)
    for place, part in enumerate(parts):
        if not _present.shows():
            continue
        if _present.notes():
            following = parts[place + 1].title if place + 1 < len(parts) else THE_END
            _notes(part, following)
        else:
            part.draw()


def _parts(deck: Deck) -> list[Part]:
    """Everything that is shown, in order."""
    kept = _review_kept.kept()
    earlier = promises.from_earlier(deck, kept.decks, kept.promises)
    made = promises.in_order(promises.made_at(deck.name, kept.promises))
    parts = [Part(deck.name, partial(_title, deck))]
    if earlier:
        said = partial(_promised, review_words.LAST_TIME, list(earlier.values()), True)
        parts.append(Part(review_words.LAST_TIME, said))
    parts += [
        Part(chosen.question, partial(_screen, deck, chosen), chosen.note)
        for chosen in deck.screens
    ]
    if made:
        said = partial(_promised, review_words.PROMISED, list(made.values()), False)
        parts.append(Part(review_words.PROMISED, said))
    return parts


def _title(deck: Deck) -> None:
    """The first screen: which review it is, of which day, and of what data."""
    with st.container(key="review-title"):
        st.title(formats.plain(deck.name), anchor=False)
        st.markdown(formats.plain(formats.day(deck.held_on)))
        small(review_words.about(deck, _review_shown.as_of(deck)))


def _screen(deck: Deck, chosen: Chosen) -> None:
    """One exhibit: its question, finding, chart or table, and what it is of."""
    with st.spinner("Working out the figures"):
        screen = _review_shown.screen(deck, chosen)
    exhibit = screen.exhibit
    with st.container(border=True, key=f"card-{exhibit.key}", height="stretch"):
        _card.answer(exhibit)
        of = review_words.of_page(_review_shown.title_of(chosen.page), screen.page)
        small(f"{of} · {screen.foot}")


def _promised(title: str, found: Sequence[Commitment], with_review: bool) -> None:
    """Commitments as a screen: how they stand, then each with who and when."""
    today = _review_kept.today()
    with st.container(border=True, key="card-promised", height="stretch"):
        st.subheader(title, anchor=False)
        st.markdown(formats.plain(review_words.standing(found, today)))
        table(review_words.listed(found, today, with_review=with_review))


def _notes(part: Part, following: str) -> None:
    """What the presenter alone sees: the note to the screen, and what comes next."""
    with st.container(key="review-notes"):
        st.subheader(formats.plain(part.title), anchor=False)
        for line in (part.note or NO_NOTE).splitlines():
            st.markdown(formats.plain(line))
        small(f"Next: {following}")
