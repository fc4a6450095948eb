"""The zip around a workbook, opened without trusting a word that it says of itself."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

from arp.intake.reading.limits import (
    INFLATION_COUNTS_FROM,
    MOST_INFLATED_BYTES,
    MOST_INFLATION,
    MOST_PARTS,
    megabytes,
)
from arp.words.catalog import CATALOG
from arp.words.findings import Finding, Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CHUNK = 4 << 20
KEPT = 64 << 20  # inflated bytes kept from the proof for the reader; a month is 20 MB

_STRETCH, _MOST_OPEN = 64 << 10, 1_000  # bytes of XML, and tags opened there without an end
_LOCAL_HEADER = struct.Struct("<4s22xHH")
_DOCUMENT_TYPE = "<!DOCTYPE"
_PICTURE = ".svg"  # drawing programs do declare a type, and nobody here opens pictures


class Archive:
    """The parts of a zip file, inflated by us: sizes are counted, not read from headers.

    A reader that believes the headers and one that does not would see two different files; so
    every part is inflated to its real end, and its length and checksum must be what they say.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._proven: dict[str, list[bytes]] = {}
        try:
            entries = zipfile.ZipFile(io.BytesIO(data)).infolist()
        except (zipfile.BadZipFile, ValueError, OverflowError, struct.error):
            raise _damaged() from None
        if len(entries) > MOST_PARTS:
            raise Refused(
                Finding(CATALOG["too_many_parts"], n=len(entries), other=f"{MOST_PARTS:,}")
            )
        self._entries = {entry.filename: entry for entry in entries}
        if len({name.lower() for name in self._entries}) != len(entries):
            raise Refused(Finding(CATALOG["duplicate_parts"]))

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the parts, in the file's order."""
        return tuple(self._entries)

    def prove(self) -> None:
        """Inflates every part once.

        Raises:
            Refused: when a part is damaged, declares a document type, or all together unpack to
                more than 600 MB or 200 times their size.
        """
        most = min(
            max(len(self._data) * MOST_INFLATION, INFLATION_COUNTS_FROM), MOST_INFLATED_BYTES
        )
        inflated = 0
        for name in self._entries:
            kept: list[bytes] = []
            for chunk in _plain_markup(name, self.chunks(name)):
                inflated += len(chunk)
                if inflated > most:
                    raise Refused(Finding(CATALOG["zip_bomb"], other=megabytes(most)))
                if inflated <= KEPT:
                    kept.append(chunk)
            if inflated <= KEPT:
                self._proven[name] = kept

    def part(self, name: str) -> bytes:
        """One whole part; for the small ones.

        Raises:
            Refused: when the part is missing or damaged.
        """
        return b"".join(self.chunks(name))

    def chunks(self, name: str) -> Iterator[bytes]:
        """One part, inflated piece by piece.

        Raises:
            Refused: when the part is missing, damaged or locked.
        """
        if name in self._proven:
            yield from self._proven[name]
            return
        entry = self._entries.get(name)
        if entry is None:
            raise _damaged()
        if entry.flag_bits & 1:
            raise Refused(Finding(CATALOG["password_protected"]))
        checksum = size = 0
        for chunk in self._inflate(entry):
            checksum = zlib.crc32(chunk, checksum)
            size += len(chunk)
            yield chunk
        if size != entry.file_size or checksum != entry.CRC:
            raise _damaged()

    def _inflate(self, entry: zipfile.ZipInfo) -> Iterator[bytes]:
        packed = self._packed(entry)
        if entry.compress_type == zipfile.ZIP_STORED:
            for start in range(0, len(packed), CHUNK):
                yield bytes(packed[start : start + CHUNK])
            return
        if entry.compress_type != zipfile.ZIP_DEFLATED:
            raise _damaged()
        inflator = zlib.decompressobj(-zlib.MAX_WBITS)
        rest: bytes | memoryview = packed
        try:
            while not inflator.eof:
                chunk = inflator.decompress(rest, CHUNK)
                rest = inflator.unconsumed_tail
                if chunk:
                    yield chunk
                elif not rest:
                    break
        except zlib.error:
            raise _damaged() from None

    def _packed(self, entry: zipfile.ZipInfo) -> memoryview:
        start = entry.header_offset
        header = self._data[start : start + _LOCAL_HEADER.size]
        if len(header) < _LOCAL_HEADER.size:
            raise _damaged()
        mark, name_length, extra_length = _LOCAL_HEADER.unpack(header)
        if mark != b"PK\x03\x04":
            raise _damaged()
        start += _LOCAL_HEADER.size + name_length + extra_length
        return memoryview(self._data)[start : start + entry.compress_size]


def _plain_markup(name: str, chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The same pieces; of a part that is XML by its content, looked at for what no program writes.

    Raises:
        Refused: at a document type, or at tags that stand within each other without end.
    """
    mark, tail = None, b""
    for number, chunk in enumerate(chunks):
        if number == 0 and not name.lower().endswith(_PICTURE):
            mark = _mark_in(chunk)
        if mark:
            if mark in tail + chunk[: len(mark)] or mark in chunk:
                raise Refused(Finding(CATALOG["entity_declaration"]))
            if _is_deep(chunk):
                raise _damaged()
            tail = chunk[-len(mark) :]
        yield chunk


def _is_deep(chunk: bytes) -> bool:
    """Whether thousands of tags in a row open and none closes."""
    return any(
        chunk.find(b"/", start, start + _STRETCH) < 0
        and chunk.count(b"<", start, start + _STRETCH) > _MOST_OPEN
        for start in range(0, len(chunk), _STRETCH)
    )


def _mark_in(head: bytes) -> bytes | None:
    """How a declaration is spelled in the part that begins so; None where it is no XML."""
    begin = head.lstrip(b"\xef\xbb\xbf\xfe\xff\x00 \t\r\n")
    if begin and not begin.startswith(b"<"):
        return None
    wide = head[:4].find(b"\x00")  # two bytes a letter: the blank one first or second
    if wide < 0:
        return _DOCUMENT_TYPE.encode()
    return _DOCUMENT_TYPE.encode("utf-16-le" if wide % 2 else "utf-16-be")


def _damaged() -> Refused:
    return Refused(Finding(CATALOG["damaged_file"]))
