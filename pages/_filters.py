"""The filters all pages share: kept from page to page and in the URL, with one sentence."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from arp.measures.engine import Filters
from arp.views import formats
from pages import _as_of, _look, _present, _shell

GROUPS = {"team": "team", "area": "area", "call_type": "call type"}


HELD = "_held"  # in the session: the months there were to choose from in the last run


def draw(shown: _shell.View, *, of_one_team: bool = False) -> Any:
    """The widgets, the sentence that says what is shown, and the way back to everything.

    Gives the place beside the sentence for what is offered once the page has been drawn.

    Args:
        shown: everything there is.
        of_one_team: whether the page is of one team, which it names itself.
    """
    held = _shell.months_held(shown.snapshot)
    months = formats.months_between(held[0], held[-1])
    _keep_all_months((held[0], held[-1]))
    with st.container(horizontal=True, vertical_alignment="bottom", key="filters"):
        st.selectbox(
            "From",
            months,
            index=0,
            key="from",
            format_func=formats.month,
            bind="query-params",
            width=138,
        )
        st.selectbox(
            "To",
            months,
            index=len(months) - 1,
            key="to",
            format_func=formats.month,
            bind="query-params",
            width=138,
        )
        for name, title in GROUPS.items():
            options = _look.Cached(shown).groups(name)
            if options:
                st.multiselect(
                    title.capitalize(),
                    options,
                    key=name,
                    placeholder=f"All {title}s",
                    bind="query-params",
                    width=138,
                )
        _as_of.menu()
    with st.container(horizontal=True, vertical_alignment="center", key="showing"):
        st.markdown(formats.plain(sentence(shown, of_one_team=of_one_team)), width="content")
        where, months_chosen = chosen(shown)
        if where.chosen or months_chosen != shown.held:
            st.button(
                "Reset",
                icon=":material/restart_alt:",
                type="tertiary",
                on_click=_reset,
                args=(shown.held,),
            )
        _present.offer()
        return st.container(horizontal=True, width="content")


def _keep_all_months(held: tuple[str, str]) -> None:
    """All months stay all months when others are there to choose from than in the last run."""
    state = st.session_state
    if (state.get("from"), state.get("to")) == state.get(HELD) != held:
        state["from"], state["to"] = held
    state[HELD] = held


def sentence(shown: _shell.View, *, of_one_team: bool = False) -> str:
    """What is shown, as “Showing: CRT, North, all call types, Jan–Jun 2026”, and as of when."""
    where, months = chosen(shown)
    parts = [
        formats.listed(getattr(where, name) or ()) or f"all {title}s"
        for name, title in GROUPS.items()
        if not (of_one_team and name == "team")
    ]
    period = formats.span(*months) if months else shown.period
    return f"Showing: {', '.join(parts)}, {period}. Data as of {shown.as_of}."


def chosen(shown: _shell.View) -> tuple[Filters, tuple[str, str] | None]:
    """What the widgets say; everything where a page is drawn without them."""
    state = st.session_state
    where = Filters(**{name: tuple(state.get(name) or ()) or None for name in GROUPS})
    if shown.held is None:
        return where, None
    first, last = (state.get("from") or shown.held[0], state.get("to") or shown.held[1])
    return where, (min(first, last), max(first, last))


def shown() -> _shell.View | None:
    """The snapshot that is asked for, the newest most often, as the filters show it."""
    everything = _as_of.view()
    if everything is None:
        return None
    where, months = chosen(everything)
    return replace(everything, where=where, chosen=None if months == everything.held else months)


def _reset(held: tuple[str, str]) -> None:
    """Everything again; a bound widget goes back only to a value that it is given."""
    st.session_state["from"], st.session_state["to"] = held
    for name in GROUPS:
        st.session_state[name] = []
