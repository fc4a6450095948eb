"""Reviews and commitments as changes of a lake: kept, taken out, undone, told in the history."""

import json

import pytest

from arp.intake.reviews import changed, without
from arp.lake.lake import Lake
from tests.lake.drawn import AT, calls, save

COUNCIL = {
    "review": "Council",
    "held_on": "2026-11-30",
    "of_snapshot": 1,
    "frozen_on": "2026-11-22",
    "screens": "[]",
}
HIRING = {"commitment": 1, "what": "Hire two", "owner": "Ben", "review": "Council"}


@pytest.fixture
def lake(tmp_path):
    lake = Lake(tmp_path / "lake")
    save(lake, calls("1:fight 2:noise"))
    return lake


def keep(lake, change):
    return lake.commit(change, who="Ana", at=AT)


def stored(lake):
    rows = lake.snapshot().read("settings").to_pylist()
    return {(row["section"], row["name"]): json.loads(row["value"]) for row in rows}


def test_a_review_and_its_commitments_are_rows_of_one_change(lake):
    keep(lake, changed("Council", who="Ana", reviews=[COUNCIL], commitments=[HIRING]))
    assert stored(lake) == {("reviews", "Council"): COUNCIL, ("commitments", "1"): HIRING}
    newest = lake.history()[0]
    assert (newest.kind, newest.file_name) == ("review", "Council")
    assert newest.tallies["settings"].new == 2
    assert lake.doctor() == []


def test_a_review_changed_takes_its_own_place(lake):
    keep(lake, changed("Council", who="Ana", reviews=[COUNCIL]))
    keep(lake, changed("Council", who="Ana", reviews=[COUNCIL | {"of_snapshot": 2}]))
    assert stored(lake)["reviews", "Council"]["of_snapshot"] == 2
    assert lake.history()[0].tallies["settings"].replaced == 1


def test_commitments_alone_are_a_change_of_their_own_kind(lake):
    keep(lake, changed("Council", who="Ana", commitments=[HIRING]))
    assert lake.history()[0].kind == "commitments"


def test_a_review_removed_leaves_what_was_promised_and_can_be_brought_back(lake):
    keep(lake, changed("Council", who="Ana", reviews=[COUNCIL], commitments=[HIRING]))
    gone = without(changed("Council", who="Ana"), lake.snapshot(), reviews=["Council"])
    receipt = keep(lake, gone)
    assert set(stored(lake)) == {("commitments", "1")}
    assert lake.history()[0].kind == "review"
    lake.undo(receipt.upload_id, who="Ana", at=AT)
    assert ("reviews", "Council") in stored(lake)
    assert lake.doctor() == []


def test_a_review_gets_another_name_in_one_change(lake):
    keep(lake, changed("Council", who="Ana", reviews=[COUNCIL], commitments=[HIRING]))
    named = changed(
        "Board",
        who="Ana",
        reviews=[COUNCIL | {"review": "Board"}],
        commitments=[HIRING | {"review": "Board"}],
    )
    keep(lake, without(named, lake.snapshot(), reviews=["Council"]))
    assert set(stored(lake)) == {("reviews", "Board"), ("commitments", "1")}
    assert stored(lake)["commitments", "1"]["review"] == "Board"


def test_a_commitment_is_taken_out_by_its_number(lake):
    second = HIRING | {"commitment": 2, "what": "Buy a van"}
    keep(lake, changed("Council", who="Ana", commitments=[HIRING, second]))
    keep(lake, without(changed("Council", who="Ana"), lake.snapshot(), commitments=[1]))
    assert set(stored(lake)) == {("commitments", "2")}


def test_what_is_not_there_cannot_be_taken_out(lake):
    with pytest.raises(KeyError):
        without(changed("Council", who="Ana"), lake.snapshot(), reviews=["Council"])
