"""A snapshot: the lake as one ledger row closed it. It never changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from arp.lake.change import LedgerRow
from arp.lake.delta import FIRST_VERSION, TableFolder
from arp.lake.errors import ASK_THE_DOCTOR, LakeDamaged
from arp.lake.relation import relation_sql
from arp.lake.schema import arrow_schema
from arp.lake.stored import StoredFile, seal
from arp.words.tables import TABLES

if TYPE_CHECKING:
    import pyarrow as pa

ALIKE = ("feed", "month")


def table_folder(lake: Path, table: str) -> TableFolder:
    """The folder of a declared table.

    Raises:
        KeyError: when no table of that name is declared.
    """
    return TableFolder(lake / table, arrow_schema(TABLES[table]), ALIKE)


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """The lake as it was when a change was closed.

    `versions` are those of the tables that existed then; a table that is not in it was empty.
    """

    lake: Path
    number: int
    at: datetime  # UTC
    versions: Mapping[str, int] = field(hash=False)
    seals: Mapping[str, str] = field(default_factory=dict, hash=False)

    @classmethod
    def of(cls, lake: Path, row: LedgerRow) -> Snapshot:
        """The snapshot that this row of the ledger closed."""
        return cls(
            lake=lake, number=row.snapshot, at=row.at, versions=row.versions, seals=row.seals
        )

    def files(self, table: str) -> list[str]:
        """Absolute paths of the table's Parquet files; every column is in the files."""
        return [file.path for file in self.stored_files(table)]

    def stored_files(self, table: str) -> list[StoredFile]:
        """The table's files with their size, row count, feed and month.

        Raises:
            LakeDamaged: when the table's log does not read, or does not say what it said when the
                snapshot was closed.
        """
        version = self.versions.get(table, FIRST_VERSION)
        if version == FIRST_VERSION:
            return []
        files = table_folder(self.lake, table).files(version)
        if not self.is_sealed(table, files):
            raise LakeDamaged(
                f"The log of the table {table} is not as it was written. {ASK_THE_DOCTOR}"
            )
        return files

    def is_sealed(self, table: str, files: Sequence[StoredFile]) -> bool:
        """Whether these are the table's files as the ledger's row was told of them.

        Rows that a release before the seals wrote cannot tell, and are believed.
        """
        return self.seals.get(table) in (None, seal(files))

    def relation_sql(self, table: str) -> str:
        """A DuckDB SELECT of the table: exactly the columns and types of `arrow_schema`.

        Needs no parameter; works for a table without rows and for files of older releases.
        """
        return relation_sql(self.files(table), arrow_schema(TABLES[table]))

    def read(self, table: str, columns: Sequence[str] | None = None) -> pa.Table:
        """The table's rows, typed; columns that older files lack are null."""
        import pyarrow.dataset as ds

        schema = arrow_schema(TABLES[table])
        rows = ds.dataset(self.files(table), schema=schema, format="parquet")
        return rows.to_table(columns=None if columns is None else list(columns))
