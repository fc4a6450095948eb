"""What a corrections workbook carries out of sight: how its source was read, the rows as sent.

A hidden sheet of text outlives editing and saving in every spreadsheet program; custom properties
of a document do not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from arp.intake.corrections.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from arp.intake.sheet import Sheet

Cells = tuple[str | None, ...]

_MARK = "corrections workbook, form 1"
_SOURCE, _ROW = "source", "row"
_PIECE = 30_000  # characters; a cell takes 32,767


@dataclass(frozen=True, kw_only=True)
class SentRow:
    """A row as it was sent: which sheet of the source, its number there, and its used cells."""

    sheet: int
    number: int
    cells: Cells


def carried(source: Source, rows: Iterable[SentRow]) -> Iterator[Cells]:
    """The hidden sheet, row by row."""
    yield (_MARK,)
    told = source.as_json()
    for start in range(0, len(told), _PIECE):
        yield (_SOURCE, told[start : start + _PIECE])
    for row in rows:
        yield (_ROW, str(row.sheet), str(row.number), *row.cells)


def is_carried(sheet: Sheet) -> bool:
    """Whether this is the hidden sheet of a corrections workbook, whatever it is named."""
    cells = sheet.cells
    return bool(cells.num_columns and cells.num_rows and cells.column(0)[0].as_py() == _MARK)


def unpacked(sheet: Sheet) -> tuple[Source, list[SentRow]]:
    """The source and the rows as sent.

    Raises:
        ValueError: when the sheet does not tell them any more.
    """
    lines = [list(line.values()) for line in sheet.cells.to_pylist()]
    told = "".join(line[1] or "" for line in lines if line[0] == _SOURCE)
    source = Source.of_json(told)
    return source, [_sent(source, line) for line in lines if line[0] == _ROW]


def _sent(source: Source, line: Sequence[str | None]) -> SentRow:
    sheet, number = int(line[1] or ""), int(line[2] or "")
    if not 0 <= sheet < len(source.sheets):
        raise ValueError("a row of no sheet")
    width = len(source.sheets[sheet].used)
    cells = tuple(line[3 : 3 + width])
    return SentRow(sheet=sheet, number=number, cells=cells + (None,) * (width - len(cells)))
