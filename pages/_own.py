"""The city's own figures: those that answer the question of a page, at its end."""

from __future__ import annotations

import streamlit as st

from arp.measures.indicator import Question
from pages import _card, _present, _shell, _signal

TITLE = "Your own figures"


def section(shown: _shell.View, question: Question) -> None:
    """A card for each indicator that the city added to this question; nothing without any."""
    registry = _shell.registry(shown)
    keys = [key for key in registry.added if key in registry.shown]
    entries = [registry.indicators[key] for key in keys]
    entries = [entry for entry in entries if entry.question is question]
    if not entries:
        return
    asked = tuple(entry.key for entry in entries)
    whole, months = _shell.readings(shown, asked), _shell.monthly(shown, asked)
    if not _present.on():
        st.header(TITLE, anchor="your-own-figures")
    with _card.side_by_side():
        for entry in entries:
            _signal.card(entry.name, months[entry.key], whole, shown=shown, note=entry.caveat)
