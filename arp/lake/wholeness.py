"""Which snapshots read whole: every log as it was sealed, every file as it was written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from arp.lake.change import LedgerRow
from arp.lake.errors import LakeDamaged
from arp.lake.ledger import Ledger, standing, without_lost
from arp.lake.snapshot import Snapshot, table_folder
from arp.lake.stored import StoredFile, file_fault
from arp.words.tables import TABLES

# What is wrong with a file, in words; None when it is whole. Kept for as long as one look lasts,
# because snapshots share most of their files.
Look = Callable[[StoredFile], str | None]


@dataclass(frozen=True, kw_only=True)
class LastWhole:
    """The newest snapshot that reads whole, and the changes after it, newest first."""

    row: LedgerRow
    later: tuple[LedgerRow, ...]


def last_whole(lake: Path) -> LastWhole | None:
    """The newest snapshot of which every file reads; None when there is none.

    A ledger that does not read is looked at row by row, and a log whose summaries do not read by
    its entries: what can be told without a damaged file is told.
    """
    rows = without_lost(readable_rows(lake))
    look = cache(file_fault)
    for place, row in enumerate(rows):
        chain = standing(rows[place:])
        if not any(_table_faults(lake, chain, table, look) for table in TABLES):
            return LastWhole(row=row, later=tuple(rows[:place]))
    return None


def reads_whole(snapshot: Snapshot, newest: Snapshot) -> bool:
    """Whether every file of an earlier snapshot reads; those of the newest are known to."""
    try:
        files = {table: snapshot.stored_files(table) for table in TABLES}
        known = {file.path for table in TABLES for file in newest.stored_files(table)}
    except LakeDamaged:
        return False
    earlier = (file for each in files.values() for file in each if file.path not in known)
    return not any(file_fault(file) for file in earlier)


def readable_rows(lake: Path) -> list[LedgerRow]:
    """Every row of the ledger that still reads, newest first."""
    ledger = Ledger(lake)
    try:
        return ledger.rows()
    except LakeDamaged:
        return ledger.rescued()


def files_told(snapshot: Snapshot, table: str) -> list[StoredFile] | None:
    """The table's files, by the log or else by its entries alone; None when neither can tell."""
    try:
        return snapshot.stored_files(table)
    except LakeDamaged:
        folder = table_folder(snapshot.lake, table)
    try:
        files = folder.files_by_entries(snapshot.versions[table])
    except LakeDamaged:
        return None
    return files if snapshot.is_sealed(table, files) else None


def _table_faults(lake: Path, chain: Sequence[LedgerRow], table: str, look: Look) -> bool:
    files = files_told(Snapshot.of(lake, chain[0]), table)
    return files is None or bool(faults_of_files(files, chain, table, look))


def faults_of_files(
    files: Sequence[StoredFile], chain: Sequence[LedgerRow], table: str, look: Look
) -> list[str]:
    """What is wrong with a table's files at the first row of `chain`, a sentence each.

    `chain` are the rows that led to it, newest first.
    """
    faults = [f"In the table {table}, {found}." for file in files if (found := look(file))]
    if faults or chain[-1].snapshot != 1:  # without all of its history there is nothing to add up
        return faults
    rows, counted = sum(file.rows for file in files), _counted(chain, table)
    if rows == counted:
        return []
    return [f"The table {table} holds {rows:,} rows; its history adds up to {counted:,}."]


def _counted(chain: Sequence[LedgerRow], table: str) -> int:
    """How many rows the table has by what every change says that it brought and took."""
    tallies = [row.tallies[table] for row in chain if table in row.tallies]
    return sum(tally.new - tally.removed for tally in tallies)
