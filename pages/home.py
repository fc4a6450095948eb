"""Home: the answer in a sentence, the few figures that carry it, and what to do next."""

import streamlit as st

from arp.views import charts, feeds, formats, sentences
from pages import _card, _filters, _shell

WAITS = ("response_p50", "response_p90")
FIGURES = (
    "program_responses",
    "calls_in_scope",
    *WAITS,
    "contact_made_rate",
)
shown = _shell.need_data(_filters.shown())
whole = _shell.readings(shown, FIGURES)
monthly = _shell.readings(shown, FIGURES, by=("month",))
counted = sentences.first_known(whole, list(sentences.COUNTED))

st.title(formats.plain(sentences.headline(whole)), anchor=False)
st.markdown(formats.plain(_card.remarks(whole, shown)))
_card.tiles(whole, FIGURES)

with st.grid(columns="auto", min_column_width=390, gap="medium"):
    _card.card(
        "responses",
        f"How many {sentences.COUNTED[counted]}s each month?",
        sentences.over_months(monthly, counted, "calls"),
        monthly[monthly["indicator"] == counted],
        shown=shown,
        drawing=_card.Drawing(charts.counts_by_month, {"unit": "calls"}),
    )
    _card.card(
        "waits",
        "How long do people wait?",
        sentences.wait(*(sentences.reading(whole, key) for key in WAITS)),
        monthly[monthly["indicator"].isin(WAITS)],
        shown=shown,
        drawing=_card.WAITS_OVER_MONTHS,
        of=sentences.of_whole(sentences.reading(whole, "response_p50")),
    )
    _card.card(
        "reached",
        "How often is the person reached?",
        sentences.over_months(monthly, "contact_made_rate", "share"),
        monthly[monthly["indicator"] == "contact_made_rate"],
        shown=shown,
        drawing=_card.Drawing(
            charts.over_months, {"unit": "share", "names": {"contact_made_rate": "reached"}}
        ),
        of=sentences.of_whole(sentences.reading(whole, "contact_made_rate")),
    )
    with st.container(border=True, height="stretch"):
        st.subheader("What is in, and what is due?", anchor=False)
        for state in feeds.states(
            _shell.holdings(shown.snapshot), _shell.settings(shown, "feeds"), today=shown.today
        ):
            icon = (
                ":orange[:material/event_busy:]" if state.missing else ":material/event_available:"
            )
            st.markdown(f"{icon} {formats.plain(state.sentence)}")
        st.page_link(
            "pages/data.py", label="Every feed, month by month", icon=":material/calendar_month:"
        )

st.subheader("What next?", anchor=False)
NEXT = (
    ("upload", "Upload this month", "upload_file", "Department staff: drop the spreadsheets "
     "as they are; nothing is saved until you say so."),
    ("response_times", "See the waits", "timer", "Leaders: who waits how long, when, and for "
     "which calls, each figure open to its rows."),
    ("contacts", "Show what happened", "diversity_3", "Presenting: how contacts ended, with "
     "every chart to take away as a picture."),
)  # fmt: skip
with st.grid(columns="auto", min_column_width=280, gap="medium"):
    for page, label, icon, words in NEXT:
        with st.container(border=True, height="stretch"):
            st.page_link(f"pages/{page}.py", label=label, icon=f":material/{icon}:")
            st.markdown(words)
