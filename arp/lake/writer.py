"""The one writer of a lake: waits for its turn, mends what a dead one left, closes a change."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from arp.lake.change import LedgerRow
from arp.lake.delta import FIRST_VERSION
from arp.lake.difference import Difference
from arp.lake.durable import make_folder
from arp.lake.errors import explained
from arp.lake.ledger import Ledger, standing
from arp.lake.rewriting import rewriting
from arp.lake.snapshot import Snapshot, table_folder
from arp.lake.stored import require_whole, seal
from arp.words.tables import TABLES

# Told at each step what is being done and which share of the work is behind it, 0 to 1.
Progress = Callable[[str, float], None]

_LOCK = "writer.lock"


def silent(words: str, share: float) -> None:
    """Progress for nobody."""


@contextmanager
def only_writer(lake: Path, progress: Progress) -> Iterator[None]:
    """Makes the lake's folder if need be and waits until nobody else writes to it.

    Raises:
        LakeNotWritable: when the folder may not be written.
        LakeFull: when the disk has no room. Either way what was there stays as it was.
        LakeDamaged: when a file of the lake does not read.
    """
    import duckdb
    from deltalake.exceptions import DeltaError

    try:
        make_folder(lake)
        with _turn(lake, progress):
            yield
    except (DeltaError, duckdb.Error, OSError) as error:
        raise explained(error, str(lake)) from error


@contextmanager
def _turn(lake: Path, progress: Progress) -> Iterator[None]:
    from filelock import FileLock, Timeout

    lock = FileLock(lake / _LOCK, thread_local=False)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        progress("Waiting for another change to be saved", 0.0)
        lock.acquire(poll_interval=0.05)
    try:
        yield
    finally:
        lock.release()


@dataclass(frozen=True)
class Writer:
    """Writes one change onto the newest snapshot. Use only as `only_writer`."""

    lake: Path
    newest: LedgerRow | None
    progress: Progress

    @property
    def snapshot(self) -> Snapshot | None:
        """The newest snapshot; None while nothing was ever saved."""
        return None if self.newest is None else Snapshot.of(self.lake, self.newest)

    @property
    def next_number(self) -> int:
        """The number of the snapshot that the change will be."""
        return 1 if self.newest is None else self.newest.snapshot + 1

    def close(self, row: LedgerRow, found: Mapping[str, Difference]) -> None:
        """Writes the tables, then the ledger's row, which makes it true.

        Whatever ends the writer before that row leaves the old state to readers, and to the next
        writer, who first puts back every table that the ledger does not name as it stands.
        """
        versions = self.put_back()
        seals = dict(self.newest.seals) if self.newest is not None else {}
        changed = {name: each for name, each in found.items() if not each.is_empty}
        for done, (name, each) in enumerate(changed.items()):
            self.progress(f"Saving {TABLES[name].title.lower()}", done / (len(changed) + 1))
            versions[name], seals[name] = self._write(name, each)
        self.append(replace(row, versions=versions, seals=seals))

    def name_again(self, row: LedgerRow, earlier: LedgerRow | None) -> None:
        """Closes a change that makes the lake what it was at an earlier row; None is before all.

        Nothing is written but the ledger's row, and what comes back is read through first.

        Raises:
            LakeDamaged: when a file that comes back is not as it was written.
        """
        if earlier is None:
            self.append(replace(row, versions={}, seals={}))
            return
        then, now = Snapshot.of(self.lake, earlier), self.snapshot
        for table in TABLES:
            shown = set(now.files(table)) if now is not None else set()
            require_whole(file for file in then.stored_files(table) if file.path not in shown)
        self.append(replace(row, versions=earlier.versions, seals=earlier.seals))

    def append(self, row: LedgerRow) -> None:
        """Writes the ledger's row, which closes the change."""
        self.progress("Closing the change", 0.95)
        Ledger(self.lake).append(row)
        self.progress("Saved", 1.0)

    def put_back(self) -> dict[str, int]:
        """Every table as the newest ledger row names it; gives the tables' newest versions."""
        versions = {}
        for table in TABLES:
            folder, named = table_folder(self.lake, table), self._named(table)
            newest = folder.newest()
            if newest is not None and newest != named:
                self.progress("Putting back what an unfinished change left", 0.0)
                if not folder.reads():
                    folder.forget_after(self._newest_named(table))
                folder.put_back(named)
                newest = folder.newest()
            if newest is not None:
                versions[table] = newest
        return versions

    def _named(self, table: str) -> int:
        return (
            FIRST_VERSION if self.newest is None else self.newest.versions.get(table, FIRST_VERSION)
        )

    def _newest_named(self, table: str) -> int:
        rows = standing(Ledger(self.lake).rows())
        return max((row.versions.get(table, FIRST_VERSION) for row in rows), default=FIRST_VERSION)

    def _write(self, table: str, found: Difference) -> tuple[int, str]:
        """Writes the table; gives its version and the seal of its list of files."""
        plan = rewriting(found, table)
        written = table_folder(self.lake, table).replace(plan.gone, plan.rows)
        leaving = {file.name for file in plan.gone}
        stay = [file for file in found.files if file.name not in leaving]
        return written.version, seal([*stay, *written.added])
