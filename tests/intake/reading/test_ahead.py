"""The cells of a workbook are read while the file is still looked over."""

from __future__ import annotations

import subprocess
import sys

import pytest

from arp.intake.reading import ahead
from tests.intake import ugly

HEAVY = ("pyarrow", "fastexcel", "arp.words", "arp.intake.reading.gate")


def test_every_sheet_is_there_by_its_name_with_its_cells_as_text() -> None:
    def notes(book: object, sheet: object) -> None:
        book.add_worksheet("Notes").write(0, 0, "0025000")  # type: ignore[attr-defined]

    load = ahead.begun(ugly.xlsx(also=notes))

    assert load("Notes").column(0).to_pylist() == ["0025000"]
    assert load("Calls").num_rows > 1


def test_a_reader_that_fails_does_so_when_a_sheet_is_asked_for() -> None:
    load = ahead.begun(ugly.xlsx()[:2_000])

    with pytest.raises(Exception, match="."):
        load("Calls")


def test_the_reading_can_begin_before_anything_heavy_is_loaded() -> None:
    asked = f"import sys, arp.intake.reading.ahead; print([m for m in {HEAVY} if m in sys.modules])"

    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)

    assert told.stdout.strip() == "[]"
