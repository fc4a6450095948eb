"""The rows of every table that the sheets of a file feed, as they were understood."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from arp.intake.checking.column_reader import ColumnReader
from arp.intake.checking.settling import Settled, settle
from arp.intake.checking.sheet_reader import SheetReader, TableRows
from arp.words.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from arp.intake.recognition.sheets import LookedAt


@dataclass(frozen=True, kw_only=True)
class RowsReader:
    """Reads the rows of sheets of one feed.

    `by_content` is for some rows of a file alone: by table, what held of the whole file (see
    `identify`).
    """

    feed: str
    today: date
    person_key: bytes | None
    by_content: Mapping[str, bool] = field(default_factory=dict)

    def settled(self, sheets: Iterable[tuple[LookedAt, str | None]]) -> dict[str, Settled]:
        """The rows of each table, from all sheets that feed it, in declared order.

        Args:
            sheets: each with the city's time zone, as far as it is known.
        """
        parts: dict[str, list[TableRows]] = {}
        for look, zone in sheets:
            for part in self._tables(look, zone):
                parts.setdefault(part.table.name, []).append(part)
        return {
            name: settle(TABLES[name], parts[name], self.feed, by_content=self.by_content.get(name))
            for name in TABLES
            if name in parts
        }

    def _tables(self, look: LookedAt, zone: str | None) -> list[TableRows]:
        if look.grid is None:
            return []
        columns = ColumnReader(
            grid=look.grid,
            contents=look.contents,
            orders=look.orders,
            person_key=self.person_key,
            city_zone=zone,
            today=self.today,
        )
        return SheetReader(grid=look.grid, mapping=look.mapping, columns=columns).tables()
