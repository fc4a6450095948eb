"""Zips of parts far larger than memory likes, written in a second from repeated pieces."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping, Sequence

Pieces = Sequence[tuple[bytes, int]]  # a part as pieces, each so many times over

MEGABYTE = 1 << 20


def swollen(workbook: bytes, parts: Mapping[str, Pieces]) -> bytes:
    """The workbook with these parts added or put in place of its own."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        whole: dict[str, Pieces] = {name: [(archive.read(name), 1)] for name in archive.namelist()}
    out, listed = io.BytesIO(), []
    for name, pieces in (whole | dict(parts)).items():
        packed, checksum, size = _deflated(pieces)
        about = struct.pack(
            "<HHHHHLLLHH", 20, 0, 8, 0, 33, checksum, len(packed), size, len(name), 0
        )
        listed.append(
            b"PK\x01\x02\x14\x00"
            + about
            + struct.pack("<HHHLL", 0, 0, 0, 0, out.tell())
            + name.encode()
        )
        out.write(b"PK\x03\x04" + about + name.encode() + packed)
    directory, start = b"".join(listed), out.tell()
    end = struct.pack("<HHHHLLH", 0, 0, len(listed), len(listed), len(directory), start, 0)
    return out.getvalue() + directory + b"PK\x05\x06" + end


def _deflated(pieces: Pieces) -> tuple[bytes, int, int]:
    """The packed bytes, the checksum and the size of what they unpack to."""
    packer = zlib.compressobj(1, zlib.DEFLATED, -zlib.MAX_WBITS)
    out, checksum, size = [], 0, 0
    for piece, times in pieces:
        once = packer.compress(piece) + packer.flush(zlib.Z_FULL_FLUSH)
        out.append(once * times)
        size += len(piece) * times
        for _ in range(times):
            checksum = zlib.crc32(piece, checksum)
    return b"".join([*out, packer.flush()]), checksum, size
