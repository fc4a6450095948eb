"""The app: page config, the lake that is shown, shared filters, navigation. Nothing else."""

from pathlib import Path

import streamlit as st

from arp.lake.errors import LakeDamaged, LakeError
from arp.views import formats
from pages import _as_of, _first, _frame, _moved, _present, _restore, _shell

st.set_page_config(
    page_title="Alternative response performance",
    page_icon=":material/monitoring:",
    layout="wide",
    menu_items={"Get help": None, "Report a bug": None, "About": None},
)

st.html(Path(__file__).parent / "pages" / "_style.css")
st.html(Path(__file__).parent / "pages" / "_mended.html", unsafe_allow_javascript=True)

HOME = st.Page("pages/home.py", title="Home", icon=":material/home:", default=True)
FUNCTIONING = st.Page(
    "pages/functioning.py", title="Functioning well", icon=":material/monitor_heart:"
)
PEOPLE = st.Page("pages/people.py", title="People served", icon=":material/volunteer_activism:")
TEAMS = st.Page("pages/teams.py", title="Teams", icon=":material/groups:")
SYSTEM = st.Page("pages/system.py", title="System impact", icon=":material/alt_route:")
READINESS = st.Page("pages/readiness.py", title="Ready to expand?", icon=":material/checklist_rtl:")
RESPONSE = st.Page("pages/response_times.py", title="Response times", icon=":material/timer:")
CONTACTS = st.Page("pages/contacts.py", title="What happened", icon=":material/diversity_3:")
REVIEWS = st.Page("pages/review.py", title="Reviews", icon=":material/co_present:")
UPLOAD = st.Page("pages/upload.py", title="Upload", icon=":material/upload_file:")
DATA = st.Page("pages/data.py", title="Data we have", icon=":material/calendar_month:")
CALL = st.Page("pages/call.py", title="One call", icon=":material/call:")
SETTINGS = st.Page("pages/settings.py", title="Settings", icon=":material/tune:")
DEFINITIONS = st.Page("pages/definitions.py", title="Definitions", icon=":material/menu_book:")
FILTERED = (HOME, READINESS, FUNCTIONING, PEOPLE, SYSTEM, TEAMS, RESPONSE, CONTACTS)

page = st.navigation(
    {"Review": [*FILTERED, REVIEWS], "Data": [UPLOAD, DATA, CALL, SETTINGS, DEFINITIONS]}
)


def main() -> None:
    if _shell.newest(_shell.own_lake()) is None:
        _shell.build_sample_once()
        st.info(
            "This is a made-up sample city. Your first upload leaves it behind.",
            icon=":material/science:",
        )
    _shell.check_once(_shell.shown_lake())
    _present.begin()
    name = page.url_path or _moved.HOME
    _first.begin(name)
    _as_of.begin(name, filtered=page in FILTERED)
    if page in FILTERED:
        _frame.draw(name, page.run)
    else:
        page.run()
    _present.turn()


try:
    main()
except LakeDamaged as damaged:
    _restore.draw(damaged)
except LakeError as fault:
    st.title("The data could not be opened")
    st.markdown(formats.plain(fault))
    st.markdown("Nothing is shown, because part of it might be missing.")
