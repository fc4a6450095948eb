"""What a native chart holds: categories and series, each colored by what it means.

A plot says nothing of PowerPoint. Its numbers are the readings' own, unrounded; a number format
prints them.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

Numbers = tuple[float | None, ...]
Side = Literal["right", "left", "above", "below"]
PLAIN = "#,##0"
FORMATS: Mapping[str, str] = {  # units that are not printed as whole numbers
    "minutes": "#,##0.0",
    "points of 5": "0.0",
    "dollars": '"$"#,##0',
    "calls an hour": "#,##0.00",
    "units": "#,##0.00",
    "times the city": "#,##0.00",
    "calls a day": "#,##0.0",
    "per 100 eligible calls": "#,##0.0",
    "per 10,000 eligible calls": "#,##0.0",
    "per 1,000 responses": "#,##0.00",
}
MOST_STEPS = 6  # of a value axis


@dataclass(frozen=True)
class Word:
    """What is written beside one point."""

    text: str
    place: Side = "right"
    meaning: str = ""  # a color of the palette; the series' own where it is blank
    lift: float = 0.0  # how far it stands above its point, as a share of the axis


@dataclass(frozen=True, kw_only=True)
class Series:
    """One row of numbers, one a category."""

    name: str
    values: Numbers
    meaning: str  # the name of its color in a palette
    line: Literal["solid", "dashed", "dotted", "none"] = "solid"
    thin: bool = False
    points: bool = True  # whether each value has a mark of its own
    rules: bool = False  # whether a rule falls from each of its points to the axis
    above: Numbers = ()  # how far its interval reaches over each value
    below: Numbers = ()
    words: Mapping[int, Word] = field(default_factory=dict)  # by place among the categories
    meanings: Mapping[int, str] = field(default_factory=dict)  # of points with a color of their own


@dataclass(frozen=True, kw_only=True)
class Plot:
    """A chart that an office program draws by itself."""

    form: Literal["lines", "bars", "overlaid"]  # overlaid: bars of one category over one another
    described: str  # for those who do not see it: "A line chart by month"
    categories: tuple[str, ...]  # months as "2026-10" where it is drawn as lines
    series: tuple[Series, ...]
    number_format: str
    unit: str = ""  # of the axis, where it is to be said
    least: float | None = None  # where the axis begins and ends; by itself where it is None
    most: float | None = None
    step: float | None = None
    labeled: bool = False  # whether each bar carries its number
    legend: bool = False


def number_format(unit: str, values: Iterable[float | None]) -> str:
    """How a spreadsheet prints these values of a unit, alike in one chart: 0.0% or 0%."""
    if unit != "share":
        return FORMATS.get(unit, PLAIN)
    known = [value for value in values if value is not None]
    fine = any(0 < value < 0.0995 or 0.99 < value < 1 for value in known)
    return "0.0%" if fine else "0%"


def axis_format(printed: str, step: float | None) -> str:
    """How an axis prints its numbers: no finer than its steps, and no share over 100%."""
    if printed.endswith("%"):
        fine = step is not None and round(step * 100, 6) % 1
        return f'[<=1]{"0.0%" if fine else "0%"};""'
    if step is None or step % 1 == 0:
        return PLAIN
    return "0.0" if round(step * 10, 6) % 1 == 0 else "0.00"


def axis(values: Iterable[float | None], unit: str, *, zero: bool) -> tuple[float, float, float]:
    """Where an axis begins and ends, and its step, so that all values have room: 1, 2 or 5 apart.

    Args:
        values: everything that is drawn.
        unit: a share stays between 0 and 1, and nothing but dollars goes below 0.
        zero: whether it begins at 0.
    """
    known = [value for value in values if value is not None] or [0.0, 1.0]
    low, high = (0.0 if zero else min(known)), max(known)
    high = high if high or low else 1.0
    room = (high - low or abs(high) or 1.0) * 0.08
    low, high = (low if zero else low - room), high + room
    step = _step((high - low) / MOST_STEPS)
    least, most = math.floor(low / step) * step, math.ceil(high / step) * step
    if min(known) >= 0:
        least = max(least, 0.0)
    if unit == "share":
        most = min(most, 1.0)
    return round(least, 9), round(most, 9), step


def _step(rough: float) -> float:
    """The next larger of 1, 2 and 5, with so many zeros."""
    size = 10.0 ** math.floor(math.log10(rough))
    return float(next(size * times for times in (1, 2, 5, 10) if size * times >= rough - 1e-12))


def numbers(values: Iterable[object]) -> Numbers:
    """Values of a frame's column, None where there is none."""
    return tuple(None if _absent(value) else float(str(value)) for value in values)


def _absent(value: object) -> bool:
    return value is None or value != value or str(value) == "<NA>"  # NaN is not itself
