"""What goes into the lake and what comes back: a change, its tallies and its receipt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    import pyarrow as pa


@dataclass(frozen=True, kw_only=True)
class Tally:
    """The row accounting of one table: rows_read = new + replaced + unchanged + merged + set_aside.

    `removed` counts rows that the new file no longer holds and that were taken out because it
    was said to be the whole month, or the whole of its sections, or whose key was mended; it is
    apart from the sum.
    """

    rows_read: int = 0
    new: int = 0
    replaced: int = 0
    unchanged: int = 0
    merged: int = 0
    set_aside: int = 0
    removed: int = 0

    @property
    def closes(self) -> bool:
        """Whether the sum is right."""
        return self.rows_read == (
            self.new + self.replaced + self.unchanged + self.merged + self.set_aside
        )


@dataclass(frozen=True, kw_only=True)
class Change:
    """Rows ready for the lake, all of one feed, with what was counted while they were read.

    `tables` maps a declared table's name to its rows: the stored fields of `arp.words` plus feed,
    row_key, row_hash, month, sheet and sheet_row (the lake adds upload_id). One row a row_key.
    `tallies` has rows_read, merged and set_aside a table; the lake works out the rest. Rows that
    were read but are not brought, as they are to stay as they are, it gives as unchanged.
    `whole_months` are the months of which this file says that it holds all of the feed's rows,
    `whole_sections` the sections of the settings of which it holds all. `left_behind` has the
    row_key and row_hash of saved rows that now go by another key: each is taken out, and counted
    as removed, if the lake still holds it just so.
    """

    kind: str  # "upload", "settings", "sample"
    feed: str
    tables: Mapping[str, pa.Table]
    tallies: Mapping[str, Tally] = field(default_factory=dict)
    file_name: str = ""
    sha256: str = ""
    whole_months: tuple[str, ...] = ()
    whole_sections: tuple[str, ...] = ()
    left_behind: Mapping[str, pa.Table] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Receipt:
    """What a change did, or would do.

    `status` is "saved" or "unchanged" (every row was already there: nothing was written).
    """

    status: str
    upload_id: str | None
    snapshot: int | None
    tallies: Mapping[str, Tally]
    months: tuple[str, ...]  # the dated months that the change's rows belong to
    undated: int  # rows of the sheets that no clock dates; one that feeds two tables counts once


def told(tallies: Mapping[str, Tally]) -> dict[str, Tally]:
    """The tallies that speak of a file's rows: a layout remembered beside them is none.

    Settings that come alone are rows of their own: the program's.
    """
    alone = len(tallies) == 1
    return {name: tally for name, tally in tallies.items() if alone or name != "settings"}


@dataclass(frozen=True, kw_only=True)
class LedgerRow:
    """One closed change, as history shows it. A ledger row is a snapshot."""

    snapshot: int
    at: datetime  # UTC
    who: str
    kind: str  # the change's kind, "undo" or "recovery"
    upload_id: str
    feed: str
    file_name: str
    sha256: str
    tallies: Mapping[str, Tally]
    months: tuple[str, ...]
    undated: int
    versions: Mapping[str, int]  # of every table
    undoes: str | None = None  # the upload that an undo took back
    seals: Mapping[str, str] = field(default_factory=dict)  # of every table's list of files
    recovers: int | None = None  # the snapshot that a recovery went back to
