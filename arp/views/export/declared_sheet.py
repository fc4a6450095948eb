"""A declared table as a blank sheet: explained headers, cell formats, and menus of known words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from arp.views.export.harmless import quoted, write_text
from arp.words.grammar import Field, Kind
from arp.words.vocabularies import YES_NO

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

MADE_ON = datetime(2026, 1, 1)  # fixed, so that the same declarations give the same bytes
LAST_ROW = 100_000  # down to it cells have menus
_CELL_FORMATS = {
    Kind.ID: "@",
    Kind.PERSON: "@",
    Kind.TIMESTAMP: "m/d/yyyy h:mm:ss",
    Kind.DATE: "m/d/yyyy",
    Kind.TIME_OF_DAY: "@",
    Kind.MONTH: "@",
    Kind.WHOLE: "0",
}


def formats(book: Workbook) -> dict[str, Format]:
    """The formats of titles, texts and headers, and of cells by their kind."""
    header = {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}
    made = {
        "title": book.add_format({"bold": True, "font_size": 16}),
        "text": book.add_format({"text_wrap": True, "valign": "top"}),
        "header": book.add_format(header | {"bg_color": "#D9E8E6"}),
        "required": book.add_format(header | {"bg_color": "#17625B", "font_color": "#FFFFFF"}),
        **quoted(book),
    }
    for kind, shown in _CELL_FORMATS.items():
        made[kind.value] = book.add_format({"num_format": shown})
    return made


def write_headers(
    sheet: Worksheet,
    fields: Iterable[Field],
    formats: Mapping[str, Format],
    menus: Mapping[str, str],
) -> None:
    """The fields' titles as headers, each explained in a comment, with its menu where it has one.

    Args:
        sheet: still blank.
        fields: the columns, in order.
        formats: as `formats` gives them.
        menus: the cells of each menu as a formula, by the field's name or its vocabulary's.
    """
    sheet.freeze_panes(1, 1)
    sheet.set_row(0, 32)
    for column, field in enumerate(fields):
        look = "required" if field.required else "header"
        write_text(sheet, 0, column, field.title, formats, look)
        sheet.write_comment(0, column, _explained(field), {"author": "", "x_scale": 2})
        sheet.set_column(column, column, _width(field), formats.get(field.kind.value))
        menu = menus.get(field.name) or menus.get(vocabulary_name(field))
        if menu:
            sheet.data_validation(1, column, LAST_ROW, column, _rule(field, menu))


def write_choices(
    sheet: Worksheet, fields: Iterable[Field], formats: Mapping[str, Format]
) -> dict[str, str]:
    """Write the words of every menu as a row; gives each one's cells as a formula.

    Rows, so that no header stands over them and the sheet is never taken for data.
    """
    from xlsxwriter.utility import xl_range_abs

    ranges: dict[str, str] = {}
    for field in fields:
        words, name = choices(field), vocabulary_name(field)
        if words and name not in ranges:
            row = len(ranges)
            write_text(sheet, row, 0, f"Words for {name}", formats, "header")
            for column, word in enumerate(words, start=1):
                write_text(sheet, row, column, word, formats)
            ranges[name] = f"=Choices!{xl_range_abs(row, 1, row, len(words))}"
    sheet.set_column(0, 10, 24)
    return ranges


def choices(field: Field) -> tuple[str, ...]:
    """What may be chosen from a menu. A field of several words has no menu: it takes one only."""
    if field.kind is Kind.FLAG:
        return tuple(word.capitalize() for word in YES_NO.keys)
    if field.kind is Kind.WORD and field.vocabulary:
        return field.vocabulary.keys
    return ()


def vocabulary_name(field: Field) -> str:
    """The name of the menu that a field of words, or of yes and no, chooses from; else none."""
    if field.kind is Kind.FLAG:
        return YES_NO.name
    return field.vocabulary.name if field.vocabulary and field.kind is Kind.WORD else ""


def _rule(field: Field, source: str) -> dict[str, object]:
    return {
        "validate": "list",
        "source": source,
        "error_title": field.title,
        "error_message": "This is none of the listed words. Keep it all the same?",
        "error_type": "warning",  # a city's own word is kept and can be mapped later
    }


def _explained(field: Field) -> str:
    parts = [field.meaning + "."]
    if field.unit:
        parts.append(f"In {field.unit}.")
    if field.kind is Kind.WORDS and field.vocabulary:
        parts.append(f"Any of, parted by semicolons: {'; '.join(field.vocabulary.keys)}.")
    return " ".join(parts)


def _width(field: Field) -> int:
    return max(len(field.title) + 2, 20 if field.kind is Kind.TIMESTAMP else 12)
