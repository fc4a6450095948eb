"""From rows that leave and enter a table to the files that are taken out and put in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from arp.lake.compare import cursor
from arp.lake.delta import runs
from arp.lake.difference import Difference
from arp.lake.relation import relation_sql
from arp.lake.schema import arrow_schema
from arp.lake.snapshot import ALIKE
from arp.lake.stored import StoredFile, require_whole
from arp.words.tables import TABLES

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True, kw_only=True)
class Rewriting:
    """Files of a table that go, and the rows, sorted by feed and month, that come for them."""

    gone: Sequence[StoredFile]
    rows: pa.Table


def rewriting(found: Difference, table: str) -> Rewriting:
    """The files that a difference touches, and the rows that take their place.

    Touched are the files that lose a row and that of each feed and month that gains one. So there
    stays one file a feed and month, and a month is read and written alone.

    Raises:
        LakeDamaged: when a file whose rows stay is not as it was written.
    """
    schema = arrow_schema(TABLES[table])
    losing = _count(found.gone.column("file"))
    gaining = found.incoming.select(ALIKE).group_by(list(ALIKE)).aggregate([]).to_pylist()
    gone = [file for file in found.files if file.name in losing or dict(file.shared) in gaining]
    staying = [file for file in gone if losing.get(file.name, 0) < file.rows]
    require_whole(staying)  # a flipped byte would be written into the new file, and be sealed there
    kept = [file.path for file in staying]
    with cursor() as sql:
        sql.register("gone", found.gone)
        rows = sql.sql(
            f"SELECT * FROM ({relation_sql(kept, schema)}) ANTI JOIN gone USING (feed, row_key)"
        ).to_arrow_table()
    incoming = found.incoming.select(schema.names).cast(schema)
    return Rewriting(gone=gone, rows=_together(rows.cast(schema), incoming))


def _count(values: pa.ChunkedArray) -> dict[str, int]:
    return {each["values"]: each["counts"] for each in values.value_counts().to_pylist()}


def _together(kept: pa.Table, incoming: pa.Table) -> pa.Table:
    """Rows that will stand in one file, beside one another."""
    import pyarrow as pa

    rows = pa.concat_tables([kept, incoming])
    if len(runs(rows, ALIKE)) <= 1:
        return rows
    return rows.sort_by([(name, "ascending") for name in ALIKE])
