"""Published figures that have moved: said on Home and on the page concerned, until it is settled.

A notice stays until the set is published again or withdrawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from arp.views import formats, published_words
from pages import _as_of, _findings, _present, _published, _publishing, _shell, _since

if TYPE_CHECKING:
    from arp.measures.departures import Departure
    from arp.views.published_words import Cause
    from pages._published import Published

HOME = "home"
SHOWN = 6  # sentences at once


def draw(page: str, shown: _shell.View) -> None:
    """What moved of each published set, as far as it is this page's."""
    if _present.on():
        return
    if _as_of.is_past():
        _otherwise(shown)
        return
    for one in _published.all_sets(_shell.shown_lake()):
        here = [each for each in _published.moved(shown, one) if _is_here(page, one, each)]
        if found := causes(here, shown):
            _notice(page, one, found)


def causes(departures: Sequence[Departure], shown: _shell.View) -> list[Cause]:
    """What moved them, with a sentence for each figure."""
    changes = {row.snapshot: row for row in _shell.history(_shell.shown_lake())}
    return published_words.causes(departures, changes, _shell.registry(shown).indicators)


def listed(found: Sequence[Cause]) -> None:
    """Each cause with its figures; the many on demand."""
    for cause in found:
        st.markdown(f"{formats.plain(cause.lead)}:")
        st.markdown(_findings.bulleted(cause.sentences[:SHOWN]))
        if rest := cause.sentences[SHOWN:]:
            with st.expander(f"{len(rest)} more"):
                st.markdown(_findings.bulleted(rest))


def _notice(page: str, one: Published, found: Sequence[Cause]) -> None:
    publication = one.publication
    with st.container(border=True, key=f"moved-{one.number}"):
        about = f"{publication.name} ({published_words.about(publication)})"
        st.markdown(
            f":orange[:material/campaign:] **{published_words.moved(found)}** · "
            f"{formats.plain(about)}"
        )
        listed(found)
        with st.container(horizontal=True, vertical_alignment="center"):
            st.button(
                "Open as published",
                key=f"open-{one.number}",
                icon=":material/history:",
                type="tertiary",
                on_click=_as_of.open_set,
                args=(one,),
            )
            _publishing.again(one)
            st.page_link(
                "pages/data.py", label="Everything published", icon=":material/arrow_forward:"
            )


def _is_here(page: str, one: Published, departure: Departure) -> bool:
    """Home tells of every figure, a page of its own and of those that it published."""
    return page in (HOME, one.publication.page, _since.CORE.get(departure.moved.key))


def _otherwise(shown: _shell.View) -> None:
    """On a page shown as published: which figures today's method gives otherwise than frozen."""
    one = _as_of.published()
    if one is None:
        return
    found = causes(_published.by_method(shown, one), shown)
    if found:
        with st.container(border=True, key="otherwise"):
            st.markdown(f":orange[:material/campaign:] **{published_words.OTHERWISE}**")
            listed(found)
