"""What a file holds once read: sheets of text cells, each with its place in the spreadsheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa

    from arp.words.findings import Finding


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One sheet as text, with nothing interpreted.

    `cells` is a pyarrow Table of string columns named "0", "1", … in sheet order; a blank cell is
    null. Identifiers are byte-exact. A cell the spreadsheet itself typed as a date reads
    "2026-10-05 14:05:11" (a pure time of day "14:05:11"); a number reads as its shortest
    decimal, to nine places ("12697", "43101.025694444"); a boolean "TRUE" or "FALSE".
    """

    name: str
    cells: pa.Table
    first_row: int = 1  # the spreadsheet's number of the first row in `cells`
    first_column: int = 1  # likewise for the first column (A is 1)
    hidden: bool = False
    hidden_rows: int = 0
    hidden_columns: tuple[int, ...] = ()  # positions within `cells`
    error_cells: tuple[tuple[int, int, str], ...] = ()  # (spreadsheet row, position, "#REF!")
    uncached_formulas: int = 0
    typed_dates: tuple[int, ...] = ()  # positions where the spreadsheet itself typed dates

    def row_number(self, index: int) -> int:
        """The spreadsheet's own number of the row at this index of `cells`."""
        return self.first_row + index


@dataclass(frozen=True, kw_only=True)
class Workbook:
    """A file as read: what it is by content, its sheets, and what was noticed on the way."""

    file_name: str  # a label only: never a path, never markdown
    sha256: str
    format: str  # "xlsx", "xlsm", "xls", "ods", "csv" (tab-separated too)
    size: int
    sheets: tuple[Sheet, ...]
    findings: tuple[Finding, ...] = ()
