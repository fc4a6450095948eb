"""Teams: a page for each, composed from what that team does.

The team of the page is chosen in its own menu, which offers the teams that the shared filter
leaves: the filter says which teams count, the menu which of them is looked at alone.
"""

from dataclasses import replace

import streamlit as st

from arp.views import formats, sentences, team_pages
from pages import _card, _filters, _shell, _topics, _untold

TEAM = "team_page"  # in the link
NOBODY = "No team is known yet"
TO_NAME_ONE = (
    "Upload the program's records, or a dispatch (CAD) export, with a column that names the team; "
    "or name the teams in Settings."
)
FILTERED_OUT = "The filter of teams leaves no team that is known. Reset it to choose one here."


def nothing(title: str, why: str) -> None:
    """The page of a team, or a city, of which there is nothing to show."""
    st.title(formats.plain(title), anchor=False)
    st.markdown(formats.plain(why))
    with st.container(horizontal=True):
        st.page_link("pages/upload.py", label="Upload", icon=":material/upload_file:")
        st.page_link("pages/settings.py", label="Settings", icon=":material/tune:")
    st.stop()


shown = _shell.need_data(_filters.shown())
settings = team_pages.latest(_shell.program(shown).entries("teams"))
everybody = replace(shown, where=replace(shown.where, team=None))
known = _filters.groups_of(everybody, "team")
teams = team_pages.to_choose(known, settings, shown.where.team)
if not teams:
    nothing(NOBODY, FILTERED_OUT if known or settings else TO_NAME_ONE)

with st.container(key="which-team"):
    team = st.selectbox(
        "Which team?",
        teams,
        key=TEAM,
        help="The teams that the filter above leaves.",
        bind="query-params",
        width=320,
    )
name = team_pages.name(team, settings)
page = team_pages.PAGES[team_pages.kind(settings.get(team))]
if page.of_the_team and team not in known:
    nothing(f"{name}: nothing is known yet", team_pages.UNKNOWN)

seen = replace(shown, where=replace(shown.where, team=(team,))) if page.of_the_team else everybody
of = _topics.asked(seen, page.topics, (*page.tiles, *page.title))

answer = sentences.answer(of.whole, page.title, team_pages.UNTOLD)
_topics.head(of, f"{name}: {answer[0].lower()}{answer[1:]}", page.about, page.tiles)
with _untold.gathered(), _card.side_by_side():
    for topic in page.topics:
        _topics.draw(topic, of)
