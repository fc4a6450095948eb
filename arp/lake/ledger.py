"""The ledger: one row closes one change, and is a snapshot of every table.

What the ledger does not name has not happened.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from arp.lake.change import LedgerRow, Tally
from arp.lake.delta import TableFolder
from arp.lake.durable import make_folder, sync_folder
from arp.lake.errors import ASK_THE_DOCTOR, LakeDamaged
from arp.lake.stored import StoredFile, file_fault, is_named_by

if TYPE_CHECKING:
    import pyarrow as pa

LEDGER = "ledger"


class Ledger:
    """The changes of a lake, in the order in which they were closed."""

    def __init__(self, lake: Path, name: str = LEDGER) -> None:
        self._path = lake / name

    @property
    def exists(self) -> bool:
        """Whether it was ever begun, be it readable or not."""
        return self._path.is_dir() or self._mended.is_dir()

    def newest(self) -> LedgerRow | None:
        """The newest row; None while nothing was ever saved."""
        files = self._files()
        return self._read([max(files, key=_number)])[0] if files else None

    def row(self, snapshot: int) -> LedgerRow | None:
        """The row of that number; None when there is none."""
        found = [file for file in self._files() if _number(file) == snapshot]
        return self._read(found)[0] if found else None

    def rows(self) -> list[LedgerRow]:
        """All rows, newest first.

        Raises:
            LakeDamaged: when the ledger does not read, or a row is missing that no recovery has
                told of.
        """
        rows = self._read(self._files())
        told = max((row.snapshot for row in rows if row.recovers is not None), default=0)
        if [row.snapshot for row in rows if row.snapshot > told] != _down_to(rows, told):
            raise _damaged("A row of the ledger is missing.")
        return rows

    def rescued(self) -> list[LedgerRow]:
        """All rows whose own file is whole, newest first, whatever the ledger's log says.

        Where two writers wrote a row of one number, the first of them was killed before it was
        closed: the later file counts.
        """
        rows: dict[int, LedgerRow] = {}
        for path in sorted(self._row_files(), key=lambda path: path.stat().st_mtime_ns):
            if is_named_by(path, path.read_bytes()):
                rows |= {row.snapshot: row for row in self._stored([str(path)])}
        return [rows[number] for number in sorted(rows, reverse=True)]

    def next_number(self) -> int:
        """A number that no row has, be it lost: each row stands in a file of its own."""
        told = max((row.snapshot for row in self.rescued()), default=0)
        return max(told, len(self._row_files())) + 1

    def rebuild(self, rows: Sequence[LedgerRow], aside: Path) -> None:
        """Puts a new ledger of these rows into the place of one that does not read.

        The old one is kept aside. Killed between the two moves, `finish_rebuilding` ends it.
        """
        shutil.rmtree(self._mended, ignore_errors=True)
        Ledger(self._mended.parent, self._mended.name)._append(rows)
        make_folder(aside)
        self._path.rename(aside / LEDGER)
        self.finish_rebuilding()

    def finish_rebuilding(self) -> None:
        """Moves a new ledger into its place, if the old one is out of it."""
        if self._mended.is_dir() and not self._path.is_dir():
            self._mended.rename(self._path)
            sync_folder(self._path.parent)

    def append(self, row: LedgerRow) -> None:
        """Closes a change; it is on the disk on return."""
        self._append([row])

    def _append(self, rows: Sequence[LedgerRow]) -> None:
        import pyarrow as pa

        written = [asdict(row) for row in sorted(rows, key=lambda row: row.snapshot)]
        for row in written:
            row.update({name: json.dumps(row[name]) for name in _MAPPINGS})
        self._folder.replace([], pa.Table.from_pylist(written, schema=self._folder.schema))

    @property
    def _mended(self) -> Path:
        return self._path.with_name(f"{LEDGER}.mended")

    def _row_files(self) -> list[Path]:
        folder = self._path if self._path.is_dir() else self._mended
        return list(folder.glob("*.parquet"))

    @cached_property
    def _folder(self) -> TableFolder:
        return TableFolder(self._path, _schema(), ("snapshot",))

    def _files(self) -> list[StoredFile]:
        """The files of the rows.

        An entry of the log that was cut off between two lines still reads, without its row; so
        the newest is asked whether it brought anything.
        """
        if self._mended.is_dir() and not self._path.is_dir():
            raise _damaged("The mending of the ledger was broken off.")
        version = self._folder.newest() if self._path.is_dir() else None
        if version is None:
            return []
        if not self._folder.brought_anything(version):
            raise _damaged("The newest entry of the ledger's log is cut off.")
        return self._folder.files(version)

    def _read(self, files: list[StoredFile]) -> list[LedgerRow]:
        if any(file_fault(file) for file in files):
            raise _damaged("A row of the ledger could not be read.")
        rows = self._stored([file.path for file in files])
        if [row.snapshot for row in rows] != sorted(map(_number, files), reverse=True):
            raise _damaged("The ledger's log does not tell its rows apart.")
        return rows

    def _stored(self, paths: list[str]) -> list[LedgerRow]:
        """The rows in these files, newest first; the files are known to be whole."""
        import pyarrow.dataset as ds

        if not paths:
            return []
        stored = ds.dataset(paths, schema=self._folder.schema, format="parquet").to_table()
        rows = [_ledger_row(row) for row in stored.to_pylist()]
        return sorted(rows, key=lambda row: row.snapshot, reverse=True)


def standing(rows: Sequence[LedgerRow]) -> list[LedgerRow]:
    """The newest row and those that led to it, newest first.

    What a recovery left behind is not among them, nor anything before a row that is lost.
    """
    by_number = {row.snapshot: row for row in rows}
    row = rows[0] if rows else None
    led: list[LedgerRow] = []
    while row is not None:
        led.append(row)
        row = by_number.get(row.snapshot - 1 if row.recovers is None else row.recovers)
    return led


def without_lost(rows: Sequence[LedgerRow]) -> list[LedgerRow]:
    """The rows that no recovery went back behind."""
    recoveries = [(row.recovers, row.snapshot) for row in rows if row.recovers is not None]
    return [row for row in rows if not any(to < row.snapshot < by for to, by in recoveries)]


# Stored as JSON text, which every reader of Delta can open.
_MAPPINGS = ("tallies", "versions", "seals")


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
            ("seals", text),
            ("recovers", pa.int64()),
        ]
    )


def _number(file: StoredFile) -> int:
    number: int | None = file.shared.get("snapshot")
    if number is None:
        raise _damaged("The ledger's log does not tell its rows apart.")
    return number


def _down_to(rows: Sequence[LedgerRow], last: int) -> list[int]:
    """The numbers that rows have when none is missing between the newest and this one."""
    return list(range(rows[0].snapshot, last, -1)) if rows else []


def _damaged(what: str) -> LakeDamaged:
    return LakeDamaged(f"{what} {ASK_THE_DOCTOR}")


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
            "seals": json.loads(stored["seals"] or "{}"),  # releases before the seals had none
        }
    )
