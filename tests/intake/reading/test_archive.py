"""The zip around a workbook: inflated by us, its own words checked."""

from __future__ import annotations

import io
import zipfile

import pytest

from arp.intake.reading.archive import Archive
from arp.words.findings import Refused
from tests.intake import ugly


def refusal(data: bytes) -> str:
    with pytest.raises(Refused) as refused:
        Archive(data).prove()
    return refused.value.finding.kind.key


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_parts_come_out_as_they_went_in(method: int) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        archive.writestr("a.xml", b"<a/>" * 3_000_000)
        archive.writestr("empty", b"")

    archive = Archive(out.getvalue())

    archive.prove()
    assert archive.names == ("a.xml", "empty")
    assert archive.part("a.xml") == b"<a/>" * 3_000_000
    assert archive.part("empty") == b""


def test_a_missing_part_is_damage() -> None:
    with pytest.raises(Refused) as refused:
        Archive(ugly.zipped([("a.xml", "<a/>")])).part("b.xml")

    assert refused.value.finding.kind.key == "damaged_file"


def test_a_document_type_is_found_across_two_pieces() -> None:
    prolog = b"<!--" + b"-" * ((4 << 20) - 10) + b"--><!DOCTYPE a><a/>"

    assert refusal(ugly.zipped([("a.xml", prolog)])) == "entity_declaration"


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha">]><x>&a;</x>'
SCANNED = {
    "a part that does not call itself XML": ("xl/sheet.bin", LAUGHS.encode()),
    "blanks and a byte order mark first": ("a.xml", b"\xef\xbb\xbf \r\n" + LAUGHS.encode()),
    "two bytes a letter": ("a.xml", LAUGHS.encode("utf-16")),
    "two bytes a letter, the other way round": ("a.xml", LAUGHS.encode("utf-16-be")),
}


@pytest.mark.parametrize("case", SCANNED)
def test_a_document_type_is_found_by_content(case: str) -> None:
    assert refusal(ugly.zipped([SCANNED[case]])) == "entity_declaration"


@pytest.mark.parametrize(
    ("name", "content"),
    [("xl/media/map.svg", LAUGHS.encode()), ("xl/ole.bin", b"\xd0\xcf" + LAUGHS.encode())],
)
def test_pictures_and_foreign_objects_may_declare_what_they_like(name: str, content: bytes) -> None:
    Archive(ugly.zipped([(name, content)])).prove()


def test_tags_within_tags_without_end_are_damage() -> None:
    assert refusal(ugly.zipped([("a.xml", b"<a>" * 100_000 + b"</a>" * 100_000)])) == "damaged_file"


@pytest.mark.parametrize(
    "content",
    [b"<t>" + b"long text " * 50_000 + b"</t>", b"<r><c/></r>" * 100_000, b"<" * 500],
)
def test_long_texts_and_many_short_tags_are_no_depth(content: bytes) -> None:
    Archive(ugly.zipped([("a.xml", content)])).prove()


def test_another_way_of_packing_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("a.xml", b"<a/>")

    assert refusal(out.getvalue()) == "damaged_file"


def test_a_locked_part_is_a_password() -> None:
    data = bytearray(ugly.zipped([("a.xml", "<a/>")]))
    data[data.index(b"PK\x01\x02") + 8] |= 1

    assert refusal(bytes(data)) == "password_protected"
