"""The city's own figures: those that answer the question of a page, at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arp.exhibits import by_month
from arp.exhibits.exhibit import Section

if TYPE_CHECKING:
    from arp.exhibits.look import Look
    from arp.measures.indicator import Question

TITLE = "Your own figures"


def section(look: Look, question: Question) -> Section:
    """An exhibit for each indicator that the city added to this question; empty without any."""
    registry = look.registry
    keys = [key for key in registry.added if key in registry.shown]
    entries = [registry.indicators[key] for key in keys]
    entries = [entry for entry in entries if entry.question is question]
    if not entries:
        return Section((), TITLE)
    asked = tuple(entry.key for entry in entries)
    whole, months = look.readings(asked), look.monthly(asked)
    made = (
        by_month.control(entry.name, months[entry.key], whole, note=entry.caveat)
        for entry in entries
    )
    return Section(tuple(made), TITLE)
