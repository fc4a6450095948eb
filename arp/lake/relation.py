"""Parquet files as one typed SQL relation, whatever release wrote each of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from arp.lake.schema import SQL_OF_ARROW

if TYPE_CHECKING:
    import pyarrow as pa


def quoted(text: str) -> str:
    """A text as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"


def literal_path(path: str) -> str:
    """A path that means itself where a pattern is read: `*`, `?` and `[` stand for themselves."""
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in path)


def parquet_files(files: Sequence[str], *, filename: bool = False) -> str:
    """DuckDB's `read_parquet` of exactly these files; needs no parameter. `files` is not empty.

    Hive partitioning is off: a lake may stand in a folder named `city=durham`.
    """
    listed = ", ".join(quoted(literal_path(file)) for file in files)
    named = ", filename=true" if filename else ""
    return f"read_parquet([{listed}], union_by_name=true, hive_partitioning=false{named})"


def relation_sql(files: Sequence[str], schema: pa.Schema) -> str:
    """A SELECT that gives exactly the schema's columns and types, one row a stored row.

    A column that some or all of the files lack (an older release wrote them) is a typed NULL;
    without any file the relation is empty and typed.
    """
    types = {field.name: SQL_OF_ARROW[str(field.type)] for field in schema}
    empty = ", ".join(f'NULL::{type_} AS "{name}"' for name, type_ in types.items())
    columns = ", ".join(f'"{name}"::{type_} AS "{name}"' for name, type_ in types.items())
    stored = f" UNION ALL BY NAME SELECT * FROM {parquet_files(files)}" if files else ""
    return f"SELECT {columns} FROM (SELECT {empty} WHERE false{stored})"


def identities_sql(files: Sequence[str]) -> str:
    """A SELECT of what rows are told apart by, with the name of the file each stands in."""
    names = ("feed", "row_key", "row_hash", "month", "upload_id")
    if not files:
        empty = ", ".join(f"NULL::VARCHAR AS {name}" for name in ("file", *names))
        return f"SELECT {empty} WHERE false"
    read = parquet_files(files, filename=True)
    return f"SELECT parse_filename(filename) AS file, {', '.join(names)} FROM {read}"
