"""Teams: a page for each, composed from what that team does.

The team of the page is chosen in its own menu, which offers the teams that the shared filter
leaves: the filter says which teams count, the menu which of them is looked at alone.
"""

import streamlit as st

from arp.exhibits.teams import TEAM, Teams
from pages import _composed, _filters, _look, _shell

shown = _shell.need_data(_filters.shown())
teams = Teams.of(_look.Cached(shown)).to_choose
if teams:
    with st.container(key="which-team"):
        st.selectbox(
            "Which team?",
            teams,
            key=TEAM,
            help="The teams that the filter above leaves.",
            bind="query-params",
            width=320,
        )
page, _ = _composed.composed("teams")
_composed.head(page)
_composed.sections(page, shown)
if not page.sections:
    with st.container(horizontal=True):
        st.page_link("pages/upload.py", label="Upload", icon=":material/upload_file:")
        st.page_link("pages/settings.py", label="Settings", icon=":material/tune:")
