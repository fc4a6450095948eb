"""What readings tell of figures: the value of each, or why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arp.measures.moves import Figure, Said
from arp.measures.readings import GROUPS, OK

if TYPE_CHECKING:
    import pandas as pd

_NO_PARTS = ("team", "responder")  # groups that do not make a reading a part of a figure


def told(readings: pd.DataFrame) -> dict[Figure, Said]:
    """What is said of each figure, of all and of each team; parts of one are left out."""
    groups = [name for name in GROUPS if name in readings and name not in _NO_PARTS]
    whole = readings[readings[groups].isna().all(axis=1)]
    whole = whole.assign(team=whole["team"].fillna("") if "team" in whole else "")
    names = ("indicator", "period", "team", "value", "status", "reason", "n")
    return {
        Figure(key, period, str(team)): Said(
            value=_number(value) if status == OK else None,
            status=status,
            reason=str(reason or ""),
            n=_number(n),
        )
        for key, period, team, value, status, reason, n in zip(
            *(whole[name] for name in names), strict=True
        )
    }


def _number(value: float) -> float | None:
    return float(value) if value == value else None
