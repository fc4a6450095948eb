"""Small changes, drawn by hand: what a row says is its `call_type_final` or `disposition`."""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pyarrow as pa

from arp.lake import Change, Lake, Receipt, Tally
from arp.lake.schema import arrow_schema
from arp.words.tables import TABLES

AT = datetime(2026, 11, 3, 9, 30, tzinfo=UTC)
FEED = "police-cad"


def rows(table: str, *drawn: dict[str, Any], feed: str = FEED) -> pa.Table:
    """Rows as intake hands them over; `key` and `month` are given, the rest may be."""
    schema = arrow_schema(TABLES[table])
    schema = schema.remove(schema.get_field_index("upload_id"))
    whole = []
    for number, row in enumerate(drawn, start=2):
        values = {name: value for name, value in row.items() if name != "key"}
        said = repr(sorted(values.items(), key=lambda item: item[0]))
        whole.append(
            {
                "feed": feed,
                "row_key": row["key"],
                "row_hash": sha256(said.encode()).hexdigest(),
                "sheet": "Sheet1",
                "sheet_row": number,
                **values,
            }
        )
    return pa.Table.from_pylist(whole, schema=schema)


def calls(words: str, month: str = "2026-10", **fields: Any) -> pa.Table:
    """Calls of one month, “1:fight 2:noise”: number and call type."""
    return rows("calls", *(call(word, month, **fields) for word in words.split()))


def call(word: str, month: str, **fields: Any) -> dict[str, Any]:
    number, call_type = word.split(":")
    return {
        "key": number,
        "incident_number": number,
        "month": month,
        "call_type_final": call_type,
        **fields,
    }


def together(*tables: pa.Table) -> pa.Table:
    return pa.concat_tables(tables)


def change(
    tables: dict[str, pa.Table] | pa.Table, *whole_months: str, kind: str = "upload"
) -> Change:
    """A change of these tables (a table alone is of calls)."""
    named = {"calls": tables} if isinstance(tables, pa.Table) else tables
    return Change(
        kind=kind,
        feed=FEED,
        tables=named,
        tallies={name: Tally(rows_read=held.num_rows) for name, held in named.items()},
        file_name="October.xlsx",
        sha256="0" * 64,
        whole_months=whole_months,
    )


def save(lake: Lake, tables: dict[str, pa.Table] | pa.Table, *whole_months: str) -> Receipt:
    return lake.commit(change(tables, *whole_months), who="Ana", at=AT)


def undo(lake: Lake, receipt: Receipt) -> Receipt:
    assert receipt.upload_id is not None
    return lake.undo(receipt.upload_id, who="Ben", at=AT)


def held(lake: Lake, number: int | None = None) -> str:
    """What the lake says of its calls, in the words of `calls`, by month."""
    snapshot = lake.snapshot(number)
    if snapshot is None:
        return ""
    stored = snapshot.read("calls", ["month", "row_key", "call_type_final"]).to_pylist()
    ordered = sorted((row["month"], row["row_key"], row["call_type_final"]) for row in stored)
    months = sorted({row[0] for row in ordered})
    parts = [
        " ".join(f"{key}:{word}" for m, key, word in ordered if m == month) for month in months
    ]
    return " | ".join(parts)


def tree(folder: Path) -> dict[str, int]:
    """Every file of a folder with its size."""
    return {
        str(path.relative_to(folder)): path.stat().st_size
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
