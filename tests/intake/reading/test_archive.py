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


def test_another_way_of_packing_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("a.xml", b"<a/>")

    assert refusal(out.getvalue()) == "damaged_file"


def test_a_locked_part_is_a_password() -> None:
    data = bytearray(ugly.zipped([("a.xml", "<a/>")]))
    data[data.index(b"PK\x01\x02") + 8] |= 1

    assert refusal(bytes(data)) == "password_protected"
