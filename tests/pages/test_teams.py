"""Teams: a page for each, and one rule between its menu and the shared filter of teams."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import APP, opened, save, words
from tests.pages.test_people import CONTACTS

MENU = "team_page"


@pytest.fixture
def page(tmp_path, monkeypatch, small_sample_lake):
    monkeypatch.setenv("ARP_LAKE", str(tmp_path / "lake"))
    (tmp_path / "sample-lake").symlink_to(small_sample_lake)
    return AppTest.from_file(APP, default_timeout=180).switch_page("pages/teams.py")


def of_team(page, team):
    page.run()
    page.selectbox(key=MENU).set_value(team).run()
    assert not page.exception
    return words(page)


def labels(page):
    return [str(tile.label) for tile in page.metric]


def test_the_page_of_a_team_in_person_has_its_wait_and_what_it_diverts(page):
    said = of_team(page, "CRT")
    assert page.title[0].value.startswith("Community Response Team")
    assert "How long do people wait for it?" in said
    assert "How many calls does it divert from police, EMS and fire?" in said


def test_a_phone_team_has_a_queue_and_no_wait_for_arrival(page):
    said = of_team(page, "CCD")
    assert "it arrives nowhere and has no response time" in said
    assert "How long until the team takes a call?" in said
    assert "How long do people wait for it?" not in said
    assert "Response time (median)" not in labels(page)


def test_a_team_with_police_diverts_nothing_and_its_wait_is_shown(page):
    said = of_team(page, "CoR")
    assert "How long do people wait for it?" in said
    assert "divert from police, EMS" not in said
    assert "Calls diverted from police" not in labels(page)


def test_care_navigation_responds_to_nothing(page):
    said = of_team(page, "CN")
    assert "which is no response" in said
    assert "Is a wanted follow-up made in time?" in said
    assert "How much does the team do?" not in said
    assert "Program responses" not in labels(page)


def test_the_menu_offers_only_the_teams_that_the_shared_filter_leaves(page):
    page.run()
    assert len(page.selectbox(key=MENU).options) == 4
    page.session_state["team"] = ["CCD", "CoR"]
    page.run()
    assert page.title[0].value.startswith("Crisis Call Diversion")
    assert page.selectbox(key=MENU).options == ["CCD", "CoR"]


def test_a_team_that_the_data_does_not_know_has_words(page):
    page.run()
    page.session_state["from"] = page.session_state["to"] = "2020-01"
    page.session_state["call_type"] = ["no such call type"]
    page.run()
    assert "nothing is known yet" in page.title[0].value
    assert "Upload its records" in words(page)


def test_without_settings_the_teams_are_those_that_the_data_names(tmp_path, monkeypatch):
    monkeypatch.setenv("ARP_LAKE", str(tmp_path / "lake"))
    save(tmp_path / "lake", "Contacts October 2026.csv", CONTACTS.encode())
    page = opened("teams")
    assert not page.exception
    assert page.title[0].value.startswith("MCT")
    assert "The settings do not say how this team works" in words(page)
