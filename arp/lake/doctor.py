"""Looking after the lake: reads every file of the newest snapshot and says what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from arp.lake.change import LedgerRow
from arp.lake.delta import FIRST_VERSION, StoredFile, digest
from arp.lake.errors import LakeDamaged
from arp.lake.ledger import LEDGER, Ledger
from arp.lake.snapshot import Snapshot, table_folder
from arp.words.tables import TABLES


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One thing wrong with a table, and what to do. A note needs nothing to be done."""

    table: str
    sentence: str
    what_to_do: str
    is_note: bool = False


# What is wrong with a file, in words; None when it is whole. Kept for as long as one look lasts,
# because snapshots share most of their files.
Look = Callable[[StoredFile], str | None]


def doctor(lake: Path) -> list[Fault]:
    """Everything that is wrong with the lake as it stands; an empty list when it is well."""
    ledger = Ledger(lake)
    try:
        history = ledger.rows()
    except LakeDamaged:
        return [_ledger_fault()]
    if not history:
        return []
    look = cache(file_fault)
    faults = [fault for table in TABLES for fault in _table_faults(lake, history, table, look)]
    if not faults:
        return [note for table in TABLES for note in _leftovers(lake, history, table)]
    advice = _advice(_last_whole(lake, history, look))
    return [Fault(table=table, sentence=said, what_to_do=advice) for table, said in faults]


def last_whole(lake: Path) -> Snapshot | None:
    """The newest snapshot of which every file reads; None when there is none."""
    return _last_whole(lake, Ledger(lake).rows(), cache(file_fault))


def file_fault(file: StoredFile) -> str | None:
    """Reads a whole file; says what is wrong with it, or nothing.

    The name of a file begins with the digest of what was written into it, so a single flipped
    byte is found, wherever it is.
    """
    path = Path(file.path)
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return f"the file {path.name} is missing"
    except OSError:
        return f"the file {path.name} cannot be read"
    if len(content) != file.size:
        return f"the file {path.name} has {len(content):,} bytes instead of {file.size:,}"
    if not path.name.startswith(digest(content)):
        return f"the file {path.name} is not as it was written"
    return None


def _table_faults(
    lake: Path, history: Sequence[LedgerRow], table: str, look: Look
) -> list[tuple[str, str]]:
    try:
        files = Snapshot.of(lake, history[0]).stored_files(table)
    except LakeDamaged:
        return [(table, f"The table {table} cannot be opened: its log does not read.")]
    faults = [found for file in files if (found := look(file)) is not None]
    if faults:
        return [(table, f"In the table {table}, {found}.") for found in faults]
    rows, counted = sum(file.rows for file in files), _counted(history, table)
    if rows != counted:
        said = f"The table {table} holds {rows:,} rows; its history adds up to {counted:,}."
        return [(table, said)]
    return []


def _counted(history: Sequence[LedgerRow], table: str) -> int:
    """How many rows the table has by what every change says that it brought and took."""
    tallies = [row.tallies[table] for row in history if table in row.tallies]
    return sum(tally.new - tally.removed for tally in tallies)


def _last_whole(lake: Path, history: Sequence[LedgerRow], look: Look) -> Snapshot | None:
    for place, row in enumerate(history):
        if not any(_table_faults(lake, history[place:], table, look) for table in TABLES):
            return Snapshot.of(lake, row)
    return None


def _advice(whole: Snapshot | None) -> str:
    if whole is None:
        return "No snapshot of this lake is whole. Put the folder back from a backup."
    return (
        f"Snapshot {whole.number} of {whole.at:%Y-%m-%d %H:%M} UTC is whole and can be opened. "
        "To go on saving, put the folder back from a backup."
    )


def _ledger_fault() -> Fault:
    return Fault(
        table=LEDGER,
        sentence="The ledger does not read, so no snapshot can be opened.",
        what_to_do="Put the folder back from a backup.",
    )


def _leftovers(lake: Path, history: Sequence[LedgerRow], table: str) -> list[Fault]:
    named = max(row.versions.get(table, FIRST_VERSION) for row in history)
    newest = table_folder(lake, table).newest()
    if newest is None or newest <= named:
        return []
    return [
        Fault(
            table=table,
            sentence=f"A change to {table} was broken off before it was closed; nobody sees it.",
            what_to_do="Nothing: the next change puts it right.",
            is_note=True,
        )
    ]
