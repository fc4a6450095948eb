"""Where a sheet's table stands: its header row, its rows of data, and what is neither."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from arp.intake.recognition import beside
from arp.intake.recognition.data_rows import rows_of_data
from arp.intake.recognition.header_place import HeaderPlace, header_place
from arp.intake.recognition.header_text import as_read
from arp.intake.recognition.two_rows import joined
from arp.words.catalog import CATALOG
from arp.words.findings import Finding

if TYPE_CHECKING:
    import pyarrow as pa

    from arp.intake.sheet import Sheet

TWIN = " (column "  # followed by the letter that tells a header from its twin


@dataclass(frozen=True, kw_only=True, eq=False)
class Grid:
    """The table that stands on a sheet: its columns by position, and only its rows of data.

    `headers` names each column once: where a header occurs twice or is blank, the spreadsheet's
    letter tells the columns apart. Blank cells are null.
    """

    sheet: Sheet
    place: HeaderPlace
    headers: tuple[str, ...]
    cells: pa.Table
    rows: pa.Int64Array  # each row's number in the spreadsheet
    findings: tuple[Finding, ...]

    @property
    def header_row(self) -> int:
        """The header's row number in the spreadsheet, the lower of two; 0 where there is none."""
        return 0 if self.place.is_none else self.sheet.row_number(self.place.data - 1)

    def letter(self, position: int) -> str:
        """The spreadsheet's name of a column."""
        return column_letter(self.sheet.first_column + position)


def find_grid(sheet: Sheet, place: HeaderPlace | None = None) -> Grid | None:
    """The table on this sheet, or None where no row looks like a header or like data.

    Args:
        sheet: as it was read.
        place: where the header stands, if it is known.
    """
    place = place or header_place(sheet)
    if place is None:
        return None
    import numpy as np
    import pyarrow as pa

    first_row = sheet.row_number(place.data)
    cells = _blank_as_null(sheet.cells.slice(place.data))
    written = [_written(sheet, index) for index in place.indices]
    names = _names(written, sheet.cells.num_columns)
    aside = beside.tables_beside(cells, names)
    for position in (position for block in aside for position in block):
        names[position] = ""
        cells = cells.set_column(position, str(position), pa.nulls(cells.num_rows, pa.string()))
    keep, findings = rows_of_data(sheet.name, cells, written, first_row)
    used = [
        bool(name) or column.null_count < len(column)
        for name, column in zip(names, cells.columns, strict=True)
    ]
    numbers = np.flatnonzero(keep) + first_row
    letters = [column_letter(sheet.first_column + block[0]) for block in aside]
    return Grid(
        sheet=sheet,
        place=place,
        headers=_told_apart(names, used, sheet.first_column),
        cells=cells if keep.all() else cells.filter(pa.array(keep)),
        rows=pa.array(numbers, pa.int64()),
        findings=(
            *_above(sheet, place),
            *_about_header(sheet, place),
            *(beside.about(sheet.name, letter) for letter in letters),
            *findings,
        ),
    )


def column_letter(number: int) -> str:
    """The spreadsheet's letters for a column number: 1 is A, 27 is AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _blank_as_null(cells: pa.Table) -> pa.Table:
    import pyarrow as pa
    import pyarrow.compute as pc

    def column(values: pa.ChunkedArray) -> pa.Array:
        whole = values.combine_chunks()
        blank = pc.equal(pc.utf8_trim_whitespace(whole), "")
        return pc.if_else(blank, None, whole) if pc.any(blank).as_py() else whole

    return pa.table([column(values) for values in cells.columns], names=cells.column_names)


def _written(sheet: Sheet, index: int) -> list[str]:
    """The cells of one row as written, "" where blank."""
    columns = sheet.cells.columns
    return [(column[index].as_py() or "").strip("\ufeff\u200b \t\r\n") for column in columns]


def _names(written: Sequence[Sequence[str]], width: int) -> list[str]:
    """The name of each column as it reads, "" where it has none."""
    rows = [[as_read(cell) for cell in row] for row in written]
    if not rows:
        return [""] * width
    return (joined(*rows) if len(rows) > 1 else None) or rows[-1]


def _told_apart(header: list[str], used: list[bool], first_column: int) -> tuple[str, ...]:
    """Headers that occur once each; "" for a column with neither header nor cells."""
    times = Counter(header)
    named = []
    for position, name in enumerate(header):
        letter = column_letter(first_column + position)
        if not used[position]:
            named.append("")
        elif not name:
            named.append(f"column {letter}")
        else:
            named.append(name if times[name] == 1 else f"{name}{TWIN}{letter})")
    return tuple(named)


def _above(sheet: Sheet, place: HeaderPlace) -> list[Finding]:
    """One finding for the title rows above the header, if any has text."""
    first_used = min((*place.indices, place.data))
    titles = [
        (index, text)
        for index, row in enumerate(sheet.cells.slice(0, first_used).to_pylist())
        if (text := next(filter(None, row.values()), None))
    ]
    if not titles:
        return []
    first, text = titles[0]
    return [
        Finding(
            CATALOG["title_rows"],
            sheet=sheet.name,
            row=sheet.row_number(first),
            found=text,
            n=len(titles),
        )
    ]


def _about_header(sheet: Sheet, place: HeaderPlace) -> list[Finding]:
    """Says that a header stands in two rows, or that there is none."""
    if place.is_none:
        row = sheet.row_number(place.data)
        return [Finding(CATALOG["no_header"], sheet=sheet.name, row=row)]
    if len(place.indices) > 1:
        upper, lower = (sheet.row_number(index) for index in place.indices)
        return [Finding(CATALOG["two_header_rows"], sheet=sheet.name, row=upper, n=lower)]
    return []
