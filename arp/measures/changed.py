"""What an upload changed: which figures moved between two snapshots, from what, to what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from arp.measures.engine import measure
from arp.measures.formula import Mix, Parts
from arp.measures.moves import WHOLE, Figure, Moved, Said, most_important_first, moves_between
from arp.measures.told import told

if TYPE_CHECKING:
    from arp.measures.evidence import Evidence

__all__ = ["Moved", "what_changed"]


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
    asked = keys if keys is not None else _with_one_figure(after)
    then = {} if before is None else _figures(before, asked, months)
    now = _figures(after, asked, months)
    return most_important_first(moves_between(then, now))


def _with_one_figure(evidence: Evidence) -> list[str]:
    return [
        key
        for key, entry in evidence.indicators.items()
        if key not in evidence.hidden and not isinstance(entry.formula, Mix | Parts)
    ]


def _figures(evidence: Evidence, keys: Sequence[str], months: Sequence[str]) -> dict[Figure, Said]:
    ends = (min(months), max(months)) if months else (None, None)
    there = [key for key in keys if key in evidence.indicators]  # a city adds its own
    by_month = told(measure(evidence, there, by=("month",), months=ends))
    whole = told(measure(evidence, there))
    figures = {
        figure: said
        for figure, said in by_month.items()
        if figure.period in months or (not months and figure.period)
    }
    return figures | {Figure(figure.key, WHOLE): said for figure, said in whole.items()}
