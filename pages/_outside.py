"""The files of a card as they may leave the department, and the switch that says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from arp.measures.indicator import About
from arp.views.withheld_words import IN_THE_FILES, INSIDE_ONLY, rule
from pages import _shell
from pages._printed import small

if TYPE_CHECKING:
    import pandas as pd

    from arp.measures.release import Release


def chosen(key: str, readings: pd.DataFrame, shown: _shell.View) -> bool | None:
    """Whether the card's files are for outside the department; None where it makes no difference.

    Only cards with figures about people ask. Files may leave unless somebody says that these stay:
    a file is passed on, the screen is not.
    """
    indicators = _shell.registry(shown).indicators
    if all(indicators[one].about is About.SERVICE for one in set(readings["indicator"])):
        return None
    outside = st.toggle("Files may leave the department", value=True, key=f"outside-{key}")
    small(IN_THE_FILES if outside else INSIDE_ONLY)
    return outside


def finding(shown: _shell.View) -> str:
    """What stands in the files for the card's finding, which names exact counts."""
    return rule(_release(shown).smallest)


def foot(shown: _shell.View) -> str:
    """What stands there for the card's foot."""
    return f"{shown.period} · data as of {shown.as_of}."


def released(readings: pd.DataFrame, shown: _shell.View) -> pd.DataFrame:
    """The card's readings as they may leave; months are judged anew from what is left."""
    from arp.measures import release
    from arp.measures.monthly import judged_months, together

    told = release.released(readings, _release(shown), _shell.registry(shown).indicators)
    if "signal" not in readings:
        return told
    keys = list(dict.fromkeys(told["indicator"]))
    return together(judged_months(told, keys, _shell.background(shown)).values())


def _release(shown: _shell.View) -> Release:
    from arp.measures.release import Audience, Release

    return Release.of(_shell.evidence(shown), Audience.OUTSIDE, shown.where)
