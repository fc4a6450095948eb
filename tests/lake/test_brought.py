import pytest

from arp.intake.reviews import changed
from arp.lake.brought import newest_with_data, that_brought_data
from arp.lake.lake import Lake
from arp.lake.ledger import standing
from tests.intake.test_reviews import COUNCIL, HIRING
from tests.lake.drawn import AT, calls, save


@pytest.fixture
def lake(tmp_path):
    lake = Lake(tmp_path / "lake")
    save(lake, calls("1:fight"))
    return lake


def newest(lake):
    return newest_with_data(standing(lake.history())).snapshot


def test_changing_a_review_does_not_make_its_data_newer(lake):
    lake.commit(changed("Council", who="Ana", reviews=[COUNCIL]), who="Ana", at=AT)
    receipt = lake.commit(changed("Council", who="Ana", commitments=[HIRING]), who="Ana", at=AT)
    assert newest(lake) == 1
    lake.undo(receipt.upload_id, who="Ana", at=AT)
    assert newest(lake) == 1


def test_an_upload_and_taking_it_back_do(lake):
    lake.commit(changed("Council", who="Ana", reviews=[COUNCIL]), who="Ana", at=AT)
    receipt = save(lake, calls("1:fight 2:noise"))
    assert newest(lake) == 3
    lake.undo(receipt.upload_id, who="Ana", at=AT)
    assert newest(lake) == 4


def test_without_any_change_there_are_no_data():
    assert newest_with_data([]) is None


def test_the_changes_that_brought_data_stay_in_their_order(lake):
    lake.commit(changed("Council", who="Ana", reviews=[COUNCIL]), who="Ana", at=AT)
    save(lake, calls("1:fight 2:noise"))
    assert [row.snapshot for row in that_brought_data(lake.history())] == [3, 1]
