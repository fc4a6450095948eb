"""Text that a spreadsheet would compute, made harmless: the one door of all text that goes out.

A cell of somebody's file may read “=HYPERLINK(…)”. It is kept and shown as it is, and handed out
so that no program that opens the export computes it. Source: OWASP, CSV injection (CWE-1236).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

MARKS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")
QUOTED = "quoted"  # the look of a cell that says of itself that it is text


def computes(text: str) -> bool:
    """Whether a spreadsheet may take a text for a formula."""
    return text.startswith(MARKS)


def harmless(cell: object) -> object:
    """A cell for a file of plain text: what would be computed gets a leading '."""
    return f"'{cell}" if isinstance(cell, str) and computes(cell) else cell


def delimited(frame: pd.DataFrame) -> str:
    """The frame as CSV text without anything that a spreadsheet would compute.

    All text is quoted: a line break within a cell must not begin a new line with a formula.
    """
    import csv

    titled = frame.rename(columns=harmless).astype(object).map(harmless)
    text: str = titled.to_csv(index=False, quoting=csv.QUOTE_NONNUMERIC)
    return text


def quoted(book: Workbook) -> dict[str, Format]:
    """The look of cells whose text begins like a formula, to be among the looks of a workbook."""
    return {QUOTED: book.add_format({"quote_prefix": True})}


def write_text(
    sheet: Worksheet, row: int, column: int, text: str, looks: Mapping[str, Format], look: str = ""
) -> None:
    """Write a text cell of a workbook: never a formula, never a link.

    What begins like a formula is marked as text, as Excel marks a cell typed with a leading ': it
    stays text when somebody edits it or saves the sheet as CSV.
    """
    shown = looks[QUOTED] if computes(text) else looks.get(look)
    sheet.write_string(row, column, text, shown)
