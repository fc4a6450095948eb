"""Limits: the last that comes in and the first that does not."""

from __future__ import annotations

import pytest

from arp.intake.reading.limits import (
    MOST_FILE_BYTES,
    MOST_TEXT_BYTES,
    Box,
    check_boxes,
    check_file_size,
    check_sheet_count,
    check_text,
    column_letters,
)
from arp.words.findings import Refused


def box(height: int, width: int) -> Box:
    return Box("Calls", height, width, height, width)


def test_what_just_fits_comes_in() -> None:
    check_file_size(MOST_FILE_BYTES)
    check_sheet_count(100)
    check_text(MOST_TEXT_BYTES)
    check_boxes([box(1_048_576, 19), box(10, 500)])


def test_a_file_of_more_bytes_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        check_file_size(MOST_FILE_BYTES + 1_000_000)

    assert "201 MB" in refused.value.finding.message


def test_cells_of_more_text_than_years_of_calls_are_refused() -> None:
    with pytest.raises(Refused) as refused:
        check_text(MOST_TEXT_BYTES + 1)

    assert refused.value.finding.kind.key == "too_much_text"
    assert "600 MB" in refused.value.finding.message


@pytest.mark.parametrize(
    ("boxes", "key"),
    [
        ([box(1_048_576, 20)], "far_cell"),
        ([box(1_000_000, 15), box(1_000_000, 15)], "far_cell"),
        ([box(10, 501)], "too_many_columns"),
    ],
)
def test_boxes_too_large_together_or_too_wide_are_refused(boxes: list[Box], key: str) -> None:
    with pytest.raises(Refused) as refused:
        check_boxes(boxes)

    assert refused.value.finding.kind.key == key


def test_columns_are_named_as_the_spreadsheet_names_them() -> None:
    assert [column_letters(n) for n in (1, 26, 27, 500, 16_384)] == ["A", "Z", "AA", "SF", "XFD"]
