"""What an upload changed: which figures moved between two snapshots, from what, to what."""

from __future__ import annotations

from collections.abc import Sequence
from math import isclose
from typing import TYPE_CHECKING

from arp.measures.engine import measure
from arp.measures.formula import Mix, Parts
from arp.measures.moves import WHOLE, Moved, Said
from arp.measures.readings import GROUPS, OK
from arp.measures.registry import INDICATORS

if TYPE_CHECKING:
    import pandas as pd

    from arp.measures.evidence import Evidence

__all__ = ["Moved", "what_changed"]

LOOKED_AT_FIRST = (
    "program_responses",
    "calls_in_scope",
    "response_p50",
    "response_p90",
    "contact_made_rate",
    "calls_diverted",
    "eligible_capture",
    "backup_requested_rate",
)
_SAME = 1e-9  # relative: sums of floats differ by less when rows come in another order
_NOT_A_GROUP = "responder"

Figure = tuple[str, str]  # indicator and period


def what_changed(
    before: Evidence | None,
    after: Evidence,
    months: Sequence[str] = (),
    keys: Sequence[str] | None = None,
) -> list[Moved]:
    """The figures that moved, those that matter most first.

    Figures that are lost come first, then those that a department looks at first, newest month
    first, then all others by how far they moved. Only whole figures are compared, no parts of a
    mix. A figure that has no value in either is not moved.

    Args:
        before: the facts ahead of the change; None where nothing was saved.
        after: the facts with it.
        months: those that the change touched; none stands for every month.
        keys: the indicators; None for all that have one figure.
    """
    asked = keys if keys is not None else _with_one_figure()
    then = {} if before is None else _figures(before, asked, months)
    now = _figures(after, asked, months)
    found = [
        Moved(
            key=key,
            period=period,
            before=then.get((key, period), Said()),
            after=now.get((key, period), Said()),
        )
        for key, period in dict.fromkeys([*now, *then])
    ]
    newest_first = sorted((each for each in found if _moved(each)), key=_period, reverse=True)
    return sorted(newest_first, key=_importance)


def _with_one_figure() -> list[str]:
    return [key for key, entry in INDICATORS.items() if not isinstance(entry.formula, Mix | Parts)]


def _figures(evidence: Evidence, keys: Sequence[str], months: Sequence[str]) -> dict[Figure, Said]:
    ends = (min(months), max(months)) if months else (None, None)
    by_month = _told(measure(evidence, keys, by=("month",), months=ends))
    whole = _told(measure(evidence, keys))
    figures = {
        (key, period): said
        for (key, period), said in by_month.items()
        if period in months or (not months and period)
    }
    return figures | {(key, WHOLE): said for (key, _), said in whole.items()}


def _told(readings: pd.DataFrame) -> dict[Figure, Said]:
    """What is said of each figure; parts of one are left out."""
    groups = [name for name in GROUPS if name in readings and name != _NOT_A_GROUP]
    whole = readings[readings[groups].isna().all(axis=1)]
    names = ("indicator", "period", "value", "status", "reason")
    return {
        (key, period): Said(
            value=float(value) if status == OK and value == value else None,
            status=status,
            reason=str(reason or ""),
        )
        for key, period, value, status, reason in zip(*(whole[n] for n in names), strict=True)
    }


def _moved(each: Moved) -> bool:
    then, now = each.before.value, each.after.value
    if then is None or now is None:
        return then is not now
    return not isclose(then, now, rel_tol=_SAME)


def _period(each: Moved) -> str:
    return each.period


def _importance(each: Moved) -> tuple[bool, int, float]:
    first = each.key in LOOKED_AT_FIRST
    rank = LOOKED_AT_FIRST.index(each.key) if first else len(LOOKED_AT_FIRST)
    return not each.is_lost, rank, 0.0 if first else -each.size
