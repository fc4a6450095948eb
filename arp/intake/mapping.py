"""What was understood of a workbook: the mapping of each sheet, the open questions, the change."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from arp.words.tables import TABLES

if TYPE_CHECKING:
    from arp.intake.corrections.source import Source
    from arp.lake.change import Change
    from arp.words.findings import Finding


class Certainty(StrEnum):
    """How sure it is what a column holds."""

    CERTAIN = "certain"  # a declared spelling, a remembered layout or the user's own word
    LIKELY = "likely"
    UNSURE = "unsure"


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column of a sheet and the fields it feeds ("calls.received_at").

    `note` says in a few words why a column feeds nothing: "personal", "numbers the rows",
    "not recognized" …
    """

    position: int  # within the sheet's cells
    letter: str  # as the spreadsheet names the column
    header: str  # as written; told apart by the letter where a header occurs twice
    fields: tuple[str, ...] = ()
    dates_of: tuple[str, ...] = ()  # headers of the times of day whose dates stand here
    certainty: Certainty = Certainty.CERTAIN
    samples: tuple[str, ...] = ()
    note: str = ""
    told: bool = False  # by the user or a remembered layout
    unit: str = ""  # of a span, where it was said or its header says it: "seconds", "mm:ss" …
    yes: tuple[str, ...] = ()  # the column's own words for yes; its other words then mean no

    @property
    def is_used(self) -> bool:
        """Whether it feeds a field, by itself or through the times that it dates."""
        return bool(self.fields or self.dates_of)


@dataclass(frozen=True, kw_only=True)
class Mapping:
    """What one sheet holds: its header row, its columns and the tables they feed."""

    sheet: str
    header_row: int  # as the spreadsheet numbers it
    columns: tuple[Column, ...]
    tables: tuple[str, ...]
    unit_level: bool = False  # one row a unit: a call stands on as many rows as units were sent
    date_order: str | None = None  # "mdy" or "dmy", where the sheet has such dates
    remembered: bool = False

    def column_of(self, table: str, name: str) -> Column | None:
        """The column that feeds this field, if any does."""
        wanted = f"{table}.{name}"
        return next((column for column in self.columns if wanted in column.fields), None)

    def fields_of(self, table: str) -> dict[str, Column]:
        """The columns that feed this table, by field name."""
        return {
            name.partition(".")[2]: column
            for column in self.columns
            for name in column.fields
            if name.startswith(f"{table}.")
        }


ANSWERS = (
    *("sheet", "feed", "scope", "date_order", "merge_labels", "whole_month", "time_zone"),
    *("restarted_numbers", "area_name"),
)


def is_answer(key: str) -> bool:
    """Whether a key names something that can be answered: a question, a column or a field."""
    name, _, rest = key.partition(":")
    if rest:
        return name in ("column", "date_order", "header_row", "unit", "yes")
    table, _, field = key.partition(".")
    return key in ANSWERS or (table in TABLES and field in {f.name for f in TABLES[table].fields})


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One answer a question allows."""

    value: str
    label: str


@dataclass(frozen=True, kw_only=True)
class Question:
    """What only the user knows. Answered with `answers={key: value}`."""

    key: str
    prompt: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, kw_only=True)
class Understanding:
    """All that was understood of one workbook, enough to show it and to save it.

    `change` is None while the file is refused or a question is open. `source` says how the sheets
    were read, for the workbook of the rows at fault; `corrects` is, for such a workbook, the hash
    of the file that its rows were taken from.
    """

    file_name: str
    feed: str
    scope: str | None = None  # "all" calls of the city, or only the "program"'s
    refused: Finding | None = None
    questions: tuple[Question, ...] = ()
    mappings: tuple[Mapping, ...] = ()
    findings: tuple[Finding, ...] = ()
    change: Change | None = None
    undated: int = 0  # rows of the sheets without any date
    source: Source | None = None
    corrects: str | None = None
