"""A page that is composed of exhibits: its head, its sections, and what cannot be told yet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import streamlit as st

from arp.exhibits.pages import PAGES, compose
from arp.views import formats
from pages import _card, _choices, _figures, _filters, _handouts, _look, _present, _shell

if TYPE_CHECKING:
    from arp.exhibits.exhibit import Page, Section
    from arp.exhibits.look import Look

ON_PAGE = "_on_page"  # in the session, while a page runs: what it is composed of
Bodies = Mapping[str, Callable[[], None]]
NO_BODIES: Bodies = {}


def composed(name: str) -> tuple[Page, _shell.View]:
    """The page of that name for what is shown; where nothing is there, the page that says so."""
    shown = _shell.need_data(_filters.shown())
    choices = _choices.chosen(PAGES[name].choices)
    look = _look.Cached(shown)
    page, asked = _made(
        (str(shown.lake), shown.snapshot.number, shown.today, shown.data_on, shown.published),
        (shown.held, shown.chosen, shown.where),
        name,
        tuple(sorted(choices.items())),
        _present.on(),
        look,
    )
    _figures.note_asked(asked)
    st.session_state[ON_PAGE] = (page, look, choices)
    return page, shown


@st.cache_resource(max_entries=60, show_spinner=False)
def _made(
    state: tuple[object, ...],
    part: tuple[object, ...],
    name: str,
    choices: tuple[tuple[str, str], ...],
    presented: bool,
    _look: Look,
) -> tuple[Page, tuple[str, ...]]:
    """The page, composed once for everybody, and the indicators that it asked for."""
    page = compose(name, _look, dict(choices), presented=presented)
    return page, _figures.asked_for()


def hand_out(place: Any) -> None:
    """The door to the files of the page that was composed in this run; nothing without one."""
    if ON_PAGE in st.session_state:
        page, look, choices = st.session_state.pop(ON_PAGE)
        _handouts.offer(page, look, place, choices)


def draw(name: str) -> None:
    """The whole page."""
    page, shown = composed(name)
    head(page)
    sections(page, shown)


def head(page: Page) -> None:
    """The answer as the title, a line of proof, and the few figures that carry it."""
    if not _present.shows():
        return
    st.title(formats.plain(page.answer), anchor=False)
    if page.proof:
        st.markdown(formats.plain(page.proof))
    if page.tiles:
        _card.tiles(page.whole, page.tiles, page.months, page.said, page.indicators)


def sections(page: Page, shown: _shell.View, bodies: Bodies = NO_BODIES) -> None:
    """Every exhibit that has an answer; then what cannot be told yet, each reason once.

    Args:
        page: as it is composed.
        shown: what it is composed of.
        bodies: what draws an exhibit's list by hand, by the exhibit's key.
    """
    seen = replace(shown, where=page.where)
    for section in page.sections:
        _section(section, page, seen, bodies)
    _untold(page)


def _section(section: Section, page: Page, seen: _shell.View, bodies: Bodies) -> None:
    told = [one for one in section.exhibits if one.told and not one.hidden]
    if not told:
        return
    if section.title and not _present.on():
        st.header(formats.plain(section.title), anchor=False)
    with side_by_side(section.width):
        for exhibit in told:
            _card.card(exhibit, page, shown=seen, body=bodies.get(exhibit.key))


def side_by_side(width: int) -> Any:
    """Cards beside one another, each at least so many pixels wide; alone while presented."""
    if _present.on() or not width:
        return st.container()
    return st.grid(columns="auto", min_column_width=width, gap="medium")


def _untold(page: Page) -> None:
    """What the page cannot tell yet, gathered at its end instead of a card a question."""
    reasons = page.untold
    if not reasons or not _present.shows():
        return
    with st.container(border=True, key="card-untold"):
        st.subheader("What cannot be told yet", anchor=False)
        for reason, questions in reasons.items():
            st.markdown(f"**{formats.plain(' '.join(questions))}** {formats.plain(reason)}")
        with st.container(horizontal=True):
            st.page_link("pages/upload.py", label="Upload", icon=":material/upload_file:")
            st.page_link("pages/settings.py", label="Settings", icon=":material/tune:")
