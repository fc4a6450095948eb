"""The blank template workbook: a sheet a table, its headers and choices from the declarations."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from arp.views.export.declared_sheet import (
    MADE_ON,
    choices,
    formats,
    write_choices,
    write_headers,
)
from arp.views.export.harmless import write_text
from arp.words.grammar import Table
from arp.words.tables import TABLES

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_TITLE = "Monthly data for the alternative response program"
_READ_ME = (
    "Fill in what your systems record and leave the rest blank: blank is unknown, never no.",
    "Delete the sheets you do not need. The order of columns does not matter.",
    "Point at a header to see what belongs under it; dark headers matter most.",
    "Write times as your dispatch system shows them, in local time, to the second.",
    "No names, phone numbers, dates of birth, exact addresses or notes, please.",
    "Every field is explained on the sheet “Data dictionary”, every choice on “Choices”.",
)
_DICTIONARY_HEADER = ("Sheet", "Field", "Meaning", "Holds", "Choices", "Matters most")


def template_workbook() -> bytes:
    """The blank template as an .xlsx file: Read me, one sheet a data table, data dictionary.

    A sheet has a column for every stored field; spans only stand for times and are left out. Its
    headers are the fields' titles, which recognition knows. The same declarations give the same
    bytes.
    """
    import xlsxwriter

    held = BytesIO()
    book = xlsxwriter.Workbook(held, {"in_memory": True})
    book.set_properties({"title": _TITLE, "created": MADE_ON})
    looks = formats(book)
    _write_read_me(book.add_worksheet("Read me"), looks)
    sheets = [(table, book.add_worksheet(table.title)) for table in template_tables()]
    dictionary = book.add_worksheet("Data dictionary")
    fields = [field for table in template_tables() for field in table.stored_fields]
    menus = write_choices(book.add_worksheet("Choices"), fields, looks)
    for table, sheet in sheets:
        write_headers(sheet, table.stored_fields, looks, menus)
    _write_dictionary(dictionary, looks)
    book.close()
    return held.getvalue()


def template_tables() -> tuple[Table, ...]:
    """The tables that staff fill in: all but the settings, which have a workbook of their own."""
    return tuple(table for table in TABLES.values() if table.name != "settings")


def _write_read_me(sheet: Worksheet, formats: dict[str, Format]) -> None:
    sheet.set_column(0, 0, 100)
    write_text(sheet, 0, 0, _TITLE, formats, "title")
    for row, line in enumerate(_READ_ME, start=2):
        write_text(sheet, row, 0, line, formats, "text")


def _write_dictionary(sheet: Worksheet, formats: dict[str, Format]) -> None:
    sheet.freeze_panes(1, 0)
    for column, (title, width) in enumerate(
        zip(_DICTIONARY_HEADER, (16, 24, 70, 18, 60, 14), strict=True)
    ):
        write_text(sheet, 0, column, title, formats, "header")
        sheet.set_column(column, column, width)
    entries = [(table, field) for table in template_tables() for field in table.stored_fields]
    for row, (table, field) in enumerate(entries, start=1):
        words = "; ".join(field.vocabulary.keys if field.vocabulary else choices(field))
        for column, text in enumerate(
            (
                table.title,
                field.title,
                field.meaning,
                field.kind.value,
                words,
                "Yes" if field.required else "",
            )
        ):
            write_text(sheet, row, column, text, formats, "text")
