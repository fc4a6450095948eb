"""Publishing and withdrawing as changes of a lake: undone, looked after, told in the history."""

import pytest

from arp.intake.publications import published, withdrawn
from arp.lake.lake import Lake
from tests.lake.drawn import AT, calls, save

OCTOBER = {
    "publication": "Council, October 2026",
    "page": "home",
    "first_month": "2026-10",
    "last_month": "2026-10",
    "part": "{}",
    "of_snapshot": 1,
    "method": "2026-11-22",
    "figures": '[["program_responses", "2026-10", "", 2.0, 2.0, "ok"]]',
}


@pytest.fixture
def lake(tmp_path):
    lake = Lake(tmp_path / "lake")
    save(lake, calls("1:fight 2:noise"))
    return lake


def publish(lake, note="For the council", **other):
    change = published(OCTOBER | other, who="Ana", note=note)
    return lake.commit(change, who="Ana", at=AT)


def names(lake):
    rows = lake.snapshot().read("settings").to_pylist()
    return [(row["name"], row["set_by"], row["why"], row["upload_id"]) for row in rows]


def test_a_set_is_one_row_and_one_change_of_its_own_kind(lake):
    receipt = publish(lake)
    assert receipt.upload_id == "publication-2"
    assert names(lake) == [("Council, October 2026", "Ana", "For the council", "publication-2")]
    newest = lake.history()[0]
    assert (newest.kind, newest.file_name) == ("publication", "Council, October 2026")
    assert newest.tallies["settings"].new == 1
    assert lake.doctor() == []


def test_a_set_of_the_same_name_takes_its_place_and_the_first_stays_in_its_snapshot(lake):
    first = publish(lake)
    publish(lake, of_snapshot=2)
    assert [upload for *_, upload in names(lake)] == ["publication-3"]
    earlier = lake.snapshot(first.snapshot).read("settings").to_pylist()
    assert [row["upload_id"] for row in earlier] == ["publication-2"]


def test_publishing_is_taken_back_like_any_change_also_after_a_later_upload(lake):
    receipt = publish(lake)
    save(lake, calls("1:fight 2:noise 3:fire"))
    lake.undo(receipt.upload_id, who="Ben", at=AT)
    assert names(lake) == []
    assert lake.snapshot().read("calls").num_rows == 3
    assert lake.doctor() == []


def test_a_withdrawn_set_is_gone_and_can_be_brought_back(lake):
    publish(lake)
    publish(lake, publication="Budget")
    receipt = lake.commit(withdrawn(lake.snapshot(), "Council, October 2026"), who="Ana", at=AT)
    assert [name for name, *_ in names(lake)] == ["Budget"]
    assert lake.history()[0].tallies["settings"].removed == 1
    lake.undo(receipt.upload_id, who="Ana", at=AT)
    assert {name for name, *_ in names(lake)} == {"Budget", "Council, October 2026"}
    assert lake.doctor() == []


def test_what_is_not_published_cannot_be_withdrawn(lake):
    with pytest.raises(KeyError):
        withdrawn(lake.snapshot(), "Budget")
