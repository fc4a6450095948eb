"""Home's news: what changed since last month, with the pages that show it; and what is due."""

from __future__ import annotations

import streamlit as st

from arp.exhibits.core import CORE as CORE
from arp.views import feeds, formats, since_words
from pages import _card, _figures, _present, _shell

PAGES = {
    "functioning": "Functioning well",
    "response_times": "Response times",
    "contacts": "What happened",
    "readiness": "Ready to expand?",
    "system": "System impact",
    "people": "People served",
}


def changed(shown: _shell.View) -> None:
    """The signals of the last month that is over, and the gates that turned in it."""
    if not _present.shows():
        return
    with st.container(border=True, height="stretch", key="card-since"):
        st.subheader("What changed since last month?", anchor=False)
        months = _months(shown)
        if not months:
            st.markdown("No month is over yet in what is shown.")
            return
        if months[-1] not in _shell.months_held(shown.snapshot):
            st.markdown(since_words.nothing_of(months[-1]))
            return
        pages = _signals(shown, months[-1]) | _turned(shown, months)
        with st.container(horizontal=True):
            for page in pages:
                st.page_link(f"pages/{page}.py", label=PAGES[page], icon=":material/arrow_forward:")


def due(shown: _shell.View) -> None:
    """What each feed has brought, and which month is due or missing."""
    if not _present.shows():
        return
    with st.container(border=True, height="stretch", key="card-due"):
        st.subheader("What is in, and what is due?", anchor=False)
        held, named = _shell.holdings(shown.snapshot), _shell.settings(shown, "feeds")
        for state in feeds.states(held, named, today=shown.today):
            icon = (
                ":orange[:material/event_busy:]" if state.missing else ":material/event_available:"
            )
            st.markdown(f"{icon} {formats.plain(state.sentence)}")
        st.page_link(
            "pages/data.py", label="Every feed, month by month", icon=":material/calendar_month:"
        )


def _months(shown: _shell.View) -> list[str]:
    """The months that are shown and over."""
    held, over = shown.chosen or shown.held, _shell.background(shown).complete_through
    if held is None or over is None or over < held[0]:
        return []
    return formats.months_between(held[0], min(over, held[1]))


def _signals(shown: _shell.View, month: str) -> dict[str, None]:
    """One line a signal, or that there is none; the pages that show them."""
    series = list(_shell.monthly(shown, tuple(CORE)).values())
    found = since_words.signals(series, month)
    for news in found:
        icon = f":{_card.COLORS[news.meaning]}[:material/{since_words.ICONS[news.meaning]}:]"
        st.markdown(f"{icon} {formats.plain(news.sentence)}")
    if not found:
        st.markdown(formats.plain(since_words.quiet(series, month)))
    return dict.fromkeys(CORE[news.of] for news in found)


def _turned(shown: _shell.View, months: list[str]) -> dict[str, None]:
    """One line a gate that is judged otherwise than a month before; the page that shows it."""
    if len(months) == 1:
        return {}
    before = _figures.gates(shown, (months[0], months[-2]))
    turned = since_words.gates(before, _figures.gates(shown, (months[0], months[-1])))
    for sentence in turned:
        st.markdown(f":material/checklist_rtl: {formats.plain(sentence)}")
    if not turned:
        st.markdown(f"No gate changed since {formats.month(months[-2])}.")
    return dict.fromkeys(["readiness"] if turned else [])
