"""What a change would do to one table: which rows are new, replaced, unchanged or go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from arp.lake.change import Change, Tally
from arp.lake.compare import cursor
from arp.lake.relation import identities_sql
from arp.lake.schema import arrow_schema
from arp.lake.snapshot import Snapshot
from arp.lake.stored import StoredFile
from arp.words.settings import SETTINGS
from arp.words.tables import TABLES

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa


@dataclass(frozen=True, kw_only=True)
class Difference:
    """The rows that leave one table and those that enter it, with the sum that they make.

    `files` are those that hold the table now; `gone` has `file`, `feed` and `row_key` of the rows
    that are replaced or removed; `incoming` whole rows.
    """

    files: Sequence[StoredFile]
    tally: Tally
    gone: pa.Table
    incoming: pa.Table

    @property
    def is_empty(self) -> bool:
        """Whether the table stays as it is."""
        return bool(self.gone.num_rows == 0 and self.incoming.num_rows == 0)


def difference(change: Change, table: str, snapshot: Snapshot | None) -> Difference:
    """Compares the change's rows of one table with the snapshot, by feed, row_key and row_hash.

    Raises:
        ValueError: when the rows are not what `Change` promises (two with one key, one without, a
            type that is not the declared one, a tally that does not add up to the rows).
    """
    rows = typed(change.tables[table], table)
    files = [] if snapshot is None else snapshot.stored_files(table)
    with cursor() as sql:
        sql.register("change", _identities(rows))
        _require_one_row_a_key(sql, table)
        _match(sql, _of_feeds(files, set(rows.column("feed").unique().to_pylist())))
        _find_removed(sql, _of_feeds(files, {change.feed}), change, table)
        result = Difference(
            files=files,
            tally=_tally(sql, change, table),
            gone=sql.sql(_GONE).to_arrow_table(),
            incoming=_taken(rows, sql.sql(_INCOMING).to_arrow_table().column("position")),
        )
    if not result.tally.closes:
        raise ValueError(f"the tally of {table} does not add up to its rows")
    return result


def typed(rows: pa.Table, table: str) -> pa.Table:
    """The rows with the declared columns and types, but for upload_id, which the lake gives.

    Raises:
        ValueError: when a column is missing or of another type (the message names no value).
    """
    import pyarrow as pa

    schema = arrow_schema(TABLES[table])
    schema = schema.remove(schema.get_field_index("upload_id"))
    try:
        declared = rows.select(schema.names).cast(schema)
    except (KeyError, pa.ArrowInvalid, pa.ArrowNotImplementedError) as error:
        fault = type(error).__name__
        raise ValueError(f"rows of {table} are not as declared: {fault}") from None
    for name in _NEVER_BLANK:
        if declared.column(name).null_count:
            raise ValueError(f"rows of {table} have no {name}")
    return declared


_NEVER_BLANK = ("feed", "row_key", "row_hash", "month")
_GONE = """
    SELECT file, feed, row_key FROM matched WHERE NOT same
    UNION ALL SELECT file, feed, row_key FROM removed
"""
_INCOMING = """
    SELECT position FROM change ANTI JOIN (FROM matched WHERE same) USING (feed, row_key)
    ORDER BY position
"""


def _identities(rows: pa.Table) -> pa.Table:
    """What rows are compared by, with their position, so that the wide rows are not copied."""
    import numpy as np
    import pyarrow as pa

    named = rows.select(["feed", "row_key", "row_hash"])
    return named.append_column("position", pa.array(np.arange(rows.num_rows)))


def _taken(rows: pa.Table, positions: pa.ChunkedArray) -> pa.Table:
    return rows if len(positions) == rows.num_rows else rows.take(positions)


def _of_feeds(files: Sequence[StoredFile], feeds: set[str]) -> list[str]:
    return [file.path for file in files if file.shared.get("feed") in {*feeds, None}]


def _match(sql: duckdb.DuckDBPyConnection, files: Sequence[str]) -> None:
    """The change's rows that the lake already has, the same or another."""
    sql.execute(
        "CREATE TEMP TABLE matched AS SELECT held.file, held.feed, held.row_key, "
        "held.row_hash = change.row_hash AS same "
        f"FROM ({identities_sql(files)}) AS held JOIN change USING (feed, row_key)"
    )


def _find_removed(
    sql: duckdb.DuckDBPyConnection, files: Sequence[str], change: Change, table: str
) -> None:
    """The feed's rows that go: of months or sections held whole, and those left behind."""
    sections = change.whole_sections if table == SETTINGS.name else ()
    left = change.left_behind.get(table)
    held = identities_sql(files if change.whole_months or sections or left is not None else [])
    sql.register("left_behind", _no_rows_left() if left is None else left)
    sql.execute(
        f"CREATE TEMP TABLE removed AS SELECT file, feed, row_key FROM ({held}) "
        "ANTI JOIN change USING (feed, row_key) "
        "WHERE feed = $feed AND (list_contains($months::VARCHAR[], month) "
        "OR list_contains($sections::VARCHAR[], split_part(row_key, chr(31), 1)) "
        "OR (row_key, row_hash) IN (SELECT (row_key, row_hash) FROM left_behind))",
        {
            "feed": change.feed,
            "months": list(change.whole_months),
            "sections": list(sections),
        },
    )


def _no_rows_left() -> pa.Table:
    import pyarrow as pa

    return pa.table({name: pa.nulls(0, pa.string()) for name in ("row_key", "row_hash")})


def _tally(sql: duckdb.DuckDBPyConnection, change: Change, table: str) -> Tally:
    counted = sql.sql(
        "SELECT (SELECT count(*) FROM change), (SELECT count(*) FROM matched WHERE same), "
        "(SELECT count(*) FROM matched WHERE NOT same), (SELECT count(*) FROM removed)"
    ).fetchall()
    rows, unchanged, replaced, removed = counted[0]
    given = change.tallies.get(table, Tally(rows_read=rows))
    return replace(
        given,
        new=rows - unchanged - replaced,
        replaced=replaced,
        unchanged=given.unchanged + unchanged,
        removed=removed,
    )


def _require_one_row_a_key(sql: duckdb.DuckDBPyConnection, table: str) -> None:
    twice = sql.sql("SELECT 1 FROM change GROUP BY feed, row_key HAVING count(*) > 1 LIMIT 1")
    if twice.fetchall():
        raise ValueError(f"two rows of {table} have one feed and row_key")
