"""The four rules by which a point is a signal rather than noise, the first that fits.

Four are enough: more of them give false alarms. Source: NHSRplotthedots; METRICS.md §5.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from arp.measures.indicator import Better
from arp.measures.spc.limits import Limits, side_of

RUN = 7  # points in a row that make a trend or a shift
TWO, THREE = 2, 3  # points in the outer third, of so many in a row


GOOD = {Better.HIGHER: 1, Better.LOWER: -1}  # the direction that is good, where one is


class Rule(StrEnum):
    """Why a point is a signal."""

    OUTSIDE = "outside the limits"
    TREND = "trend"
    TWO_OF_THREE = "two of three near a limit"
    SHIFT = "shift"


class Signal(StrEnum):
    """What a point says against the usual ups and downs."""

    COMMON_CAUSE = "common cause"
    IMPROVEMENT = "improvement"
    CONCERN = "concern"
    NO_DIRECTION = "no direction"


@dataclass(frozen=True)
class Flag:
    """The rule that flags a point, and whether it points up (1) or down (−1)."""

    rule: Rule
    direction: int

    @property
    def letter(self) -> str:
        """H for high or rising, L for low or falling."""
        return "H" if self.direction > 0 else "L"


Directions = list[int]  # one a point: 1 up, −1 down, 0 not flagged


def flags(values: Sequence[float], limits: Limits, *, trend_length: int = RUN) -> list[Flag | None]:
    """The flag of each known point of one segment, in time order; None is common cause.

    A trend points where it moves, also while it is on the other side of the mean. A point that two
    runs share takes the direction of the earlier one.
    """
    judged: dict[Rule, Directions] = {
        Rule.OUTSIDE: [limits.outside(value) for value in values],
        Rule.TREND: _trends(values, trend_length),
        Rule.TWO_OF_THREE: _near_a_limit(values, limits),
        Rule.SHIFT: _shifts(values, limits),
    }
    return [
        next((Flag(rule, found[at]) for rule, found in judged.items() if found[at]), None)
        for at in range(len(values))
    ]


def meaning(flag: Flag | None, better: Better) -> Signal:
    """What a point's flag means: the one place where high and low become good and bad."""
    if flag is None:
        return Signal.COMMON_CAUSE
    if better not in GOOD:
        return Signal.NO_DIRECTION
    return Signal.IMPROVEMENT if flag.direction == GOOD[better] else Signal.CONCERN


def _trends(values: Sequence[float], length: int) -> Directions:
    """Points that all rise or all fall: one move less than points."""
    moves = [side_of(later, earlier) for earlier, later in pairwise(values)]
    return _windows(len(values), length, lambda at: _shared(moves[at : at + length - 1]))


def _shifts(values: Sequence[float], limits: Limits) -> Directions:
    """Points in a row on one side of the mean."""
    sides = [limits.side(value) for value in values]
    return _windows(len(values), RUN, lambda at: _shared(sides[at : at + RUN]))


def _near_a_limit(values: Sequence[float], limits: Limits) -> Directions:
    """Of three points on one side of the mean, those in the outer third, where two are."""
    sides = [limits.side(value) for value in values]
    outer = [limits.in_outer_third(value) for value in values]
    found = _windows(
        len(values),
        THREE,
        lambda at: _shared(sides[at : at + THREE]) * (sum(outer[at : at + THREE]) >= TWO),
    )
    return [direction if near else 0 for direction, near in zip(found, outer, strict=True)]


def _windows(points: int, length: int, direction: Callable[[int], int]) -> Directions:
    """All points of each window of that length that has a direction; the earlier window first."""
    found = [0] * points
    for first in range(points - length + 1):
        pointing = direction(first)
        for at in range(first, first + length):
            found[at] = found[at] or pointing
    return found


def _shared(directions: Directions) -> int:
    """The direction that all of them have; 0 where they differ or lie on the mean."""
    return directions[0] if len(set(directions)) == 1 else 0
