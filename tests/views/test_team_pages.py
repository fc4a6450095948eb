"""Which figures a kind of team has: what makes no sense for a team is not on its page."""

from types import SimpleNamespace

import pytest

from arp.views import team_pages, topics
from arp.views.team_pages import PAGES, Kind

DIVERSION = {"calls_diverted", "ems_diverted", "fire_diverted", "no_police_sent"}
ARRIVAL = {"response_p50", "response_p90", "contact_made_rate", "travel_p50", "on_scene_p50"}


def figures(kind):
    page = PAGES[kind]
    return {*page.title, *page.tiles, *topics.figures(page.topics)}


@pytest.mark.parametrize(
    ("mode", "police", "follows", "kind"),
    [
        ("in person", False, False, Kind.IN_PERSON),
        ("phone", False, False, Kind.PHONE),
        ("in person", True, False, Kind.WITH_POLICE),
        ("phone", True, False, Kind.WITH_POLICE),
        ("in person", False, True, Kind.FOLLOWS_UP),
        ("phone", False, True, Kind.FOLLOWS_UP),
        (None, False, False, Kind.NOT_SET),
    ],
)
def test_how_a_team_works_follows_from_its_setting(mode, police, follows, kind):
    setting = {"mode": mode, "works_with_police": police, "follows_up": follows}
    assert team_pages.kind(setting) is kind


def test_a_team_that_only_the_data_names_is_shown_as_one_that_comes_in_person():
    assert team_pages.kind(None) is Kind.NOT_SET
    assert PAGES[Kind.NOT_SET].topics == PAGES[Kind.IN_PERSON].topics
    assert "do not say" in PAGES[Kind.NOT_SET].about


def test_every_kind_has_a_page():
    assert set(PAGES) == set(Kind)


def test_a_phone_team_has_a_queue_and_no_arrival():
    assert not figures(Kind.PHONE) & ARRIVAL
    assert {"queue_wait_p50", "queue_wait_p90"} <= figures(Kind.PHONE)
    assert {"ccd_phone_resolution", "ccd_safe_handback"} <= figures(Kind.PHONE)
    assert "felt_safe_rate" not in figures(Kind.PHONE)


def test_a_team_with_police_diverts_nothing_and_has_a_response_time():
    assert not figures(Kind.WITH_POLICE) & DIVERSION
    assert "backup_requested_rate" not in figures(Kind.WITH_POLICE)
    assert {"response_p50", "response_p90"} <= figures(Kind.WITH_POLICE)


def test_a_team_that_follows_up_responds_to_nothing():
    of_calls = {"program_responses", "eligible_capture", "uhu"} | DIVERSION | ARRIVAL
    assert not figures(Kind.FOLLOWS_UP) & of_calls
    assert not PAGES[Kind.FOLLOWS_UP].of_the_team
    assert {"followup_reached_48h", "care_nav_active_cases"} <= figures(Kind.FOLLOWS_UP)


def test_a_team_in_person_diverts_and_arrives():
    assert {"calls_diverted", "response_p90", "backup_requested_rate"} <= figures(Kind.IN_PERSON)


def test_the_newest_setting_of_a_team_holds_also_after_its_end():
    entries = [
        SimpleNamespace(value={"team": "CRT", "mode": "phone"}),
        SimpleNamespace(value={"team": "CRT", "mode": "in person"}),
    ]
    assert team_pages.latest(entries) == {"CRT": {"team": "CRT", "mode": "in person"}}


def test_the_menu_offers_the_teams_that_the_shared_filter_leaves():
    assert team_pages.to_choose(["CRT", "CCD"], ["CCD", "CN"], None) == ["CRT", "CCD", "CN"]
    assert team_pages.to_choose(["CRT", "CCD"], ["CCD", "CN"], ("CN", "CRT")) == ["CRT", "CN"]
    assert team_pages.to_choose(["CRT"], [], ("gone",)) == []


def test_a_team_is_called_by_both_its_names():
    settings = {"CRT": {"title": "Community Response Team"}, "X": {"title": None}}
    assert team_pages.name("CRT", settings) == "Community Response Team (CRT)"
    assert team_pages.name("X", settings) == "X"
    assert team_pages.name("Y", settings) == "Y"
