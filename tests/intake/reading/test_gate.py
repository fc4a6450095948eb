"""What comes in at the gate, by content, and the one sentence that everything else gets."""

from __future__ import annotations

import gzip

import pytest

from arp.intake.reading.gate import admit, notes_on_name
from arp.words.findings import Refused, Severity
from tests.intake import ugly

SPREADSHEET_2003 = (
    b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
    b'<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>'
)
SIGN_IN_PAGE = b"\r\n<!DOCTYPE html><html><head><title>Sign in</title></head><body></body></html>"
RANDOM = bytes((n * 7919 + n // 251) % 256 for n in range(5_000))
CELL = f'<row r="1">{ugly.cell("A1", "a")}</row>'

ADMITTED = {
    "a workbook": (ugly.xlsx(), "xlsx"),
    "a workbook without styles": (ugly.raw_xlsx(CELL), "xlsx"),
    "an Excel 97 workbook": (ugly.xls(ugly.CALLS[:1]), "xls"),
    "an OpenDocument sheet": (ugly.ods(""), "ods"),
    "commas": (b"a,b\n1,2\n", "csv"),
    "tabs": (b"a\tb\n1\t2\n", "csv"),
    "a header that begins like a zip": (b"PK,type\n1,a\n", "csv"),
    "a header that begins like a program": (b"MZ,type\n1,a\n", "csv"),
    "UTF-16 text": ("a,b\n1,2\n".encode("utf-16"), "csv"),
    "text with a web address": (b"id,link\n1,<a href=x>\n", "csv"),
    "a part that climbs out of the archive": (
        ugly.raw_xlsx(CELL, parts={"../../etc/passwd": "x"}),
        "xlsx",
    ),
}
REFUSED = {
    "no byte at all": (b"", "empty_file"),
    "only blanks": (b" \r\n\r\n", "empty_file"),
    "only a byte order mark": (b"\xef\xbb\xbf", "empty_file"),
    "a PDF": (b"%PDF-1.7\n%\xe2\xe3", "wrong_format"),
    "a JPEG": (b"\xff\xd8\xff\xe0\x00\x10JFIF", "wrong_format"),
    "an empty zip": (ugly.zipped([]), "not_a_workbook"),
    "a PNG": (b"\x89PNG\r\n\x1a\n", "wrong_format"),
    "random bytes": (RANDOM, "wrong_format"),
    "gzip": (gzip.compress(b"a,b\n1,2\n"), "compressed_file"),
    "a sign-in page": (SIGN_IN_PAGE, "web_page"),
    "a table of HTML": (b"<html><table><tr><td>1</td></tr></table></html>", "web_page"),
    "a spreadsheet of Excel 2003": (SPREADSHEET_2003, "old_xml_spreadsheet"),
    "a map of areas": (b'{"type": "FeatureCollection", "features": []}', "map_of_areas"),
    "another JSON": (b'{"calls": 12}', "wrong_format"),
    "another XML": (b'<?xml version="1.0"?><calls/>', "wrong_format"),
    "Apple Numbers": (ugly.zipped([("Index/Document.iwa", "x")]), "apple_numbers"),
    "a Word document": (ugly.zipped([("word/document.xml", "<a/>")]), "wrong_format"),
    "a binary workbook": (ugly.zipped([("xl/workbook.bin", "x")]), "wrong_format"),
    "a zip of something": (ugly.zipped([("readme.txt", "hello")]), "not_a_workbook"),
    "a protected workbook": (
        ugly.compound({"EncryptionInfo": b"x", "EncryptedPackage": b"y"}),
        "password_protected",
    ),
    "an old Word document": (ugly.compound({"WordDocument": b"x"}), "wrong_format"),
    "half a workbook": (ugly.xlsx()[:2_000], "damaged_file"),
    "a workbook without its end": (ugly.xlsx()[:-10], "damaged_file"),
    "a flipped bit in a part nobody reads": (ugly.flipped(ugly.xlsx()), "damaged_file"),
    "more parts than any workbook": (
        ugly.zipped((f"part{n}.xml", "") for n in range(2_001)),
        "too_many_parts",
    ),
    "a zip bomb": (ugly.zip_bomb(), "zip_bomb"),
    "a zip bomb with lying headers": (ugly.lying_bomb(), "zip_bomb"),
    "a zip bomb in the list of its parts": (
        ugly.zipped([("[Content_Types].xml", b" " * 30_000_000)]),
        "zip_bomb",
    ),
    "twenty million rows of nothing": (ugly.raw_xlsx(b"<row/>" * 20_000_000), "zip_bomb"),
    "a billion laughs in the sheet": (ugly.with_document_type(), "entity_declaration"),
    "a billion laughs in the texts": (
        ugly.with_document_type("xl/sharedStrings.xml"),
        "entity_declaration",
    ),
}


@pytest.mark.parametrize("case", ADMITTED)
def test_what_comes_in_is_known_by_its_content(case: str) -> None:
    data, kind = ADMITTED[case]

    assert admit(data) == kind


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_refused_gets_one_plain_sentence(case: str) -> None:
    data, key = REFUSED[case]

    with pytest.raises(Refused) as refused:
        admit(data)

    finding = refused.value.finding
    assert finding.kind.key == key
    assert finding.kind.severity is Severity.STOPS_UPLOAD
    assert finding.message.endswith(".") and "{" not in finding.message


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused_as_nobody_knows_which_counts() -> None:
    data = ugly.zipped([("xl/workbook.xml", "a"), ("xl/workbook.xml", "b")])

    with pytest.raises(Refused) as refused:
        admit(data)

    assert refused.value.finding.kind.key == "duplicate_parts"


@pytest.mark.parametrize(
    ("name", "kind", "said"),
    [
        ("October.xlsx", "xlsx", []),
        ("October.TSV", "csv", []),
        ("October", "xlsx", []),
        ("October.xls", "csv", ["content_not_name"]),
        ("../../etc/passwd.csv", "xlsx", ["content_not_name"]),
    ],
)
def test_a_name_that_says_another_format_is_noted(name: str, kind: str, said: list[str]) -> None:
    assert [finding.kind.key for finding in notes_on_name(name, kind)] == said
