"""The definition of one figure as it is drawn: behind every proof, and on its own page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from arp.measures.judge.targets import targets_on
from arp.views import definition_words, formats
from pages import _examples, _shell

if TYPE_CHECKING:
    from arp.measures.indicator import Indicator
    from arp.measures.judge.targets import Target


def draw(indicator: Indicator, shown: _shell.View | None) -> None:
    """Everything that is said of a figure, each thing under its title."""
    today = _shell.now().date()
    of_city = indicator.key in _shell.registry(shown).added
    if definition_words.is_overdue(indicator, today):
        st.warning("The review of this definition is overdue.", icon=":material/event_busy:")
    for title, text in definition_words.definition(
        indicator, _target(indicator, shown), today=today, of_city=of_city
    ):
        st.markdown(f"**{title}.** {formats.plain(text)}")
    _examples.draw(indicator)


def sql(indicator: Indicator, shown: _shell.View | None) -> tuple[str, bool]:
    """The SQL that gives a figure of what is shown, or why there is none; and which of the two."""
    if shown is None or shown.held is None:
        return "Nothing is uploaded yet.", False
    from arp.measures import behind
    from arp.measures.plan import asked_for, why_not

    facts = _shell.evidence(shown)
    reason = why_not(facts, indicator, asked_for((), shown.months, shown.where))
    if reason:
        return reason, False
    return behind.sql(facts, indicator.key, months=shown.months, where=shown.where), True


def _target(indicator: Indicator, shown: _shell.View | None) -> Target | None:
    """The city's target that holds today: of one team where only that team is shown."""
    if shown is None:
        return None
    team = shown.where.team[0] if shown.where.team and len(shown.where.team) == 1 else None
    entries = _shell.program(shown).entries("targets")
    units = {indicator.key: indicator.unit}
    return targets_on(entries, shown.today, units, team).get(indicator.key)
