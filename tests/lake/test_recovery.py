"""Going back to the newest snapshot that reads whole; history says so, nothing is deleted."""

from pathlib import Path

import pytest

from arp.lake import Lake, LakeDamaged, UnknownUpload
from arp.lake.undo import undone
from tests.lake.drawn import AT, calls, held, save


@pytest.fixture
def lake(tmp_path: Path) -> Lake:
    lake = Lake(tmp_path / "lake")
    save(lake, calls("1:fight 2:noise"))
    save(lake, calls("3:fire", "2026-11"))
    save(lake, calls("4:fall", "2026-12"))
    return lake


def rows_of(lake: Lake, number: int) -> Path:
    """The file of calls that the change of this number brought."""
    after, before = lake.snapshot(number), lake.snapshot(number - 1)
    assert after is not None
    assert before is not None
    (path,) = set(after.files("calls")) - set(before.files("calls"))
    return Path(path)


def spoil(path: Path) -> bytes:
    path.write_bytes(path.read_bytes()[:-7])
    return path.read_bytes()


def test_a_whole_lake_has_nothing_to_go_back_from(lake: Lake) -> None:
    assert lake.recover(who="Ben", at=AT) is None
    assert len(lake.history()) == 3


def test_it_is_a_row_of_the_history_and_the_damaged_file_is_kept_aside(lake: Lake) -> None:
    path = rows_of(lake, 2)
    damaged = spoil(path)
    row = lake.recover(who="Ben", at=AT)
    assert row is not None
    assert (row.snapshot, row.kind, row.recovers, row.who) == (4, "recovery", 1, "Ben")
    assert lake.history()[0] == row
    assert held(lake) == "1:fight 2:noise"
    (kept,) = (lake.path / "damaged").rglob(path.name)
    assert (kept.read_bytes(), path.exists()) == (damaged, False)
    assert lake.doctor() == []


def test_changes_that_were_gone_back_behind_count_as_taken_back(lake: Lake) -> None:
    spoil(rows_of(lake, 2))
    lake.recover(who="Ben", at=AT)
    assert undone(lake.history()) == {"upload-2", "upload-3"}
    for upload, why in (("upload-2", "lost"), ("recovery-4", "cannot be taken back")):
        with pytest.raises(UnknownUpload, match=why):
            lake.undo(upload, who="Ben", at=AT)
    lake.undo("upload-1", who="Ben", at=AT)
    assert held(lake) == ""
    assert lake.doctor() == []


def test_the_lost_file_can_be_uploaded_again_and_undone(lake: Lake) -> None:
    spoil(rows_of(lake, 3))
    lake.recover(who="Ben", at=AT)
    again = save(lake, calls("4:fall", "2026-12"))
    assert held(lake) == "1:fight 2:noise | 3:fire | 4:fall"
    lake.undo(str(again.upload_id), who="Ben", at=AT)
    assert held(lake) == "1:fight 2:noise | 3:fire"


def test_a_ledger_that_lost_the_record_of_a_middle_change_keeps_all_figures(lake: Lake) -> None:
    rows = sorted(
        (lake.path / "ledger").glob("*.parquet"), key=lambda path: path.stat().st_mtime_ns
    )
    spoil(rows[1])
    row = lake.recover(who="Ben", at=AT)
    assert row is not None
    assert (row.snapshot, row.recovers) == (4, 3)
    assert held(lake) == "1:fight 2:noise | 3:fire | 4:fall"
    assert [each.snapshot for each in lake.history()] == [4, 3, 1]
    (note,) = lake.doctor()
    assert note.is_note
    assert "no longer recorded" in note.sentence
    with pytest.raises(UnknownUpload, match="no longer recorded"):
        lake.undo("upload-3", who="Ben", at=AT)
    save(lake, calls("5:smoke"))
    assert (lake.path / "damaged").is_dir()


def test_a_summary_that_does_not_read_costs_nothing(lake: Lake) -> None:
    for number in range(4, 13):
        save(lake, calls(f"5:turn{number}"))
    (summary,) = (lake.path / "calls" / "_delta_log").glob("*.checkpoint.parquet")
    spoil(summary)
    with pytest.raises(LakeDamaged):
        held(lake)
    row = lake.recover(who="Ben", at=AT)
    assert row is not None
    assert row.recovers == 12
    assert held(lake) == "1:fight 2:noise 5:turn12 | 3:fire | 4:fall"


def test_a_flipped_byte_is_never_written_into_a_new_file(lake: Lake) -> None:
    path = rows_of(lake, 2)
    content = path.read_bytes()
    path.write_bytes(content[:100] + bytes([content[100] ^ 1]) + content[101:])
    with pytest.raises(LakeDamaged, match="not as it was written"):
        save(lake, calls("6:fall", "2026-11"))
    assert len(lake.history()) == 3


def test_an_undo_does_not_bring_back_a_damaged_file(lake: Lake) -> None:
    old = rows_of(lake, 2)
    newest = save(lake, calls("3:smoke", "2026-11"))
    spoil(old)
    with pytest.raises(LakeDamaged):
        lake.undo(str(newest.upload_id), who="Ben", at=AT)
    assert len(lake.history()) == 4


def test_without_a_whole_snapshot_nothing_is_touched(lake: Lake) -> None:
    for path in (lake.path / "calls").glob("*.parquet"):
        spoil(path)
    with pytest.raises(LakeDamaged, match="backup"):
        lake.recover(who="Ben", at=AT)
    assert not (lake.path / "damaged").exists()
