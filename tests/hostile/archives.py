"""Workbooks whose zip, or whose XML as XML, is damaged or made to harm."""

from __future__ import annotations

from tests.hostile import good
from tests.hostile.packed import MEGABYTE, swollen
from tests.intake import ugly

SHEET = "xl/worksheets/sheet1.xml"
A_CELL = f'<row r="1">{ugly.cell("A1", "a")}</row>'
TO_TEXTS = {"xl/_rels/workbook.xml.rels": ugly.related(
    worksheet="worksheets/sheet1.xml", sharedStrings="sharedStrings.xml"
)}  # fmt: skip


def truncated_half() -> bytes:
    made = good.xlsx()
    return made[: len(made) // 2]


def truncated_tail() -> bytes:
    return good.xlsx()[:-10]


def flipped_bit() -> bytes:
    return ugly.flipped(good.xlsx())


def without_sheet() -> bytes:
    return good.raw(without=[SHEET])


def without_styles() -> bytes:
    """Cells with a style number and no styles: Excel's dates arrive as bare numbers."""
    serials = [46_296 + n * 0.7 for n in range(good.CALLS)]
    rows = "".join(
        f'<row r="{n}">{ugly.cell(f"A{n}", f"26-{n:05d}")}{ugly.cell(f"B{n}", "Noise")}'
        f'<c r="C{n}" s="1"><v>{serial:.6f}</v></c><c r="D{n}" s="1"><v>{serial + 0.005:.6f}</v>'
        "</c></row>"
        for n, serial in enumerate(serials, start=2)
    )
    head = "".join(
        ugly.cell(f"{letter}1", name)
        for letter, name in zip(
            "ABCD", ("Incident Number", "Call Type", "Received", "On Scene"), strict=True
        )
    )
    return ugly.raw_xlsx(f'<row r="1">{head}</row>{rows}')


def malformed() -> bytes:
    return ugly.raw_xlsx('<row r="1"><c r="A1"><v>1</v></c></row><c')


def cell_bomb() -> bytes:
    """One cell of 500 MB in half a megabyte."""
    opening = good.sheet_xml().encode() + b'<row r="50"><c r="A50" t="inlineStr"><is><t>'
    sheet = [(_head() + opening, 1), (b"a" * MEGABYTE, 500), (b"</t></is></c></row>" + _foot(), 1)]
    return swollen(good.raw(), {SHEET: sheet})


def comment_bomb() -> bytes:
    """A comment of 500 MB in a part that no reader opens."""
    comments = [(b"<comments><text>", 1), (b"a" * MEGABYTE, 500), (b"</text></comments>", 1)]
    return swollen(good.raw(), {"xl/comments1.xml": comments})


def tiny_rows() -> bytes:
    """Twenty million rows without a cell."""
    rows = [(_head(), 1), (b"<row/>" * 200_000, 100), (_foot(), 1)]
    return swollen(good.raw(), {SHEET: rows})


def many_texts() -> bytes:
    """Three million shared texts that no cell needs."""
    text = b"<si><t>" + b"bomb " * 40 + b"</t></si>"
    texts = [(f"<sst {ugly.MAIN}>".encode(), 1), (text * 3_000, 1_000)]
    parts = {"xl/sharedStrings.xml": [*texts, (b"</sst>", 1)]}
    return swollen(good.raw(parts=TO_TEXTS), parts)


def laughs_in_texts() -> bytes:
    return ugly.with_document_type("xl/sharedStrings.xml")


def laughs_in_wide_letters() -> bytes:
    """The same in UTF-16, under a name that says nothing of XML."""
    laughs = f'<!DOCTYPE x [<!ENTITY a "ha">]><sst {ugly.MAIN}><si><t>&a;</t></si></sst>'
    return good.raw(parts={"xl/texts.bin": laughs.encode("utf-16")})


def outside_file() -> bytes:
    """An entity that asks for a file of the server."""
    asks = (
        f'{ugly.PROLOG}<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
        f"<worksheet {ugly.MAIN}><sheetData>{A_CELL}</sheetData></worksheet>"
    )
    return ugly.raw_xlsx(A_CELL, parts={SHEET: asks})


def quadratic() -> bytes:
    """One long entity named many times."""
    laughs = (
        f'{ugly.PROLOG}<!DOCTYPE x [<!ENTITY a "{"a" * 50_000}">]>'
        f"<sst {ugly.MAIN}><si><t>{'&a;' * 50_000}</t></si></sst>"
    )
    return ugly.raw_xlsx(A_CELL, parts={"xl/sharedStrings.xml": laughs})


def many_entries() -> bytes:
    return good.raw(parts={f"xl/media/image{n}.png": b"" for n in range(60_000)})


def climbing_name() -> bytes:
    return good.raw(parts={"../../../../tmp/arp-zip-slip": b"climbed"})


def two_of_one_name() -> bytes:
    return good.raw(parts={SHEET.upper(): good.sheet_xml(good.ROWS[:2])})


def external_link() -> bytes:
    """A workbook that points at another one on a server."""
    link = "http://203.0.113.1/calls.xlsx"
    relations = ugly.related(externalLinkPath=link).replace(
        "/></Relationships>", ' TargetMode="External"/></Relationships>'
    )
    book = f"<externalLink {ugly.MAIN}/>"
    return good.raw(
        parts={
            "xl/externalLinks/externalLink1.xml": book,
            "xl/externalLinks/_rels/externalLink1.xml.rels": relations,
        }
    )


def deep() -> bytes:
    """Tags 200,000 deep in a sheet."""
    return good.raw("<a>" * 200_000 + "</a>" * 200_000)


def deep_workbook() -> bytes:
    """The same in the part that lists the sheets."""
    listed = '<sheet name="Calls" sheetId="1" r:id="rId1"/>'
    return good.raw(sheets=listed + "<a>" * 200_000 + "</a>" * 200_000)


def many_sheets() -> bytes:
    """Two thousand sheets, all of them one part."""
    listed = "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="rId1"/>' for n in range(1, 2_001))
    return good.raw(sheets=listed)


def _head() -> bytes:
    return f"{ugly.PROLOG}<worksheet {ugly.MAIN}><sheetData>".encode()


def _foot() -> bytes:
    return b"</sheetData></worksheet>"
