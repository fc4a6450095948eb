"""Which snapshots have the same facts: publishing or reviewing does not have them derived anew."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from arp.words.settings import NO_FACT_READS, SETTINGS

if TYPE_CHECKING:
    from arp.lake.snapshot import Snapshot


def facts_key(snapshot: Snapshot) -> str:
    """What snapshots of the same rows and settings have in common, what no fact reads left aside.

    The key of a snapshot that a release before the seals wrote is its own.
    """
    if set(snapshot.versions) - set(snapshot.seals):
        return f"snapshot {snapshot.number}"
    rows = snapshot.read(SETTINGS.name, ["section", "row_key", "row_hash"]).to_pylist()
    read = sorted(
        (row["row_key"], row["row_hash"]) for row in rows if row["section"] not in NO_FACT_READS
    )
    tables = sorted(pair for pair in snapshot.seals.items() if pair[0] != SETTINGS.name)
    return blake2b(repr((tables, read)).encode(), digest_size=16).hexdigest()
