"""The bench on which facts are made: tables and views of one DuckDB, by name."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from arp.lake.relation import parquet_files, quoted
from arp.measures.compiled import sql_of
from arp.measures.facts.sources import unbound

if TYPE_CHECKING:
    import duckdb
    import ibis.expr.types as ir
    import pyarrow as pa

STAGED = "staged_"  # what is no fact has a name that begins so, and goes when all facts are made


class Workbench:
    """What has been made so far; `bench[name]` is its form, to make the next from.

    Tables lie in memory or, where a `folder` is given, as Parquet files in it: then what has the
    name of a table is a view of its files.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, folder: Path | None = None) -> None:
        self._connection = connection
        self._folder = folder
        self._files: dict[str, list[Path]] = {}  # by name
        self._made: dict[str, ir.Table] = {}
        self._kinds: dict[str, str] = {}  # whether a name is that of a table or a view

    def __getitem__(self, name: str) -> ir.Table:
        """The form of what was made under that name."""
        return self._made[name]

    @property
    def facts(self) -> dict[str, ir.Table]:
        """The form of everything that is still there."""
        return dict(self._made)

    def make(self, name: str, rows: ir.Table) -> ir.Table:
        """Makes a table of these rows."""
        if self._folder:
            return self._write(name, rows, self._folder)
        return self._create("TABLE", name, rows)

    def add(self, name: str, rows: ir.Table) -> ir.Table:
        """Makes a table of these rows, or adds them to the one of that name."""
        if self._folder or name not in self._made:
            return self.make(name, rows)
        self._connection.execute(f"INSERT INTO {name} BY NAME {sql_of(rows)}")
        return self._made[name]

    def stage(self, name: str, rows: ir.Table) -> ir.Table:
        """Makes a table in memory, for what is small or soon goes.

        One that is made anew takes the place of the one before.
        """
        return self._create("OR REPLACE TEMP TABLE", name, rows)

    def view(self, name: str, rows: ir.Table) -> ir.Table:
        """Makes what is read once, or seldom: it is worked out as it is read, and never kept.

        A step with a name also keeps Ibis from writing out the steps before it again and again. One
        that is made anew takes the place of the one before.
        """
        return self._create("OR REPLACE VIEW", name, rows)

    def load(self, name: str, rows: pa.Table) -> ir.Table:
        """Makes a table of rows that are at hand."""
        self._connection.register("loaded", rows)
        self._connection.execute(f"CREATE TABLE {name} AS SELECT * FROM loaded")
        self._connection.unregister("loaded")
        return self._know("TABLE", name, unbound(name, rows.schema))

    def ask(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """The rows that a query over what was made gives."""
        rows: list[tuple[Any, ...]] = self._connection.execute(sql, parameters).fetchall()
        return rows

    def values(self, name: str, column: str) -> list[str]:
        """The texts that a column holds, each once."""
        rows = self.ask(f"SELECT DISTINCT {column} FROM {name} WHERE {column} <> ''")
        return sorted(text for (text,) in rows)

    def said(self, flags: ir.Table) -> list[str]:
        """The columns of the one row that say yes."""
        (row,) = self.ask(sql_of(flags))
        return [name for name, flag in zip(flags.columns, row, strict=True) if flag]

    def has_rows(self, name: str) -> bool:
        """Whether there is any row under that name."""
        return bool(self.ask(f"SELECT 1 FROM {name} LIMIT 1"))

    def drop(self, *names: str) -> None:
        """Drops what no later step reads."""
        for name in names:
            self._connection.execute(f"DROP {self._kinds[name]} {name}")
            del self._made[name]
            for file in self._files.pop(name, ()):
                file.unlink()

    def clear(self) -> None:
        """Drops what was only staged."""
        self.drop(*(name for name in self._made if name.startswith(STAGED)))

    def _create(self, kind: str, name: str, rows: ir.Table) -> ir.Table:
        self._connection.execute(f"CREATE {kind} {name} AS {sql_of(rows)}")
        # Whatever else is said as it is made, it is dropped as a table or a view.
        return self._know(kind.split()[-1], name, rows)

    def _write(self, name: str, rows: ir.Table, folder: Path) -> ir.Table:
        """Writes one more file of what has that name."""
        files = self._files.setdefault(name, [])
        file = folder / f"{name}_{len(files)}.parquet"
        self._connection.execute(
            f"COPY ({sql_of(rows)}) TO {quoted(str(file))} (FORMAT parquet, COMPRESSION lz4)"
        )
        files.append(file)
        written = parquet_files([str(file) for file in files])
        self._connection.execute(f"CREATE OR REPLACE VIEW {name} AS SELECT * FROM {written}")
        return self._know("VIEW", name, rows)

    def _know(self, kind: str, name: str, rows: ir.Table) -> ir.Table:
        import ibis

        self._made[name], self._kinds[name] = ibis.table(rows.schema(), name=name), kind
        return self._made[name]
