"""The published sets on the page of data: open as published, compare with today, withdraw."""

from __future__ import annotations

import streamlit as st

from arp.views import formats, published_words
from pages import _as_of, _moved, _published, _publishing, _shell
from pages._published import Published

WHERE = {  # pages that a set can be published from and that may be opened again
    page.stem for page in (_shell.PROJECT / "pages").glob("[!_]*.py")
}


def draw(shown: _shell.View) -> None:
    """One line a set, the newest first; nothing where none is published."""
    sets = _published.all_sets(_shell.shown_lake())
    _publishing.what_was_done()
    if not sets:
        return
    with st.container(border=True, key="published"):
        st.subheader("What was published?", anchor=False)
        for one in sets:
            _set(shown, one)


def _set(shown: _shell.View, one: Published) -> None:
    publication = one.publication
    found = _moved.causes(_published.moved(shown, one), shown)
    state = f":orange[:material/campaign: {published_words.moved(found)}]" if found else ""
    with st.container(gap=None, key=f"set-{one.number}"):
        name = f":material/campaign: **{formats.plain(publication.name)}**"
        st.markdown(" · ".join(part for part in (name, state) if part))
        about = published_words.in_full(publication, one.row.at)
        st.markdown(f":small[:gray[{formats.plain(about)}]]")
        with st.container(horizontal=True, vertical_alignment="center"):
            page = publication.page if publication.page in WHERE else _moved.HOME
            st.page_link(
                f"pages/{page}.py",
                label="Open as published",
                icon=":material/history:",
                query_params=_as_of.link(one),
            )
            if st.button(
                "Compare with today",
                key=f"compare-{one.number}",
                icon=":material/compare_arrows:",
                type="tertiary",
            ):
                _compare(shown, one)
            _publishing.withdraw(one)


@st.dialog("As published, and today", width="large")
def _compare(shown: _shell.View, one: Published) -> None:
    found = _moved.causes(_published.moved(shown, one), shown)
    st.markdown(f"**{formats.plain(one.publication.name)}**")
    if not found:
        st.markdown(published_words.SAME)
    _moved.listed(found)
    keys = one.publication.keys
    gone = set(keys).difference(_published.worked_out(shown, keys))
    st.markdown(formats.plain(published_words.gone(sorted(gone))))
