"""The sample city's files: monthly workbooks, with the title and totals rows real ones have."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from arp.lake.writer import silent
from arp.sample.city import SEED, City, city
from arp.sample.exports import DATE, DATE_AND_TIME, Column, export
from arp.sample.layout import CAD_EXPORT, KIND_OF, RECORDS_EXPORT, Kind
from arp.sample.place import NAME
from arp.sample.small import SMALL_MONTH, small_city

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from arp.lake.writer import Progress

    Formats = dict[str, Format]
    Write = Callable[[int, int, Any], Any]

TITLES = (
    f"{NAME}: every row in this file is made up",
    "{title}, {month}",
    "Drawn on the 6th of the month after",
)
WRITTEN_ON = datetime(2026, 11, 6, 14, 30)  # fixed: the same city gives the same file


def write_workbooks(
    folder: Path,
    *,
    progress: Progress = silent,
    seed: int = SEED,
    months: int = 36,
    end: str = "2026-10",
) -> list[Path]:
    """Write every month's files of the city, those that `build_lake` saves, into the folder."""
    progress("Making up the sample city", 0.0)
    made = city(seed=seed, months=months, end=end)
    written = []
    for number, month in enumerate(made.months):
        for kind in dict.fromkeys(KIND_OF.values()):
            progress(kind.file_name(month), number / months)
            written.append(write_workbook(folder, made, kind, month))
    return [path for path in written if path is not None]


def write_small_workbooks(folder: Path) -> list[Path]:
    """Write two small files to try the upload with: a CAD export, and the teams' records of it."""
    made = small_city()
    written = [
        write_workbook(folder, made, kind, SMALL_MONTH) for kind in (CAD_EXPORT, RECORDS_EXPORT)
    ]
    return [path for path in written if path is not None]


def write_workbook(folder: Path, made: City, kind: Kind, month: str) -> Path | None:
    """Write one file of one month; None where nobody sent one.

    One sheet: title rows, headers, rows, and a row of totals.
    """
    import xlsxwriter

    columns = export(made, kind, month)
    if not columns[0].values:
        return None
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / kind.file_name(month)
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    book.set_properties({"created": WRITTEN_ON, "title": TITLES[0]})
    sheet = book.add_worksheet(kind.sheet)
    formats = {shown: book.add_format({"num_format": shown}) for shown in (DATE, DATE_AND_TIME)}
    sheet.set_column(0, len(columns) - 1, 18)
    for row, title in enumerate(TITLES[: kind.first_row - 2]):
        sheet.write_string(row, 0, title.format(title=kind.title, month=month))
    for position, column in enumerate(columns):
        sheet.write_string(kind.first_row - 2, position, column.header)
    last = _write_rows(sheet, kind.first_row - 1, columns, formats)
    sheet.write_string(last + 1, 0, "Total")
    sheet.write_number(last + 1, 1, len(columns[0].values))
    book.close()
    return path


def _write_rows(sheet: Worksheet, row: int, columns: list[Column], formats: Formats) -> int:
    """Write the rows below this one, blank cells left out; gives the row after the last."""
    writers = [_writer(sheet, column, formats) for column in columns]
    for values in zip(*(column.values for column in columns), strict=True):
        for position, value in enumerate(values):
            if value is not None:
                writers[position](row, position, value)
        row += 1
    return row


def _writer(sheet: Worksheet, column: Column, formats: Formats) -> Write:
    """How the cells of this column are written: dates, numbers or text."""
    if column.shown_as:
        shown = formats[column.shown_as]
        return lambda row, position, value: sheet.write_number(row, position, value, shown)
    numbers = any(isinstance(value, int | float) for value in column.values)
    write: Write = sheet.write_number if numbers else sheet.write_string
    return write
