"""The rule for one reading about people: withheld where it tells of a few, else rounded.

A count is shown only where everything that rounds to the same number may be shown, and the next
smaller number may not: with 11 as the smallest count the first one shown is 15, which stands for
13 to 17. A shown 10 would stand for 11 and 12 alone, and two such would give each other away. For
the same reason 0 is not told apart from the other small counts, but where nothing is beside it.
docs/adr/0015-small-numbers.md has the proof.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil, isnan, nan
from typing import TYPE_CHECKING, Any

from arp.measures.aggregates import FIGURES
from arp.measures.formula import Count, Parts, Ratio, Total
from arp.measures.ranks import wilson
from arp.words.small_numbers import LEAST_SMALLEST, ROUNDED_TO, SMALLEST

if TYPE_CHECKING:
    from arp.measures.indicator import Indicator

Figures = Mapping[str, float]
COUNTED = frozenset({"people", "contacts", "cases", "calls", "responses", "rows"})  # units
DECIMALS = {"share": 2, "times the city": 2}  # of values that are no counts; else one
REACH = ROUNDED_TO // 2  # how far a count may lie from what it is rounded to
_BLANK: Figures = dict.fromkeys(FIGURES, nan)


@dataclass(frozen=True)
class SmallNumbers:
    """Which counts are small: under `smallest`, and those that would round to one of these.

    `zero_told` is whether a 0 may be told from the small counts above it.
    """

    smallest: int = SMALLEST
    zero_told: bool = False

    @property
    def first_shown(self) -> int:
        """The lowest number that is ever shown, a multiple of 5; 0 apart.

        One more than any small count is still withheld: so what is withheld has room both ways.
        """
        least = max(self.smallest, LEAST_SMALLEST)
        return ROUNDED_TO * ceil((least + 1 + REACH) / ROUNDED_TO)

    @property
    def largest_withheld(self) -> int:
        """The largest count that is not shown."""
        return self.first_shown - REACH - 1

    def hides(self, count: float) -> bool:
        """Whether a count must not be told; one that is not known must not."""
        if isnan(count):
            return True
        return rounded(count) < self.first_shown and not (count == 0 and self.zero_told)


def rounded(count: float) -> float:
    """The count rounded to 5."""
    return float(ROUNDED_TO * round(count / ROUNDED_TO))


def blank() -> dict[str, float]:
    """The figures of a reading that tells none."""
    return dict(_BLANK)


def kept_back(row: Mapping[str, Any], entry: Indicator, small: SmallNumbers) -> Figures | None:
    """The figures of a reading as they may be told; None where they are withheld.

    Shares and their intervals are taken from the rounded counts; the rest of the whole, those who
    are not in the part, is a count of people too. Other values (medians, means, points of a curve)
    need as many behind them as a count needs to be shown; they are rounded, and their interval,
    whose ends are the values of single people, is left out.
    """
    part, whole, n = (float(row[name]) for name in ("numerator", "denominator", "n"))
    if not isnan(part) and not isnan(whole):
        return _of_whole(row, entry, small)
    value = float(row["value"])
    if entry.unit in COUNTED or isinstance(entry.formula, Count | Total):
        return _count(value, n, small)
    if small.hides(n):
        return None
    return blank() | {"value": round(value, DECIMALS.get(entry.unit, 1)), "n": rounded(n)}


def _count(count: float, n: float, small: SmallNumbers) -> Figures | None:
    if small.hides(count):
        return None
    shown = blank() | {"value": rounded(count), "numerator": rounded(count)}
    return shown | {"n": nan if small.hides(n) else rounded(n)}


def _of_whole(row: Mapping[str, Any], entry: Indicator, small: SmallNumbers) -> Figures | None:
    """A part and its whole: of a share, of one of several parts, of a ratio to something else."""
    part, whole = float(row["numerator"]), float(row["denominator"])
    divided = isinstance(entry.formula, Ratio)  # the upper count is no part of the lower one
    if small.hides(part) or small.hides(whole) or (not divided and small.hides(whole - part)):
        return None
    above, below = rounded(part), rounded(whole)
    shown = blank() | {"numerator": above, "denominator": below, "n": below}
    value = float(row["value"])
    if isnan(value):  # too few for a value
        return shown
    if isinstance(entry.formula, Parts):
        return shown | {"value": above}
    times = 1.0 if entry.unit == "share" or part == 0 else _three_digits(value / (part / whole))
    shown["value"] = above / below * times
    if not isnan(float(row["low"])):
        low, high = _wilson(above, below)
        shown |= {"low": low * times, "high": high * times}
    return shown


def _three_digits(number: float) -> float:
    """By what a share is multiplied: a rate's 10,000, or a figure of the whole city to divide by.

    In full that figure would give away the exact counts that it was taken from.
    """
    return float(f"{number:.3g}")


def _wilson(above: float, below: float) -> tuple[float, float]:
    import numpy as np

    low, high = wilson(np.array([above]), np.array([below]))
    return float(low[0]), float(high[0])
