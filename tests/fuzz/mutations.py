"""One good file spoiled at random, the same way for the same dice."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from random import Random

Spoil = Callable[[bytes, Random], bytes]

NASTY = (
    *(b"", b" ", b"-1", b"0", b"1e308", b"NaN", b"-Infinity", b"99999999999999999999", b"0x1F"),
    *(b"24:00", b"02/30/2026 25:61:00", b"1899-12-31", b"9999-12-31 23:59:59", b"#REF!", b"NULL"),
    *(b"=1+1", b"@SUM(1)", b"\x00", b"\xff\xfe", b"\xe2\x80\xae", b"\xf0\x9f\x98\x80", b'"', b"'"),
    *(b"<", b"&amp;", b"]]>", b"\r", b"\n", b"\t", b";", b"," * 50, b"9" * 400, b"x" * 40_000),
    *(b"Total", b"Received", b"Incident Number", b"true", b"A1048576", b"XFD1"),
)
_VALUE = re.compile(rb'"[^"<>]*"|>[^<>]+<')
_TAG = re.compile(rb"<[^<>]+>")
_CELL = re.compile(rb"[^,;\t\r\n]+")


def spoiled(data: bytes, dice: Random) -> bytes:
    """The file after one to four mishaps."""
    for _ in range(dice.choice((1, 1, 1, 2, 4))):
        ways = (*ANYWHERE, *(ZIPPED if zipfile.is_zipfile(io.BytesIO(data)) else WRITTEN) * 3)
        data = dice.choice(ways)(data, dice)
    return data


def _span(data: bytes, dice: Random, longest: int = 2_000) -> tuple[int, int]:
    start = dice.randrange(len(data) + 1)
    return start, min(len(data), start + dice.randrange(longest))


def flip_bits(data: bytes, dice: Random) -> bytes:
    held = bytearray(data)
    for _ in range(dice.choice((1, 1, 3, 20)) if held else 0):
        held[dice.randrange(len(held))] ^= 1 << dice.randrange(8)
    return bytes(held)


def cut_off(data: bytes, dice: Random) -> bytes:
    return data[: _span(data, dice)[0]]


def leave_out(data: bytes, dice: Random) -> bytes:
    start, end = _span(data, dice)
    return data[:start] + data[end:]


def repeat(data: bytes, dice: Random) -> bytes:
    start, end = _span(data, dice)
    return data[:end] + data[start:end] * dice.choice((1, 2, 50)) + data[end:]


def put_in(data: bytes, dice: Random) -> bytes:
    start, _ = _span(data, dice)
    return data[:start] + dice.choice((*NASTY, dice.randbytes(30))) + data[start:]


def _one_of(pattern: re.Pattern[bytes], data: bytes, dice: Random) -> re.Match[bytes] | None:
    found = list(pattern.finditer(data))
    return dice.choice(found) if found else None


def change_value(data: bytes, dice: Random) -> bytes:
    """Another value between the same marks: an attribute of XML, or a text."""
    match = _one_of(_VALUE, data, dice)
    if not match:
        return data
    return data[: match.start() + 1] + dice.choice(NASTY) + data[match.end() - 1 :]


def change_tag(data: bytes, dice: Random) -> bytes:
    """A tag gone, twice there, or of another name."""
    match = _one_of(_TAG, data, dice)
    if not match:
        return data
    tag = match[0]
    other = dice.choice((b"", tag * 2, tag * 3_000, tag.replace(b"<", b"<x:", 1), tag.upper()))
    return data[: match.start()] + other + data[match.end() :]


def change_cell(data: bytes, dice: Random) -> bytes:
    """Another value in a cell of delimited text."""
    match = _one_of(_CELL, data, dice)
    return data[: match.start()] + dice.choice(NASTY) + data[match.end() :] if match else data


def change_line(data: bytes, dice: Random) -> bytes:
    """A line gone, twice there, cut, or in another's place."""
    lines = data.splitlines(keepends=True)
    if not lines:
        return data
    place = dice.randrange(len(lines))
    line = lines[place]
    lines[place] = dice.choice((b"", line * 2, line[: len(line) // 2], dice.choice(lines), b'"'))
    return b"".join(lines)


def change_end(data: bytes, dice: Random) -> bytes:
    """Other line ends, delimiters or letters throughout."""
    old, new = dice.choice(
        ((b"\r\n", b"\r"), (b"\r\n", b"\n"), (b",", b";"), (b",", b"\t"), (b"2026", b"26"),
         (b":", b"."), (b"/", b"-"), (b"a", b"\xe4"), (b"26-", b""))
    )  # fmt: skip
    return data.replace(old, new)


def change_part(data: bytes, dice: Random) -> bytes:
    """A part of the workbook spoiled before it is packed, so that its checksum is right."""
    parts = _parts(data)
    if not parts:
        return data
    place = dice.randrange(len(parts))
    name, part = parts[place]
    way = dice.choice((flip_bits, cut_off, leave_out, repeat, put_in, *(change_value,) * 6,
                       *(change_tag,) * 4))  # fmt: skip
    parts[place] = name, way(part, dice)
    return _packed(parts)


def change_parts(data: bytes, dice: Random) -> bytes:
    """A part gone, under another name, or in another's place."""
    parts = _parts(data)
    if not parts:
        return data
    place = dice.randrange(len(parts))
    name, part = parts[place]
    other, strange = dice.choice(parts), dice.choice(("../" + name, name.upper(), "x", name + "/"))
    del parts[place]
    parts += dice.choice(([], [(strange, part)], [(name, other[1])], [(name, b"")]))
    return _packed(parts)


def _parts(data: bytes) -> list[tuple[str, bytes]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return [(name, archive.read(name)) for name in archive.namelist()]
    except Exception:  # spoiled before, in one of many ways: nothing to repack
        return []


def _packed(parts: list[tuple[str, bytes]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts:
            archive.writestr(name, part)
    return out.getvalue()


ANYWHERE: tuple[Spoil, ...] = (flip_bits, cut_off, leave_out, repeat, put_in)
ZIPPED: tuple[Spoil, ...] = (change_part, change_part, change_part, change_parts)
WRITTEN: tuple[Spoil, ...] = (change_cell, change_cell, change_line, change_end)
