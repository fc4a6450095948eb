"""A small lake with a history, what it says, and whether it can be gone on with."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa

from arp.lake import Lake, Receipt
from arp.words.tables import TABLES
from tests.lake.drawn import calls, rows, save, together, undo

# What a lake says: every row's identity, content and origin, by table.
State = dict[str, list[tuple[str, ...]]]
COLUMNS = ("feed", "row_key", "row_hash", "month", "upload_id")


def lake_with_a_history(path: Path) -> dict[int, State]:
    """Thirteen changes, two of them undone, so that every log has a summary; what each one held."""
    lake, told = Lake(path), {}
    receipts: list[Receipt] = []
    for number in range(1, 12):
        later = calls(f"9{number}:fire", "2026-11")
        tables = together(calls(f"1:turn{number} 2{number}:noise"), later)
        receipts.append(save(lake, {"calls": tables, "encounters": contact(f"team{number}")}))
    undo(lake, receipts[-1])
    undo(lake, receipts[2])
    for row in lake.history():
        told[row.snapshot] = state(lake, row.snapshot)
    lake.person_key()
    return told


def contact(team: str) -> pa.Table:
    drawn = {"key": "E1", "encounter_id": "E1", "team": team, "month": "2026-10"}
    return rows("encounters", drawn)


def state(lake: Lake, number: int | None = None) -> State:
    snapshot = lake.snapshot(number)
    if snapshot is None:
        return {}
    held = {name: snapshot.read(name, list(COLUMNS)).to_pylist() for name in TABLES}
    return {name: sorted(tuple(row.values()) for row in each) for name, each in held.items()}


def faults(lake: Lake) -> list[str]:
    return [fault.sentence for fault in lake.doctor() if not fault.is_note]


def can_be_gone_on_with(lake: Lake) -> None:
    """The next import lands beside what is there, its undo takes it away; nothing is wrong."""
    before = state(lake)
    receipt = save(lake, calls("after:everything", "2027-01"))
    assert all(tally.closes for tally in receipt.tallies.values())
    (added,) = set(state(lake)["calls"]) - set(before.get("calls", []))
    assert added[1] == "after"
    undo(lake, receipt)
    assert state(lake) == before
    assert faults(lake) == []
