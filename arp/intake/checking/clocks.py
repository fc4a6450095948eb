"""The clocks of a sheet: in which order their dates are written, and whether they make sense."""

from __future__ import annotations

from collections.abc import Mapping as Map
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from arp.intake.checking import two_columns, zones
from arp.intake.checking.dates import DMY, EARLIEST_YEAR, MDY, orders_proven
from arp.intake.mapping import Choice, Question
from arp.words.catalog import CATALOG
from arp.words.findings import Finding
from arp.words.grammar import Kind
from arp.words.tables import TABLES

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    from arp.intake.mapping import Column, Mapping
    from arp.intake.recognition.content import Content
    from arp.intake.recognition.header_row import Grid

    Mask = np.ndarray[Any, np.dtype[np.bool_]]

KEY = "date_order"
_LONGEST = timedelta(hours=24)


@dataclass(frozen=True)
class DateOrders:
    """How the dates of a sheet are written, and what must be asked about it.

    `by_position` gives each date column's order of day and month; `zone` is the city's, into which
    times marked as UTC are put, None where they are kept as written.
    """

    by_position: Map[int, str | None]
    zone: str | None = None
    questions: tuple[Question, ...] = ()

    @property
    def of_sheet(self) -> str | None:
        """The one order of the sheet's dates, where it has such dates and one order."""
        orders = {order for order in self.by_position.values() if order}
        return orders.pop() if len(orders) == 1 else None


def date_orders(
    grid: Grid, mapping: Mapping, contents: Sequence[Content], answers: Map[str, str]
) -> DateOrders:
    """Whether 3/4/2026 is March 4 or April 3, column by column, and what UTC means; never guessed.

    Columns of one sheet share their order: what one proves holds for the others too, unless they
    prove different ones. What nothing proves is taken from the answers, or asked.
    """
    proven = {
        column.position: orders_proven(two_columns.cells_of(grid, contents, column.position))
        for column in mapping.columns
        if any(_is_date(name) for name in column.fields)
    }
    certain = {next(iter(orders)) for orders in proven.values() if len(orders) == 1}
    shared = certain.pop() if len(certain) == 1 else _order(answers.get(KEY))
    orders: dict[int, str | None] = {}
    open_columns: list[Column] = []
    for column in mapping.columns:
        found = proven.get(column.position, set())
        if len(found) == 1:
            orders[column.position] = next(iter(found))
        elif found:
            order = _order(answers.get(f"{KEY}:{column.header}")) or shared
            orders[column.position] = order
            if order is None:
                open_columns.append(column)
    dated = [contents[position] for position in proven]
    zone, about_zone = zones.zone_of_utc(grid.sheet.name, dated, answers.get(zones.KEY))
    return DateOrders(orders, zone, (*_questions(grid, open_columns), *about_zone))


def _order(answer: str | None) -> str | None:
    return answer if answer in (MDY, DMY) else None


def _is_date(name: str) -> bool:
    table, _, field = name.partition(".")
    return TABLES[table].field(field).kind in (Kind.TIMESTAMP, Kind.DATE, Kind.MONTH)


def _questions(grid: Grid, columns: list[Column]) -> tuple[Question, ...]:
    """One question for all columns, or for the one that alone is open."""
    if not columns:
        return ()
    sample = next(iter(columns[0].samples), "3/4/2026")
    alone = len(columns) == 1
    key = f"{KEY}:{columns[0].header}" if alone else KEY
    which = f"column “{columns[0].header}”" if alone else f"sheet “{grid.sheet.name}”"
    return (
        Question(
            key=key,
            prompt=f"In the dates of {which}, such as {sample}, which comes first?",
            choices=(
                Choice(value=MDY, label="The month (3/4 is March 4)"),
                Choice(value=DMY, label="The day (3/4 is April 3)"),
            ),
        ),
    )


def implausible(times: pa.TimestampArray, today: date) -> tuple[Mask, Mask]:
    """Which times lie before 2000, and which after tomorrow."""
    import numpy as np

    instants = times.to_numpy(zero_copy_only=False)
    early = instants < np.datetime64(f"{EARLIEST_YEAR}-01-01")
    late = instants >= np.datetime64((today + timedelta(days=2)).isoformat())
    return early, late


def findings_about_order(
    sheet: str, rows: pa.Table, clocks: tuple[str, ...], headers: Map[str, str]
) -> list[Finding]:
    """A finding for each clock that is before the one known before it, or 24 hours after it.

    Args:
        sheet: the sheet's name.
        rows: with `sheet_row` and the clocks.
        clocks: in the order in which they should follow each other.
        headers: the sheet's header of each clock that it has.
    """
    import numpy as np

    numbers = rows.column("sheet_row").to_numpy()
    last = np.full(rows.num_rows, "NaT", dtype="datetime64[us]")
    last_clock = np.full(rows.num_rows, -1)
    findings = []
    known = [name for name in clocks if name in headers]
    for place, name in enumerate(known):
        at = rows.column(name).to_numpy()
        interval = at - last
        for kind, wrong in (
            ("times_out_of_order", interval < np.timedelta64(0, "s")),
            ("interval_too_long", interval > np.timedelta64(_LONGEST)),
        ):
            findings += [
                Finding(
                    CATALOG[kind],
                    sheet=sheet,
                    row=int(numbers[index]),
                    column=headers[name],
                    found=str(at[index].astype("datetime64[s]")).replace("T", " "),
                    other=headers[known[last_clock[index]]],
                )
                for index in np.flatnonzero(wrong)
            ]
        is_known = ~np.isnat(at)
        last = np.where(is_known, at, last)
        last_clock[is_known] = place
    return findings


def month_gaps(sheet: str | None, months: set[str]) -> list[Finding]:
    """A finding for each run of months without a row between months that have some."""
    have = sorted(_number(month) for month in months)
    return [
        Finding(CATALOG["month_gap"], sheet=sheet, found=_run(before + 1, after - 1))
        for before, after in zip(have, have[1:], strict=False)
        if after - before > 1
    ]


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:]) - 1


def _run(first: int, last: int) -> str:
    names = [f"{number // 12}-{number % 12 + 1:02d}" for number in (first, last)]
    return names[0] if first == last else f"{names[0]} to {names[1]}"
