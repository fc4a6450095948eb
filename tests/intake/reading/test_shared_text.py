"""How much text a workbook holds once every cell that shares a text has it."""

from __future__ import annotations

import pytest

from arp.intake.reading.shared_text import written_out

# Text 0 takes 20 bytes with its tags, text 1 none, text 2 seven more than its letters.
TEXTS = b"<sst><si><t>abcde</t></si><si/><si><t>x</t></si></sst>"
FIRST = len(b"<sst><si><t>abcde</t></si>")
THIRD = len(b"<si><t>x</t></si>")


def cells(*numbers: int) -> bytes:
    return b"".join(b'<c r="A1" s="4" t="s"><v>%d</v></c>' % number for number in numbers)


@pytest.mark.parametrize(
    ("sheets", "size"),
    [
        ([], 0),
        ([[cells(0)]], FIRST),
        ([[cells(0, 0, 2), cells(0)]], 3 * FIRST + THIRD),
        ([[cells(0)], [cells(2)]], FIRST + THIRD),
        ([[cells(3, 99_999)]], 0),  # texts that are not there
        ([[b'<c r="A1"><v>0</v></c>']], 0),  # a number
        ([[b'<x:c t="s"><x:v>2</x:v></x:c>']], THIRD),
    ],
)
def test_a_text_counts_once_for_each_cell_that_names_it(
    sheets: list[list[bytes]], size: int
) -> None:
    assert written_out(TEXTS, sheets) == size
