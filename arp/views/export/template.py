"""The blank template workbook: a sheet a table, its headers and choices from the declarations."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from arp.words.grammar import Field, Kind, Table
from arp.words.tables import TABLES
from arp.words.vocabularies import YES_NO

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_MADE_ON = datetime(2026, 1, 1)  # fixed, so that the same declarations give the same bytes
_LAST_ROW = 100_000
_CELL_FORMATS = {
    Kind.ID: "@",
    Kind.PERSON: "@",
    Kind.TIMESTAMP: "m/d/yyyy h:mm:ss",
    Kind.DATE: "m/d/yyyy",
    Kind.MONTH: "@",
    Kind.WHOLE: "0",
}
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
    book.set_properties({"title": _TITLE, "created": _MADE_ON})
    formats = _formats(book)
    _write_read_me(book.add_worksheet("Read me"), formats)
    sheets = [(table, book.add_worksheet(table.title)) for table in template_tables()]
    dictionary = book.add_worksheet("Data dictionary")
    ranges = _write_choices(book.add_worksheet("Choices"), formats)
    for table, sheet in sheets:
        _write_table(sheet, table, formats, ranges)
    _write_dictionary(dictionary, formats)
    book.close()
    return held.getvalue()


def template_tables() -> tuple[Table, ...]:
    """The tables that staff fill in: all but the settings, which have pages of their own."""
    return tuple(table for table in TABLES.values() if table.name != "settings")


def _formats(book: Workbook) -> dict[str, Format]:
    header = {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}
    formats = {
        "title": book.add_format({"bold": True, "font_size": 16}),
        "text": book.add_format({"text_wrap": True, "valign": "top"}),
        "header": book.add_format(header | {"bg_color": "#D9E8E6"}),
        "required": book.add_format(header | {"bg_color": "#17625B", "font_color": "#FFFFFF"}),
    }
    for kind, shown in _CELL_FORMATS.items():
        formats[kind.value] = book.add_format({"num_format": shown})
    return formats


def _write_read_me(sheet: Worksheet, formats: dict[str, Format]) -> None:
    sheet.set_column(0, 0, 100)
    sheet.write_string(0, 0, _TITLE, formats["title"])
    for row, line in enumerate(_READ_ME, start=2):
        sheet.write_string(row, 0, line, formats["text"])


def _write_table(
    sheet: Worksheet, table: Table, formats: dict[str, Format], ranges: dict[str, str]
) -> None:
    sheet.freeze_panes(1, 1)
    sheet.set_row(0, 32)
    for column, field in enumerate(table.stored_fields):
        sheet.write_string(
            0, column, field.title, formats["required" if field.required else "header"]
        )
        sheet.write_comment(0, column, _explained(field), {"author": "", "x_scale": 2})
        sheet.set_column(column, column, _width(field), formats.get(field.kind.value))
        if _choices(field):
            rule = _rule(field, ranges[_vocabulary_name(field)])
            sheet.data_validation(1, column, _LAST_ROW, column, rule)


def _rule(field: Field, source: str) -> dict[str, object]:
    return {
        "validate": "list",
        "source": source,
        "error_title": field.title,
        "error_message": "This is none of the listed words. Keep it all the same?",
        "error_type": "warning",  # a city's own word is kept and can be mapped later
    }


def _write_choices(sheet: Worksheet, formats: dict[str, Format]) -> dict[str, str]:
    """Write every vocabulary as a row; gives each one's cells as a formula.

    Rows, so that no header stands over them and the sheet is never taken for data.
    """
    from xlsxwriter.utility import xl_range_abs

    ranges: dict[str, str] = {}
    for table in template_tables():
        for field in table.stored_fields:
            choices, name = _choices(field), _vocabulary_name(field)
            if choices and name not in ranges:
                row = len(ranges)
                sheet.write_string(row, 0, f"Words for {name}", formats["header"])
                sheet.write_row(row, 1, choices)
                ranges[name] = f"=Choices!{xl_range_abs(row, 1, row, len(choices))}"
    sheet.set_column(0, 10, 24)
    return ranges


def _write_dictionary(sheet: Worksheet, formats: dict[str, Format]) -> None:
    sheet.freeze_panes(1, 0)
    for column, (title, width) in enumerate(
        zip(_DICTIONARY_HEADER, (16, 24, 70, 18, 60, 14), strict=True)
    ):
        sheet.write_string(0, column, title, formats["header"])
        sheet.set_column(column, column, width)
    entries = [(table, field) for table in template_tables() for field in table.stored_fields]
    for row, (table, field) in enumerate(entries, start=1):
        choices = "; ".join(field.vocabulary.keys if field.vocabulary else _choices(field))
        for column, text in enumerate(
            (
                table.title,
                field.title,
                field.meaning,
                field.kind.value,
                choices,
                "Yes" if field.required else "",
            )
        ):
            sheet.write_string(row, column, text, formats["text"])


def _choices(field: Field) -> tuple[str, ...]:
    """What may be chosen from a menu. A field of several words has no menu: it takes one only."""
    if field.kind is Kind.FLAG:
        return tuple(word.capitalize() for word in YES_NO.keys)
    if field.kind is Kind.WORD and field.vocabulary:
        return field.vocabulary.keys
    return ()


def _vocabulary_name(field: Field) -> str:
    return field.vocabulary.name if field.vocabulary else YES_NO.name


def _explained(field: Field) -> str:
    parts = [field.meaning + "."]
    if field.unit:
        parts.append(f"In {field.unit}.")
    if field.kind is Kind.WORDS and field.vocabulary:
        parts.append(f"Any of, parted by semicolons: {'; '.join(field.vocabulary.keys)}.")
    return " ".join(parts)


def _width(field: Field) -> int:
    return max(len(field.title) + 2, 20 if field.kind is Kind.TIMESTAMP else 12)
