"""Handing out a page or a review: a brief, a presentation, a workbook, a public page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import streamlit as st

from arp.exhibits.pages import PAGES, compose
from arp.measures.release import Audience, smallest_count
from arp.review import opening
from arp.views.export import files
from arp.views.withheld_words import IN_THE_FILES, INSIDE_ONLY, rule
from pages import _figures, _present, _review_shown, _shell
from pages._printed import small

if TYPE_CHECKING:
    from arp.exhibits.exhibit import Page
    from arp.exhibits.look import Direct
    from arp.review.deck import Chosen, Deck
    from pages._look import Cached

NOTHING_CHOSEN: Mapping[str, str] = {}
OFFERED = {  # by ending: what the button says, and its icon
    "pdf": ("Brief, one page (PDF)", ":material/article:"),
    "pptx": ("PowerPoint", ":material/co_present:"),
    "xlsx": ("Excel", ":material/table:"),
    files.PUBLIC: ("Public page (HTML)", ":material/public:"),
}


def offer(
    page: Page, look: Cached, place: Any, choices: Mapping[str, str] = NOTHING_CHOSEN
) -> None:
    """A door to the files of a page; each is made when its button is pressed.

    Args:
        page: as the department sees it.
        look: what it is composed of.
        place: where the door stands, beside the filters.
        choices: what is chosen in the menus of its exhibits.
    """
    if _present.on():
        return

    def made(ending: str, outside: bool) -> Callable[[], bytes]:
        return _of_page(ending, page, look.shown, choices, outside=outside)

    with place, st.popover("Hand out", icon=":material/ios_share:", type="tertiary"):
        _files(page.name, OFFERED, made)


def offer_review(deck: Deck) -> None:
    """A door to the files of a review, as of the day to which it is frozen."""
    if not deck.screens:
        return

    def made(ending: str, outside: bool) -> Callable[[], bytes]:
        return _of_review(ending, deck, outside=outside)

    with st.popover("Hand out", icon=":material/ios_share:"):
        _files("review", files.OF_HANDOUTS, made)


def _files(
    name: str, endings: Iterable[str], made: Callable[[str, bool], Callable[[], bytes]]
) -> None:
    """The switch that says whether the files stay inside, and a button for each.

    They may leave the department unless somebody says that they stay: a file is passed on, the
    screen is not. The public page always may.
    """
    leaves = st.toggle("Files may leave the department", value=True, key="handout-outside")
    small(IN_THE_FILES if leaves else INSIDE_ONLY)
    for ending in endings:
        label, icon = OFFERED[ending]
        outside = leaves or ending == files.PUBLIC
        st.download_button(
            label,
            made(ending, outside),
            file_name=f"{name}{'' if outside else '_inside'}.{ending}",
            key=f"handout-{ending}",
            icon=icon,
            on_click="ignore",
            width="stretch",
        )


def _of_page(
    ending: str, page: Page, shown: _shell.View, choices: Mapping[str, str], *, outside: bool
) -> Callable[[], bytes]:
    """Makes the file of a page when it is called; all that it needs is looked up before."""
    about = files.About(
        title=PAGES[page.name].title,
        made_at=_shell.now(),
        sample=_shell.shown_lake().is_sample,
        leaving=_leaving(shown, outside=outside),
    )
    if not outside:
        return lambda: files.OF_PAGES[ending]([page], about)
    look, composed = _from_outside(shown)
    return lambda: files.OF_PAGES[ending]([composed(page.name, look, choices)], about)


def _of_review(ending: str, deck: Deck, *, outside: bool) -> Callable[[], bytes]:
    """Makes the file of a review when it is called; all that it needs is looked up before."""
    inside = _review_shown.handout(deck)
    then = _review_shown.view(deck)
    if then is None:
        return lambda: files.OF_HANDOUTS[ending](inside)
    told = replace(inside, leaving=_leaving(then, outside=outside))
    if not outside:
        return lambda: files.OF_HANDOUTS[ending](told)
    everything, composed = _from_outside(then)

    def look_for(chosen: Chosen) -> Direct:
        months = None if chosen.months == then.held else chosen.months
        return replace(everything, chosen=months, where=chosen.where)

    def from_outside() -> bytes:
        screens = opening.screens(deck, look_for, composed)
        return files.OF_HANDOUTS[ending](replace(told, screens=screens))

    return from_outside


def _leaving(shown: _shell.View, *, outside: bool) -> str:
    """What is said of figures about people in the files."""
    smallest = smallest_count(_shell.program(shown), shown.today)
    return rule(smallest) if outside else INSIDE_ONLY


def _from_outside(shown: _shell.View) -> tuple[Direct, Callable[..., Page]]:
    """What those outside the department may see of it, and what composes a page of that."""
    undated = _shell.undated(shown.snapshot)
    look = replace(_figures.direct(shown), audience=Audience.OUTSIDE, rows_undated=undated)
    state = (str(shown.lake), shown.snapshot.number, shown.today, shown.data_on, shown.held)

    def composed(
        name: str, look: Direct, choices: Mapping[str, str], *, presented: bool = False
    ) -> Page:
        part = (look.chosen, look.where, tuple(sorted(choices.items())), presented)
        return _page_from_outside(state, part, name, look)

    return look, composed


@st.cache_resource(max_entries=60, show_spinner=False)
def _page_from_outside(
    state: tuple[object, ...], part: tuple[Any, ...], name: str, _look: Direct
) -> Page:
    """The page as it may leave, composed once for every file that is made of it."""
    *_, choices, presented = part
    return compose(name, _look, dict(choices), presented=presented)
