"""Facts about the data itself: which fields are filled, and how old the newest call was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from arp.lake.ledger import Ledger
from arp.measures.compiled import sql_of
from arp.measures.facts.calls import CLOCKS
from arp.measures.facts.clock import first_known
from arp.measures.facts.sources import SOURCES, Sources, stored
from arp.words.grammar import UNDATED
from arp.words.tables import TABLES

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa

    from arp.measures.evidence import Stored


def field_counts(connection: duckdb.DuckDBPyConnection, sources: Sources) -> pa.Table:
    """One row a required field, feed and month: rows stored, and rows that fill it.

    `ever_filled` says whether any row of the field does: else no feed has it.
    """
    import pyarrow as pa

    texts = [(name, pa.string()) for name in ("table", "field", "feed", "month")]
    numbers = [("rows_n", pa.int64()), ("filled_n", pa.int64()), ("ever_filled", pa.bool_())]
    rows = [row for table in SOURCES for row in _counted(connection, sources, table)]
    return pa.Table.from_pylist(rows, pa.schema([*texts, *numbers]))


def _counted(
    connection: duckdb.DuckDBPyConnection, sources: Sources, table: str
) -> list[dict[str, Any]]:
    required = [field.name for field in TABLES[table].stored_fields if field.required]
    source = sources.tables[table]
    filled = {f"{name}_n": source[name].count() for name in required}
    query = source.group_by("feed", "month").aggregate(rows_n=source.count(), **filled)
    sums = connection.execute(sql_of(query)).to_arrow_table().to_pylist()
    return [
        {
            "table": table,
            "field": name,
            "feed": row["feed"],
            "month": None if row["month"] == UNDATED else row["month"],
            "rows_n": row["rows_n"],
            "filled_n": row[f"{name}_n"],
            "ever_filled": any(other[f"{name}_n"] for other in sums),
        }
        for name in required
        for row in sums
    ]


def freshness(
    connection: duckdb.DuckDBPyConnection, sources: Sources, snapshot: Stored
) -> pa.Table:
    """One row: the newest dated call and the upload that brought it; no row without either."""
    import pyarrow as pa

    calls = stored("calls")
    moment = first_known(*(calls[name] for name in CLOCKS))
    newest = calls.select(moment=moment, upload_id=calls.upload_id)
    newest = newest.filter(newest.moment.notnull()).order_by(newest.moment.desc()).limit(1)
    closed = Ledger(snapshot.lake).rows()
    uploads = {row.upload_id: row.at for row in closed if row.snapshot <= snapshot.number}
    rows = [
        {
            "month": f"{moment:%Y-%m}",
            "last_call_on": moment.date(),
            "uploaded_on": sources.local_day(uploads[upload_id]),
        }
        for moment, upload_id in connection.execute(sql_of(newest)).fetchall()
        if upload_id in uploads
    ]
    day = pa.date32()
    columns = [("month", pa.string()), ("last_call_on", day), ("uploaded_on", day)]
    return pa.Table.from_pylist(rows, schema=pa.schema(columns))
