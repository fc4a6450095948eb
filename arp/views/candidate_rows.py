"""What could be added next, as people read it: call types in a table, areas and hours as bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arp.measures.studies.candidates import (
    CALLS,
    EMS_SENT,
    HAZARD,
    POLICE_MINUTES,
    POLICE_SENT,
    RECODED,
)
from arp.views import formats, sentences, tables

if TYPE_CHECKING:
    import pandas as pd

TITLES = {
    CALLS: "Calls",
    POLICE_SENT: "Police sent",
    EMS_SENT: "EMS sent",
    HAZARD: "Known hazard",
    RECODED: "Changed type",
    POLICE_MINUTES: "Police time",
}


def call_types(readings: pd.DataFrame) -> pd.DataFrame:
    """One row a call type on no team's list, most calls first, as printed text.

    Police time is the median of police unit-minutes. What no feed tells is “not measured”.
    """
    import pandas as pd

    if "part" not in readings:
        return pd.DataFrame(columns=["Call type", *TITLES.values()])
    rows: dict[str, dict[str, str]] = {}
    told = (readings[name] for name in ("call_type", "part", "value", "status"))
    for call_type, part, value, status in zip(*told, strict=True):
        cells = rows.setdefault(call_type, {"Call type": str(call_type)})
        printed = formats.brief(value, tables.PART_UNITS[part])
        cells[TITLES[part]] = printed if status == "ok" else status
    return pd.DataFrame(list(rows.values()), columns=["Call type", *TITLES.values()])


def largest_type(readings: pd.DataFrame) -> str:
    """The call type on no list that has the most calls; that the list decides nothing."""
    counted = readings[(readings["status"] == "ok") & (readings.get("part") == CALLS)]
    if counted.empty:
        return sentences.why_not(None if readings.empty else readings.iloc[0])
    first = counted.nlargest(1, "value").iloc[0]
    return (
        f"The largest call type that no team may take yet: {first['call_type']}, "
        f"{formats.counted(first['value'], 'call')}. The signs of risk beside it are for people "
        "to weigh."
    )


def areas_and_hours(readings: pd.DataFrame) -> pd.DataFrame:
    """The same readings with `place`: area and block of the week in words, most calls first."""
    if "part" not in readings:
        return readings.assign(place=None)
    return readings.assign(
        place=[
            f"{area}, {_block(str(part))}"
            for area, part in zip(readings["area"], readings["part"], strict=True)
        ]
    )


def best_block(readings: pd.DataFrame) -> str:
    """The area and block in which one more unit-hour would meet the most unserved calls."""
    known = readings[readings["status"] == "ok"]
    if known.empty:
        return sentences.why_not(None if readings.empty else readings.iloc[0])
    first = known.nlargest(1, "value").iloc[0]
    return (
        f"One more hour of one unit would meet the most unserved calls in {first['place']}: "
        f"{first['value']:,.2f} an hour, {formats.counted(first['n'], 'call')} in all."
    )


def _block(part: str) -> str:
    """“weekdays 08–12” as weekdays 8 AM–12 PM."""
    days, _, hours = part.partition(" ")
    start, _, end = hours.partition("–")
    return f"{days} {formats.hour(int(start))}–{formats.hour(int(end))}"
