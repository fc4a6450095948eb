"""Saving a change: compared with what is there, written, and closed by a row of the ledger."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from arp.lake.change import Change, LedgerRow, Receipt
from arp.lake.difference import Difference, difference
from arp.lake.ledger import Ledger
from arp.lake.snapshot import Snapshot
from arp.lake.writer import Progress, Writer, only_writer
from arp.words.grammar import UNDATED
from arp.words.tables import TABLES

if TYPE_CHECKING:
    import pyarrow as pa


def commit(lake: Path, change: Change, *, who: str, at: datetime, progress: Progress) -> Receipt:
    """Saves the change, all of it or nothing; what is acknowledged is on the disk.

    Raises:
        LakeError: when the folder cannot be written or read.
        ValueError: when the change is not what `Change` promises.
    """
    _require_slug(change.feed)
    with only_writer(lake, progress):
        writer = Writer(lake, Ledger(lake).newest(), progress)
        found = _differences(change, writer.snapshot, progress)
        if all(each.is_empty for each in found.values()):
            return receipt(change, found)
        upload_id = f"{change.kind}-{writer.next_number}"
        row = _row(change, found, upload_id, writer.next_number, who, at)
        writer.close(row, {name: _marked(each, upload_id) for name, each in found.items()})
    return replace(receipt(change, found), upload_id=upload_id, snapshot=row.snapshot)


def preview(change: Change, snapshot: Snapshot | None) -> Receipt:
    """What saving the change now would do; writes nothing."""
    return receipt(change, _differences(change, snapshot, lambda words, share: None))


def receipt(change: Change, found: Mapping[str, Difference]) -> Receipt:
    """The change in numbers, not yet saved."""
    unchanged = all(each.is_empty for each in found.values())
    return Receipt(
        status="unchanged" if unchanged else "saved",
        upload_id=None,
        snapshot=None,
        tallies={name: each.tally for name, each in found.items()},
        months=months(change),
        undated=undated(change),
    )


def months(change: Change) -> tuple[str, ...]:
    """The dated months that the change's rows belong to."""
    found = {
        month for rows in _dated_tables(change) for month in rows["month"].unique().to_pylist()
    }
    return tuple(sorted(found - {UNDATED}))


def undated(change: Change) -> int:
    """How many of the sheets' rows have no clock that says their month.

    A row of a sheet that feeds two tables counts once.
    """
    import pyarrow.compute as pc

    places = set()
    for rows in _dated_tables(change):
        lost = rows.filter(pc.equal(rows["month"], UNDATED))
        places |= set(
            zip(*(lost[name].to_pylist() for name in ("sheet", "sheet_row")), strict=True)
        )
    return len(places)


def utc(at: datetime) -> datetime:
    """The moment in UTC; one without a zone is taken to be UTC already."""
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)


def _differences(
    change: Change, snapshot: Snapshot | None, progress: Progress
) -> dict[str, Difference]:
    progress("Comparing with what is there", 0.0)
    return {table: difference(change, table, snapshot) for table in change.tables}


def _row(
    change: Change,
    found: Mapping[str, Difference],
    upload_id: str,
    number: int,
    who: str,
    at: datetime,
) -> LedgerRow:
    return LedgerRow(
        snapshot=number,
        at=utc(at),
        who=who,
        kind=change.kind,
        upload_id=upload_id,
        feed=change.feed,
        file_name=change.file_name,
        sha256=change.sha256,
        tallies={name: each.tally for name, each in found.items()},
        months=months(change),
        undated=undated(change),
        versions={},
    )


def _marked(found: Difference, upload_id: str) -> Difference:
    """The difference with the upload's name on every row that comes in."""
    import pyarrow as pa

    names = pa.repeat(pa.scalar(upload_id, pa.string()), found.incoming.num_rows)
    return replace(found, incoming=found.incoming.append_column("upload_id", names))


def _dated_tables(change: Change) -> list[pa.Table]:
    """The tables whose rows belong to months; settings have no clock and belong to none."""
    return [rows for name, rows in change.tables.items() if TABLES[name].clocks]


def _require_slug(feed: str) -> None:
    if not re.fullmatch(r"[a-z0-9-]+", feed):
        raise ValueError("a feed's name is lower case letters, digits and hyphens")
