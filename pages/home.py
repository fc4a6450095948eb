"""Home: the answer in a sentence, the few figures that carry it, and what to do next."""

import streamlit as st

from arp.measures.monthly import together
from arp.views import sentences
from pages import _card, _filters, _present, _shell, _signal, _since

WAITS = tuple(_signal.WAITS)
FIGURES = (
    "program_responses",
    "calls_in_scope",
    *WAITS,
    "contact_made_rate",
)
shown = _shell.need_data(_filters.shown())
whole = _shell.readings(shown, FIGURES)
months = _shell.monthly(shown, FIGURES)
counted = sentences.first_known(whole, list(sentences.COUNTED))

_card.headline(
    sentences.headline(whole),
    _card.remarks(whole, shown),
    whole,
    FIGURES,
    months,
    indicators=_shell.registry(shown).indicators,
)

with _card.side_by_side():
    _since.changed(shown)
    _since.due(shown)
with _card.side_by_side():
    _signal.card(
        f"How many {sentences.COUNTED[counted]}s each month?", months[counted], whole, shown=shown
    )
    _card.card(
        "waits",
        "How long do people wait?",
        sentences.wait(*(sentences.reading(whole, key) for key in WAITS)),
        together(months[key] for key in WAITS),
        shown=shown,
        drawing=_signal.lines(shown, _signal.WAITS),
        of=sentences.of_whole(sentences.reading(whole, "response_p50")),
    )
    _signal.card(
        "How often is the person reached?", months["contact_made_rate"], whole, shown=shown
    )

NEXT = (
    ("upload", "Upload this month", "upload_file", "Department staff: drop the spreadsheets "
     "as they are; nothing is saved until you say so."),
    ("readiness", "See if it can grow", "checklist_rtl", "Leaders: seven gates with their "
     "evidence, the calls that are missed and why, each figure open to its rows."),
    ("contacts", "Show what happened", "diversity_3", "Presenting: how contacts ended, with "
     "every chart to take away as a picture."),
)  # fmt: skip
if not _present.on():
    st.subheader("What next?", anchor=False)
    with st.grid(columns="auto", min_column_width=280, gap="medium"):
        for page, label, icon, words in NEXT:
            with st.container(border=True, height="stretch"):
                st.page_link(f"pages/{page}.py", label=label, icon=f":material/{icon}:")
                st.markdown(words)
