"""The rows at fault of a file, as they were sent, with what is wrong in each cell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Map
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from arp.intake.corrections.carried import Cells, SentRow, carried
from arp.intake.corrections.companions import rows_wanted
from arp.intake.corrections.grids import grid_of
from arp.intake.corrections.recognizing import sent_back
from arp.intake.corrections.source import SourceSheet, header_as_sent
from arp.intake.recognition.columns import LEFT_OUT
from arp.words.findings import Finding, Severity
from arp.words.grammar import Kind
from arp.words.tables import TABLES

if TYPE_CHECKING:
    from arp.intake.mapping import Mapping, Understanding
    from arp.intake.sheet import Sheet, Workbook

_COSTLY = (Severity.SETS_ROW_ASIDE, Severity.COSTS_A_VALUE)


@dataclass(frozen=True, kw_only=True)
class FaultyRow:
    """One row as it was sent, with its findings by column of the sheet.

    A row without findings stands beside one that has some: they are of one call, or have one
    number.
    """

    number: int  # in the user's file
    cells: Cells
    faults: Map[int, tuple[Finding, ...]] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class FaultySheet:
    """The rows at fault of one sheet, in their order, under its own headers.

    `left_out` are the columns whose cells are personal and do not go back, `dates` those in which
    the spreadsheet itself typed dates.
    """

    name: str
    headers: tuple[str, ...]
    rows: tuple[FaultyRow, ...]
    left_out: frozenset[int]
    dates: frozenset[int]


@dataclass(frozen=True, kw_only=True)
class FaultyRows:
    """All rows at fault of one file, with what their workbook carries out of sight."""

    file_name: str
    sheets: tuple[FaultySheet, ...]
    carried: tuple[Cells, ...]

    @property
    def rows(self) -> int:
        """How many rows are at fault."""
        return sum(1 for sheet in self.sheets for row in sheet.rows if row.faults)

    @property
    def cells(self) -> int:
        """How many of their cells are."""
        return sum(len(row.faults) for sheet in self.sheets for row in sheet.rows)


def faulty_rows(workbook: Workbook, understood: Understanding) -> FaultyRows | None:
    """What goes into a file's corrections workbook; None where no row has anything to mend.

    Every finding that names a row and costs it or a value of it is in it. Columns that were left
    out as personal keep their header and lose their cells.

    Args:
        workbook: as it was read.
        understood: what was understood of it; while it is refused or asks, rows are not checked.
    """
    source = understood.source
    found = [f for f in understood.findings if f.row is not None and f.kind.severity in _COSTLY]
    if source is None or understood.change is None or not found:
        return None
    grids = _sheets(workbook)
    known = [(sheet, grids[sheet.mapping.sheet]) for sheet in source.sheets]
    wanted = rows_wanted(known, found, understood)
    sheets, sent = [], list[SentRow]()
    for number, (sheet, tab) in enumerate(zip(source.sheets, source.tabs, strict=True)):
        name = sheet.mapping.sheet
        numbers, of_sheet = _within(grids[name], wanted.get(name)), _of(found, name)
        if numbers:
            rows = _rows(sheet, grids[name], numbers, of_sheet)
            sent += _sent(number, sheet, rows)
            sheets.append(_faulty_sheet(sheet, tab, grids[name], rows))
    return FaultyRows(
        file_name=understood.file_name,
        sheets=tuple(sheets),
        carried=tuple(carried(source, sent)),
    )


def _sheets(workbook: Workbook) -> dict[str, Sheet]:
    """The sheets by name; those of a corrections workbook as their mapping has them."""
    returned = sent_back(workbook)
    if returned is None:
        return {sheet.name: sheet for sheet in workbook.sheets}
    return {sheet.mapping.sheet: sheet.now.sheet for sheet in returned.sheets}


def _within(grid: Sheet, numbers: Iterable[int] | None) -> list[int]:
    """Those of the rows that the sheet has, in its order."""
    last = grid.row_number(grid.cells.num_rows - 1)
    return sorted(number for number in numbers or () if grid.first_row <= number <= last)


def _of(found: Iterable[Finding], sheet: str) -> list[Finding]:
    return [finding for finding in found if finding.sheet == sheet]


def _rows(
    sheet: SourceSheet, grid: Sheet, numbers: list[int], found: list[Finding]
) -> list[FaultyRow]:
    faults: dict[int, dict[int, list[Finding]]] = defaultdict(lambda: defaultdict(list))
    for finding in found:
        faults[finding.row or 0][_place(sheet.mapping, finding)].append(finding)
    taken = grid.cells.take([number - grid.first_row for number in numbers])
    columns = [column.combine_chunks() for column in taken.columns]
    lines = grid_of(sheet, grid, 0, columns, numbers).cells.to_pylist()
    left_out = _left_out(sheet.mapping)
    return [
        FaultyRow(
            number=number,
            cells=tuple(
                None if place in left_out else line[str(column.position)]
                for place, column in enumerate(sheet.mapping.columns)
            ),
            faults={place: tuple(each) for place, each in faults[number].items()},
        )
        for number, line in zip(numbers, lines, strict=True)
    ]


def _place(mapping: Mapping, finding: Finding) -> int:
    """Which of the columns a finding is about: the one that it names, else the row's number."""
    for place, column in enumerate(mapping.columns):
        if finding.column in (column.header, *map(_title, column.fields)):
            return place
    numbers = (n for n, column in enumerate(mapping.columns) if any(map(_is_number, column.fields)))
    return next(numbers, 0)


def _title(name: str) -> str:
    table, _, field_name = name.partition(".")
    return TABLES[table].field(field_name).title.lower()


def _is_number(name: str) -> bool:
    table, _, field_name = name.partition(".")
    return TABLES[table].field(field_name).kind is Kind.ID


def _left_out(mapping: Mapping) -> frozenset[int]:
    notes = (column.note for column in mapping.columns)
    return frozenset(place for place, note in enumerate(notes) if note.startswith(LEFT_OUT))


def _faulty_sheet(
    sheet: SourceSheet, tab: str, grid: Sheet, rows: Iterable[FaultyRow]
) -> FaultySheet:
    columns = sheet.mapping.columns
    dates = (n for n, column in enumerate(columns) if column.position in grid.typed_dates)
    return FaultySheet(
        name=tab,
        headers=tuple(map(header_as_sent, columns)),
        rows=tuple(rows),
        left_out=_left_out(sheet.mapping),
        dates=frozenset(dates),
    )


def _sent(number: int, sheet: SourceSheet, rows: Iterable[FaultyRow]) -> Iterator[SentRow]:
    """The used cells of the rows, for the hidden sheet."""
    used = [place for place, column in enumerate(sheet.mapping.columns) if column.is_used]
    for row in rows:
        cells = tuple(row.cells[place] for place in used)
        yield SentRow(sheet=number, number=row.number, cells=cells)
