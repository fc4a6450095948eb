"""Workbooks whose times are written, typed or ordered in trying ways."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from tests.hostile import good

EPOCH = datetime(1899, 12, 30)


def from_1904() -> bytes:
    return good.xlsx(options={"date_1904": True})


def _texts(pattern: str, shift: timedelta = timedelta()) -> list[list[Any]]:
    return [
        [f"{v + shift:{pattern}}" if isinstance(v, datetime) else v for v in row]
        for row in good.ROWS
    ]


def as_text() -> bytes:
    return good.xlsx(_texts("%d %b %Y %I:%M:%S %p"))


def ambiguous() -> bytes:
    """Days of at most 12: month and day could change places."""
    rows = [list(row) for row in good.ROWS[:11]]
    for n, row in enumerate(rows[1:]):
        for position in good.CLOCKS:
            clock = row[position].replace(month=(n % 5) + 3, day=(n * 3) % 11 + 1)
            row[position] = f"{clock:%m/%d/%Y %H:%M:%S}"
    return good.xlsx(rows)


def midnight_as_24() -> bytes:
    return good.xlsx(good.column(5, ["2026-10-13 24:00:00"]))


def serials() -> bytes:
    return good.xlsx(
        [
            [(v - EPOCH) / timedelta(days=1) if isinstance(v, datetime) else v for v in row]
            for row in good.ROWS
        ]
    )


def mixed() -> bytes:
    """Typed dates, texts of dates, and words, in one column."""
    clocks = [row[5] for row in good.ROWS[1:]]
    clocks[3::7] = [f"{clock:%m/%d/%Y %H:%M:%S}" for clock in clocks[3::7]]
    clocks[5] = "see log"
    return good.xlsx(good.column(5, clocks))


def day_and_clock() -> bytes:
    """The day in a column of its own, clock times and a duration beside it."""
    rows: list[Sequence[Any]] = [
        ("Incident Number", "Call Type", "Date", "Received", "On Scene", "Duration")
    ]
    for number, kind, _, received, _, on_scene in good.ROWS[1:]:
        row = [number, kind, f"{received:%m/%d/%Y}", f"{received:%H:%M:%S}"]
        rows.append([*row, f"{on_scene:%H:%M:%S}", "-00:07:00"])
    return good.xlsx(rows)


def _clocks(*times: datetime) -> list[list[Any]]:
    rows = [list(row) for row in good.ROWS]
    for row, clock in zip(rows[1:], times, strict=False):
        row[3:] = [clock, clock + timedelta(minutes=2), clock + timedelta(minutes=9)]
    return rows


def skipped_hour() -> bytes:
    return good.xlsx(_clocks(datetime(2026, 3, 8, 2, 30)))


def repeated_hour() -> bytes:
    """Received before the clocks were set back, arrived after."""
    rows = _clocks(datetime(2025, 11, 2, 1, 55))
    rows[1][5] = datetime(2025, 11, 2, 1, 5)
    return good.xlsx(rows)


def _typed(serial: str) -> bytes:
    """The good rows with one bare serial number, shown as a date, as the first arrival."""

    def put(book: Any, page: Any) -> None:
        page.write_number(1, 5, float(serial), book.add_format({"num_format": "m/d/yyyy h:mm"}))

    return good.xlsx(also=put)


def leap_day_1900() -> bytes:
    return _typed("60")


def negative_serial() -> bytes:
    return _typed("-5")


def overflowing_serial() -> bytes:
    return _typed("99999999")


def fractions() -> bytes:
    return good.xlsx(
        [
            [v + timedelta(microseconds=499_000) if isinstance(v, datetime) else v for v in row]
            for row in good.ROWS
        ]
    )


def out_of_order() -> bytes:
    rows = [list(row) for row in good.ROWS]
    rows[1][5] = rows[1][3] - timedelta(minutes=5)
    rows[2][5] = rows[2][3] + timedelta(hours=30)
    rows[3][3:] = [datetime(2035, 1, 1, 8, minute) for minute in (0, 2, 9)]
    return good.xlsx(rows)
