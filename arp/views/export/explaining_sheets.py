"""The sheets of the program workbook that explain: the indicators, and the columns of formulas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from arp.views.export.harmless import write_text
from arp.views.formulas import column_rows, example_rows
from arp.words.formula_words import RULES
from arp.words.written_formulas import added_units

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_INDICATOR_HEADER = ("Indicator", "Name", "Unit of its target", "Starting value", "What is known")
_WIDTHS = (30, 48, 18, 16, 90)
_EXAMPLE_HEADER = ("Table", "Condition", "What it says")
_COLUMN_HEADER = ("Table", "Column", "What it is called", "What it means", "What it holds")
_COLUMN_WIDTHS = (16, 44, 34, 70, 60)


def write_indicators(
    sheet: Worksheet, added: Iterable[Mapping[str, Any]], looks: Mapping[str, Format]
) -> str:
    """Write every indicator with the unit and a starting value of its target; gives their cells.

    Args:
        sheet: still blank.
        added: the settings of indicators; those that are the city's own follow the app's.
        looks: the formats of the workbook.
    """
    sheet.freeze_panes(1, 1)
    _write_row(sheet, 0, _INDICATOR_HEADER, looks, "header")
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    rows = list(_indicator_rows(added))
    for row, texts in enumerate(rows, start=1):
        _write_row(sheet, row, texts, looks, "text")
    return f"={sheet.get_name()}!$A$2:$A${len(rows) + 1}"


def _indicator_rows(added: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, ...]]:
    from arp.measures.registry import INDICATORS
    from arp.measures.targets import target_units

    of_city = {str(value["indicator"]): value for value in added}
    units = target_units(added_units(of_city.values(), INDICATORS))
    for key, entry in INDICATORS.items():
        starting = "" if entry.starting_target is None else f"[{entry.starting_target:g}]"
        yield key, entry.name, " or ".join(units[key]), starting, entry.target_note
    for key, value in of_city.items():
        if key in units and key not in INDICATORS:
            known = str(value.get("target_note") or "")
            yield key, str(value.get("name") or key), " or ".join(units[key]), "", known


def write_columns(sheet: Worksheet, looks: Mapping[str, Format]) -> None:
    """Write how a condition is written, with examples, and every column that it may read."""
    for column, width in enumerate(_COLUMN_WIDTHS):
        sheet.set_column(column, column, width)
    write_text(sheet, 0, 0, "How “Among” and “Of” are written", looks, "title")
    for row, rule in enumerate(RULES, start=1):
        write_text(sheet, row, 0, rule, looks)
    lines: list[tuple[tuple[str, ...], str]] = [
        (_EXAMPLE_HEADER, "header"),
        *((texts, "text") for texts in example_rows()),
        ((), "text"),
        (_COLUMN_HEADER, "header"),
        *((texts, "text") for texts in column_rows()),
    ]
    for row, (texts, look) in enumerate(lines, start=len(RULES) + 2):
        _write_row(sheet, row, texts, looks, look)


def _write_row(
    sheet: Worksheet, row: int, texts: Iterable[str], looks: Mapping[str, Format], look: str
) -> None:
    for column, text in enumerate(texts):
        write_text(sheet, row, column, text, looks, look)
