"""Taking back a change, newest or older, and taking back the taking back."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arp.lake import Lake, Tally, UnknownUpload
from tests.lake.drawn import AT, calls, held, save, together, tree, undo

OCTOBER, NOVEMBER = "2026-10", "2026-11"


@pytest.fixture
def lake(tmp_path: Path) -> Lake:
    return Lake(tmp_path / "lake")


def test_the_newest_change_is_taken_back_whole(lake: Lake) -> None:
    save(lake, calls("1:fight 2:noise 5:fall"))
    second = save(lake, calls("2:smoke 3:fire 1:fight"), OCTOBER)
    assert held(lake) == "1:fight 2:smoke 3:fire"
    receipt = undo(lake, second)
    assert held(lake) == "1:fight 2:noise 5:fall"
    assert receipt.tallies["calls"] == Tally(rows_read=2, new=1, replaced=1, removed=1)


def test_the_history_names_what_was_taken_back_and_old_snapshots_still_open(lake: Lake) -> None:
    first = save(lake, calls("1:fight"))
    undo(lake, first)
    newest, oldest = lake.history()
    assert (newest.kind, newest.undoes, newest.who) == ("undo", first.upload_id, "Ben")
    assert newest.versions == {}
    assert (held(lake), held(lake, oldest.snapshot)) == ("", "1:fight")


def test_after_everything_is_taken_back_the_same_file_is_new_again(lake: Lake) -> None:
    undo(lake, save(lake, calls("1:fight 2:noise")))
    receipt = save(lake, calls("1:fight 2:noise"))
    assert receipt.tallies["calls"] == Tally(rows_read=2, new=2)
    assert held(lake) == "1:fight 2:noise"
    assert lake.doctor() == []


def test_an_older_change_is_taken_back_but_for_what_was_changed_since(lake: Lake) -> None:
    save(lake, calls("1:fight 2:noise 3:fire 4:fall"))
    second = save(lake, calls("1:FIGHT 2:NOISE 3:FIRE 5:new 6:new"), OCTOBER)
    save(lake, calls("2:later 6:later 7:later"))
    assert held(lake) == "1:FIGHT 2:later 3:FIRE 5:new 6:later 7:later"
    receipt = undo(lake, second)
    assert held(lake) == "1:fight 2:later 3:fire 4:fall 6:later 7:later"
    assert receipt.tallies["calls"] == Tally(rows_read=3, new=1, replaced=2, removed=1)


def test_what_taking_back_would_do_is_told_and_nothing_is_written(lake: Lake) -> None:
    save(lake, calls("1:fight 2:noise 3:fire 4:fall"))
    older = save(lake, calls("1:FIGHT 2:NOISE 3:FIRE 5:new 6:new"), OCTOBER)
    save(lake, calls("2:later 6:later 7:later"))
    before = tree(lake.path)
    told = lake.preview_undo(str(older.upload_id))
    assert tree(lake.path) == before
    taken_back = undo(lake, older)
    assert told.tallies["calls"] == taken_back.tallies["calls"]
    with pytest.raises(UnknownUpload):
        lake.preview_undo(str(older.upload_id))
    told = lake.preview_undo(str(taken_back.upload_id))
    assert told.tallies["calls"] == undo(lake, taken_back).tallies["calls"]


def test_a_row_that_an_older_change_moved_to_another_month_moves_back(lake: Lake) -> None:
    save(lake, calls("1:fight 2:noise"))
    second = save(lake, calls("2:noise", NOVEMBER))
    save(lake, calls("3:fire", NOVEMBER))
    undo(lake, second)
    assert held(lake) == "1:fight 2:noise | 3:fire"


def test_what_comes_back_is_never_of_a_change_that_is_taken_back_itself(lake: Lake) -> None:
    save(lake, calls("1:first"))
    second = save(lake, calls("1:second"))
    third = save(lake, calls("1:third"))
    save(lake, calls("2:other"))
    undo(lake, second)
    assert held(lake) == "1:third 2:other"
    undo(lake, third)
    assert held(lake) == "1:first 2:other"


def test_rows_put_back_keep_the_upload_that_brought_them(lake: Lake) -> None:
    first = save(lake, calls("1:fight"))
    second = save(lake, calls("1:noise"))
    save(lake, calls("2:fire"))
    undo(lake, second)
    snapshot = lake.snapshot()
    assert snapshot is not None
    stored = snapshot.read("calls", ["row_key", "upload_id"]).to_pylist()
    assert {row["row_key"]: row["upload_id"] for row in stored}["1"] == first.upload_id


def test_an_undo_can_be_taken_back_and_then_taken_back_again(lake: Lake) -> None:
    save(lake, calls("1:fight"))
    second = save(lake, calls("1:noise"))
    save(lake, calls("2:fire"))
    first_undo = undo(lake, second)
    assert held(lake) == "1:fight 2:fire"
    second_undo = undo(lake, first_undo)
    assert held(lake) == "1:noise 2:fire"
    save(lake, calls("3:fall"))
    undo(lake, second_undo)
    assert held(lake) == "1:fight 2:fire 3:fall"
    assert lake.doctor() == []


def test_an_unknown_change_is_refused_and_makes_no_folder(lake: Lake) -> None:
    with pytest.raises(UnknownUpload, match="There is no change upload-9"):
        lake.undo("upload-9", who="Ben", at=AT)
    assert not lake.path.exists()


def test_what_is_taken_back_already_is_refused_and_changes_nothing(lake: Lake) -> None:
    first = save(lake, calls("1:fight"))
    undo(lake, first)
    before = tree(lake.path)
    with pytest.raises(UnknownUpload, match="taken back already"):
        undo(lake, first)
    assert tree(lake.path) == before


def test_other_tables_of_the_change_go_back_with_it(lake: Lake) -> None:
    from tests.lake.drawn import rows

    person = {"key": "E1", "encounter_id": "E1", "month": OCTOBER}
    first = save(lake, {"calls": calls("1:fight"), "encounters": rows("encounters", person)})
    save(lake, calls("2:noise"))
    undo(lake, first)
    snapshot = lake.snapshot()
    assert snapshot is not None
    assert snapshot.read("encounters").num_rows == 0
    assert held(lake) == "2:noise"


FILE = st.dictionaries(
    st.sampled_from("1234"),
    st.tuples(st.sampled_from("ab"), st.sampled_from([OCTOBER, NOVEMBER])),
    min_size=1,
    max_size=4,
)


@settings(max_examples=8, deadline=None, derandomize=True)
@given(st.lists(FILE, min_size=2, max_size=4), st.integers(0, 3))
def test_a_lake_with_a_change_taken_back_is_the_lake_of_the_other_changes(
    files: list[dict[str, tuple[str, str]]], which: int
) -> None:
    """True whenever nothing was removed: later rows win, whoever was there before."""
    which %= len(files)
    drawn = [
        together(*(calls(f"{number}:{word}{turn}", m) for number, (word, m) in file.items()))
        for turn, file in enumerate(files)
    ]
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as other:
        lake, without = Lake(folder), Lake(other)
        receipts = [save(lake, tables) for tables in drawn]
        for turn, tables in enumerate(drawn):
            if turn != which:
                save(without, tables)
        back = undo(lake, receipts[which])
        assert held(lake) == held(without)
        assert all(tally.closes for tally in back.tallies.values())
        undo(lake, back)
        assert held(lake) == held(lake, len(files))
        assert lake.doctor() == []
