"""Shifts that are stated twice.

The schedule names numbers of units, not units, and different shifts of a team add up: two units
from 06:00 and one more from 12:00 are three in the afternoon. So shifts may overlap in time. What
cannot be meant is the same shift twice: the same team, area and start on a weekday that two rows
both name, while both hold. Rows of one name (the same set of weekdays too) follow each other in
time instead, as all settings do.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from arp.intake.program.reading import SettingRow
from arp.words.findings import Finding
from arp.words.settings.validity import SINCE_EVER, last_days


@dataclass(frozen=True, kw_only=True)
class _Shift:
    """One row of the schedule while it holds."""

    row: SettingRow
    weekdays: tuple[str, ...]
    first_day: date
    last_day: date

    def shared_with(self, other: _Shift) -> list[str]:
        """The weekdays on which both are worked at one time; none for two rows of one name."""
        apart = self.last_day < other.first_day or other.last_day < self.first_day
        if apart or self.weekdays == other.weekdays:
            return []
        return [day for day in self.weekdays if day in other.weekdays]


def overlapping_shifts(rows: Iterable[SettingRow]) -> list[Finding]:
    """The later row of each two that state the same shift."""
    return [
        later.row.found(
            "overlapping_shifts", "starts", _described(later.row, shared), f"{earlier.row.row:,}"
        )
        for alike in _by_start(rows).values()
        for earlier, later in combinations(alike, 2)
        if (shared := earlier.shared_with(later))
    ]


def _by_start(rows: Iterable[SettingRow]) -> dict[tuple[str, ...], list[_Shift]]:
    """Shifts of one team, area and start, in the order of the sheet."""
    named: dict[tuple[str, ...], list[SettingRow]] = defaultdict(list)
    for row in rows:
        if row.section.name == "schedule" and row.values["weekdays"] and row.values["starts"]:
            values = (row.values[name] or "" for name in ("team", "area", "starts", "weekdays"))
            named[tuple(values)].append(row)
    shifts: dict[tuple[str, ...], list[_Shift]] = defaultdict(list)
    for (*start, weekdays), held in named.items():
        ends = last_days([(row.valid_from, row.valid_to) for row in held])
        shifts[tuple(start)] += [
            _Shift(
                row=row,
                weekdays=tuple(weekdays.split("; ")),
                first_day=row.valid_from or SINCE_EVER,
                last_day=last,
            )
            for row, last in zip(held, ends, strict=True)
        ]
    return {
        start: sorted(alike, key=lambda shift: shift.row.row) for start, alike in shifts.items()
    }


def _described(row: SettingRow, weekdays: list[str]) -> str:
    area = row.values["area"] or "the whole city"
    return f"{row.values['team']}, {area}, {', '.join(weekdays)} from {row.values['starts']}"
