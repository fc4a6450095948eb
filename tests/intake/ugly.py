"""Workbooks and texts as they arrive on bad days, made by code; bytes in, bytes out."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATIONS = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
PROLOG = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CALLS: tuple[tuple[Any, ...], ...] = (
    ("Call Number", "Received", "Call Type", "Priority"),
    ("0025000", datetime(2026, 10, 5, 14, 5, 11), "Welfare check", 2),
    ("0025001", datetime(2026, 10, 6, 23, 59, 59), "Trespass", 3),
)


def xlsx(
    rows: Sequence[Sequence[Any]] = CALLS,
    *,
    at: str = "A1",
    sheet: str = "Calls",
    also: Callable[[Any, Any], None] = lambda book, sheet: None,
    options: Mapping[str, Any] | None = None,
) -> bytes:
    """A workbook as a careful program writes it, its table at any place; `also` may add to it."""
    import xlsxwriter
    from xlsxwriter.utility import xl_cell_to_rowcol

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"default_date_format": "m/d/yyyy h:mm:ss", **(options or {})})
    page = book.add_worksheet(sheet)
    top, left = xl_cell_to_rowcol(at)
    for row, values in enumerate(rows, start=top):
        for column, value in enumerate(values, start=left):
            if isinstance(value, str):
                page.write_string(row, column, value)
            elif value is not None:
                page.write(row, column, value)
    also(book, page)
    book.close()
    return out.getvalue()


def raw_xlsx(
    sheet_data: str | bytes,
    *,
    head: str = "",
    parts: Mapping[str, str | bytes] | None = None,
    sheets: str = '<sheet name="Calls" sheetId="1" r:id="rId1"/>',
    without: Sequence[str] = (),
) -> bytes:
    """A workbook of one sheet whose XML is given; `parts` adds or replaces parts."""
    if isinstance(sheet_data, str):
        sheet_data = sheet_data.encode()
    opening = f"{PROLOG}<worksheet {MAIN}>{head}<sheetData>".encode()
    made: dict[str, str | bytes] = {
        "[Content_Types].xml": (
            f'{PROLOG}<Types><Override PartName="/xl/workbook.xml" ContentType="application/'
            f'vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
        ),
        "_rels/.rels": related(officeDocument="xl/workbook.xml"),
        "xl/workbook.xml": (
            f"{PROLOG}<workbook {MAIN} {RELATIONS}><sheets>{sheets}</sheets></workbook>"
        ),
        "xl/_rels/workbook.xml.rels": related(worksheet="worksheets/sheet1.xml"),
        "xl/worksheets/sheet1.xml": opening + sheet_data + b"</sheetData></worksheet>",
    }
    made |= parts or {}
    return zipped({name: part for name, part in made.items() if name not in without}.items())


def related(**targets: str) -> str:
    """The XML of a part's relations, by their kind; the first is rId1."""
    listed = "".join(
        f'<Relationship Id="rId{n}" Type="{TYPE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets.items(), start=1)
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{PROLOG}<Relationships xmlns="{space}">{listed}</Relationships>'


def zipped(parts: Iterable[tuple[str, str | bytes]]) -> bytes:
    """A zip of these parts, names repeated where they repeat."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts:
            archive.writestr(name, part)
    return out.getvalue()


def cell(place: str, value: str) -> str:
    """The XML of a text cell."""
    return f'<c r="{place}" t="inlineStr"><is><t>{value}</t></is></c>'


def far_cell() -> bytes:
    """Two cells in opposite corners: 17 billion cells between them."""
    return raw_xlsx(
        f'<row r="1">{cell("A1", "a")}</row><row r="1048576">{cell("XFD1048576", "z")}</row>'
    )


def zip_bomb() -> bytes:
    """One cell of 100 MB in a file of 0.1 MB."""
    return raw_xlsx(b'<row r="1"><c r="A1" t="inlineStr"><is><t>' + b"a" * 100_000_000)


def lying_bomb() -> bytes:
    """A zip bomb whose headers say that its sheet holds 100 bytes."""
    bomb = bytearray(zip_bomb())
    name = b"xl/worksheets/sheet1.xml"
    with zipfile.ZipFile(io.BytesIO(bytes(bomb))) as archive:
        told = archive.getinfo(name.decode())
    size = struct.pack("<L", told.file_size)
    for start in (told.header_offset, bomb.rfind(b"PK\x01\x02", 0, bomb.rfind(name))):
        place = bomb.index(size, start)
        bomb[place : place + 4] = struct.pack("<L", 100)
    return bytes(bomb)


def shared_text_amplified() -> bytes:
    """One text of 32,000 characters that 200,000 cells share: 6.4 GB from a small file."""
    rows = "".join(
        f'<row r="{row}">'
        + "".join(f'<c r="{column}{row}" t="s"><v>0</v></c>' for column in "ABCDEFGHIJKLMNOPQRST")
        + "</row>"
        for row in range(1, 10_001)
    )
    shared = f"{PROLOG}<sst {MAIN}><si><t>{'x' * 32_000}</t></si></sst>"
    relations = related(worksheet="worksheets/sheet1.xml", sharedStrings="sharedStrings.xml")
    return raw_xlsx(
        rows, parts={"xl/sharedStrings.xml": shared, "xl/_rels/workbook.xml.rels": relations}
    )


def with_document_type(part: str = "xl/worksheets/sheet1.xml") -> bytes:
    """A billion laughs in one part of the workbook."""
    laughs = (
        f'{PROLOG}<!-- <a> --><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
        f"<worksheet {MAIN}><sheetData>{cell('A1', '&b;')}</sheetData></worksheet>"
    )
    return raw_xlsx(f'<row r="1">{cell("A1", "a")}</row>', parts={part: laughs})


def ods(rows: str) -> bytes:
    """An OpenDocument spreadsheet of one sheet whose rows' XML is given."""
    space = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'{PROLOG}<office:document-content xmlns:office="{space}:office:1.0" '
        f'xmlns:table="{space}:table:1.0" xmlns:text="{space}:text:1.0" office:version="1.2">'
        f'<office:body><office:spreadsheet><table:table table:name="Calls">{rows}</table:table>'
        f"</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        f'{PROLOG}<manifest:manifest xmlns:manifest="{space}:manifest:1.0"><manifest:file-entry '
        f'manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>'
    )
    return zipped(
        {"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest}.items()
    )


def ods_cell(kind: str, value: str = "", shown: str = "", repeated: int = 1) -> str:
    """The XML of one cell of an OpenDocument row."""
    attribute = {"date": "date-value", "time": "time-value", "boolean": "boolean-value"}
    held = "" if kind == "string" else f' office:{attribute.get(kind, "value")}="{value}"'
    return (
        f'<table:table-cell table:number-columns-repeated="{repeated}" '
        f'office:value-type="{kind}"{held}><text:p>{shown or value}</text:p></table:table-cell>'
    )


def xls(rows: Sequence[Sequence[str | float | None]]) -> bytes:
    """An Excel 97 workbook of one sheet: texts and numbers only."""

    def record(kind: int, content: bytes = b"") -> bytes:
        return struct.pack("<HH", kind, len(content)) + content

    def held(row: int, column: int, value: str | float) -> bytes:
        place = struct.pack("<HHH", row, column, 0)
        if isinstance(value, str):
            text = value.encode("utf-16-le")
            return record(0x0204, place + struct.pack("<HB", len(value), 1) + text)
        return record(0x0203, place + struct.pack("<d", value))

    def begin(kind: int) -> bytes:
        return record(0x0809, struct.pack("<HHHHLL", 0x0600, kind, 0, 1996, 0, 6))

    name = b"Calls"
    listed = 4 + 8 + len(name)
    start = len(begin(5)) + listed + 4
    book = begin(5)
    book += record(0x0085, struct.pack("<LBBBB", start, 0, 0, len(name), 0) + name)
    book += record(0x000A) + begin(0x10)
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            if value is not None:
                book += held(row, column, value)
    return compound({"Workbook": book + record(0x000A)})


def compound(streams: Mapping[str, bytes], *, looped: bool = False) -> bytes:
    """An OLE2 file with these streams; `looped` ties the first stream's chain into a circle."""
    free, end, table = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    chain: list[int] = [table, end]
    sectors, entries = b"", [_entry("Root Entry", 5, end, 0, child=1)]
    for number, (name, content) in enumerate(streams.items(), start=1):
        content = content.ljust(4096, b"\0")  # below that, streams live elsewhere
        content += b"\0" * (-len(content) % 512)
        first, length = len(chain), len(content) // 512
        chain += [*range(first + 1, first + length), first if looped else end]
        sectors += content
        right = number + 1 if number < len(streams) else free
        entries.append(_entry(name, 2, first, len(content), right=right))
    assert len(chain) <= 128 and len(entries) <= 4, "one sector holds no more"
    header = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16)
    header += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<LLLLLLLLL", 0, 1, 1, 0, 4096, end, 0, end, 0)
    header += struct.pack("<L", 0) + struct.pack("<L", free) * 108
    fat = struct.pack(f"<{len(chain)}L", *chain).ljust(512, b"\xff")
    return header + fat + b"".join(entries).ljust(512, b"\0") + sectors


def _entry(
    name: str, kind: int, start: int, size: int, *, child: int = 0xFFFFFFFF, right: int = 0xFFFFFFFF
) -> bytes:
    spelled = name.encode("utf-16-le") + b"\0\0"
    links = struct.pack("<LLL", 0xFFFFFFFF, right, child)
    head = spelled.ljust(64, b"\0") + struct.pack("<HBB", len(spelled), kind, 1)
    return head + links + bytes(36) + struct.pack("<LQ", start, size)


def flipped(workbook: bytes) -> bytes:
    """The workbook with one bit turned over in its document properties."""
    damaged = bytearray(workbook)
    damaged[damaged.index(b"docProps/app.xml") + 40] ^= 1
    return bytes(damaged)
