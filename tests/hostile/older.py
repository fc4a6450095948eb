"""Excel 97, OpenDocument, macros and Apple's kin."""

from __future__ import annotations

from tests.hostile import good
from tests.intake import ugly


def half_xls() -> bytes:
    return good.xls()[:3_000]


def rotten_xls() -> bytes:
    """An Excel 97 workbook whose table of sectors has lost its order."""
    made = bytearray(good.xls())
    made[512:1024] = bytes(reversed(made[512:1024]))
    return bytes(made)


def looped_xls() -> bytes:
    return ugly.compound({"Workbook": b"x" * 5_000}, looped=True)


def macros() -> bytes:
    types = (
        f'{ugly.PROLOG}<Types><Override PartName="/xl/workbook.xml" ContentType="application/'
        'vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>'
    )
    return good.raw(parts={"[Content_Types].xml": types, "xl/vbaProject.bin": b"\xd0\xcf" * 99})


def repeated_ods() -> bytes:
    """Seventeen billion cells, said in one line."""
    cell = ugly.ods_cell("string", shown="a", repeated=16_384)
    return ugly.ods(
        f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row>'
    )
