"""Workbooks whose cells hold what spoils numbers, labels, screens and exports."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

from tests.hostile import good
from tests.intake import ugly

DANGERS = ("=cmd|'/c calc'!A0", "+1+1", "-2+3", "@SUM(1)", "\t=1", '=HYPERLINK("http://x")')
SCRIPTS = ("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[x](javascript:alert(1))")
SECRET = "Jane Doe, 12 Elm St"


def _formatted(position: int, numbers: list[float], pattern: str) -> bytes:
    """Numbers under a number format in one column of the good rows."""

    def put(book: Any, page: Any) -> None:
        shown = book.add_format({"num_format": pattern})
        for n in range(good.CALLS):
            page.write_number(n + 1, position, numbers[n % len(numbers)], shown)

    return good.xlsx(also=put)


def numbers_as_ids() -> bytes:
    """Ids typed as numbers, of more digits than Excel keeps."""
    xml = good.sheet_xml()
    for n in range(good.CALLS):
        place = f"A{n + 2}"
        xml = xml.replace(
            ugly.cell(place, f"26-{n:05d}"), f'<c r="{place}"><v>{2026000000000000 + n}</v></c>'
        )
    return ugly.raw_xlsx(xml)


def zeros_by_format() -> bytes:
    return _formatted(0, [float(n) for n in range(1, 41)], "0000000")


def percents() -> bytes:
    return _formatted(2, [0.5], "0%")


def numbers_as_text() -> bytes:
    rows = [[*row, ("1,204", "12 min", "—")[n % 3]] for n, row in enumerate(good.ROWS)]
    rows[0][-1] = "Priority Level"
    return good.xlsx(rows)


def never_calculated() -> bytes:
    xml = good.sheet_xml()
    for n in range(good.CALLS):
        place = f"B{n + 2}"
        xml = xml.replace(ugly.cell(place, good.TYPES[n % 3]), f'<c r="{place}"><f>A1</f></c>')
    return ugly.raw_xlsx(xml)


def errors() -> bytes:
    xml = good.sheet_xml()
    for n, word in enumerate(("#REF!", "#N/A", "#DIV/0!")):
        place = f"B{n + 2}"
        xml = xml.replace(
            ugly.cell(place, good.TYPES[n % 3]), f'<c r="{place}" t="e"><v>{word}</v></c>'
        )
    return ugly.raw_xlsx(xml)


def typed_errors() -> bytes:
    """An error where a time should stand."""
    xml, arrived = good.sheet_xml(), good.texts()[1][5]
    cell = '<c r="F2" t="e"><f>VLOOKUP(A2,B:B,1)</f><v>#N/A</v></c>'
    return ugly.raw_xlsx(xml.replace(ugly.cell("F2", arrived), cell))


def missing_words() -> bytes:
    return good.xlsx(good.column(1, ["None", "NA", "null", "N/A", "nan", "Noise"]))


def mixed_flags() -> bytes:
    rows = [[*row, ("Yes", "N", "true", 0, "oui", 1)[n % 6]] for n, row in enumerate(good.ROWS)]
    rows[0][-1] = "Police Backup Requested"
    return good.xlsx(rows)


def bidi_and_emoji() -> bytes:
    return good.xlsx(good.column(1, ["😀 noise", "‮gnp.exe‬", "ضوضاء"]))


def dangers() -> bytes:
    return good.xlsx(good.column(1, list(DANGERS)))


def scripts() -> bytes:
    return good.xlsx(good.column(1, list(SCRIPTS)))


def control_characters() -> bytes:
    return good.delimited(good.column(1, ["Tres\x01pass", "Noise\x07", "Welfare\x1b[31m"]))


def control_characters_in_workbook() -> bytes:
    return good.xlsx(good.column(1, ["Tres_x0001_pass", "Noise", "Welfare"]))


def long_texts() -> bytes:
    return good.xlsx(good.column(1, ["x" * 32_767, "Noise"]))


def repeated_rows() -> bytes:
    return good.xlsx([*good.ROWS, *good.ROWS[1:6]])


def one_row_a_unit() -> bytes:
    rows = [[*row, f"E{n % 5}"] for n, row in enumerate(good.ROWS)]
    rows[0][-1] = "Unit ID"
    more = [[*row[:-1], "M9"] for row in rows[1:21]]
    return good.xlsx([rows[0], *sorted(rows[1:] + more, key=str)])


def comments_and_pictures() -> bytes:
    def put(book: Any, page: Any) -> None:
        bold = book.add_format({"bold": True})
        page.write_rich_string(1, 1, "Welfare", bold, " check")
        page.write_comment(1, 0, SECRET)
        page.insert_image(50, 9, "dot.png", {"image_data": io.BytesIO(_picture())})

    return good.xlsx(also=put)


def _picture() -> bytes:
    """The smallest picture: one dot."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = struct.pack(">L", zlib.crc32(kind + content))
        return struct.pack(">L", len(content)) + kind + content + check

    head = struct.pack(">LLBBBBB", 1, 1, 8, 0, 0, 0, 0)
    dot = chunk(b"IDAT", zlib.compress(b"\x00\x00"))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + dot + chunk(b"IEND", b"")
