"""Looking after the lake: reads every file of the newest snapshot and says what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from arp.lake.change import LedgerRow
from arp.lake.delta import FIRST_VERSION
from arp.lake.errors import ASK_THE_DOCTOR, LakeDamaged
from arp.lake.ledger import LEDGER, Ledger, standing
from arp.lake.person_key import KEY, require_key
from arp.lake.snapshot import Snapshot, table_folder
from arp.lake.stored import file_fault
from arp.lake.wholeness import LastWhole, Look, faults_of_files, last_whole
from arp.words.tables import TABLES


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One thing wrong with a table, and what to do.

    A note is of something that no figure rests on.
    """

    table: str
    sentence: str
    what_to_do: str
    is_note: bool = False

    def __str__(self) -> str:
        return f"{self.sentence} {self.what_to_do}"


def damage(lake: Path) -> list[Fault]:
    """What is wrong that a figure may rest on: nothing is shown or sent out meanwhile."""
    return [fault for fault in doctor(lake) if not fault.is_note]


def doctor(lake: Path) -> list[Fault]:
    """Everything that is wrong with the lake as it stands; an empty list when it is well."""
    try:
        history = standing(Ledger(lake).rows())
    except LakeDamaged as damaged:
        said = str(damaged).removesuffix(ASK_THE_DOCTOR).strip()
        return [Fault(table=LEDGER, sentence=said, what_to_do=advice(last_whole(lake)))]
    if not history:
        return []
    look = cache(file_fault)
    faults = [
        (table, said) for table in TABLES for said in _table_faults(lake, history, table, look)
    ]
    if not faults:
        return _notes(lake, history)
    what_to_do = advice(last_whole(lake))
    return [Fault(table=table, sentence=said, what_to_do=what_to_do) for table, said in faults]


def advice(found: LastWhole | None) -> str:
    """What to do about a damaged lake, with the newest snapshot that is whole."""
    if found is None:
        return "No snapshot of this lake is whole. Put the folder back from a backup."
    return (
        f"Snapshot {found.row.snapshot} of {found.row.at:%Y-%m-%d %H:%M} UTC is whole. "
        "“python -m arp recover” or a button in the app goes back to it; what is damaged is kept."
    )


def _table_faults(lake: Path, history: Sequence[LedgerRow], table: str, look: Look) -> list[str]:
    folder = table_folder(lake, table)
    try:
        files = Snapshot.of(lake, history[0]).stored_files(table)
    except LakeDamaged:
        return [f"The table {table} cannot be opened: its log is not as it was written."]
    faults = faults_of_files(files, history, table, look)
    newest = folder.newest()
    if not faults and newest is not None and newest <= _named(history, table):
        return [] if folder.reads() else [f"The newest entry of the log of {table} does not read."]
    return faults


def _named(history: Sequence[LedgerRow], table: str) -> int:
    """The newest version of a table that any row of the ledger names."""
    return max(row.versions.get(table, FIRST_VERSION) for row in history)


def _notes(lake: Path, history: Sequence[LedgerRow]) -> list[Fault]:
    notes = [note for table in TABLES for note in _leftovers(lake, history, table)]
    if history[-1].snapshot != 1:
        said = f"What was changed before snapshot {history[-1].snapshot} is no longer recorded."
        notes.append(_note(LEDGER, said, "Nothing: the figures are whole."))
    try:
        require_key(lake)
    except LakeDamaged as damaged:
        notes.append(_note(KEY, str(damaged), ""))
    return notes


def _leftovers(lake: Path, history: Sequence[LedgerRow], table: str) -> list[Fault]:
    newest = table_folder(lake, table).newest()
    if newest is None or newest <= _named(history, table):
        return []
    said = f"A change to {table} was broken off before it was closed; nobody sees it."
    return [_note(table, said, "Nothing: the next change puts it right.")]


def _note(table: str, sentence: str, what_to_do: str) -> Fault:
    return Fault(table=table, sentence=sentence, what_to_do=what_to_do, is_note=True)
