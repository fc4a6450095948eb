"""Definitions: what each figure means, the words used, and what can be wrong with an upload."""

from datetime import date

import pandas as pd
import streamlit as st

from arp import METHOD_DATE
from arp.measures.indicator import Indicator, Question
from arp.measures.registry import INDICATORS
from arp.views import formats
from arp.words.catalog import CATALOG
from arp.words.terms import GLOSSARY
from pages import _card, _shell

ALL = "All figures"


def entry(indicator: Indicator) -> None:
    """One definition, as a council member reads it."""
    with st.container(border=True):
        st.subheader(formats.plain(indicator.name), anchor=indicator.key.replace("_", "-"))
        st.markdown(formats.plain(indicator.words))
        for title, text in (
            ("Why it matters", indicator.why),
            ("Keep in mind", indicator.caveat),
            ("Unit, and which way is better", f"{indicator.unit}; {indicator.better.value}"),
            ("If it is not measured", indicator.to_measure_it),
            ("Source", indicator.source),
        ):
            if text:
                st.markdown(f"**{title}.** {formats.plain(text)}")
        overdue = " Its review is overdue." if indicator.next_review_on < today else ""
        st.markdown(
            f":small[`{indicator.key}` · reviewed {formats.day(indicator.reviewed_on)}, "
            f"next review {formats.day(indicator.next_review_on)}.{overdue}]"
        )


today = _shell.now().date()
method = formats.day(date.fromisoformat(METHOD_DATE))
st.title("What each figure means", anchor=False)
st.markdown(f"Every figure is defined once and worked out one way. Method of {method}.")
figures, words, findings = st.tabs(["Figures", "Words", "What can be wrong with an upload"])
with figures:
    chosen = st.selectbox(
        "Figure",
        [ALL, *INDICATORS],
        key="indicator",
        bind="query-params",
        format_func=lambda key: INDICATORS[key].name if key in INDICATORS else key,
    )
    for question in Question:
        of_question = [
            indicator
            for indicator in INDICATORS.values()
            if indicator.question is question and chosen in (ALL, indicator.key)
        ]
        if of_question:
            st.header(question.value, anchor=False)
        for indicator in of_question:
            entry(indicator)
with words:
    terms = pd.DataFrame([(one.term, one.meaning) for one in GLOSSARY], columns=["Word", "Meaning"])
    _card.table(terms)
with findings:
    st.markdown("An upload names each of these by sheet, row and column, and says what to do.")
    kinds = [(kind.title, kind.severity.value, kind.remedy) for kind in CATALOG.values()]
    columns = ["What is noticed", "What it costs", "What to do"]
    _card.table(pd.DataFrame(kinds, columns=columns))
