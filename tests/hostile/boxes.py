"""Workbooks whose cells stand far apart, or are far too many."""

from __future__ import annotations

from tests.hostile import good
from tests.hostile.archives import SHEET, TO_TEXTS
from tests.hostile.packed import swollen
from tests.intake import ugly


def false_dimension() -> bytes:
    return good.raw(head='<dimension ref="A1:XFD1048576"/>')


def far_row() -> bytes:
    """A formatted but blank cell in the last row of column A."""
    return good.raw('<row r="1048576"><c r="A1048576" s="0"/></row>')


def far_row_filled() -> bytes:
    """A word in the last row of column A: seven million cells, nearly all blank."""
    return good.raw(f'<row r="1048576">{ugly.cell("A1048576", "end of report")}</row>')


def far_column() -> bytes:
    return good.raw(f'<row r="60">{ugly.cell("XFD60", "x")}</row>')


def diagonal() -> bytes:
    """A thousand cells on the way to the last corner."""
    from arp.intake.reading.limits import column_letters

    rows = "".join(
        f'<row r="{n * 1048}">{ugly.cell(f"{column_letters(n * 16)}{n * 1048}", "x")}</row>'
        for n in range(1, 1_001)
    )
    return ugly.raw_xlsx(rows)


def text_not_there() -> bytes:
    return good.raw('<row r="60"><c r="A60" t="s"><v>99</v></c></row>', parts=TO_TEXTS | {
        "xl/sharedStrings.xml": f"<sst {ugly.MAIN}><si><t>only one</t></si></sst>"
    })  # fmt: skip


def row_over() -> bytes:
    return good.raw(f'<row r="1048577">{ugly.cell("A1048577", "x")}</row>')


def column_over() -> bytes:
    return good.raw(f'<row r="60">{ugly.cell("XFE60", "x")}</row>')


def all_columns() -> bytes:
    """16,384 columns, three rows."""
    return good.xlsx([[f"c{n}" for n in range(16_384)]] * 3)


def blank_formatted_rows() -> bytes:
    rows = "".join(f'<row r="{n}"><c r="A{n}" s="0"/></row>' for n in range(50, 20_050))
    return good.raw(rows)


def full() -> bytes:
    """Every row of a sheet, three columns."""
    head = f"{ugly.PROLOG}<worksheet {ugly.MAIN}><sheetData>" + (
        '<row r="1">'
        + "".join(
            ugly.cell(place, name)
            for place, name in zip(
                ("A1", "B1", "C1"), ("Incident Number", "Received", "On Scene"), strict=True
            )
        )
        + "</row>"
    )
    rows = "".join(
        f'<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>26-{n:07d}</t></is></c>'
        f'<c r="B{n}" t="inlineStr"><is><t>2026-{n % 9 + 1:02d}-{n % 28 + 1:02d} 14:{n % 60:02d}'
        f':11</t></is></c><c r="C{n}" t="inlineStr"><is><t>2026-{n % 9 + 1:02d}-{n % 28 + 1:02d}'
        f" 15:{n % 60:02d}:{n // 60 % 60:02d}</t></is></c></row>"
        for n in range(2, 1_048_577)
    )
    foot = b"</sheetData></worksheet>"
    return swollen(good.raw(), {SHEET: [(head.encode(), 1), (rows.encode(), 1), (foot, 1)]})
