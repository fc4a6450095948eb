import pytest

from arp.intake import reviews
from arp.intake.publications import published
from arp.intake.recognition.remembered import Setting, settings_rows
from arp.lake.change import Change
from arp.lake.lake import Lake
from arp.measures.same_facts import facts_key
from tests.intake.test_publications import OCTOBER
from tests.intake.test_reviews import COUNCIL, HIRING
from tests.lake.drawn import AT, FEED, calls, save


@pytest.fixture
def lake(tmp_path):
    lake = Lake(tmp_path / "lake")
    save(lake, calls("1:fight 2:noise"))
    return lake


def test_publishing_leaves_the_facts_as_they_are(lake):
    before = facts_key(lake.snapshot())
    lake.commit(published(OCTOBER, who="Ana", note=""), who="Ana", at=AT)
    assert facts_key(lake.snapshot()) == before


def test_reviewing_leaves_the_facts_as_they_are(lake):
    before = facts_key(lake.snapshot())
    lake.commit(reviews.changed("Council", who="Ana", reviews=[COUNCIL]), who="Ana", at=AT)
    promised = reviews.changed("Council", who="Ana", commitments=[HIRING])
    lake.commit(promised, who="Ana", at=AT)
    assert lake.snapshot().number == 3
    assert facts_key(lake.snapshot()) == before


def test_an_upload_and_a_setting_bring_other_facts(lake):
    keys = {facts_key(lake.snapshot())}
    save(lake, calls("1:fight 2:noise 3:fire"))
    keys.add(facts_key(lake.snapshot()))
    team = Setting(section="teams", value={"team": "CRT"}, why=None)
    change = Change(kind="settings", feed=FEED, tables={"settings": settings_rows([team])})
    lake.commit(change, who="Ana", at=AT)
    keys.add(facts_key(lake.snapshot()))
    assert len(keys) == 3


def test_what_an_undo_puts_back_has_the_facts_it_had(lake):
    before = facts_key(lake.snapshot())
    receipt = save(lake, calls("1:fight 2:noise 3:fire"))
    lake.undo(receipt.upload_id, who="Ana", at=AT)
    assert facts_key(lake.snapshot()) == before


def test_without_seals_a_snapshot_is_like_no_other(lake):
    from dataclasses import replace

    assert facts_key(replace(lake.snapshot(), seals={})) == "snapshot 1"
