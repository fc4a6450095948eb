"""Values and columns as text."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pyarrow as pa
import pytest

from arp.intake.reading import cells


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, None),
        ("", None),
        ("0025000", "0025000"),
        (True, "TRUE"),
        (7, "7"),
        (7.0, "7"),
        (-0.5, "-0.5"),
        (43101.0256944444, "43101.025694444"),
        (12345678901234567890.0, "12345678901234567168"),
        (date(2026, 10, 5), "2026-10-05 00:00:00"),
        (datetime(2026, 10, 5, 23, 59, 59, 600_000), "2026-10-06 00:00:00"),
        (time(14, 5, 11), "14:05:11"),
        (timedelta(hours=30), "30:00:00"),
        ("PT36H05M11S", "36:05:11"),
        ("-PT12H00M00.5S", "-12:00:00"),
        (timedelta(minutes=-5), "-00:05:00"),
    ],
)
def test_a_value_as_text(value: object, text: str | None) -> None:
    assert cells.text_of(value) == text


def test_only_a_column_of_clocks_has_its_clocks_put_right() -> None:
    column = pa.array(["2026-10-05 14:05:11.700", "1899-12-31 14:05:01", "0025000", "", None])

    as_text = cells.tidy(column).to_pylist()
    as_clocks = cells.tidy(column, clocks=True).to_pylist()

    assert as_text == ["2026-10-05 14:05:11.700", "1899-12-31 14:05:01", "0025000", None, None]
    assert as_clocks == ["2026-10-05 14:05:12", "14:05:01", "0025000", None, None]


def test_old_dates_are_no_times_of_day() -> None:
    column = pa.array(["1899-12-30 12:00:00", "1900-02-28 00:00:00", "1900-13-45"])

    assert cells.tidy(column, clocks=True).equals(column)


def test_iso_dates_lose_their_t_and_flags_are_written_large() -> None:
    assert cells.tidy(pa.array(["2026-10-05T14:05:11"]), iso=True).to_pylist() == [
        "2026-10-05 14:05:11"
    ]
    assert cells.tidy(pa.array(["true", "x", None]), flags=True).to_pylist() == ["TRUE", "x", None]


def test_control_characters_go_and_are_counted() -> None:
    column = pa.array(["a\x00b", "c\td\n", "\x1b", None])

    assert cells.with_control_characters(column) == 2
    assert cells.tidy(column).to_pylist() == ["ab", "c\td\n", None, None]


def test_a_table_ends_with_its_last_filled_row() -> None:
    table = cells.table([pa.array(["a", None, None, None]), pa.array([None, None, "b", None])])

    assert table.to_pydict() == {"0": ["a", None, None], "1": [None, None, "b"]}
