"""One table on the disk: a Delta table that is a folder of Parquet files and a log of versions.

The only module that knows the storage library. A file holds rows of one feed and one month, and
there is one such file a version: what a change touches is rewritten, the rest is left alone.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from arp.lake.durable import make_folder, sync_file, sync_files, sync_folder
from arp.lake.errors import ASK_THE_DOCTOR, LakeDamaged
from arp.lake.stored import StoredFile, digest

if TYPE_CHECKING:
    import pyarrow as pa
    from deltalake import DeltaTable
    from deltalake.transaction import AddAction

FIRST_VERSION = 0  # every table begins empty, so that what its first change brought can be undone

_PROPERTIES = {
    # Earlier snapshots open as long as their log and their files are kept: 100 years.
    "delta.logRetentionDuration": "interval 36500 days",
    "delta.deletedFileRetentionDuration": "interval 36500 days",
    "delta.enableExpiredLogCleanup": "false",
    # Opening replays the log since its last summary, half a millisecond an entry.
    "delta.checkpointInterval": "10",
}
_NEVER_REPEAT = ("row_key", "row_hash", "incident_number")  # a dictionary only costs time and room


@dataclass(frozen=True)
class Written:
    """A version that was written, and the files that came in with it."""

    version: int
    added: list[StoredFile]


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
        from deltalake.exceptions import DeltaError

        table = self._open(version)
        try:
            listed = pa.table(table.get_add_actions(flatten=True)).to_pylist()
            return [self._stored_file(action) for action in listed]
        except (DeltaError, KeyError, TypeError, ValueError) as error:
            raise self._unreadable() from error

    def files_by_entries(self, version: int) -> list[StoredFile]:
        """The same by the log's entries alone, without the summaries made of them every so often.

        Raises:
            LakeDamaged: when an entry does not read.
        """
        with TemporaryDirectory() as folder:
            copy = replace(self, path=Path(folder))
            copy._log.mkdir()
            for path in self._log.glob("*.json"):
                shutil.copyfile(path, copy._log / path.name)
            files = copy.files(version)
        return [replace(file, path=str(self.path / file.name)) for file in files]

    def brought_anything(self, version: int) -> bool:
        """Whether the log's entry of this version names a file or the table's columns."""
        try:
            entry = (self._log / f"{version:020}.json").read_bytes()
        except OSError:
            return False
        return b'"add"' in entry or b'"metaData"' in entry

    def put_back(self, version: int) -> None:
        """Makes the newest version hold again what this one holds."""
        table = self._open()
        before = table.version()
        table.restore(version)
        self._sync_log_after(before)

    def reads(self) -> bool:
        """Whether the log reads up to its newest version; so does one that is not there yet."""
        newest = self.newest()
        try:
            return newest is None or self.files(newest) is not None
        except LakeDamaged:
            return False

    def summaries(self) -> list[Path]:
        """The files of the log that only repeat what its entries say, and the mark of the last."""
        found = [*self._log.glob("*.checkpoint*.parquet"), self._bookmark]
        return [path for path in found if path.exists()]

    def entries_after(self, version: int) -> list[Path]:
        """The files of the log that are newer than this version."""
        return self._log_after(version)

    def forget_after(self, version: int) -> None:
        """Clears the log entries newer than this version, as a power cut leaves them half written.

        Only for versions that no ledger row names: those were synced before the row was written.
        """
        for path in [*self._log_after(version), self._bookmark]:
            path.unlink(missing_ok=True)

    def replace(self, gone: Sequence[StoredFile], rows: pa.Table) -> Written:
        """A new version without these files and with these rows; it is on the disk on return.

        `rows` come sorted by the columns in `alike`.
        """
        from deltalake.transaction import RemoveAction

        table = self._open_wide() if self.newest() is not None else self._create()
        before = int(table.version())
        added = self._write(rows)
        now = _written_at(self.path)
        actions = [_added(file) for file in added]
        actions += [RemoveAction(file.name, True, now, file.size) for file in gone]
        table.create_write_transaction(actions, mode="append", schema=self.schema)
        self._sync_log_after(before)
        return Written(version=before + 1, added=added)

    def _open(self, version: int | None = None) -> DeltaTable:
        from deltalake import DeltaTable
        from deltalake.exceptions import DeltaError

        try:
            return DeltaTable(str(self.path), version=version)
        except (DeltaError, OSError) as error:
            raise self._unreadable() from error

    def _unreadable(self) -> LakeDamaged:
        return LakeDamaged(
            f"The log of the table {self.path.name} could not be read. {ASK_THE_DOCTOR}"
        )

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

    def _write(self, rows: pa.Table) -> list[StoredFile]:
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

    def _write_file(self, rows: pa.Table, paths: list[Path]) -> StoredFile:
        """Writes one file, whose path is noted in `paths` before anything is written to it."""
        import pyarrow as pa
        import pyarrow.parquet as pq

        content = pa.BufferOutputStream()
        repeating = _repeating(rows.schema)
        pq.write_table(rows, content, compression="zstd", use_dictionary=repeating)
        written = content.getvalue()
        path = self.path / f"{digest(written)}-{uuid4().hex[:8]}.parquet"
        paths.append(path)
        path.write_bytes(written)
        sync_file(path)
        shared = {name: rows.column(name)[0].as_py() for name in self.alike}
        return StoredFile(path=str(path), size=len(written), rows=rows.num_rows, shared=shared)

    @property
    def _log(self) -> Path:
        return self.path / "_delta_log"

    @property
    def _bookmark(self) -> Path:
        return self._log / "_last_checkpoint"

    def _log_after(self, version: int) -> list[Path]:
        """The files of the log that are newer than this version."""
        found = [path for path in self._log.glob("*") if path.name[:20].isdigit()]
        return [path for path in found if _version(path) > version]

    def _sync_log_after(self, version: int) -> None:
        sync_files(path for path in [*self._log_after(version), self._bookmark] if path.exists())
        sync_folder(self.path)


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


def _added(file: StoredFile) -> AddAction:
    """The file as the log is told of it."""
    from deltalake.transaction import AddAction

    shared = dict(file.shared)
    statistics = {
        "numRecords": file.rows,
        "minValues": shared,
        "maxValues": shared,
        "nullCount": dict.fromkeys(shared, 0),
    }
    at = _written_at(Path(file.path))
    return AddAction(file.name, file.size, {}, at, True, json.dumps(statistics))


def _version(path: Path) -> int:
    """The version that a file of the log belongs to."""
    return int(path.name[:20])


def _written_at(path: Path) -> int:
    """When the disk says that this was last written, in milliseconds, as the log wants it."""
    return path.stat().st_mtime_ns // 1_000_000
