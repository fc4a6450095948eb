"""A figure that moved: from what, to what; and how two tellings of figures are compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import isclose
from typing import NamedTuple

from arp.measures.readings import GAP, NOT_MEASURED

WHOLE = ""  # the period of everything there is, rows without a date too
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


class Figure(NamedTuple):
    """One figure by its indicator, its period as readings name it, and its team."""

    key: str
    period: str  # or WHOLE
    team: str = ""  # blank: of all that was asked for


@dataclass(frozen=True, kw_only=True)
class Said:
    """What one snapshot tells of a figure: its value, or why there is none."""

    value: float | None = None
    status: str = NOT_MEASURED
    reason: str = GAP
    n: float | None = None  # how many rows carry it


@dataclass(frozen=True, kw_only=True)
class Moved:
    """A figure of one month, of a run of months or of the whole, that moved."""

    key: str
    period: str  # "2026-10", "2026-01/2026-10", or WHOLE
    before: Said
    after: Said
    team: str = ""  # blank: of all that was asked for

    @property
    def is_lost(self) -> bool:
        """Whether the figure was told before and is not any more."""
        return self.before.value is not None and self.after.value is None

    @property
    def size(self) -> float:
        """How far it moved, as a share of the larger value; 1 where it came or went."""
        then, now = self.before.value, self.after.value
        if then is None or now is None:
            return 1.0
        return abs(now - then) / (max(abs(now), abs(then)) or 1.0)


def moves_between(then: Mapping[Figure, Said], now: Mapping[Figure, Said]) -> list[Moved]:
    """The figures that two tellings give otherwise, in the order of the later one.

    A figure that has no value in either is not moved.
    """
    found = [
        Moved(
            key=figure.key,
            period=figure.period,
            team=figure.team,
            before=then.get(figure, Said()),
            after=now.get(figure, Said()),
        )
        for figure in dict.fromkeys([*now, *then])
    ]
    return [each for each in found if not same(each.before, each.after)]


def same(then: Said, now: Said) -> bool:
    """Whether two tellings give a figure the same value, or both none."""
    if then.value is None or now.value is None:
        return then.value is now.value
    return isclose(then.value, now.value, rel_tol=_SAME)


def most_important_first(moves: Iterable[Moved]) -> list[Moved]:
    """What is lost, what a department looks at first with its newest month first, then the rest."""
    return sorted(sorted(moves, key=_period, reverse=True), key=_importance)


def _period(each: Moved) -> str:
    return each.period


def _importance(each: Moved) -> tuple[bool, int, float]:
    first = each.key in LOOKED_AT_FIRST
    rank = LOOKED_AT_FIRST.index(each.key) if first else len(LOOKED_AT_FIRST)
    return not each.is_lost, rank, 0.0 if first else -each.size
