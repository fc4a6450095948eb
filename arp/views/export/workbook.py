"""Any table as an Excel workbook that opens to figures and computes nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from arp.views.export.harmless import delimited, quoted, write_text

if TYPE_CHECKING:
    import pandas as pd
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

WIDEST = 60  # characters a column


NO_FORMATS: Mapping[str, str] = {}


def workbook(
    sheets: Mapping[str, pd.DataFrame],
    about: Sequence[tuple[str, str]] = (),
    *,
    printed: Mapping[str, str] = NO_FORMATS,
) -> bytes:
    """An .xlsx file, one sheet a frame, with a last sheet that says what the figures are.

    Text stays text: a cell that begins with “=” is no formula and an address no link.

    Args:
        sheets: frames by sheet name.
        about: lines of the sheet “About”: what, of when, by which definition.
        printed: number formats of columns, by their name.
    """
    import xlsxwriter

    out = BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "nan_inf_to_errors": True,
        "default_date_format": "mmm d, yyyy h:mm AM/PM",
    }
    with xlsxwriter.Workbook(out, options) as book:
        looks = {"head": book.add_format({"bold": True, "bottom": 1}), **quoted(book)}
        looks |= {code: book.add_format({"num_format": code}) for code in set(printed.values())}
        for name, frame in sheets.items():
            _write(book.add_worksheet(name[:31]), frame, looks, printed)
        if about:
            page = book.add_worksheet("About")
            page.set_column(0, 0, 24)
            page.set_column(1, 1, 100)
            for line, (title, text) in enumerate(about):
                write_text(page, line, 0, title, looks, "head")
                write_text(page, line, 1, text, looks)
    return out.getvalue()


def csv(frame: pd.DataFrame) -> bytes:
    """The frame as UTF-8 CSV that Excel opens; text that Excel would compute gets a leading '."""
    return b"\xef\xbb\xbf" + delimited(frame).encode()


def _write(
    page: Worksheet, frame: pd.DataFrame, looks: Mapping[str, Format], printed: Mapping[str, str]
) -> None:
    import pandas as pd

    page.freeze_panes(1, 0)
    for position, column in enumerate(frame.columns):
        cells = [None if pd.isna(cell) else cell for cell in frame[column].tolist()]
        widest = max((len(str(cell)) for cell in cells if cell is not None), default=0)
        width = min(max(widest, len(str(column))) + 2, WIDEST)
        page.set_column(position, position, width)
        write_text(page, 0, position, str(column), looks, "head")
        for row, cell in enumerate(cells, start=1):
            if isinstance(cell, str):
                write_text(page, row, position, cell, looks)
            elif cell is not None:
                page.write(row, position, cell, looks.get(printed.get(str(column), "")))
