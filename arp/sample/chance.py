"""Drawing by chance: spans of time, words, and values that somebody did not fill in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Whole = NDArray[np.int64]
    Flags = NDArray[np.bool_]
    Columns = dict[str, NDArray[Any]]  # one entry a row; None is blank, clocks in seconds of UTC
    Rng = np.random.Generator


def lognormal(rng: Rng, median: float | NDArray[np.float64], spread: float, n: int) -> Whole:
    """Log-normal spans of whole seconds, at least one."""
    return np.maximum(1, np.rint(rng.lognormal(np.log(median), spread, n))).astype(np.int64)


def positions(rng: Rng, shares: Sequence[float], n: int) -> Whole:
    """Positions in a list of things that have these shares."""
    drawn = rng.choice(len(shares), size=n, p=np.array(shares) / sum(shares))
    return np.asarray(drawn, dtype=np.int64)


def pick(
    rng: Rng, words: Sequence[str], n: int, shares: Sequence[float] | None = None
) -> NDArray[Any]:
    """Words drawn with these shares, else evenly."""
    among: NDArray[Any] = np.array(words, dtype=object)
    return np.asarray(among[positions(rng, shares or (1,) * len(words), n)])


def blank_unless(known: Flags, values: object) -> NDArray[Any]:
    """The values where known; None where nobody filled them in."""
    filled: NDArray[Any] = np.full(len(known), None, dtype=object)
    given = np.broadcast_to(np.asarray(values, dtype=object), (len(known),))
    filled[known] = given[known]
    return filled


def is_yes(flags: NDArray[Any]) -> Flags:
    """Where a yes was filled in: neither no nor blank."""
    return np.array([flag is not None and bool(flag) for flag in flags], dtype=bool)
