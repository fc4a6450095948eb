"""How large a file of calls may be, and the sentence for each that is larger."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from arp.words.catalog import CATALOG
from arp.words.findings import Finding, Refused

MOST_FILE_BYTES = 200_000_000
MOST_PARTS = 2_000  # in a workbook's zip
MOST_INFLATED_BYTES = 600_000_000
MOST_INFLATION = 200  # times the size of the file …
INFLATION_COUNTS_FROM = 20_000_000  # … beyond so many bytes: a small part may shrink well
MOST_SHEETS = 100
MOST_COLUMNS = 500
MOST_CELLS = 20_000_000  # of the boxes around the sheets' contents
MOST_TEXT_BYTES = 600_000_000  # of all cells written out; a year of 300,000 rows takes 60 MB
LONGEST_LINE = 1_000_000  # characters of a line of delimited text
LONGEST_CELL = 32_767  # characters: what a spreadsheet's cell can hold


@dataclass(frozen=True)
class Box:
    """The rectangle around a sheet's contents; rows and columns count from 1."""

    sheet: str
    last_row: int
    last_column: int
    height: int
    width: int


def check_file_size(size: int) -> None:
    """Refuses a file of more bytes than any year of calls.

    Raises:
        Refused: at more than 200 MB.
    """
    if size > MOST_FILE_BYTES:
        most = megabytes(MOST_FILE_BYTES)
        raise Refused(Finding(CATALOG["too_large"], found=megabytes(size), other=most))


def check_sheet_count(count: int) -> None:
    """Refuses a workbook of more sheets than anybody looks at.

    Raises:
        Refused: at more than 100 sheets.
    """
    if count > MOST_SHEETS:
        raise Refused(Finding(CATALOG["too_many_sheets"], n=count, other=str(MOST_SHEETS)))


def check_text(size: int) -> None:
    """Refuses cells that together hold more text than any year of calls, however small the file.

    Raises:
        Refused: at more than 600 MB.
    """
    if size > MOST_TEXT_BYTES:
        raise Refused(Finding(CATALOG["too_much_text"], other=megabytes(MOST_TEXT_BYTES)))


def check_boxes(boxes: Iterable[Box]) -> None:
    """Refuses sheets whose contents lie too far apart for a table of calls.

    Readers lay out every cell of the box around the contents, blank ones too: two cells in
    opposite corners would take all the memory there is.

    Raises:
        Refused: at more than 20 million cells together, or more than 500 columns in one box.
    """
    together = 0
    for box in boxes:
        together += box.height * box.width
        end = column_letters(box.last_column)
        if together > MOST_CELLS:
            far = Finding(CATALOG["far_cell"], sheet=box.sheet, row=box.last_row, column=end)
            raise Refused(far)
        if box.width > MOST_COLUMNS:
            most = str(MOST_COLUMNS)
            wide = Finding(CATALOG["too_many_columns"], sheet=box.sheet, found=end, other=most)
            raise Refused(wide)


def column_letters(number: int) -> str:
    """The letters of a column by its number: 1 is A, 27 is AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def megabytes(size: int) -> str:
    """A number of bytes in words."""
    return f"{size // 1_000_000:,} MB"
