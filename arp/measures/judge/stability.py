"""Whether the process is stable: no signal of concern in the last six months of four figures."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from arp.measures.indicator import Indicator
from arp.measures.judge.gates import STABLE_FIGURES
from arp.measures.spc.limits import FEWEST_POINTS
from arp.measures.spc.rules import Signal
from arp.measures.spc.xmr import spc

if TYPE_CHECKING:
    import pandas as pd

LATEST = 6  # points in which a signal of concern counts


def stable(
    months: pd.DataFrame,
    entries: Mapping[str, Indicator],
    rebase: Collection[str] = (),
    keys: Sequence[str] = STABLE_FIGURES,
) -> tuple[bool | None, str]:
    """Whether all figures are stable, and which are not or cannot be told; None is cannot tell.

    A figure can be told from 12 points on since the last process change: before that its limits
    are trial limits.

    Args:
        months: readings by month, of months that are over.
        entries: the registry.
        rebase: the first months after process changes.
        keys: the figures that are looked at.
    """
    worsening, untold = [], []
    for key in keys:
        name = entries[key].name if key in entries else key
        concern = _concern(months, entries.get(key), rebase)
        if concern is None:
            untold.append(name)
        elif concern:
            worsening.append(name)
    if worsening:
        return False, f"Signals of concern in the last {LATEST} months: {'; '.join(worsening)}."
    if untold:
        fewest = f"fewer than {FEWEST_POINTS} known months since the last change"
        said = f"It cannot be told for these, with {fewest}: {'; '.join(untold)}."
        return None, f"{said} Upload the months before, or wait for more."
    return True, ""


def _concern(months: pd.DataFrame, entry: Indicator | None, rebase: Collection[str]) -> bool | None:
    """Whether the latest points hold a signal of concern; None where limits are trial limits."""
    if entry is None:
        return None
    judged = spc(months[months["indicator"] == entry.key], better=entry.better, rebase=rebase)
    if judged.summary.trial or judged.summary.signal is None:
        return None
    points = judged.months[judged.months["signal"] != ""]
    return bool((points["signal"].tail(LATEST) == Signal.CONCERN).any())
