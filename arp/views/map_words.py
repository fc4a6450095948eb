"""What maps say in a sentence: where a figure is highest and lowest, and what no map draws."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from arp.views import formats, map_rows, sentences

if TYPE_CHECKING:
    import pandas as pd

AREA = "area"
HARDLY = 0.25  # of the reach of the colors: less looks alike


def finding(readings: pd.DataFrame, unit: str, *, first: str, last: str) -> str:
    """Where a figure stands highest and lowest, or that areas hardly differ.

    Longest in East: 24.4 minutes; shortest in South: 12.5 minutes. West cannot be told.

    Args:
        readings: of one indicator by area.
        unit: of the values.
        first: what the highest is called, "Longest".
        last: what the lowest is called, "shortest".
    """
    areas = readings[readings[AREA].notna()] if AREA in readings else readings
    known = areas[areas["status"] == "ok"].sort_values("value", ascending=False, kind="stable")
    if known.empty or AREA not in areas:
        return sentences.why_not(None if readings.empty else readings.iloc[0])
    high, low = known.iloc[0], known.iloc[-1]
    printed = [formats.quantity(row["value"], unit) for row in (high, low)]
    if len(known) == 1:
        said = f"{high[AREA]}: {printed[0]}."
    elif (
        high["value"] - low["value"] < map_rows.reach([high["value"], low["value"]], unit) * HARDLY
    ):
        said = (
            f"Areas hardly differ: from {printed[1]} ({low[AREA]}) to {printed[0]} ({high[AREA]})."
        )
    else:
        said = f"{first} in {high[AREA]}: {printed[0]}; {last} in {low[AREA]}: {printed[1]}."
    return f"{said} {untold(areas)}".strip()


def untold(areas: pd.DataFrame) -> str:
    """The areas of which nothing can be told."""
    names = areas.loc[areas["status"] != "ok", AREA].astype(str)
    return f"Cannot be told: {formats.listed(names)}." if len(names) else ""


def unserved(readings: pd.DataFrame) -> str:
    """Where most calls went without: the whole of a share less its part.

    Most went unhandled in Center: 4,818 of 12,834.
    """
    known = readings[(readings["status"] == "ok") & readings[AREA].notna()]
    if known.empty:
        return ""
    left = known.assign(left=known["denominator"] - known["numerator"])
    row = left.sort_values("left", ascending=False, kind="stable").iloc[0]
    most, of = formats.count(row["left"]), formats.count(row["denominator"])
    return f"Most went unhandled in {row[AREA]}: {most} of {of}."


def beside_the_map(readings: pd.DataFrame, areas: Iterable[str]) -> str:
    """The areas with a figure that the map does not draw: their figures stand in the table."""
    names = map_rows.not_drawn(readings, areas)
    return f"Not on the map: {formats.listed(names)}." if names else ""
