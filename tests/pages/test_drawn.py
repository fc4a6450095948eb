"""Every indicator of the registry is drawn on some page: on a card, as a tile, in a gate's row."""

import pytest

import pages._card as cards
from arp.measures.registry import INDICATORS
from tests.pages.conftest import opened

DRAWING = ("home", "readiness", "functioning", "people", "system", "response_times", "contacts")
AS_GATES = {  # rows of the gates' table on “Ready to expand?”, which is drawn from the gates alone
    "readiness_scorecard",
    "safety_floor",
    "backup_ceiling",
}
OF_A_TEAM = ("CRT", "CCD", "CoR", "CN")


@pytest.fixture
def drawn(monkeypatch):
    """The keys of all that cards and tiles were handed, page after page."""
    keys = set()
    card, tiles, headline = cards.card, cards.tiles, cards.headline

    def noted_card(key, question, finding, readings, **told):
        keys.update(readings["indicator"])
        return card(key, question, finding, readings, **told)

    def noted_tiles(readings, of, *told, **named):
        keys.update(of)
        return tiles(readings, of, *told, **named)

    def noted_headline(answer, proof, readings=None, of=(), *told, **named):
        keys.update(of)
        return headline(answer, proof, readings, of, *told, **named)

    monkeypatch.setattr(cards, "card", noted_card)
    monkeypatch.setattr(cards, "tiles", noted_tiles)
    monkeypatch.setattr(cards, "headline", noted_headline)
    return keys


def test_every_indicator_is_on_some_page(drawn, tmp_path, monkeypatch, small_sample_lake):
    monkeypatch.setenv("ARP_LAKE", str(tmp_path / "lake"))
    (tmp_path / "sample-lake").symlink_to(small_sample_lake)
    for name in (*DRAWING, "data"):
        assert not opened(name).exception, name
    teams = opened("teams")
    for team in OF_A_TEAM[1:]:
        assert not teams.selectbox(key="team_page").set_value(team).run().exception, team
    missing = sorted(set(INDICATORS) - drawn - AS_GATES)
    assert not missing, f"On no page: {missing}"
