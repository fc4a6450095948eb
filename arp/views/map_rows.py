"""Readings by area as the rows that a map draws: what each area says, in words and in color."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from arp.views import colors, formats, plotted

if TYPE_CHECKING:
    import pandas as pd

    from arp.views.colors import Palette

LEAST_REACH = {"share": 0.2, "minutes": 5.0}  # of a scale: less is no difference to be drawn …
ALSO_OF_ALL = 0.25  # … nor is less than this share of the largest value
MAY_BEGIN_HIGHER = tuple(LEAST_REACH)  # units whose scale need not begin at 0
BLACK, WHITE = "#000000", "#ffffff"  # on any color one of them has a contrast of 4.5


@dataclass(frozen=True)
class Said:
    """What one area says on one map."""

    value: float | None
    printed: str  # the value in few letters, else the word that says why there is none
    of: str
    note: str


@dataclass(frozen=True)
class Scale:
    """The values that the colors of all maps of a chart stand for, a color each."""

    values: tuple[float, ...]
    colors: tuple[str, ...]

    def color(self, value: float) -> str:
        """The color of a value, as a chart mixes it."""
        for (low, dark), (high, light) in pairwise(zip(self.values, self.colors, strict=True)):
            if value <= high:
                return _mixed(dark, light, (value - low) / (high - low))
        return self.colors[-1]


def said(
    readings: pd.DataFrame, areas: Iterable[str], unit: str, group: str = "area"
) -> dict[str, Said]:
    """What each area says, also those without a reading."""
    rows = {str(row[group]): row for _, row in readings[readings[group].notna()].iterrows()}
    return {area: _said(rows.get(area), unit) for area in areas}


def not_drawn(readings: pd.DataFrame, areas: Iterable[str], group: str = "area") -> list[str]:
    """The areas with a value that no map draws."""
    known = readings[readings[group].notna() & (readings["status"] == "ok")]
    drawn = set(areas)
    named = dict.fromkeys(str(area) for area in known.loc[known["value"] != 0, group])
    return [area for area in named if area not in drawn]


def scale(values: Sequence[float], unit: str, palette: Palette) -> Scale:
    """The scale of all maps of a chart: from 0, or wide enough that next to nothing looks alike.

    Shares and waits that hardly differ get hardly different colors: a scale from the least to the
    most would make a gap of them.
    """
    low, high = (min(values), max(values)) if values else (0.0, 1.0)
    if unit not in MAY_BEGIN_HIGHER:
        low = min(0.0, low)
    wide = reach(values, unit)
    if high - low < wide:
        low = max((low + high - wide) / 2, min(0.0, low))
        low = min(low, 1 - wide) if unit == "share" else low
        high = low + wide
    steps = len(palette.scale) - 1
    ends = [low + (high - low) * at / steps for at in range(steps)]
    return Scale((*ends, high), palette.scale)


def ink(behind: str) -> str:
    """Black or white, whichever is read better on a color."""
    return max((BLACK, WHITE), key=lambda color: colors.contrast(color, behind))


def reach(values: Sequence[float], unit: str) -> float:
    """How far apart values must lie for a difference to be drawn in full."""
    return max(LEAST_REACH.get(unit, 1.0), ALSO_OF_ALL * max(map(abs, values), default=0.0))


def _said(row: Any, unit: str) -> Said:
    import pandas as pd

    if row is None:
        return Said(None, plotted.ABSENT_WORDS["not measured"], "", "No data")
    of = "" if pd.isna(row["n"]) else formats.count(row["n"])
    if row["status"] != "ok" or pd.isna(row["value"]):
        word = plotted.ABSENT_WORDS.get(str(row["status"]), str(row["status"]))
        return Said(None, word, of, str(row["reason"] or ""))
    value = float(row["value"])
    return Said(value, formats.brief(value, unit), of, "")


def _mixed(one: str, other: str, share: float) -> str:
    parts = [(int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5)]
    share = min(1.0, max(0.0, share))
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in parts)
