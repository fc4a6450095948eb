"""What is wrong with settings that could all be read: missing, twice, unknown, out of range."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from arp.intake.program.reading import SettingRow
from arp.words.catalog import CATALOG
from arp.words.findings import Finding
from arp.words.small_numbers import LEAST_SMALLEST

_RANGES: dict[tuple[str, str], tuple[Callable[[Any], bool], str]] = {
    ("feeds", "due_day"): (lambda day: 1 <= day <= 31, "a day of the month, 1 to 31"),
    ("schedule", "units"): (lambda units: units >= 0, "0 or more"),
    ("costs", "amount"): (lambda amount: amount >= 0, "0 or more"),
    ("program", "smallest_count"): (lambda n: n >= LEAST_SMALLEST, f"{LEAST_SMALLEST} or more"),
}


def missing(rows: Iterable[SettingRow]) -> list[Finding]:
    """Every required field that a row leaves blank."""
    return [
        row.found("missing_setting", field.name, "")
        for row in rows
        for field in row.section.fields
        if field.required and row.values[field.name] is None and field.name not in row.unread
    ]


def repeated(rows: Sequence[SettingRow]) -> list[Finding]:
    """Rows that set what another row sets from the same day."""
    first: dict[str, SettingRow] = {}
    findings = []
    for row in rows:
        earlier = first.setdefault(row.setting.key, row)
        if earlier is not row and not row.unread:
            since = row.valid_from.isoformat() if row.valid_from else "since ever"
            findings.append(
                Finding(
                    CATALOG["repeated_setting"],
                    sheet=row.sheet,
                    row=row.row,
                    found=since,
                    other=f"{earlier.row:,}",
                )
            )
    return findings


def reversed_dates(rows: Iterable[SettingRow]) -> list[Finding]:
    """Rows that end before they begin."""
    return [
        row.found(
            "reversed_dates", "valid_to", row.valid_to.isoformat(), row.valid_from.isoformat()
        )
        for row in rows
        if row.valid_from and row.valid_to and row.valid_to < row.valid_from
    ]


def out_of_range(rows: Iterable[SettingRow]) -> list[Finding]:
    """Numbers that cannot be."""
    return [
        row.found("setting_out_of_range", field, f"{number:,}", expected)
        for row in rows
        for (section, field), (fits, expected) in _RANGES.items()
        if row.section.name == section
        and (number := row.values[field]) is not None
        and not fits(number)
    ]


def unknown_time_zones(rows: Iterable[SettingRow]) -> list[Finding]:
    """Time zones that no clock knows."""
    return [
        row.found("unknown_time_zone", "time_zone", zone)
        for row in rows
        if row.section.name == "program"
        and (zone := row.values["time_zone"]) is not None
        and not _is_zone(zone)
    ]


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # a folder's name opens as a directory
        return False
    return True
