"""Drawn tables: a snapshot written as text, for tests that must be read at a glance.

    calls
    incident_number | received_at      | on_scene_at
    1               | 2026-01-05 08:00 | 08:12

A clock without a date is of the day of the row's first clock. A blank cell is unknown.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from arp.lake.change import LedgerRow
from arp.lake.ledger import Ledger
from arp.lake.relation import relation_sql
from arp.lake.schema import arrow_schema
from arp.measures.compiled import sql_of
from arp.measures.database import connect
from arp.measures.engine import measure
from arp.measures.evidence import Evidence
from arp.measures.facts.sources import unbound
from arp.words.grammar import UNDATED, Kind
from arp.words.settings import SECTIONS
from arp.words.tables import TABLES

TODAY = date(2026, 3, 15)
UPLOADS = "uploads"  # the block that draws the ledger: upload_id, and at, in UTC


@dataclass
class DrawnSnapshot:
    """A stand-in for a snapshot of the lake: rows by table, kept as Parquet for a test's time."""

    rows: Mapping[str, list[dict[str, Any]]]
    number: int = 1

    def __post_init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="drawn")
        for number, row in enumerate(self.rows.get(UPLOADS, ()), start=1):
            Ledger(self.lake).append(_closed(number, **row))
            self.number = number

    @property
    def lake(self) -> Path:
        return Path(self._folder.name)

    def relation_sql(self, table: str) -> str:
        schema = arrow_schema(TABLES[table])
        rows = self.rows.get(table, [])
        if not rows:
            return relation_sql([], schema)
        path = self.lake / f"{table}.parquet"
        pq.write_table(pa.Table.from_pylist(rows, schema=schema), path)
        return relation_sql([str(path)], schema)


def drawn(text: str) -> DrawnSnapshot:
    """The snapshot that a text draws: one block a table, parted by blank lines.

    A block begins with the name of a table or of a settings section, or “uploads”, and perhaps
    “from” and the name of its feed; then the header, then rows. Rows are of the upload “first”.
    """
    rows: dict[str, list[dict[str, Any]]] = {}
    for block in re.split(r"\n\s*\n", text.strip()):
        title, header, *lines = (line.strip() for line in block.strip().splitlines())
        name, _, feed = title.partition(" from ")
        names = [cell.strip() for cell in header.split("|")]
        cells = [[cell.strip() for cell in line.split("|")] for line in lines]
        drawn_rows = [dict(zip(names, row, strict=True)) for row in cells]
        if name == UPLOADS:
            rows[UPLOADS] = drawn_rows
        elif name in SECTIONS:
            rows.setdefault("settings", []).extend(_setting(name, row) for row in drawn_rows)
        else:
            table = rows.setdefault(name, [])
            table += [_stored(name, feed or "cad", row) for row in drawn_rows]
    return DrawnSnapshot(rows)


@lru_cache
def evidence(text: str) -> Evidence:
    """The facts of a drawn snapshot, derived once a text."""
    return Evidence.derive(drawn(text), today=TODAY)


def _closed(number: int, upload_id: str, at: str) -> LedgerRow:
    """The row of the ledger that closed an upload."""
    return LedgerRow(
        snapshot=number,
        at=datetime.fromisoformat(at).replace(tzinfo=UTC),
        who="an analyst",
        kind="upload",
        upload_id=upload_id,
        feed="cad",
        file_name="january.xlsx",
        sha256="",
        tallies={},
        months=(),
        undated=0,
        versions={},
    )


def _stored(name: str, feed: str, cells: Mapping[str, str]) -> dict[str, Any]:
    table = TABLES[name]
    row: dict[str, Any] = {"feed": feed, "upload_id": "first"}
    for column, cell in cells.items():
        kind = table.field(column).kind
        row[column] = _value(kind, cell, row)
        if kind is Kind.DATE and cell:
            row[column] = date.fromisoformat(cell)
    clocks = [row[clock] for clock in table.clocks if row.get(clock)]
    row["month"] = str(clocks[0])[: len("2026-01")] if clocks else UNDATED
    return row


def _setting(section: str, cells: Mapping[str, str]) -> dict[str, Any]:
    table = SECTIONS[section]
    value = {
        column: _value(table.field(column).kind, cell, {})
        for column, cell in cells.items()
        if cell and column not in ("valid_from", "valid_to")
    }
    days = {
        name: date.fromisoformat(cells[name]) if cells.get(name) else None
        for name in ("valid_from", "valid_to")
    }
    name = "\x1f".join(str(value.get(key, "")) for key in table.keys[0])
    return {"section": section, "name": name, "value": json.dumps(value), **days}


def _value(kind: Kind, cell: str, row: Mapping[str, Any]) -> Any:
    if not cell:
        return None
    if kind is Kind.TIMESTAMP:
        if len(cell) <= len("08:00:00"):
            day = next(value for value in row.values() if isinstance(value, datetime)).date()
            cell = f"{day} {cell}"
        return datetime.fromisoformat(cell)
    if kind is Kind.FLAG:
        return {"yes": True, "no": False}[cell]
    if kind is Kind.WHOLE:
        return int(cell)
    if kind is Kind.NUMBER:
        return float(cell)
    return cell


def facts(text: str, fact: str, *columns: str) -> dict[Any, Any]:
    """Columns of a drawn snapshot's calls, by number, or of its call_teams, by number and team.

    One column gives its value, several a tuple; blanks are None.
    """
    keys = ["incident_number", *(["team"] if fact == "call_teams" else [])]
    frame = evidence(text).ask(f"SELECT {', '.join([*keys, *columns])} FROM {fact}").astype(object)
    rows = frame.where(frame.notna(), None).itertuples(index=False, name=None)
    found = {row[: len(keys)]: row[len(keys) :] for row in rows}
    return {
        key if len(keys) > 1 else key[0]: cells if len(columns) > 1 else cells[0]
        for key, cells in found.items()
    }


def readings(text: str, key: str, **question: Any) -> list[dict[str, Any]]:
    """The readings of one indicator from a drawn snapshot, blanks as None."""
    frame = measure(evidence(text), [key], **question).astype(object)
    return [
        {name: None if pd.isna(cell) else cell for name, cell in row.items()}
        for row in frame.to_dict("records")
    ]


def reading(text: str, key: str, **question: Any) -> dict[str, Any]:
    """The only reading of an indicator from a drawn snapshot."""
    (only,) = readings(text, key, **question)
    return only


def answer(query: Callable[..., Any], **tables: pa.Table) -> list[dict[str, Any]]:
    """What an expression over tables of these names gives, row by row."""
    with connect() as connection:
        for name, rows in tables.items():
            connection.register(name, rows)
        asked = query(**{name: unbound(name, rows.schema) for name, rows in tables.items()})
        found: list[dict[str, Any]] = connection.execute(sql_of(asked)).to_arrow_table().to_pylist()
        return found


def waits(minutes: list[float], *, scope: str = "program") -> str:
    """Calls of one feed, one an interval from received to on scene, as a drawn text."""
    start = datetime(2026, 1, 5, 8)
    lines = [
        f"{number} | {start} | {start + timedelta(minutes=wait)}"
        for number, wait in enumerate(minutes, start=1)
    ]
    header = "incident_number | received_at | on_scene_at"
    return "\n".join([f"feeds\nfeed | scope\ncad | {scope}\n\ncalls\n{header}", *lines])
