"""One call: what became of it, its clocks and units, what is known, and where it counts."""

import streamlit as st

from arp.measures.one_call import OneCall, one_call
from arp.views import call_words, formats
from arp.views.export.workbook import workbook
from pages import _card, _shell


def draw(found: OneCall, shown: _shell.View) -> None:
    """Everything that is known of the call."""
    counts = call_words.counts(found, _shell.evidence(shown).indicators)
    st.title(formats.plain(call_words.answer(found.call)), anchor=False)
    st.markdown(formats.plain(call_words.proof(found.call)))

    with st.container(border=True):
        st.subheader("When did what happen?", anchor=False)
        _card.table(call_words.clocks(found.call))
        st.markdown(
            "**Who came?**" if len(found.units) else "No unit records are here for this call."
        )
        if len(found.units):
            _card.table(call_words.units(found))
    with st.container(border=True):
        st.subheader("What came of it?", anchor=False)
        if len(found.contacts):
            _card.table(call_words.contacts(found))
        else:
            st.markdown("No contact of the program is recorded for this call.")
        if len(found.teams):
            st.markdown("**For which team was it?**")
            _card.table(call_words.teams(found))
    with st.container(border=True):
        st.subheader("In which figures does it count?", anchor=False)
        standing = st.segmented_control(
            "Show", call_words.STANDINGS, default=call_words.STANDINGS[0], key="call-standing"
        )
        column = "Does it count?"
        _card.table(counts[counts[column] == standing].drop(columns=column) if standing else counts)
    with st.expander("Everything that is known of it"):
        _card.table(call_words.known(found.call))
    st.download_button(
        "This call, as Excel",
        lambda: workbook(
            {
                "Clocks": call_words.clocks(found.call),
                "Units": call_words.units(found),
                "Contacts": call_words.contacts(found),
                "Teams": call_words.teams(found),
                "Figures": counts,
                "Facts": call_words.known(found.call),
            },
            [("Call", str(found.call["incident_number"])), ("Data as of", shown.as_of)],
        ),
        file_name="call.xlsx",
        icon=":material/download:",
        on_click="ignore",
    )


st.session_state.setdefault("incident", "")
shown = _shell.need_data(_shell.view())
number = st.text_input(
    "Incident number",
    key="incident",
    bind="query-params",
    placeholder="As it is written in the dispatch system",
    width=320,
).strip()
found = one_call(_shell.evidence(shown), number) if number else None

if not number:
    st.title("One call, from its first clock to every figure", anchor=False)
    st.markdown(
        "Type an incident number, or choose a row behind any figure: "
        "“How is this calculated?” lists them."
    )
    st.stop()
if found is None:
    st.title("There is no such call", anchor=False)
    st.markdown(
        f"No call has the number {formats.plain(number)}. Numbers are compared exactly as they "
        "were uploaded, with their leading zeros and hyphens."
    )
    st.stop()

draw(found, shown)
