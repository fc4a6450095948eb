"""Where each row of the city stands in the files that staff would get: which month, which row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from arp.sample.settings import CAD, FIGURES, NAVIGATION, RECORDS

if TYPE_CHECKING:
    from arp.sample.chance import Whole


@dataclass(frozen=True)
class Kind:
    """One kind of monthly file: its feed, its name, its sheet and where the rows begin."""

    feed: str
    title: str
    sheet: str
    first_row: int  # the title rows and the header stand above

    def file_name(self, month: str) -> str:
        """“Police-Fire CAD 2026-10.xlsx”."""
        return f"{self.title} {month}.xlsx"


CAD_EXPORT = Kind(CAD, "Police-Fire CAD", "CAD export", 5)
RECORDS_EXPORT = Kind(RECORDS, "Crisis team records", "Contacts", 4)
NAVIGATION_EXPORT = Kind(NAVIGATION, "Care Navigation follow-ups", "Attempts", 4)
FIGURES_EXPORT = Kind(FIGURES, "City figures", "Figures", 2)
KIND_OF = {
    "calls": CAD_EXPORT,
    "unit_responses": CAD_EXPORT,
    "encounters": RECORDS_EXPORT,
    "follow_ups": NAVIGATION_EXPORT,
    "figures": FIGURES_EXPORT,
}


@dataclass(frozen=True)
class Place:
    """For each row of one table: the file's position among the months, and the row in its sheet."""

    file: Whole
    row: Whole


def in_turn(file: Whole, kind: Kind) -> Place:
    """Rows that stand one below the other, file after file; `file` never decreases."""
    return Place(file, kind.first_row + np.arange(len(file)) - np.searchsorted(file, file))


def in_export(file: Whole, units_of_call: Whole) -> tuple[Place, Place]:
    """The places of calls and of units in unit-level exports: a call without a unit has one row.

    Args:
        file: each call's file; never decreases.
        units_of_call: for each unit the position of its call; never decreases.
    """
    units = np.bincount(units_of_call, minlength=len(file))
    rows = np.maximum(units, 1)
    begins = np.cumsum(rows) - rows
    first_of_file = begins[np.searchsorted(file, file)]
    row = CAD_EXPORT.first_row + begins - first_of_file
    within = np.arange(len(units_of_call)) - (np.cumsum(units) - units)[units_of_call]
    of_unit = Place(file[units_of_call], row[units_of_call] + within)
    return Place(file, row), of_unit
