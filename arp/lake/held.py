"""What a lake holds, counted: rows of each table, feed and month, their days, when they came."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from arp.lake.compare import cursor
from arp.lake.undo import undone
from arp.words.grammar import Kind, Table
from arp.words.settings import SETTINGS
from arp.words.tables import TABLES

if TYPE_CHECKING:
    import pandas as pd

    from arp.lake.change import LedgerRow
    from arp.lake.snapshot import Snapshot

_DAYS = (Kind.TIMESTAMP, Kind.DATE)
_LONG_AGO = datetime.min.replace(tzinfo=UTC)  # a feed's past, brought in at once


def held(snapshot: Snapshot) -> pd.DataFrame:
    """One row a table, feed and month, “undated” too: rows, first and last day of them.

    Settings are left out. A table whose rows are of whole months has no days.
    """
    import pandas as pd

    counted = []
    with cursor() as sql:
        for table in TABLES.values():
            if table.name != SETTINGS.name:
                stored = snapshot.relation_sql(table.name)
                found = sql.sql(_COUNTED.format(stored=stored, day=_day(table))).df()
                counted.append(found.assign(table=table.name))
    whole: pd.DataFrame = pd.concat(counted, ignore_index=True)
    return whole


def _day(table: Table) -> str:
    """The day on which a row begins, in SQL."""
    clocks = [name for name in table.clocks if table.field(name).kind in _DAYS]
    each = ", ".join(f"CAST({name} AS DATE)" for name in clocks)
    return f"coalesce({each})" if clocks else "CAST(NULL AS DATE)"


_COUNTED = """
    SELECT feed, month, count(*) AS rows, min({day}) AS first, max({day}) AS last
    FROM ({stored}) GROUP BY feed, month ORDER BY feed, month
"""


def arrived(history: Sequence[LedgerRow]) -> dict[tuple[str, str], datetime]:
    """When each month of each feed first came, of the uploads that still stand.

    What came with a feed's first upload is left out: that is its past, brought in at once.

    Args:
        history: every change, newest first.
    """
    taken_back = undone(history)
    begun: dict[str, str] = {}
    first: dict[tuple[str, str], datetime] = {}
    for row in reversed(history):
        if row.kind != "upload" or row.upload_id in taken_back:
            continue
        its_first = begun.setdefault(row.feed, row.upload_id)
        for month in row.months:
            key = (row.feed, month)
            if row.upload_id == its_first:
                first[key] = _LONG_AGO
            first.setdefault(key, row.at)
    return {key: at for key, at in first.items() if at != _LONG_AGO}
