"""The doctor reads everything and names the last good snapshot."""

from collections.abc import Callable
from pathlib import Path

import pytest

from arp.lake import Lake, LakeDamaged
from tests.lake.drawn import calls, held, save


@pytest.fixture
def lake(tmp_path: Path) -> Lake:
    lake = Lake(tmp_path / "lake")
    save(lake, calls("1:fight 2:noise"))
    save(lake, calls("3:fire", "2026-11"))
    return lake


def newest_file(lake: Lake) -> Path:
    """The file that the newest change brought."""
    snapshot, before = lake.snapshot(), lake.snapshot(1)
    assert snapshot is not None
    assert before is not None
    (path,) = set(snapshot.files("calls")) - set(before.files("calls"))
    return Path(path)


def truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-20])


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def zeroed(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


def test_a_whole_lake_has_no_faults(lake: Lake) -> None:
    assert lake.doctor() == []


@pytest.mark.parametrize("damage", [Path.unlink, truncated, emptied, zeroed])
def test_a_damaged_file_is_found_and_the_last_whole_snapshot_named(
    lake: Lake, damage: Callable[[Path], None]
) -> None:
    damage(newest_file(lake))
    (fault,) = lake.doctor()
    assert (fault.table, fault.is_note) == ("calls", False)
    assert "Snapshot 1 of 2026-11-03 09:30 UTC is whole" in fault.what_to_do
    whole = lake.last_whole()
    assert whole is not None
    assert [row.snapshot for row in whole.later] == [2]
    assert held(lake, whole.row.snapshot) == "1:fight 2:noise"


def test_a_flipped_bit_is_found_wherever_it_is(lake: Lake) -> None:
    path = newest_file(lake)
    good = path.read_bytes()
    for place in range(0, len(good), len(good) // 20):
        path.write_bytes(good[:place] + bytes([good[place] ^ 1]) + good[place + 1 :])
        (fault,) = lake.doctor()
        assert "is not as it was written" in fault.sentence, place
    path.write_bytes(good)
    assert lake.doctor() == []


def test_without_a_whole_snapshot_the_backup_is_the_way(lake: Lake) -> None:
    for path in (lake.path / "calls").glob("*.parquet"):
        truncated(path)
    assert {fault.what_to_do for fault in lake.doctor()} == {
        "No snapshot of this lake is whole. Put the folder back from a backup."
    }
    assert lake.last_whole() is None


def test_a_log_that_does_not_read_is_found(lake: Lake) -> None:
    log = sorted((lake.path / "calls" / "_delta_log").glob("*.json"))[-1]
    log.write_text('{"add": {"pa')
    (fault,) = lake.doctor()
    assert "its log is not as it was written" in fault.sentence
    with pytest.raises(LakeDamaged):
        save(lake, calls("4:fall"))


@pytest.mark.parametrize("pattern", ["*.parquet", "_delta_log/*.json"])
def test_a_ledger_that_does_not_read_is_found(lake: Lake, pattern: str) -> None:
    for path in (lake.path / "ledger").glob(pattern):
        path.write_text("{")
    (fault,) = lake.doctor()
    assert fault.table == "ledger"
    with pytest.raises(LakeDamaged):
        lake.snapshot()


def test_rows_that_the_history_does_not_account_for_are_found(lake: Lake) -> None:
    """A table whose log was put back by hand to an earlier state: every file reads."""
    from dataclasses import replace

    from arp.lake.ledger import Ledger

    newest, before = lake.history()
    Ledger(lake.path).append(
        replace(newest, snapshot=3, versions=before.versions, seals=before.seals, tallies={})
    )
    (fault,) = lake.doctor()
    assert "holds 2 rows; its history adds up to 3" in fault.sentence


def test_what_a_dead_writer_left_is_a_note(lake: Lake) -> None:
    from arp.lake.snapshot import table_folder

    snapshot = lake.snapshot()
    assert snapshot is not None
    table_folder(lake.path, "calls").replace([], snapshot.read("calls").slice(0, 1))
    (note,) = lake.doctor()
    assert note.is_note
    save(lake, calls("4:fall"))
    assert lake.doctor() == []
    assert held(lake) == "1:fight 2:noise 4:fall | 3:fire"
