"""One card: a question, its finding, the chart, and the proof one click away."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import streamlit as st

from arp.exhibits.pages import PAGES
from arp.views import formats
from pages import _choices, _first, _numbers, _present, _proof, _review_adding, _shell
from pages._drawing import chart, specification
from pages._printed import small, table
from pages._tiles import COLORS, tiles

if TYPE_CHECKING:
    from arp.exhibits.exhibit import Exhibit, Page

__all__ = ["COLORS", "answer", "card", "small", "table", "tiles"]


def card(
    exhibit: Exhibit,
    page: Page,
    *,
    shown: _shell.View,
    body: Callable[[], None] | None = None,
) -> None:
    """A card: the question as its title, the finding, the chart, the foot and the proof.

    Args:
        exhibit: what it shows.
        page: that it is from.
        shown: what its figures were asked of.
        body: draws its list by hand.
    """
    if not _present.shows():
        return
    key = exhibit.key
    with st.container(border=True, key=f"card-{key}", height="stretch"):
        answer(exhibit, with_menus=True, body=body)
        small(exhibit.foot(page))
        with st.container(key=f"behind-{key}", gap="small"):
            _behind(exhibit, page, shown)
            for name, label in exhibit.links:
                st.page_link(f"pages/{name}.py", label=label, icon=":material/arrow_forward:")


def answer(
    exhibit: Exhibit, *, with_menus: bool = False, body: Callable[[], None] | None = None
) -> None:
    """The question, the finding, the chart and the list; its menus where they can be used."""
    st.subheader(formats.plain(exhibit.question), anchor=False)
    st.markdown(formats.plain(exhibit.finding))
    if exhibit.drawing is not None and exhibit.told:
        spec = specification(exhibit.drawing, exhibit.readings, st.context.theme.type)
        chart(exhibit.key, spec, f"{exhibit.question} {exhibit.finding}")
        _first.sent()
    if with_menus and exhibit.menus:
        _choices.draw(exhibit.menus)
    if body is not None:
        body()
    elif exhibit.listed is not None and len(exhibit.listed):
        table(exhibit.listed)


@st.fragment
def _behind(exhibit: Exhibit, page: Page, shown: _shell.View) -> None:
    """The doors of a card; what is behind them is drawn when they are opened."""
    with st.container(horizontal=True, gap="medium"):
        proof = _door("How is this calculated?", f"proof-{exhibit.key}")
        numbers = _door("Numbers", f"numbers-{exhibit.key}")
        choices = _choices.chosen(PAGES[page.name].choices)
        _review_adding.offer(exhibit, page.name, shown, choices)
    if proof:
        _room(
            "How is this calculated?",
            lambda: _proof.draw(exhibit.key, exhibit.readings, shown),
        )
    elif numbers:
        _room(exhibit.question, lambda: _numbers.draw(exhibit, page, shown))


def _door(label: str, key: str) -> bool:
    return st.button(label, type="tertiary", key=key, icon=":material/open_in_full:")


def _room(title: str, draw: Callable[[], None]) -> None:
    """A room of its own over the page, wide enough for a table."""
    st.dialog(formats.plain(title), width="large")(draw)()
