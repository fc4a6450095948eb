"""One table on the disk: a Delta table that is a folder of Parquet files and a log of versions.

The only module that knows the storage library. A file holds rows of one feed and one month, and
there is one such file a version: what a change touches is rewritten, the rest is left alone.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from arp.lake.durable import make_folder, sync_file, sync_files, sync_folder
from arp.lake.errors import LakeDamaged

if TYPE_CHECKING:
    import pyarrow as pa
    from deltalake import DeltaTable
    from typing_extensions import Buffer

FIRST_VERSION = 0  # every table begins empty, so that what its first change brought can be undone

_PROPERTIES = {
    # Earlier snapshots open as long as their log and their files are kept: 100 years.
    "delta.logRetentionDuration": "interval 36500 days",
    "delta.deletedFileRetentionDuration": "interval 36500 days",
    "delta.enableExpiredLogCleanup": "false",
    # Opening replays the log since its last summary, half a millisecond an entry.
    "delta.checkpointInterval": "10",
}
_NEVER_REPEAT = ("row_key", "row_hash")  # a dictionary of these only costs time and room


@dataclass(frozen=True, kw_only=True)
class StoredFile:
    """One Parquet file of a version, as the log describes it.

    `shared` are the columns in which all rows of the file have one value (of those that
    `TableFolder.alike` names).
    """

    path: str
    size: int
    rows: int
    shared: Mapping[str, Any] = field(default_factory=dict, hash=False)

    @property
    def name(self) -> str:
        """The file's name, which is unlike that of any other file."""
        return Path(self.path).name


@dataclass(frozen=True)
class TableFolder:
    """The folder of one table; it need not be there yet."""

    path: Path
    schema: pa.Schema
    alike: tuple[str, ...]  # rows that are alike in these columns stand in one file

    def newest(self) -> int | None:
        """The newest version, closed by the ledger or not; None when there is no table yet.

        Read off the names in the log, without opening what they hold.
        """
        return max((_version(path) for path in self._log_after(-1)), default=None)

    def files(self, version: int) -> list[StoredFile]:
        """The files that make up this version.

        Raises:
            LakeDamaged: when the table's log does not read.
        """
        import pyarrow as pa

        listed = pa.table(self._open(version).get_add_actions(flatten=True)).to_pylist()
        return [self._stored_file(action) for action in listed]

    def put_back(self, version: int) -> None:
        """Makes the newest version hold again what this one holds."""
        table = self._open()
        before = table.version()
        table.restore(version)
        self._sync_log_after(before)

    def reads(self) -> bool:
        """Whether the log reads up to its newest version."""
        try:
            self._open()
        except LakeDamaged:
            return False
        return True

    def forget_after(self, version: int) -> None:
        """Clears the log entries newer than this version, as a power cut leaves them half written.

        Only for versions that no ledger row names: those were synced before the row was written.
        """
        for path in [*self._log_after(version), self._bookmark]:
            path.unlink(missing_ok=True)

    def replace(self, gone: Sequence[StoredFile], rows: pa.Table) -> int:
        """A new version without these files and with these rows; it is on the disk on return.

        `rows` come sorted by the columns in `alike`. Gives the version.
        """
        from deltalake.transaction import RemoveAction

        table = self._open_wide() if self.newest() is not None else self._create()
        before = int(table.version())
        actions = self._write(rows)
        now = _written_at(self.path)
        actions += [RemoveAction(file.name, True, now, file.size) for file in gone]
        table.create_write_transaction(actions, mode="append", schema=self.schema)
        self._sync_log_after(before)
        return before + 1

    def _open(self, version: int | None = None) -> DeltaTable:
        from deltalake import DeltaTable
        from deltalake.exceptions import DeltaError

        try:
            return DeltaTable(str(self.path), version=version)
        except (DeltaError, OSError) as error:
            raise LakeDamaged(
                f"The log of the table {self.path.name} could not be read. Run “python -m arp "
                "doctor” to see which snapshots are whole."
            ) from error

    def _stored_file(self, action: Mapping[str, Any]) -> StoredFile:
        shared = {
            name: action[f"min.{name}"]
            for name in self.alike
            if action.get(f"min.{name}") is not None
            and action[f"min.{name}"] == action.get(f"max.{name}")
        }
        return StoredFile(
            path=str(self.path / action["path"]),
            size=action["size_bytes"],
            rows=action["num_records"],
            shared=shared,
        )

    def _create(self) -> DeltaTable:
        """Makes the table, without rows."""
        from deltalake import DeltaTable

        make_folder(self.path)
        path, name = str(self.path), self.path.name
        table = DeltaTable.create(path, self.schema, name=name, configuration=_PROPERTIES)
        self._sync_log_after(-1)
        return table

    def _open_wide(self) -> DeltaTable:
        """The newest version, with the columns that a newer release declares."""
        from deltalake import Schema

        table = self._open()
        known = {field.name for field in table.schema().fields}
        missing = [f for f in Schema.from_arrow(self.schema).fields if f.name not in known]
        if not missing:
            return table
        before = table.version()
        table.alter.add_columns(missing)
        self._sync_log_after(before)
        return self._open()

    def _write(self, rows: pa.Table) -> list[Any]:
        """Writes one file for each run of rows that are alike; synced on return.

        When that fails, a full disk gets its room back: the log does not name the files yet.
        """
        parts, paths = runs(rows, self.alike), list[Path]()
        try:
            with ThreadPoolExecutor(max_workers=2) as pool:
                added = list(pool.map(lambda part: self._write_file(part, paths), parts))
            sync_folder(self.path)
        except Exception:
            for path in paths:
                path.unlink(missing_ok=True)
            raise
        return added

    def _write_file(self, rows: pa.Table, paths: list[Path]) -> Any:
        """Writes one file, whose path is noted in `paths` before anything is written to it."""
        import pyarrow as pa
        import pyarrow.parquet as pq
        from deltalake.transaction import AddAction

        content = pa.BufferOutputStream()
        repeating = _repeating(rows.schema)
        pq.write_table(rows, content, compression="zstd", use_dictionary=repeating)
        written = content.getvalue()
        path = self.path / f"{digest(written)}-{uuid4().hex[:8]}.parquet"
        paths.append(path)
        path.write_bytes(written)
        sync_file(path)
        shared = {name: rows.column(name)[0].as_py() for name in self.alike}
        statistics = {
            "numRecords": rows.num_rows,
            "minValues": shared,
            "maxValues": shared,
            "nullCount": dict.fromkeys(shared, 0),
        }
        at = _written_at(path)
        return AddAction(path.name, len(written), {}, at, True, json.dumps(statistics))

    @property
    def _bookmark(self) -> Path:
        return self.path / "_delta_log" / "_last_checkpoint"

    def _log_after(self, version: int) -> list[Path]:
        """The files of the log that are newer than this version."""
        log = self.path / "_delta_log"
        found = [path for path in log.glob("*") if path.name[:20].isdigit()]
        return [path for path in found if _version(path) > version]

    def _sync_log_after(self, version: int) -> None:
        sync_files(path for path in [*self._log_after(version), self._bookmark] if path.exists())
        sync_folder(self.path)


def digest(content: Buffer) -> str:
    """The first part of a file's name says what the file holds: a flipped byte is found by it."""
    return blake2b(content, digest_size=16).hexdigest()


def runs(rows: pa.Table, alike: Sequence[str]) -> list[pa.Table]:
    """The table in slices, each of rows with the same values in these columns, in their order."""
    import pyarrow.compute as pc

    if rows.num_rows == 0:
        return []
    starts = {0}
    for name in alike:
        column = rows.column(name).combine_chunks()
        changes = pc.not_equal(column.slice(1), column.slice(0, rows.num_rows - 1))
        starts.update(index + 1 for index in pc.indices_nonzero(changes).to_pylist())
    edges = [*sorted(starts), rows.num_rows]
    return [rows.slice(start, end - start) for start, end in zip(edges, edges[1:], strict=False)]


def _repeating(schema: pa.Schema) -> list[str]:
    """The text columns that hold the same few values again and again."""
    return [
        field.name
        for field in schema
        if str(field.type) == "string" and field.name not in _NEVER_REPEAT
    ]


def _version(path: Path) -> int:
    """The version that a file of the log belongs to."""
    return int(path.name[:20])


def _written_at(path: Path) -> int:
    """When the disk says that this was last written, in milliseconds, as the log wants it."""
    return path.stat().st_mtime_ns // 1_000_000
