"""Delimited text: what is read, with which row numbers, and what is refused at which line."""

from __future__ import annotations

import pytest

from arp.intake.reading import delimited
from arp.intake.reading.limits import LONGEST_CELL, LONGEST_LINE
from arp.words.findings import Refused

Rows = list[list[str | None]]


def rows_of(data: bytes) -> Rows:
    [sheet], _ = delimited.sheets(data)
    return [list(row.values()) for row in sheet.cells.to_pylist()]


def notes_of(data: bytes) -> list[str]:
    return [finding.kind.key for finding in delimited.sheets(data)[1]]


def refusal(data: bytes) -> tuple[str, int | None]:
    with pytest.raises(Refused) as refused:
        delimited.sheets(data)
    finding = refused.value.finding
    return finding.kind.key, finding.row


PLAIN: Rows = [["id", "type", "beat"], ["0025000", "Welfare", "B1"], ["7", "Trespass, café", None]]
AS_WRITTEN = 'id,type,beat\n0025000,Welfare,B1\n7,"Trespass, café",\n'


@pytest.mark.parametrize(
    ("data", "notes"),
    [
        (AS_WRITTEN.encode(), []),
        (AS_WRITTEN.encode("utf-8-sig"), []),
        (AS_WRITTEN.encode("utf-16"), ["encoding_note"]),
        (AS_WRITTEN.encode("cp1252"), ["encoding_note"]),
        (AS_WRITTEN.replace("\n", "\r\n").encode(), []),
        (AS_WRITTEN.replace("\n", "\r").encode(), []),
        ('id;type;beat\n0025000;Welfare;B1\n7;"Trespass, café";\n'.encode(), []),
        ("id\ttype\tbeat\n0025000\tWelfare\tB1\n7\tTrespass, café\t\n".encode(), []),
        ("id|type|beat\n0025000|Welfare|B1\n7|Trespass, café|\n".encode(), []),
        ("sep=;\nid;type;beat\n0025000;Welfare;B1\n7;Trespass, café;\n".encode(), []),
        ("id,type,beat,\n0025000,Welfare,B1,\n7,\"Trespass, café\",,\n".encode(), []),
        ("id,type,beat\n0025\x00000,Welfare,B1\n7,\"Trespass, café\",\n".encode(),
         ["control_characters_removed"]),
    ],
)  # fmt: skip
def test_every_dialect_and_encoding_gives_the_same_cells(data: bytes, notes: list[str]) -> None:
    assert rows_of(data) == PLAIN
    assert notes_of(data) == notes


def test_cells_stay_byte_exact() -> None:
    cells = ["0025000", "12345678901234567890", "2.5E+11", "NA", "None", " x ", "=1+1", "<b>"]

    assert rows_of(("a," * 7 + "a\n" + ",".join(cells) + "\n").encode())[1] == cells


def test_a_record_with_a_line_end_inside_is_one_row() -> None:
    data = b'id,note\n1,"two\nlines"\n\n2,x\n'

    assert rows_of(data) == [["id", "note"], ["1", "two\nlines"], [None, None], ["2", "x"]]


def test_a_title_above_and_a_note_below_the_table_are_rows_too() -> None:
    data = b"Monthly report\nAgency:,Durham\n\nid,type,beat,unit\n1,a,b,c\n\nSource: CAD\n"

    rows = rows_of(data)

    assert rows[0] == ["Monthly report", None, None, None]
    assert rows[3] == ["id", "type", "beat", "unit"]
    assert rows[-1] == ["Source: CAD", None, None, None]


def test_one_column_is_a_table_too() -> None:
    assert rows_of(b"id\n1\n2\n") == [["id"], ["1"], ["2"]]


BODY = "1,a,b,c\n" * 20


@pytest.mark.parametrize(
    ("text", "key", "line"),
    [
        ("id,type,beat,unit\n1,a,b,c\n2,a,b,c,d\n3,a,b,c\n", "ragged_rows", 3),
        ("id,type,beat\n" + BODY, "ragged_rows", 1),
        ("id,type,beat,unit,more\n" + BODY, "ragged_rows", 1),
        ("id,type,beat,unit\n" + BODY + "2,a,b\n" + BODY, "ragged_rows", 22),
        ("id,type,beat,unit\n" + BODY + "2,a\n" + BODY, "ragged_rows", 22),
        ("id,type,beat,unit\n" + BODY + "2,a,b\n", "ragged_rows", 22),
        ('sep=,\nid,type\n1,"two\nlines"\n2,a,b\n', "ragged_rows", 5),
        ('id,type\n1,a\n2,"open\n3,c\n4,d\n', "unclosed_quote", 3),
        ('id,type\n1,a\n2,"open\n3,"closed by chance"\n', "unclosed_quote", 3),
        ('id,type\n2,"open\n' + "3,c\n" * 20_000, "unclosed_quote", 2),
        ("id,note\n1," + "x" * (LONGEST_CELL + 1) + "\n", "long_cell", 2),
        ("id,note\n1,a\n" + "x" * (LONGEST_LINE + 1), "long_line", 3),
        ("," * 600 + "\n" + ",".join("x" * 601) + "\n", "too_many_columns", 1),
    ],
)
def test_what_would_shift_or_swallow_cells_is_refused_at_its_line(
    text: str, key: str, line: int
) -> None:
    found, row = refusal(text.encode())

    assert (found, row or 1) == (key, line)


def test_the_longest_cell_a_spreadsheet_can_hold_is_read() -> None:
    assert rows_of(b"id,note\n1," + b"x" * LONGEST_CELL + b"\n")[1][1] == "x" * LONGEST_CELL


def test_two_encodings_in_one_file_are_refused_with_the_lines() -> None:
    data = "id,name\n1,café\n".encode() + "2,café\n".encode("cp1252")

    with pytest.raises(Refused) as refused:
        delimited.sheets(data)

    assert refused.value.finding.kind.key == "mixed_encoding"
    assert (refused.value.finding.row, refused.value.finding.found) == (3, "3")
