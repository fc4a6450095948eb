"""Exact statistics in closed form: ranks that bound a fractile, and Wilson's interval of a share.

Distribution-free 95 % interval of the p-fractile from n ordered values: from the largest rank l
with P(Bin(n, p) ≤ l − 1) ≤ .025 up to the smallest rank u with P(Bin(n, p) ≤ u − 1) ≥ .975.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

TAIL = 0.025
Z = 1.959963984540054  # the normal deviate beyond which TAIL lies
FAR = 12  # standard deviations beyond which a binomial has no weight that matters


@lru_cache(maxsize=100_000)
def rank_bounds(n: int, p: float) -> tuple[int, int] | None:
    """The ranks (from 1) of the values that bound the p-fractile of n; None where n is too few."""
    import numpy as np

    if n == 0:
        return None
    first, at_most = _distribution(n, p)  # at_most[i] = P(Bin(n, p) ≤ first + i)
    low = first + int(np.searchsorted(at_most, TAIL, side="right"))
    high = first + int(np.searchsorted(at_most, 1 - TAIL, side="left")) + 1
    return (low, high) if low >= 1 and high <= n else None


def _distribution(n: int, p: float) -> tuple[int, NDArray[np.float64]]:
    """The cumulated binomial where it has weight, by the ratio of neighboring probabilities."""
    import numpy as np

    reach = int(FAR * (n * p * (1 - p)) ** 0.5) + FAR
    first, last = max(0, int(n * p) - reach), min(n, int(n * p) + reach)
    hits = np.arange(first, last)
    steps = np.log((n - hits) / (hits + 1) * (p / (1 - p)))
    weights = np.concatenate([[0.0], np.cumsum(steps)])
    weights = np.exp(weights - weights.max())
    return first, np.cumsum(weights) / weights.sum()


def wilson(
    hits: NDArray[np.float64], n: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Lower and upper bound of the 95 % interval of each share hits ÷ n; nan where n is 0."""
    import numpy as np

    with np.errstate(divide="ignore", invalid="ignore"):
        share = hits / n
        middle = share + Z**2 / (2 * n)
        spread = Z * np.sqrt(share * (1 - share) / n + Z**2 / (4 * n**2))
        whole = 1 + Z**2 / n
        return np.clip((middle - spread) / whole, 0, 1), np.clip((middle + spread) / whole, 0, 1)
