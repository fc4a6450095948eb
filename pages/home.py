"""Home: the answer in a sentence, the few figures that carry it, and what to do next."""

import streamlit as st

from pages import _composed, _present, _since

NEXT = (
    ("upload", "Upload this month", "upload_file", "Department staff: drop the spreadsheets "
     "as they are; nothing is saved until you say so."),
    ("readiness", "See if it can grow", "checklist_rtl", "Leaders: seven gates with their "
     "evidence, the calls that are missed and why, each figure open to its rows."),
    ("review", "Prepare a review", "co_present", "Presenting: choose charts from any page, put "
     "them in order, turn them over with the arrow keys."),
)  # fmt: skip
NARROW = 390  # pixels that a card has at least

page, shown = _composed.composed("home")
_composed.head(page)
with _composed.side_by_side(NARROW):
    _since.changed(shown)
    _since.due(shown)
_composed.sections(page, shown)
if not _present.on():
    st.subheader("What next?", anchor=False)
    with st.grid(columns="auto", min_column_width=240, gap="medium"):
        for name, label, icon, words in NEXT:
            with st.container(border=True, height="stretch"):
                st.page_link(f"pages/{name}.py", label=label, icon=f":material/{icon}:")
                st.markdown(words)
