"""Files that are something else than their name says."""

from __future__ import annotations

import gzip

from tests.hostile import good
from tests.intake import ugly

SIGN_IN = b"<!DOCTYPE html><html><head><title>Sign in</title></head><body>expired</body></html>"


def pdf() -> bytes:
    return b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n"


def jpeg() -> bytes:
    return b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)) * 4


def noise(length: int = 5_000) -> bytes:
    return bytes((n * 7919 + n // 251) % 256 for n in range(length))


def web_page() -> bytes:
    cells = "".join(f"<tr><td>{'</td><td>'.join(row)}</td></tr>" for row in good.texts())
    return f"<html><body><table>{cells}</table></body></html>".encode()


def spreadsheet_2003() -> bytes:
    return (
        b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
        b'<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>'
    )


def archive_of_text() -> bytes:
    return ugly.zipped([("calls.csv", good.delimited())])


def word_document() -> bytes:
    return ugly.zipped([("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<a/>")])


def numbers() -> bytes:
    return ugly.zipped([("Index/Document.iwa", b"\x00\x01"), ("Metadata/Properties.plist", "")])


def encrypted() -> bytes:
    return ugly.compound({"EncryptionInfo": b"\x04\x00\x04\x00", "EncryptedPackage": b"x" * 900})


def compressed() -> bytes:
    return gzip.compress(good.delimited(), mtime=0)
