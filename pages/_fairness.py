"""Two cards of fairness: across areas, and across groups of people; the figure is chosen there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from arp.measures.studies.equity import COMPARED, SERVED
from arp.views import fairness_chart, fairness_words, untold_words
from arp.views.fairness_words import AREA, KINDS
from pages import _card, _present, _shell

if TYPE_CHECKING:
    import pandas as pd

GAP = "equity_gap"
OF_AREAS, OF_PEOPLE, KIND = "fair_areas", "fair_people", "fair_by"  # menus, and in the link
LABELS = {OF_AREAS: "Which figure?", OF_PEOPLE: "Which figure?", KIND: "By what?"}


def section(shown: _shell.View, title: str) -> None:
    """Both cards beneath their heading, where anything can be compared."""
    gaps = _shell.readings(shown, (GAP,))
    if untold_words.is_told(gaps) and not _present.on():
        st.header(title, anchor=False)
    with _card.side_by_side():
        _areas(shown, gaps)
        _people(shown, gaps)


def _areas(shown: _shell.View, gaps: pd.DataFrame) -> None:
    of_areas = gaps[gaps["group_kind"] == AREA] if "group_kind" in gaps else gaps
    figures = _figures(shown, fairness_words.told(of_areas, "measure", (*COMPARED, SERVED)))
    _one(
        "fair-areas",
        "Does it make a difference where people live?",
        fairness_words.chosen(gaps, AREA, _picked(OF_AREAS, figures)),
        shown,
        {OF_AREAS: figures},
    )


def _people(shown: _shell.View, gaps: pd.DataFrame) -> None:
    kinds = {KINDS[kind]: kind for kind in fairness_words.told(gaps, "group_kind", tuple(KINDS))}
    kind = _picked(KIND, kinds)
    of_kind = gaps[gaps["group_kind"] == kind] if "group_kind" in gaps else gaps
    figures = _figures(shown, fairness_words.told(of_kind, "measure", COMPARED))
    _one(
        "fair-people",
        "Does it make a difference who people are?",
        fairness_words.chosen(gaps, kind, _picked(OF_PEOPLE, figures)),
        shown,
        {KIND: kinds, OF_PEOPLE: figures},
    )


def _figures(shown: _shell.View, keys: Sequence[str]) -> dict[str, str]:
    """Figures by their names: a link names what the menu names."""
    indicators = _shell.registry(shown).indicators
    return {indicators[key].name: key for key in keys}


def _one(
    key: str,
    question: str,
    groups: pd.DataFrame,
    shown: _shell.View,
    menus: Mapping[str, Mapping[str, str]],
) -> None:
    _card.card(
        key,
        question,
        fairness_words.finding(groups),
        groups,
        shown=shown,
        drawing=_card.Drawing(fairness_chart.around_one),
        control=partial(_menus, menus),
        note=fairness_words.foot(groups),
    )


def _picked(menu: str, options: Mapping[str, str]) -> str:
    """What a menu holds, also before it is drawn: the link's own choice, else the first."""
    asked = str(st.session_state.get(menu) or st.query_params.get(menu))
    return options.get(asked) or next(iter(options.values()), "")


def _menus(menus: Mapping[str, Mapping[str, str]]) -> None:
    """The choices of a card."""
    with st.container(horizontal=True):
        for menu, options in menus.items():
            if options:
                st.selectbox(LABELS[menu], list(options), key=menu, bind="query-params", width=260)
