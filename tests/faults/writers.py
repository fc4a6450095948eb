"""Processes that import, brought forth quickly: the file is understood once, then forked."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from arp.lake import Change, Lake

PROJECT = Path(__file__).parents[2]
EXPORT = PROJECT / "data" / "sample" / "Police-Fire CAD 2026-10.xlsx"

# Loads everything and starts no thread, so that it may fork; one writer for each line it is given.
NURSERY = """
import os, pickle, signal, sys, time
import deltalake, duckdb, filelock, pyarrow.dataset, pyarrow.parquet
from arp.lake import Lake
from tests.lake.drawn import AT

changes = pickle.load(open(sys.argv[1], "rb"))

def write(path, number, begin, acknowledged):
    while time.time() < begin:
        time.sleep(0.0005)
    Lake(path).commit(changes[number], who="Ana", at=AT)
    handle = os.open(acknowledged, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.write(handle, f"{number}\\n".encode())

signal.signal(signal.SIGCHLD, signal.SIG_IGN)
for line in sys.stdin:
    path, number, begin, acknowledged = line.rstrip("\\n").split("\\t")
    child = os.fork()
    if child == 0:
        try:
            write(path, int(number), float(begin), acknowledged)
        finally:
            os._exit(0)
    print(child, flush=True)
"""


class Nursery:
    """Brings forth writers of these changes."""

    def __init__(self, folder: Path, changes: Sequence[Change]) -> None:
        self.acknowledged = folder / "acknowledged"
        prepared = folder / "changes.pickle"
        prepared.write_bytes(pickle.dumps(list(changes)))
        self._process = subprocess.Popen(
            [sys.executable, "-c", NURSERY, str(prepared)],
            cwd=PROJECT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> Nursery:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()

    def begin(self, lake: Path, number: int, at: float = 0.0) -> int:
        """A writer of the change of this number, which begins at that moment; its process."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{lake}\t{number}\t{at}\t{self.acknowledged}\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())

    def told(self) -> list[int]:
        """The changes that were acknowledged since this was asked last, in their order."""
        if not self.acknowledged.exists():
            return []
        words = self.acknowledged.read_text().split()
        self.acknowledged.unlink()
        return [int(word) for word in words]


def kill(process: int) -> None:
    """SIGKILL, unless the process is gone already; returns when it is."""
    if is_alive(process):
        try:
            os.kill(process, signal.SIGKILL)
        except ProcessLookupError:
            return
    wait_until(lambda: not is_alive(process))


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def wait_until(so: Callable[[], bool], seconds: float = 120) -> None:
    until = time.monotonic() + seconds
    while not so():
        assert time.monotonic() < until, "waited in vain: something hangs"
        time.sleep(0.002)


def understood(lake: Path) -> Change:
    """What the app makes of the sample city's export: calls, unit responses, the layout."""
    from arp.intake.reading.reader import read
    from arp.intake.road import understand

    workbook = read(EXPORT.name, EXPORT.read_bytes())
    found = understand(workbook, lake=Lake(lake), answers={}, today=date(2026, 11, 22))
    assert found.change is not None
    return found.change


def mended(change: Change) -> Change:
    """The same month once more: every row is another, and one in ten is gone."""
    tables = {name: _mended(rows) for name, rows in change.tables.items() if name != "settings"}
    read = {name: replace(change.tallies[name], rows_read=0) for name in tables}
    tallies = {
        name: replace(each, rows_read=tables[name].num_rows + each.merged + each.set_aside)
        for name, each in read.items()
    }
    months = tuple(sorted(set(tables["calls"]["month"].to_pylist())))
    return replace(change, tables=tables, tallies=tallies, whole_months=months)


def _mended(rows: pa.Table) -> pa.Table:
    kept = rows.filter(pa.array([number % 10 != 3 for number in range(rows.num_rows)]))
    at = kept.column_names.index("row_hash")
    return kept.set_column(at, "row_hash", pc.utf8_reverse(kept["row_hash"]))
