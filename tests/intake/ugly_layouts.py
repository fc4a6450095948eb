"""Tables laid out as people lay them out, made by code: the file's name and its bytes."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any

from tests.intake import ugly

Row = Sequence[Any]

HEADERS = (
    *("Incident Number", "Call Type", "Priority", "Received", "Dispatched", "On Scene"),
    *("Cleared", "District"),
)
TYPES = ("Welfare check", "Trespass", "Mental health", "Noise")
CLOCKS = (3, 4, 5, 6)
N = 24


def call(n: int, start: datetime = datetime(2026, 10, 5, 14, 5, 11)) -> tuple[Any, ...]:
    """A call: dispatched after 3, on scene after 12 and cleared after 50 minutes."""
    at = start + timedelta(hours=11, minutes=7) * n
    clocks = (at + timedelta(minutes=after) for after in (0, 3, 12, 50))
    return (f"26-{n:05d}", TYPES[n % 4], str(n % 3 + 1), *clocks, f"D{n % 4}")


ROWS = tuple(call(n) for n in range(N))
GOOD = (HEADERS, *ROWS)


def headed(*headers: Any) -> bytes:
    """The good rows under other headers."""
    return ugly.xlsx([headers, *ROWS])


def with_times(write: Callable[[datetime], Any]) -> bytes:
    """The good rows with every time written another way."""
    rows = [[write(cell) if isinstance(cell, datetime) else cell for cell in row] for row in ROWS]
    return ugly.xlsx([HEADERS, *rows])


def with_more(header: str, cells: Callable[[int], Any], *, of: Sequence[int] = range(8)) -> bytes:
    """Some columns of the good rows, and one more."""
    rows = [[*(row[n] for n in of), cells(index)] for index, row in enumerate(ROWS)]
    return ugly.xlsx([[*(HEADERS[n] for n in of), header], *rows])


def merged(upper: Row, lower: Row, *ranges: str, rows: Sequence[Row] = ROWS) -> bytes:
    """Two header rows, cells of the upper one merged as people merge them."""
    import openpyxl

    book = openpyxl.Workbook()
    page = book.active
    page.title = "Calls"
    for row in (upper, lower, *rows):
        page.append(list(row))
    for place in ranges:
        page.merge_cells(place)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def day_and_clock_under_each() -> bytes:
    """Groups “Received”, “Dispatched”, “On Scene”, under each a “Date” and a “Time”."""
    rows = [
        (*row[:3], *(part for at in row[3:6] for part in (at.strftime("%Y-%m-%d"), f"{at:%H:%M}")))
        for row in ROWS
    ]
    upper = ("Incident", None, None, "Received", None, "Dispatched", None, "On Scene", None)
    lower = ("Number", "Type", "Priority", *("Date", "Time") * 3)
    return merged(upper, lower, "A1:C1", "D1:E1", "F1:G1", "H1:I1", rows=rows)


def named_in_the_lower_row() -> bytes:
    """Single headers over two rows, and a group “Times” over names of its own."""
    upper = ("Incident Number", "Call Type", "Priority", "Times", None, None, None, "District")
    lower = (None, None, None, "Received", "Dispatched", "On Scene", "Cleared", None)
    return merged(upper, lower, "A1:A2", "B1:B2", "C1:C2", "D1:G1", "H1:H2")


def with_sheet(name: str, rows: Sequence[Row], *, hidden: bool = False) -> bytes:
    """The good table, and a further sheet after it."""

    def add(book: Any, page: Any) -> None:
        tab = book.add_worksheet(name)
        for index, row in enumerate(rows):
            for position, cell in enumerate(row):
                tab.write(index, position, cell)
        if hidden:
            tab.hide()

    return ugly.xlsx(GOOD, also=add)


def pivot_first() -> bytes:
    """A pivot table on the first sheet, the calls on the second."""

    def add(book: Any, page: Any) -> None:
        tab = book.add_worksheet("Data")
        for index, row in enumerate(GOOD):
            for position, cell in enumerate(row):
                tab.write(index, position, cell)

    pivot = [("Row Labels", "Count of Incident Number"), ("Noise", 6), ("Grand Total", 24)]
    return ugly.xlsx(pivot, sheet="Pivot", also=add)


def beside() -> bytes:
    """A small summary to the right of the table, behind a blank column."""
    summary = [("District", "Calls"), ("D0", 6), ("D1", 6), ("D2", 6), ("D3", 6)]
    rows: list[Row] = [(*row, None, *small) for row, small in zip(GOOD, summary, strict=False)]
    return ugly.xlsx([*rows, *GOOD[len(summary) :]])


def formatted(form: str, value: float) -> bytes:
    """One more column of numbers in a number format."""

    def add(book: Any, page: Any) -> None:
        shown = book.add_format({"num_format": form})
        page.write(0, 8, "Extra")
        for row in range(1, N + 1):
            page.write_number(row, 8, value, shown)

    return ugly.xlsx(GOOD, also=add)


def csv(
    rows: Sequence[Row] = GOOD, *, delimiter: str = ",", end: str = "\n", encoding: str = "utf-8"
) -> bytes:
    """The rows as delimited text."""
    lines = (delimiter.join("" if cell is None else str(cell) for cell in row) for row in rows)
    return (end.join(lines) + end).encode(encoding)
