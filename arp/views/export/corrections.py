"""The corrections workbook: rows at fault as they were sent, each faulty cell colored and told."""

from __future__ import annotations

import re
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from arp.words.corrections import AS_SENT_TAB, FINDINGS_TAB, ROW_HEADER

if TYPE_CHECKING:
    from collections.abc import Iterable

    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from arp.intake.corrections.faulty import FaultyRow, FaultyRows, FaultySheet

_LONGEST_CELL = 32_767  # characters
_MOST_COMMENTS = 5_000  # of a sheet; with more, Excel takes minutes to open it
_DATED = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d")
_FIRST_YEAR = 1901  # before it Excel's calendar is another
_HEADERS = ("Sheet", ROW_HEADER, "Column", "Cell here", "What", "What to do")
_WIDTHS = (18, 16, 24, 12, 90, 70)
_LEFT_OUT = "This column looks personal. Its cells are not kept, so they are not in this file."
_BESIDE = "Of one call, or under one number, with a row that has something to mend."


def corrections_workbook(faulty: FaultyRows) -> bytes:
    """The workbook as an .xlsx file: a sheet for each of the user's, “Findings”, a hidden one.

    A sheet has the user's own headers and rows, text as sent, and behind them the number that each
    row has in the user's file. Mended and uploaded as it is, it is recognized by its hidden sheet.
    Nothing in it is a formula or a link.
    """
    import xlsxwriter

    held = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(held, options) as book:
        book.set_properties({"title": "Corrections", "author": "", "comments": ""})
        looks = _looks(book)
        for sheet in faulty.sheets:
            _write_sheet(book.add_worksheet(sheet.name), sheet, looks)
        _write_findings(book.add_worksheet(FINDINGS_TAB), faulty.sheets, looks)
        hidden = book.add_worksheet(AS_SENT_TAB)
        for row, cells in enumerate(faulty.carried):
            for column, text in enumerate(cells):
                _write_text(hidden, row, column, text, looks["text"])
        hidden.very_hidden()
    return held.getvalue()


def _looks(book: Workbook) -> dict[str, Format]:
    """Formats by what a cell is; what is typed over text stays text, over a date is a date."""
    faulty = {"bg_color": "#FCE4C8", "border": 1, "border_color": "#B3480E"}
    date = {"num_format": "m/d/yyyy h:mm:ss"}
    return {
        "header": book.add_format({"bold": True, "bottom": 1, "num_format": "@"}),
        "quiet": book.add_format({"font_color": "#55666B", "num_format": "@"}),
        "wrapped": book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"}),
        "text": book.add_format({"num_format": "@"}),
        "date": book.add_format(date),
        "faulty text": book.add_format({"num_format": "@", **faulty}),
        "faulty date": book.add_format({**date, **faulty}),
    }


def _write_sheet(page: Worksheet, sheet: FaultySheet, looks: dict[str, Format]) -> None:
    last = len(sheet.headers)
    page.freeze_panes(1, 0)
    page.set_column(0, last, 20)
    page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    for column, header in enumerate(sheet.headers):
        page.write_string(0, column, header, looks["header"])
        if column in sheet.left_out:
            page.write_comment(0, column, _LEFT_OUT, {"author": ""})
    page.write_string(0, last, ROW_HEADER, looks["header"])
    comments = 0
    for row, faulty in enumerate(sheet.rows, start=1):
        _write_row(page, row, faulty, sheet.dates, looks)
        page.write_string(row, last, str(faulty.number), looks["quiet"])
        if not faulty.faults:
            page.write_comment(row, last, _BESIDE, {"author": ""})
        for column, findings in faulty.faults.items():
            comments += 1
            if comments <= _MOST_COMMENTS:
                said = "\n".join(dict.fromkeys(finding.message for finding in findings))
                page.write_comment(row, column, said[:_LONGEST_CELL], {"author": "", "x_scale": 2})


def _write_row(
    page: Worksheet, row: int, faulty: FaultyRow, dates: Iterable[int], looks: dict[str, Format]
) -> None:
    for column, text in enumerate(faulty.cells):
        kind = "date" if column in dates else "text"
        look = looks[f"faulty {kind}" if column in faulty.faults else kind]
        at = _date(text) if kind == "date" else None
        if at is not None:
            page.write_datetime(row, column, at, look)
        else:
            _write_text(page, row, column, text, look)


def _date(text: str | None) -> datetime | None:
    """The moment that the spreadsheet itself typed; None for what is none."""
    if text is None or not _DATED.fullmatch(text) or int(text[:4]) < _FIRST_YEAR:
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _write_text(page: Worksheet, row: int, column: int, text: str | None, look: Format) -> None:
    if text is None:
        page.write_blank(row, column, None, look)
    else:
        page.write_string(row, column, text[:_LONGEST_CELL], look)


def _write_findings(
    page: Worksheet, sheets: Iterable[FaultySheet], looks: dict[str, Format]
) -> None:
    from xlsxwriter.utility import xl_rowcol_to_cell

    page.freeze_panes(1, 0)
    for column, (header, width) in enumerate(zip(_HEADERS, _WIDTHS, strict=True)):
        page.write_string(0, column, header, looks["header"])
        page.set_column(column, column, width)
    line = 0
    for sheet in sheets:
        for row, faulty in enumerate(sheet.rows, start=1):
            for column, findings in sorted(faulty.faults.items()):
                for finding in findings:
                    line += 1
                    told = (
                        *(sheet.name, str(faulty.number), sheet.headers[column]),
                        *(xl_rowcol_to_cell(row, column), finding.message, finding.kind.remedy),
                    )
                    for place, text in enumerate(told):
                        _write_text(page, line, place, text, looks["wrapped"])
