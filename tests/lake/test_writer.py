"""The protocol: whatever ends a writer, readers and the next writer find the old or the new."""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from arp.lake import Lake, LakeFull, LakeNotWritable, warm
from tests.lake.drawn import AT, calls, change, held, rows, save, tree, undo
from tests.lake.ended import Killed, at_the_nth_sync, full, killed

ENCOUNTER = {"key": "E1", "encounter_id": "E1", "month": "2026-10"}


def two_tables(words: str, contact: str) -> dict[str, object]:
    return {
        "calls": calls(words),
        "encounters": rows("encounters", {**ENCOUNTER, "team": contact}),
    }


def both(lake: Lake) -> tuple[str, list[str]]:
    """What the two tables say, which one change wrote together."""
    snapshot = lake.snapshot()
    if snapshot is None:
        return "", []
    return held(lake), snapshot.read("encounters")["team"].to_pylist()


def saving(lake: Lake) -> None:
    save(lake, two_tables("1:fight 2:smoke 3:fire", "CoR"))


def undoing(lake: Lake) -> None:
    lake.undo("upload-1", who="Ben", at=AT)


BEFORE = ("1:fight 2:noise", ["CRT"])


@pytest.mark.parametrize(
    ("act", "end", "after"),
    [
        (saving, killed, ("1:fight 2:smoke 3:fire", ["CoR"])),
        (saving, full, ("1:fight 2:smoke 3:fire", ["CoR"])),
        (undoing, killed, ("2:noise", [])),
    ],
)
def test_ended_at_any_sync_a_change_is_there_whole_or_not_at_all(
    tmp_path: Path,
    act: Callable[[Lake], None],
    end: Callable[[], None],
    after: tuple[str, list[str]],
) -> None:
    start = Lake(tmp_path / "start")
    save(start, two_tables("1:fight", "CRT"))
    save(start, calls("2:noise"))
    found, came_that_far, n = [], True, 0
    while came_that_far:
        n += 1
        shutil.copytree(start.path, tmp_path / str(n))
        lake = Lake(tmp_path / str(n))
        with pytest.MonkeyPatch.context() as patch:
            asked = at_the_nth_sync(patch, n, end)
            with contextlib.suppress(Killed, LakeFull):
                act(lake)
            came_that_far = asked()
        state = both(lake)
        assert state in (BEFORE, after), f"torn at sync {n}"
        assert all(fault.is_note for fault in lake.doctor())
        save(lake, calls("9:later"))
        assert both(lake) == (f"{state[0]} 9:later", state[1]), f"lost after sync {n}"
        assert lake.doctor() == []
        found.append(state)
    assert len(found) > 8
    assert found == sorted(found, key=lambda state: state == after), "the ledger's row decides"
    assert {str(state) for state in found} == {str(BEFORE), str(after)}


def test_a_write_that_fails_gives_its_room_back(tmp_path: Path) -> None:
    lake = Lake(tmp_path / "lake")
    save(lake, calls("1:fight"))
    before = [name for name in tree(lake.path) if name.endswith(".parquet")]
    with pytest.MonkeyPatch.context() as patch:
        at_the_nth_sync(patch, 1, full)
        with pytest.raises(LakeFull, match="is full"):
            save(lake, calls("1:noise 2:fire"))
    assert [name for name in tree(lake.path) if name.endswith(".parquet")] == before


def test_progress_tells_each_step_and_never_runs_backward(tmp_path: Path) -> None:
    told: list[tuple[str, float]] = []
    lake = Lake(tmp_path / "lake")
    lake.commit(
        change(two_tables("1:fight", "CRT")),
        who="Ana",
        at=AT,
        progress=lambda words, share: told.append((words, share)),
    )
    shares = [share for _, share in told]
    assert shares == sorted(shares)
    assert [words for words, _ in told] == [
        "Comparing with what is there",
        "Saving calls",
        "Saving encounters",
        "Closing the change",
        "Saved",
    ]


def test_a_log_entry_that_a_power_cut_left_half_written_is_cleared(tmp_path: Path) -> None:
    lake = Lake(tmp_path / "lake")
    save(lake, calls("1:fight"))
    undo(lake, save(lake, calls("2:noise")))
    log = lake.path / "calls" / "_delta_log"
    (log / f"{len(list(log.glob('*.json'))):020}.json").write_text('{"add": {"pa')
    assert held(lake) == "1:fight"
    save(lake, calls("3:fire"))
    assert [held(lake), held(lake, 2)] == ["1:fight 3:fire", "1:fight 2:noise"]
    assert lake.doctor() == []


def test_many_changes_later_every_snapshot_still_opens(tmp_path: Path) -> None:
    """Beyond the log's own summaries, which are made every tenth version."""
    lake = Lake(tmp_path / "lake")
    for number in range(1, 24):
        save(lake, calls(f"1:turn{number}"))
    assert [held(lake, n) for n in (1, 9, 10, 11, 23)] == [
        "1:turn1",
        "1:turn9",
        "1:turn10",
        "1:turn11",
        "1:turn23",
    ]


@contextlib.contextmanager
def ordinary_user() -> Iterator[None]:
    """Root may write anywhere, so root becomes nobody for a moment."""
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)


@pytest.mark.skipif(os.name == "nt", reason="rights are kept in another way on Windows")
def test_a_lake_that_may_not_be_written_says_so_and_can_still_be_read() -> None:
    warm()
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)  # nobody may look, too
        lake = Lake(Path(folder) / "lake")
        save(lake, calls("1:fight"))
        everything = [lake.path, *lake.path.rglob("*")]
        for path in everything:
            path.chmod(0o555 if path.is_dir() else 0o444)
        with ordinary_user():
            with pytest.raises(LakeNotWritable, match="may not be written"):
                save(lake, calls("2:noise"))
            with pytest.raises(LakeNotWritable):
                lake.undo("upload-1", who="Ben", at=AT)
            with pytest.raises(LakeNotWritable):
                Lake(Path(folder) / "another").person_key()
            assert held(lake) == "1:fight"
            assert lake.doctor() == []
        for path in everything:
            path.chmod(0o755 if path.is_dir() else 0o644)
