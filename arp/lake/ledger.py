"""The ledger: one row closes one change, and is a snapshot of every table.

What the ledger does not name has not happened.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from arp.lake.change import LedgerRow, Tally
from arp.lake.delta import StoredFile, TableFolder
from arp.lake.errors import LakeDamaged

if TYPE_CHECKING:
    import pyarrow as pa

LEDGER = "ledger"


class Ledger:
    """The changes of a lake, in the order in which they were closed."""

    def __init__(self, lake: Path) -> None:
        self._path = lake / LEDGER

    def newest(self) -> LedgerRow | None:
        """The newest row; None while nothing was ever saved."""
        files = self._files()
        return self._read([max(files, key=_number)])[0] if files else None

    def row(self, snapshot: int) -> LedgerRow | None:
        """The row of that number; None when there is none."""
        found = [file for file in self._files() if _number(file) == snapshot]
        return self._read(found)[0] if found else None

    def rows(self) -> list[LedgerRow]:
        """All rows, newest first."""
        return self._read(self._files())

    def append(self, row: LedgerRow) -> None:
        """Closes a change; it is on the disk on return."""
        import pyarrow as pa

        written = asdict(row)
        for name in _MAPPINGS:
            written[name] = json.dumps(written[name])
        self._folder.replace([], pa.Table.from_pylist([written], schema=self._folder.schema))

    @cached_property
    def _folder(self) -> TableFolder:
        return TableFolder(self._path, _schema(), ("snapshot",))

    def _files(self) -> list[StoredFile]:
        version = self._folder.newest() if self._path.is_dir() else None
        return [] if version is None else self._folder.files(version)

    def _read(self, files: list[StoredFile]) -> list[LedgerRow]:
        import pyarrow as pa
        import pyarrow.dataset as ds

        if not files:
            return []
        paths = [file.path for file in files]
        try:
            stored = ds.dataset(paths, schema=self._folder.schema, format="parquet").to_table()
        except (pa.ArrowException, OSError) as error:
            raise LakeDamaged(
                "A row of the ledger could not be read. Put the lake's folder back from a backup."
            ) from error
        rows = [_ledger_row(row) for row in stored.to_pylist()]
        return sorted(rows, key=lambda row: row.snapshot, reverse=True)


_MAPPINGS = ("tallies", "versions")  # stored as JSON text, which every reader of Delta can open


def _schema() -> pa.Schema:
    import pyarrow as pa

    text = pa.string()
    return pa.schema(
        [
            ("snapshot", pa.int64()),
            ("at", pa.timestamp("us", tz="UTC")),
            ("who", text),
            ("kind", text),
            ("upload_id", text),
            ("feed", text),
            ("file_name", text),
            ("sha256", text),
            ("tallies", text),
            ("months", pa.list_(text)),
            ("undated", pa.int64()),
            ("versions", text),
            ("undoes", text),
        ]
    )


def _number(file: StoredFile) -> int:
    return int(file.shared["snapshot"])


def _ledger_row(stored: dict[str, Any]) -> LedgerRow:
    tallies: Mapping[str, Any] = json.loads(stored["tallies"])
    at: datetime = stored["at"]
    return LedgerRow(
        **{
            **stored,
            "at": at,
            "tallies": {name: Tally(**counts) for name, counts in tallies.items()},
            "months": tuple(stored["months"]),
            "versions": json.loads(stored["versions"]),
        }
    )
