"""Where a sheet's table stands: its header row, its rows of data, and what is neither."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from arp.intake.recognition.data_rows import rows_of_data
from arp.intake.recognition.headers import declared, fields_named
from arp.words.catalog import CATALOG
from arp.words.findings import Finding

if TYPE_CHECKING:
    import pyarrow as pa

    from arp.intake.sheet import Sheet

LOOKED_AT = 60  # rows from the top in which a header row may stand


@dataclass(frozen=True, kw_only=True, eq=False)
class Grid:
    """The table that stands on a sheet: its columns by position, and only its rows of data.

    `headers` names each column once: where a header occurs twice or is blank, the spreadsheet's
    letter tells the columns apart. Blank cells are null.
    """

    sheet: Sheet
    header_index: int
    headers: tuple[str, ...]
    cells: pa.Table
    rows: pa.Int64Array  # each row's number in the spreadsheet
    findings: tuple[Finding, ...]

    @property
    def header_row(self) -> int:
        """The header's row number in the spreadsheet."""
        return self.sheet.row_number(self.header_index)

    def letter(self, position: int) -> str:
        """The spreadsheet's name of a column."""
        return column_letter(self.sheet.first_column + position)


def find_grid(sheet: Sheet) -> Grid | None:
    """The table on this sheet, or None where no row looks like a header."""
    header_index = _header_index(sheet)
    if header_index is None:
        return None
    import numpy as np
    import pyarrow as pa

    first_row = sheet.row_number(header_index + 1)
    cells = _blank_as_null(sheet.cells.slice(header_index + 1))
    header = [_text(sheet, header_index, position) for position in range(sheet.cells.num_columns)]
    keep, findings = rows_of_data(sheet.name, cells, header, first_row)
    used = [
        bool(name) or column.null_count < len(column)
        for name, column in zip(header, cells.columns, strict=True)
    ]
    numbers = np.flatnonzero(keep) + first_row
    return Grid(
        sheet=sheet,
        header_index=header_index,
        headers=_told_apart(header, used, sheet.first_column),
        cells=cells if keep.all() else cells.filter(pa.array(keep)),
        rows=pa.array(numbers, pa.int64()),
        findings=(*_above(sheet, header_index), *findings),
    )


def column_letter(number: int) -> str:
    """The spreadsheet's letters for a column number: 1 is A, 27 is AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _header_index(sheet: Sheet) -> int | None:
    """The row that names most declared fields; near spellings count where none is declared."""
    top = sheet.cells.slice(0, LOOKED_AT).to_pylist()
    rows = [[cell.strip() for cell in row.values() if cell and cell.strip()] for row in top]
    for scored in (_declared_fields, _near_fields):
        scores = [scored(row) for row in rows]
        best = max(scores, default=0.0)
        if best >= 2:
            return scores.index(best)
    return next((index for index, row in enumerate(rows) if _looks_like_header(row, rows)), None)


def _declared_fields(row: list[str]) -> float:
    return float(sum(1 for cell in dict.fromkeys(row) if declared(cell)))


def _near_fields(row: list[str]) -> float:
    if not _texts(row):
        return 0.0
    return sum(max(fields_named(cell).values(), default=0.0) for cell in dict.fromkeys(row))


def _texts(row: list[str]) -> bool:
    """Whether a row is short texts: no number, no sentence, nothing twice."""
    return len(set(row)) == len(row) >= 2 and all(
        len(cell) <= 60 and any(character.isalpha() for character in cell) for cell in row
    )


def _looks_like_header(row: list[str], rows: list[list[str]]) -> bool:
    """Whether a row of short texts is as wide as the rows around it."""
    widths = Counter(len(other) for other in rows if len(other) > 1)
    return _texts(row) and len(row) >= 0.7 * max(widths, key=lambda w: (widths[w], w))


def _blank_as_null(cells: pa.Table) -> pa.Table:
    import pyarrow as pa
    import pyarrow.compute as pc

    def column(values: pa.ChunkedArray) -> pa.Array:
        whole = values.combine_chunks()
        blank = pc.equal(pc.utf8_trim_whitespace(whole), "")
        return pc.if_else(blank, None, whole) if pc.any(blank).as_py() else whole

    return pa.table([column(values) for values in cells.columns], names=cells.column_names)


def _text(sheet: Sheet, index: int, position: int) -> str:
    return (sheet.cells.column(position)[index].as_py() or "").strip("\ufeff\u200b \t\r\n")


def _told_apart(header: list[str], used: list[bool], first_column: int) -> tuple[str, ...]:
    """Headers that occur once each; "" for a column with neither header nor cells."""
    times = Counter(header)
    named = []
    for position, name in enumerate(header):
        letter = column_letter(first_column + position)
        one_line = " ".join(name.split())
        if not used[position]:
            named.append("")
        elif not one_line:
            named.append(f"column {letter}")
        else:
            named.append(one_line if times[name] == 1 else f"{one_line} (column {letter})")
    return tuple(named)


def _above(sheet: Sheet, header_index: int) -> list[Finding]:
    """One finding for the title rows above the header, if any has text."""
    titles = [
        (index, text)
        for index, row in enumerate(sheet.cells.slice(0, header_index).to_pylist())
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
