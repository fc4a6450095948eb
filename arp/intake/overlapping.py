"""Files dropped together that hold the same rows: the later one would replace the earlier's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from arp.words.tables import TABLES

if TYPE_CHECKING:
    from arp.lake.change import Change


def rows_in_both(change: Change, earlier: Sequence[Change]) -> dict[str, int]:
    """How many rows of a change other changes hold otherwise, by those changes' file names.

    Rows of one feed and number that say the same are not counted; nor are settings. Of the tables
    of one file, the one with the most such rows speaks.
    """
    found = {
        other.file_name: max(_replaced(change, other, table) for table in change.tables)
        for other in earlier
        if other.feed == change.feed
    }
    return {name: n for name, n in found.items() if n}


def _replaced(change: Change, other: Change, table: str) -> int:
    import pyarrow as pa
    import pyarrow.compute as pc

    if not TABLES[table].clocks or table not in other.tables:
        return 0
    mine, theirs = change.tables[table], other.tables[table]
    shared = mine.filter(pc.is_in(mine["row_key"], pa.array(theirs["row_key"].combine_chunks())))
    same = pc.is_in(shared["row_hash"], pa.array(theirs["row_hash"].combine_chunks()))
    return int(shared.num_rows - (pc.sum(same).as_py() or 0))
