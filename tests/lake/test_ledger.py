"""A row of the ledger comes back as it was written."""

from datetime import UTC, datetime
from pathlib import Path

from arp.lake import LedgerRow, Tally
from arp.lake.ledger import Ledger

ROW = LedgerRow(
    snapshot=1,
    at=datetime(2026, 11, 3, 9, 30, 15, tzinfo=UTC),
    who="Ana",
    kind="upload",
    upload_id="upload-1",
    feed="police-cad",
    file_name="../../etc/it's “October”.xlsx",
    sha256="ab" * 32,
    tallies={"calls": Tally(rows_read=3, new=2, merged=1)},
    months=("2026-09", "2026-10"),
    undated=4,
    versions={"calls": 7},
)


def test_a_ledger_without_rows_is_no_folder(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    assert (ledger.newest(), ledger.row(1), ledger.rows()) == (None, None, [])
    assert not list(tmp_path.iterdir())


def test_rows_come_back_as_written_newest_first(tmp_path: Path) -> None:
    from dataclasses import replace

    ledger = Ledger(tmp_path)
    later = replace(ROW, snapshot=2, kind="undo", months=(), versions={}, undoes="upload-1")
    ledger.append(ROW)
    ledger.append(later)
    assert ledger.rows() == [later, ROW]
    assert (ledger.newest(), ledger.row(1), ledger.row(3)) == (later, ROW, None)
