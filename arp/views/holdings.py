"""What a lake holds, told for people: rows by feed, table and month."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from arp.words.grammar import UNDATED
from arp.words.tables import TABLES

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, eq=False)
class Holding:
    """One table of one feed: its rows in all, those without any date, and the dated by month."""

    feed: str
    title: str
    rows: int
    undated: int
    dated: pd.DataFrame  # one row a month: month, rows


def of_each_feed(held: pd.DataFrame) -> Iterator[Holding]:
    """Every table of every feed, in alphabetical order. `held` has feed, table, month and rows."""
    for (feed, table), rows in held.groupby(["feed", "table"], sort=True):
        dated = rows[rows["month"] != UNDATED]
        whole = int(rows["rows"].sum())
        lost = whole - int(dated["rows"].sum())
        yield Holding(str(feed), TABLES[str(table)].title, whole, lost, dated)


def undated(held: pd.DataFrame) -> dict[str, int]:
    """How many rows of each table, by its title, have no date at all; tables with none left out."""
    rows = held[held["month"] == UNDATED].groupby("table", sort=False)["rows"].sum()
    return {TABLES[str(table)].title.lower(): int(number) for table, number in rows.items()}
