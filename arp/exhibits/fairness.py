"""Two exhibits of fairness: across areas, and across groups of people; the figure is chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from arp.exhibits.composed import picked
from arp.exhibits.exhibit import Drawing, Exhibit, Menu
from arp.measures.studies.equity import COMPARED, SERVED
from arp.views import fairness_chart, fairness_words
from arp.views.fairness_words import AREA, KINDS

if TYPE_CHECKING:
    import pandas as pd

    from arp.exhibits.look import Look

GAP = "equity_gap"
OF_AREAS, OF_PEOPLE, KIND = "fair_areas", "fair_people", "fair_by"  # menus, and in the link
CHOICES = (OF_AREAS, OF_PEOPLE, KIND)
LABELS = {OF_AREAS: "Which figure?", OF_PEOPLE: "Which figure?", KIND: "By what?"}


def exhibits(look: Look, choices: Mapping[str, str]) -> tuple[Exhibit, Exhibit]:
    """Both exhibits."""
    gaps = look.readings((GAP,))
    return _areas(look, gaps, choices), _people(look, gaps, choices)


def _areas(look: Look, gaps: pd.DataFrame, choices: Mapping[str, str]) -> Exhibit:
    of_areas = gaps[gaps["group_kind"] == AREA] if "group_kind" in gaps else gaps
    figures = _figures(look, fairness_words.told(of_areas, "measure", (*COMPARED, SERVED)))
    figure = figures.get(picked(choices, OF_AREAS, tuple(figures)), "")
    return _one(
        "fair-areas",
        "Does it make a difference where people live?",
        fairness_words.chosen(gaps, AREA, figure),
        {OF_AREAS: figures},
    )


def _people(look: Look, gaps: pd.DataFrame, choices: Mapping[str, str]) -> Exhibit:
    kinds = {KINDS[kind]: kind for kind in fairness_words.told(gaps, "group_kind", tuple(KINDS))}
    kind = kinds.get(picked(choices, KIND, tuple(kinds)), "")
    of_kind = gaps[gaps["group_kind"] == kind] if "group_kind" in gaps else gaps
    figures = _figures(look, fairness_words.told(of_kind, "measure", COMPARED))
    figure = figures.get(picked(choices, OF_PEOPLE, tuple(figures)), "")
    return _one(
        "fair-people",
        "Does it make a difference who people are?",
        fairness_words.chosen(gaps, kind, figure),
        {KIND: kinds, OF_PEOPLE: figures},
    )


def _figures(look: Look, keys: Sequence[str]) -> dict[str, str]:
    """Figures by their names: a link names what the menu names."""
    indicators = look.registry.indicators
    return {indicators[key].name: key for key in keys}


def _one(
    key: str, question: str, groups: pd.DataFrame, menus: Mapping[str, Mapping[str, str]]
) -> Exhibit:
    return Exhibit(
        key=key,
        question=question,
        finding=fairness_words.finding(groups),
        readings=groups,
        drawing=Drawing(fairness_chart.around_one),
        note=fairness_words.foot(groups),
        menus=tuple(
            Menu(menu, LABELS[menu], tuple(options)) for menu, options in menus.items() if options
        ),
    )
