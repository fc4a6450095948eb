"""The gate: what a file is by its bytes, whatever its name says, and whether it may come in."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from arp.intake.reading.ahead import ZIP
from arp.intake.reading.archive import Archive
from arp.words.catalog import CATALOG
from arp.words.findings import Finding, Refused

_OLE2 = bytes.fromhex("D0CF11E0A1B11AE1")
_SIGNATURES = (  # first bytes, the finding they earn and its words
    (b"%PDF-", "wrong_format", "a PDF document"),
    (b"\xff\xd8\xff", "wrong_format", "a picture"),
    (b"\x89PNG", "wrong_format", "a picture"),
    (b"GIF8", "wrong_format", "a picture"),
    (b"II*\x00", "wrong_format", "a picture"),
    (b"{\\rtf", "wrong_format", "a text document"),
    (b"MZ\x90\x00", "wrong_format", "a program"),
    (b"\x7fELF", "wrong_format", "a program"),
    (b"SQLite format 3", "wrong_format", "a database"),
    (b"PAR1\x15", "wrong_format", "a Parquet file"),
    (b"\x1f\x8b", "compressed_file", "gzip"),
    (b"BZh91AY&SY", "compressed_file", "bzip2"),
    (b"7z\xbc\xaf", "compressed_file", "7-Zip"),
    (b"Rar!\x1a", "compressed_file", "RAR"),
    (b"\xfd7zXZ", "compressed_file", "xz"),
)
_PARTS_OF_OTHERS = (  # a part that only such a zip has, the finding it earns and its words
    ("Index/Document.iwa", "apple_numbers", None),
    ("Index.zip", "apple_numbers", None),
    ("xl/workbook.bin", "wrong_format", "a binary workbook (.xlsb)"),
    ("word/document.xml", "wrong_format", "a Word document"),
    ("ppt/presentation.xml", "wrong_format", "a PowerPoint file"),
)
_WORKBOOK_TYPES = (
    (b"sheet.macroEnabled.main", "xlsm"),
    (b"spreadsheetml.sheet.main", "xlsx"),
)
_OPEN_DOCUMENT = "mimetype"
_CONTENT_TYPES = "[Content_Types].xml"
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_WEB_PAGE = re.compile(
    rb"<!doctype\s+html|<html[\s>]|<table[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE
)
_MAP = re.compile(rb'"type"\s*:\s*"(?:Feature(?:Collection)?|Topology|(?:Multi)?Polygon)"')
_ODD_BYTES = re.compile(rb"[\x01-\x08\x0b\x0c\x0e-\x1a\x1c-\x1f]")
_TYPES_BY_NAME = {
    ".csv": "csv", ".tsv": "csv", ".txt": "csv", ".tab": "csv",
    ".xlsx": "xlsx", ".xlsm": "xlsm", ".xls": "xls", ".ods": "ods",
}  # fmt: skip


def admit(data: bytes, archive: Archive | None = None) -> str:
    """The format of the file by its content: "xlsx", "xlsm", "xls", "ods" or "csv".

    A zip is inflated once from end to end here, so that nobody after this needs to doubt it.

    Raises:
        Refused: with the one sentence that says what the file is instead.
    """
    if not data.strip(b"\x00\t\r\n ") or data in _BOMS:
        raise Refused(Finding(CATALOG["empty_file"]))
    if data.startswith(ZIP):
        archive = archive or Archive(data)
        archive.prove()
        return _workbook_in(archive)
    if data.startswith(_OLE2[:4]):
        return _compound(data)
    return _text(data)


def notes_on_name(file_name: str, kind: str) -> tuple[Finding, ...]:
    """A note when the name says another format than the content; content wins."""
    suffix = PurePosixPath(file_name.lower()).suffix
    if _TYPES_BY_NAME.get(suffix, kind) == kind:
        return ()
    return (Finding(CATALOG["content_not_name"], found=suffix, other=f".{kind}"),)


def _workbook_in(archive: Archive) -> str:
    for part, key, what in _PARTS_OF_OTHERS:
        if part in archive.names:
            raise Refused(Finding(CATALOG[key], found=what))
    if _OPEN_DOCUMENT in archive.names:
        return _open_document(archive)
    if _CONTENT_TYPES in archive.names:
        types = archive.part(_CONTENT_TYPES)
        for mark, kind in _WORKBOOK_TYPES:
            if mark in types:
                return kind
    raise Refused(Finding(CATALOG["not_a_workbook"]))


def _open_document(archive: Archive) -> str:
    if b"opendocument.spreadsheet" not in archive.part(_OPEN_DOCUMENT):
        raise _wrong_format("another kind of document")
    if b"encryption-data" in archive.part("META-INF/manifest.xml"):
        raise Refused(Finding(CATALOG["password_protected"]))
    return "ods"


def _compound(data: bytes) -> str:
    """An OLE2 file: its directory names its streams in UTF-16."""

    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptionInfo") or holds("EncryptedPackage"):
        raise Refused(Finding(CATALOG["password_protected"]))
    if not data.startswith(_OLE2):
        raise Refused(Finding(CATALOG["damaged_file"]))
    if holds("WordDocument") or holds("PowerPoint Document"):
        raise _wrong_format("a Word or PowerPoint document")
    if not (holds("Workbook") or holds("Book")):
        raise Refused(Finding(CATALOG["damaged_file"]))
    return "xls"


def _text(data: bytes) -> str:
    if data.startswith(_BOMS[1:]):
        return "csv"
    for mark, key, what in _SIGNATURES:
        if data.startswith(mark):
            raise Refused(Finding(CATALOG[key], found=what))
    head = data[:4096].lstrip(_BOMS[0] + b" \t\r\n")
    if head.startswith(b"<"):
        _refuse_markup(head)
    if head.startswith(b"{"):
        raise (
            Refused(Finding(CATALOG["map_of_areas"]))
            if _MAP.search(head)
            else _wrong_format("a JSON document")
        )
    sample = data[:100_000]
    if len(_ODD_BYTES.findall(sample)) > len(sample) / 100:
        raise _wrong_format("neither text nor a workbook")
    return "csv"


def _refuse_markup(head: bytes) -> None:
    if b"urn:schemas-microsoft-com:office:spreadsheet" in head:
        raise Refused(Finding(CATALOG["old_xml_spreadsheet"]))
    if _WEB_PAGE.search(head):
        raise Refused(Finding(CATALOG["web_page"]))
    if head.startswith((b"<?xml", b"<!DOCTYPE")):
        raise _wrong_format("an XML document")


def _wrong_format(what: str) -> Refused:
    return Refused(Finding(CATALOG["wrong_format"], found=what))
