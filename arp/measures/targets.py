"""In which units the target of each indicator may be set."""

from __future__ import annotations

from collections.abc import Mapping

from arp.measures.indicator import Indicator
from arp.measures.judge.judging import units_of as units_of_figures
from arp.measures.judge.targets import FITTING
from arp.measures.registry import INDICATORS
from arp.words.vocabularies import TARGET_UNIT

_READS_A_TARGET = "response_target_minutes"  # the column that holds the city's own target
_NONE: Mapping[str, str] = {}


def target_units(added: Mapping[str, str] = _NONE) -> dict[str, tuple[str, ...]]:
    """The words of `arp.words` in which a target may be set, the plainest first, by indicator.

    Args:
        added: the units of indicators that the city adds, by key.
    """
    declared = {key: units_of(indicator) for key, indicator in INDICATORS.items()}
    return declared | {key: _allowed(unit) for key, unit in added.items()}


def units_of(indicator: Indicator) -> tuple[str, ...]:
    """The units of an indicator's target: its own first, “count” where it counts something.

    Its own is the one in which a gate of readiness judges it.
    The indicator that compares each response with the city's target takes that target in minutes.
    """
    judged = units_of_figures({indicator.key: indicator})[indicator.key]
    return _allowed("minutes" if _READS_A_TARGET in indicator.needs else judged)


def _allowed(unit: str) -> tuple[str, ...]:
    word = next((w.key for w in TARGET_UNIT.words if unit in (w.key, *w.spellings)), "count")
    return tuple(dict.fromkeys((word, *FITTING.get(unit, ()))))
