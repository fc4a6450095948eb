"""Rows that a change would replace though they are of another time: numbers used again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from arp.lake.compare import cursor
from arp.lake.difference import typed
from arp.lake.relation import relation_sql
from arp.lake.schema import arrow_schema
from arp.words.grammar import Kind
from arp.words.tables import TABLES

if TYPE_CHECKING:
    from arp.lake.change import Change
    from arp.lake.snapshot import Snapshot

A_CORRECTION = timedelta(days=31)  # a clock that is mended by more than this is hardly a correction


@dataclass(frozen=True, kw_only=True)
class Moved:
    """How many rows of a sheet would replace rows of another time, and the first of them."""

    table: str
    sheet: str
    n: int
    sheet_row: int
    row_key: str
    at: datetime  # the first clock of the row that comes in …
    was: datetime  # … and of the row that it would replace


def moved(change: Change, table: str, snapshot: Snapshot | None) -> list[Moved]:
    """Rows of a feed that keep their key while their first clock moves by more than 31 days.

    One a sheet. A row without any clock, here or there, cannot be told and is not among them.
    """
    clocks = [
        name for name in TABLES[table].clocks if TABLES[table].field(name).kind is Kind.TIMESTAMP
    ]
    if snapshot is None or not clocks:
        return []
    schema = arrow_schema(TABLES[table])
    feeds = {change.feed, None}
    files = [f.path for f in snapshot.stored_files(table) if f.shared.get("feed") in feeds]
    with cursor() as sql:
        named = ["feed", "row_key", "month", "sheet", "sheet_row", *clocks]
        sql.register("change", typed(change.tables[table], table).select(named))
        asked = _MOVED.format(
            held=relation_sql(files, schema), first=f"coalesce({', '.join(clocks)})"
        )
        found = sql.execute(asked, {"longest": A_CORRECTION, "feed": change.feed}).fetchall()
    names = ("sheet", "n", "sheet_row", "row_key", "at", "was")
    return [Moved(table=table, **dict(zip(names, row, strict=True))) for row in found]


# Two times more than 31 days apart never lie in one month: few rows are left to be compared.
_MOVED = """
    WITH came AS (SELECT *, {first} AS began FROM change),
    held AS (SELECT feed, row_key, month, {first} AS began FROM ({held}) WHERE feed = $feed)
    SELECT came.sheet, count(*), min(came.sheet_row), arg_min(row_key, came.sheet_row),
        arg_min(came.began, came.sheet_row), arg_min(held.began, came.sheet_row)
    FROM came JOIN held USING (feed, row_key)
    WHERE came.month <> held.month
        AND abs(epoch(came.began) - epoch(held.began)) > epoch($longest)
    GROUP BY came.sheet ORDER BY came.sheet
"""
