"""Delimited text as it leaves other people's systems."""

from __future__ import annotations

from tests.hostile import good

LINES = good.delimited().split(b"\r\n")


def lines(changed: dict[int, bytes]) -> bytes:
    """The good text with some lines (from 1) replaced."""
    return b"\r\n".join(changed.get(n, line) for n, line in enumerate(LINES, start=1))


def with_bom() -> bytes:
    return b"\xef\xbb\xbf" + good.delimited()


def with_two_boms() -> bytes:
    return b"\xef\xbb\xbf" * 2 + good.delimited()


def utf16() -> bytes:
    return good.delimited().decode().encode("utf-16")


def windows() -> bytes:
    return good.delimited(good.column(1, ["Café disturbance"])).decode().encode("cp1252")


def quoted_newlines() -> bytes:
    return good.delimited(good.column(1, ["Welfare\ncheck", "Trespass, again"]))


def unclosed_quote() -> bytes:
    return lines({20: b'26-00018,"Welfare check,1,10/14/2026 08:05:11,,'})


def ragged() -> bytes:
    return lines({20: LINES[19].replace(b"Welfare check", b"x").replace(b",", b",a,b,", 1)})


def ragged_throughout() -> bytes:
    return b"\r\n".join([LINES[0], *(line + b",extra" for line in LINES[1:] if line)])


def nul_bytes() -> bytes:
    return good.delimited().replace(b"Trespass", b"Tres\x00pass")


def header_only() -> bytes:
    return LINES[0] + b"\r\n"


def separator_line() -> bytes:
    return b"sep=;\r\n" + good.delimited(delimiter=";")


def numbers_destroyed() -> bytes:
    return good.delimited(good.column(0, ["2.5E+11"]))


def two_encodings() -> bytes:
    accented = LINES[9].replace(b"Welfare check", b"Caf\xe9").replace(b"Trespass", b"Caf\xe9")
    other = LINES[19].replace(b"Trespass", b"Caf\xc3\xa9").replace(b"Welfare check", b"Caf\xc3\xa9")
    first = accented.replace(b"Mental health", b"Caf\xe9")
    return lines({10: first, 20: other.replace(b"Mental health", b"Caf\xc3\xa9")})


def one_line() -> bytes:
    """A line of 49 MB: line ends lost on the way."""
    return b",".join([b"26-00001"] * 5_400_000)


def one_field(length: int = 49_000_000) -> bytes:
    """A field of 49 MB on a line of its own."""
    return good.delimited() + b'26-00099,"' + b"a" * length + b'",1,,,\r\n'


def long_field() -> bytes:
    return one_field(900_000)


def titled() -> bytes:
    return b"Calls for service,,,,,\r\nPrinted 11/01/2026,,,,,\r\n" + good.delimited()


def formulas() -> bytes:
    danger = ["=cmd|'/c calc'!A0", "+1+1", "-2+3", "@SUM(1)", '=HYPERLINK("http://x")']
    return good.delimited(good.column(1, danger))


def long_integers() -> bytes:
    return good.delimited(good.column(0, [f"{10**19 + n}" for n in range(good.CALLS)]))


def two_received() -> bytes:
    rows = [[*row, row[4]] for row in good.ROWS]
    rows[0][-1] = "Received"
    return good.delimited(rows)
