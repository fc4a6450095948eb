"""Definitions: what each figure means, the words used, and what can be wrong with an upload."""

from __future__ import annotations

from datetime import date

import pandas as pd
import streamlit as st

from arp import METHOD_DATE
from arp.measures.indicator import Indicator, Question
from arp.views import definition_words, formats
from arp.words.catalog import CATALOG
from arp.words.terms import GLOSSARY
from pages import _card, _definition, _shell

ALL = "All figures"
FIGURE = "indicator"  # in the link, and in the session
LINKED = "linked_indicator"  # in the session: what the address named last


def catalog(indicators: list[Indicator]) -> None:
    """Every figure by the question that it answers, each with its own page one click away."""
    overdue = [one.name for one in indicators if definition_words.is_overdue(one, today)]
    if overdue:
        st.warning(
            f"The review is overdue of: {formats.plain(formats.listed(overdue))}.",
            icon=":material/event_busy:",
        )
    for question in Question:
        st.header(question.value, anchor=False)
        for one in (one for one in indicators if one.question is question):
            with st.container(border=True, gap=None, key=f"entry-{one.key}"):
                st.button(
                    f"**{formats.plain(one.name)}**",
                    key=f"open-{one.key}",
                    type="tertiary",
                    icon=":material/arrow_forward:",
                    icon_position="right",
                    on_click=choose,
                    args=(one.key,),
                )
                st.markdown(formats.plain(one.words))
    if registry.hidden:
        st.header("Hidden by your settings", anchor=False)
        names = [registry.indicators[key].name for key in sorted(registry.hidden)]
        st.markdown(f"{formats.plain('; '.join(names))}. They are on no page and in no export.")


def choose(key: str) -> None:
    """Have the page show one figure, or all."""
    st.session_state[FIGURE] = key


def from_link() -> None:
    """Take the figure that a link names: by its key, which stays when its name does not."""
    asked = st.query_params.get(FIGURE)
    if asked != st.session_state.get(LINKED) and asked in registry.shown:
        st.session_state[FIGURE] = asked


def to_link(key: str) -> None:
    """Have the address name the figure that is shown."""
    if key in registry.shown:
        st.query_params[FIGURE] = key
    else:
        st.query_params.pop(FIGURE, None)
    st.session_state[LINKED] = st.query_params.get(FIGURE)


def one_figure(indicator: Indicator) -> None:
    """The page of one figure: its definition, examples, and the SQL that gives it."""
    st.subheader(formats.plain(indicator.name), anchor=indicator.key.replace("_", "-"))
    _definition.draw(indicator, shown)
    with st.expander("The SQL that gives it", on_change="rerun", key=f"sql-{indicator.key}") as box:
        if box.open:
            said, is_sql = _definition.sql(indicator, shown)
            st.code(said, language="sql") if is_sql else st.markdown(formats.plain(said))
    _card.small(f"Its key is {indicator.key}. Method of {method}.")


today = _shell.now().date()
method = formats.day(date.fromisoformat(METHOD_DATE))
shown = _shell.view()
registry = _shell.registry(shown)
listed = list(registry.shown.values())

st.title("What each figure means", anchor=False)
st.markdown(f"Every figure is defined once and worked out one way. Method of {method}.")
figures, words, findings = st.tabs(["Figures", "Words", "What can be wrong with an upload"])
with figures:
    from_link()
    chosen = st.selectbox(
        "Figure",
        [ALL, *registry.shown],
        key=FIGURE,
        format_func=lambda key: registry.shown[key].name if key in registry.shown else key,
    )
    to_link(chosen)
    if chosen in registry.shown:
        one_figure(registry.shown[chosen])
    else:
        catalog(listed)
with words:
    terms = pd.DataFrame([(one.term, one.meaning) for one in GLOSSARY], columns=["Word", "Meaning"])
    _card.table(terms)
with findings:
    st.markdown("An upload names each of these by sheet, row and column, and says what to do.")
    kinds = [(kind.title, kind.severity.value, kind.remedy) for kind in CATALOG.values()]
    columns = ["What is noticed", "What it costs", "What to do"]
    _card.table(pd.DataFrame(kinds, columns=columns))
