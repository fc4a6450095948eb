"""The ordinary table of calls that every made file is a spoiled copy of."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from tests.intake import ugly

HEADERS = ("Incident Number", "Call Type", "Priority", "Received", "Dispatched", "On Scene")
TYPES = ("Welfare check", "Trespass", "Mental health")
CALLS = 40
FIRST = datetime(2026, 10, 1, 14, 5, 11)
CLOCKS = (3, 4, 5)  # positions of the columns of times


def call(n: int) -> tuple[Any, ...]:
    """The n-th call; dispatched two minutes after it came in, reached seven minutes later."""
    times = (FIRST + timedelta(hours=15 * n, minutes=m) for m in (0, 2, 9))
    return (f"26-{n:05d}", TYPES[n % 3], str(n % 4 + 1), *times)


ROWS = (HEADERS, *map(call, range(CALLS)))


def texts(rows: Sequence[Sequence[Any]] = ROWS) -> list[list[str]]:
    """The rows as text, times as most exports write them."""
    return [
        [
            f"{value:%m/%d/%Y %H:%M:%S}"
            if isinstance(value, datetime)
            else ("" if value is None else str(value))
            for value in row
        ]
        for row in rows
    ]


def column(position: int, values: Sequence[Any], header: str | None = None) -> list[list[Any]]:
    """The good rows, with other values (repeated as needed) in one column."""
    rows = [list(row) for row in ROWS]
    rows[0][position] = header or rows[0][position]
    for n, row in enumerate(rows[1:]):
        row[position] = values[n % len(values)]
    return rows


def xlsx(rows: Sequence[Sequence[Any]] = ROWS, **how: Any) -> bytes:
    return ugly.xlsx(rows, **how)


def delimited(
    rows: Sequence[Sequence[Any]] = ROWS, delimiter: str = ",", end: str = "\r\n"
) -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=end).writerows(texts(rows))
    return out.getvalue().encode()


def sheet_xml(rows: Sequence[Sequence[Any]] = ROWS) -> str:
    """The rows as the XML of a sheet, every cell a text."""
    return "".join(
        f'<row r="{r}">'
        + "".join(ugly.cell(f"{chr(64 + c)}{r}", text) for c, text in enumerate(row, start=1))
        + "</row>"
        for r, row in enumerate(texts(rows), start=1)
    )


def raw(also: str = "", **how: Any) -> bytes:
    """The good workbook made by hand, with more rows' XML under the others."""
    return ugly.raw_xlsx(sheet_xml() + also, **how)


def xls(rows: Sequence[Sequence[Any]] = ROWS) -> bytes:
    return ugly.xls(texts(rows))


def ods(rows: Sequence[Sequence[Any]] = ROWS) -> bytes:
    return ugly.ods(
        "".join(
            "<table:table-row>"
            + "".join(ugly.ods_cell("string", shown=text) for text in row)
            + "</table:table-row>"
            for row in texts(rows)
        )
    )
