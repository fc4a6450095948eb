"""The limits of an XmR chart: what a month usually looks like, from its own ups and downs.

Mean of the baseline ± 2.66 times the mean moving range. Source: NHS “Making Data Count” as in
NHSRplotthedots; METRICS.md §5. One departure: where leaving out large moves would leave no move at
all (a figure that is nearly always 0), they stay. The limits would otherwise have no width, and
every usual month would be a signal.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import fsum, isclose

WIDTH = 2.66  # mean moving ranges from the mean to a limit
OUTLYING = 3.267  # mean moving ranges from which a move is left out, once
NEAR = 2 / 3  # of the way from the mean to a limit: there the outer third begins
FEWEST_POINTS = 12  # with fewer the limits are trial limits


@dataclass(frozen=True)
class Limits:
    """The mean, the two limits and where the outer thirds begin, in the figure's own unit."""

    mean: float
    lower: float
    upper: float
    near_lower: float
    near_upper: float

    def side(self, value: float) -> int:
        """On which side of the mean a value lies: 1 above, −1 below, 0 on it."""
        return side_of(value, self.mean)

    def outside(self, value: float) -> int:
        """1 above the upper limit, −1 below the lower one, else 0; on a limit is not outside."""
        return max(side_of(value, self.upper), 0) + min(side_of(value, self.lower), 0)

    def in_outer_third(self, value: float) -> bool:
        """Whether a value lies beyond a near limit but not outside the limits."""
        beyond = side_of(value, self.near_upper) > 0 or side_of(value, self.near_lower) < 0
        return beyond and not self.outside(value)


def side_of(value: float, line: float) -> int:
    """1 above a line, −1 below it, 0 on it; what only rounding tells apart is on it."""
    if isclose(value, line, rel_tol=1e-9, abs_tol=1e-12):
        return 0
    return 1 if value > line else -1


def limits(
    values: Sequence[float], *, first_n: int | None = None, drop_outlying: bool = True
) -> Limits | None:
    """The limits of known points in time order; None with fewer than two.

    Args:
        values: the points of one segment.
        first_n: how many of the first points are the baseline; None is all.
        drop_outlying: whether moves of 3.267 mean moving ranges or more are left out, once.
    """
    baseline = list(values if first_n is None else values[:first_n])
    if len(baseline) < 2:
        return None
    mean = baseline[0] + fsum(value - baseline[0] for value in baseline) / len(baseline)
    usual_move = _mean_move(baseline, drop_outlying)
    reach, near = WIDTH * usual_move, WIDTH * usual_move * NEAR
    return Limits(mean, mean - reach, mean + reach, mean - near, mean + near)


def _mean_move(baseline: Sequence[float], drop_outlying: bool) -> float:
    """The mean moving range, the outlying ones dropped once."""
    moves = [abs(later - earlier) for earlier, later in pairwise(baseline)]
    mean = fsum(moves) / len(moves)
    kept = [move for move in moves if side_of(move, OUTLYING * mean) < 0]
    return fsum(kept) / len(kept) if drop_outlying and any(kept) else mean
