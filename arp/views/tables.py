"""Readings as the tables people read: formatted columns, right-aligned numbers, plain words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from arp.measures.registry import INDICATORS
from arp.measures.studies import candidates, hours_of_week, wait
from arp.views import formats

if TYPE_CHECKING:
    import pandas as pd

GROUP_TITLES = {
    "team": "Team",
    "call_type": "Call type",
    "area": "Area",
    "hour_of_week": "Hour of the week",
    "step": "Step",
    "missed_why": "Reason missed",
    "lever": "Lever",
    "more_units": "Units",
    "measure": "Figure compared",
    "group_kind": "By",
    "group": "Group",
    "part": "What",
    "assumption": "Assumption",
    "contact_result": "Contact result",
    "destination": "Destination",
    "contact_label": "How the contact ended",
    "disposition_label": "Disposition",
    "primary_need": "Need",
    "age_band": "Age",
    "race_ethnicity": "Race or ethnicity",
    "gender": "Gender",
    "language": "Language",
    "housing_status": "Housing",
    "table": "Table",
    "field": "Field",
    "responder": "Units counted",
    "incident_number": "Incident number",
}
PART_UNITS = {  # units of the parts whose unit is not the indicator's own
    hours_of_week.ELIGIBLE: "calls an hour",
    hours_of_week.ON_DUTY: "units",
    hours_of_week.CAPTURE: "share",
    hours_of_week.MISSED: "calls an hour",
    candidates.CALLS: "calls",
    candidates.POLICE_SENT: "share",
    candidates.EMS_SENT: "share",
    candidates.HAZARD: "share",
    candidates.RECODED: "share",
    candidates.POLICE_MINUTES: "minutes",
    wait.MEAN_WAIT: "minutes",
    wait.EACH: "minutes",
    wait.CALLS: "calls an hour",
    wait.ON_DUTY: "units",
    wait.NEEDED: "whole units",
}


def numbers(readings: pd.DataFrame, names: Mapping[str, tuple[str, str]]) -> pd.DataFrame:
    """The numbers behind a chart, one row a reading, as printed text.

    What is the same in all rows, but for their value, is left to the words around the table.

    Args:
        readings: any readings frame.
        names: the name and unit of each indicator.
    """
    import pandas as pd

    units = _units(readings, names)
    columns: dict[str, list[str]] = {
        "Figure": [names[key][0] for key in readings["indicator"]],
        "Period": [formats.period(key) for key in readings["period"]],
    }
    for group, title in GROUP_TITLES.items():
        if group in readings and readings[group].notna().any():
            columns[title] = [_group_value(group, value) for value in readings[group]]
    columns["Value"] = [
        formats.quantity(value if status == "ok" else None, unit)
        for value, status, unit in zip(readings["value"], readings["status"], units, strict=True)
    ]
    columns["n"] = [_whole(number) for number in readings["n"]]
    columns["95% interval"] = [
        _interval(low, high, unit)
        for low, high, unit in zip(readings["low"], readings["high"], units, strict=True)
    ]
    columns["Note"] = [
        _note(status, reason)
        for status, reason in zip(readings["status"], readings["reason"], strict=True)
    ]
    told = {title: cells for title, cells in columns.items() if any(cells)}
    said_elsewhere = [
        title
        for title in ("Figure", "Period", "n", "Note")
        if len(readings) > 1 and len(set(told.get(title, ()))) == 1
    ]
    return pd.DataFrame(told).drop(columns=said_elsewhere)


def calendar(holdings: pd.DataFrame) -> pd.DataFrame:
    """Rows a month of one feed and table: a row a year, a column a month, gaps in words.

    Args:
        holdings: month ("2026-10") and rows, of one feed and one table; undated rows left out.
    """
    import pandas as pd

    by_month = dict(zip(holdings["month"], holdings["rows"], strict=True))
    first, last = min(by_month), max(by_month)
    years = range(int(first[:4]), int(last[:4]) + 1)
    rows = []
    for year in years:
        keys = [f"{year}-{number:02d}" for number in range(1, 13)]
        cells = [
            formats.count(by_month[key]) if key in by_month else "gap" if first < key < last else ""
            for key in keys
        ]
        rows.append([str(year), *cells])
    return pd.DataFrame(rows, columns=["Year", *formats.MONTHS])


def fields(readings: pd.DataFrame) -> pd.DataFrame:
    """The readings of field completeness without the index, each field by its title and table."""
    from arp.words.tables import TABLES

    if "field" not in readings:
        return readings
    known = readings[readings["table"].isin(list(TABLES))]
    titles = [
        f"{TABLES[table].field(name).title} ({TABLES[table].title.lower()})"
        for table, name in zip(known["table"], known["field"], strict=True)
    ]
    return known.assign(field=titles)


def _units(readings: pd.DataFrame, names: Mapping[str, tuple[str, str]]) -> list[str]:
    """The unit of each reading: its part's own, else its indicator's."""
    parts = readings["part"] if "part" in readings else [None] * len(readings)
    return [
        PART_UNITS.get(part, names[key][1])
        for key, part in zip(readings["indicator"], parts, strict=True)
    ]


def _group_value(group: str, value: object) -> str:
    import pandas as pd

    if pd.isna(value):  # type: ignore[call-overload]
        return ""
    if group == "hour_of_week":
        return formats.hour_of_week(int(str(value)))
    if group == "measure":
        return INDICATORS[str(value)].name
    return GROUP_TITLES.get(str(value), str(value)) if group == "group_kind" else str(value)


def _whole(number: float) -> str:
    import pandas as pd

    return "" if pd.isna(number) else formats.count(number)


def _interval(low: float, high: float, unit: str) -> str:
    import pandas as pd

    if pd.isna(low) or pd.isna(high):
        return ""
    ends = (formats.quantity(end, unit).removesuffix(f" {unit}") for end in (low, high))
    return " to ".join(ends)


def _note(status: str, reason: object) -> str:
    said = reason if isinstance(reason, str) else ""
    return said if status == "ok" else said or status
