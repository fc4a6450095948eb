"""The program workbook: what the program knows about itself, out of the app and in again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from arp.views.export.declared_sheet import (
    LAST_ROW,
    MADE_ON,
    formats,
    write_choices,
    write_headers,
)
from arp.views.export.explaining_sheets import write_columns, write_indicators
from arp.views.export.harmless import write_text
from arp.views.settings_rows import Line, by_section, fields_of
from arp.words.grammar import Table
from arp.words.settings import EXPLAINING_SHEETS, PROGRAM_SECTIONS

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_READ_ME, _INDICATORS, _COLUMNS, _CHOICES = EXPLAINING_SHEETS
_TITLE = "Program workbook: what the program knows about itself"
_EXPLAINED = (
    "Each sheet is one subject. Fill in what you know, save, and upload the workbook in the app "
    "like any other file. If anything in it is wrong, nothing is saved and every fault is listed.",
    "A sheet with a row in it is the whole of its subject: settings that the app has and the "
    "sheet lacks are removed. Their number is shown before you save, and it can be undone.",
    "A blank sheet, or one that you delete, leaves its subject as it is.",
    "Valid from is the first day on which a row holds, blank since ever; Valid to is the last, "
    "blank until further notice.",
    "When something changes, keep the old row and add one with the day from which the new one "
    "holds: the past stays as it was.",
    "Say who set it and why: both are kept with every setting.",
    "Name teams, units, call types, areas and priorities as your data do. CRT* stands for every "
    "unit whose call sign begins with CRT.",
    "Different shifts of a team add up: two units from 06:00 and one more from 12:00 are three in "
    "the afternoon.",
    "Point at a header to see what belongs under it; dark headers must be filled in.",
    "Targets are yours to set, each in a unit that the sheet “Indicators” names. Its starting "
    "values stand in brackets: they are proposals and are never used until you set them.",
    "Your indicators: rename or hide one of the app’s own, or add one. The sheet “Columns” says "
    "how its formula is written, and of which columns.",
)


def program_workbook(settings: Iterable[Mapping[str, Any]] = ()) -> bytes:
    """The program workbook as an .xlsx file: a sheet a section, filled with these settings.

    The app reads it back to exactly these settings. What only uploads teach (layouts, labels) is
    not in it, nor are the shapes of areas: an outline is longer than a cell can hold. The same
    settings give the same bytes.

    Args:
        settings: rows of the stored table; none gives a blank workbook.
    """
    import xlsxwriter

    held = BytesIO()
    book = xlsxwriter.Workbook(held, {"in_memory": True})
    book.set_properties({"title": _TITLE, "created": MADE_ON})
    looks = formats(book)
    _write_read_me(book.add_worksheet(_READ_ME), looks)
    sheets = [(each, book.add_worksheet(each.title)) for each in PROGRAM_SECTIONS.values()]
    lines = by_section(settings)
    named = lines.get("indicators", [])
    indicators = write_indicators(book.add_worksheet(_INDICATORS), named, looks)
    write_columns(book.add_worksheet(_COLUMNS), looks)
    fields = [field for section in PROGRAM_SECTIONS.values() for field in section.fields]
    menus = write_choices(book.add_worksheet(_CHOICES), fields, looks)
    teams = f"={PROGRAM_SECTIONS['teams'].title}!$A$2:$A${LAST_ROW + 1}"
    for section, sheet in sheets:
        listed = {} if section.name == "teams" else {"team": teams}
        write_headers(sheet, fields_of(section), looks, menus | listed | {"indicator": indicators})
        _write_lines(sheet, section, lines.get(section.name, []), looks)
    book.close()
    return held.getvalue()


def _write_lines(
    sheet: Worksheet, section: Table, lines: Sequence[Line], looks: Mapping[str, Format]
) -> None:
    for row, line in enumerate(lines, start=1):
        for column, field in enumerate(fields_of(section)):
            value = line.get(field.name)
            if isinstance(value, str):
                write_text(sheet, row, column, value, looks)
            elif isinstance(value, date):
                sheet.write_datetime(row, column, datetime(value.year, value.month, value.day))
            elif value is not None:
                sheet.write_number(row, column, value)


def _write_read_me(sheet: Worksheet, looks: Mapping[str, Format]) -> None:
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 110)
    write_text(sheet, 0, 0, _TITLE, looks, "title")
    for row, line in enumerate(_EXPLAINED, start=2):
        write_text(sheet, row, 1, line, looks, "text")
    for row, section in enumerate(PROGRAM_SECTIONS.values(), start=3 + len(_EXPLAINED)):
        write_text(sheet, row, 0, section.title, looks, "header")
        write_text(sheet, row, 1, f"{section.grain}. {section.meaning}", looks, "text")
