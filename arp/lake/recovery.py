"""Going back to the newest snapshot that reads whole, when a file of the lake is damaged.

Nothing is deleted: damaged files are kept aside in a folder of their own, and the way back is a
row of the ledger like any other change.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from arp.lake.change import LedgerRow
from arp.lake.commit import utc
from arp.lake.delta import FIRST_VERSION
from arp.lake.doctor import advice, damage
from arp.lake.durable import make_folder, sync_folder
from arp.lake.errors import LakeDamaged
from arp.lake.ledger import Ledger
from arp.lake.snapshot import Snapshot, table_folder
from arp.lake.stored import file_fault
from arp.lake.wholeness import LastWhole, files_told, last_whole
from arp.lake.writer import Progress, Writer, only_writer
from arp.words.tables import TABLES

DAMAGED = "damaged"  # the folder, in the lake's own, in which damaged files are kept


def recover(lake: Path, *, who: str, at: datetime, progress: Progress) -> LedgerRow | None:
    """Makes the newest snapshot that reads whole the newest of all; None when nothing is wrong.

    Killed at any step, it can be begun again.

    Raises:
        LakeDamaged: when no snapshot is whole.
        LakeError: when the folder cannot be written.
    """
    with only_writer(lake, progress):
        ledger = Ledger(lake)
        ledger.finish_rebuilding()
        if not damage(lake):
            return None
        found = last_whole(lake)
        if found is None:
            raise LakeDamaged(advice(None))
        aside = _Aside(lake, lake / DAMAGED / f"{utc(at):%Y-%m-%d %H-%M-%S}")
        aside.take(_damaged_files(lake, found))
        for table in TABLES:
            _mend_log(lake, table, found, aside)
        writer = Writer(lake, found.row, progress)
        row = _row(found, ledger.next_number(), who, at, writer.put_back())
        try:
            ledger.rows()
        except LakeDamaged:
            ledger.rebuild([*ledger.rescued(), row], aside.folder)
        else:
            ledger.append(row)
    return row


@dataclass(frozen=True)
class _Aside:
    """Where what is damaged is kept, by the names that it had in the lake."""

    lake: Path
    folder: Path

    def take(self, paths: Iterable[Path]) -> None:
        """Moves these files there; on the disk on return."""
        for path in paths:
            kept = self.folder / path.relative_to(self.lake)
            make_folder(kept.parent)
            path.replace(kept)
            sync_folder(kept.parent)
            sync_folder(path.parent)


def _mend_log(lake: Path, table: str, found: LastWhole, aside: _Aside) -> None:
    """Takes aside what keeps the table from being opened at this row and written to again.

    Summaries only repeat what the log's entries say, so nothing is lost with them. Entries after
    the row's version go when one of them does not say what it said: nothing can be built on them.
    """
    folder, row = table_folder(lake, table), found.row
    if folder.newest() is None:
        return
    if not (_is_told(lake, row, table) and folder.reads()):
        aside.take(folder.summaries())
    if not (folder.reads() and all(_is_told(lake, later, table) for later in found.later)):
        aside.take(folder.entries_after(row.versions.get(table, FIRST_VERSION)))


def _is_told(lake: Path, row: LedgerRow, table: str) -> bool:
    try:
        Snapshot.of(lake, row).stored_files(table)
    except LakeDamaged:
        return False
    return True


def _damaged_files(lake: Path, found: LastWhole) -> list[Path]:
    """The data files of later snapshots that are there and are not as they were written."""
    later = [Snapshot.of(lake, row) for row in found.later]
    files = {file for each in later for table in TABLES for file in files_told(each, table) or []}
    damaged = [Path(file.path) for file in files if file_fault(file)]
    return sorted(path for path in damaged if path.exists())


def _row(
    found: LastWhole, number: int, who: str, at: datetime, versions: dict[str, int]
) -> LedgerRow:
    return LedgerRow(
        snapshot=number,
        at=utc(at),
        who=who,
        kind="recovery",
        upload_id=f"recovery-{number}",
        feed="",
        file_name="",
        sha256="",
        tallies={},
        months=(),
        undated=0,
        versions=versions,
        seals=found.row.seals,
        recovers=found.row.snapshot,
    )
