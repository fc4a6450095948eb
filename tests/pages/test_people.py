"""The people served: in the order of their needs; a program-only lake says what it lacks."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import APP, opened, save, words

CONTACTS = """Incident Number,Team,Contact Date,End Point of Dispatch,Disposition
26-001,MCT,10/01/2026 10:00,Engaged,Remained in community
26-002,MCT,10/02/2026 11:00,Engaged,Transported to hospital
26-003,MCT,10/03/2026 12:00,Unable to locate,Remained in community
26-004,MCT,10/04/2026 13:00,Engaged,Remained in community
"""


@pytest.fixture
def sample(tmp_path, monkeypatch, small_sample_lake):
    monkeypatch.setenv("ARP_LAKE", str(tmp_path / "lake"))
    (tmp_path / "sample-lake").symlink_to(small_sample_lake)


@pytest.fixture
def program_only(tmp_path, monkeypatch):
    """A city that has uploaded the contacts of its one team, and nothing else."""
    monkeypatch.setenv("ARP_LAKE", str(tmp_path / "lake"))
    save(tmp_path / "lake", "Contacts October 2026.csv", CONTACTS.encode())


def test_needs_stand_in_the_order_of_the_people_who_have_them(sample):
    page = opened("people")
    assert not page.exception
    needs = [str(one.value) for one in page.header]
    assert needs[:3] == [
        "Were people reached, and treated safely?",
        "Did it end where they live?",
        "Were they connected to help?",
    ]


def test_being_met_again_is_said_to_be_neither_good_nor_bad(sample):
    assert "Neither good nor bad: who comes back may have come to trust." in words(opened("people"))


def test_what_a_program_only_lake_cannot_tell_is_gathered_with_what_to_upload(program_only):
    page = opened("people")
    assert not page.exception
    said = words(page)
    assert "What cannot be told yet" in said
    assert "How often is the same person met again?" in said
    assert "only a keyed hash of it is kept" in said
    assert "How do they rate it?" not in [one.value for one in page.header]


def test_presented_no_heading_of_a_section_stands_beside_a_card(sample):
    page = AppTest.from_file(APP, default_timeout=180).switch_page("pages/people.py")
    page.query_params["present"] = "1"
    page.query_params["screen"] = "2"
    page.run()
    assert [one.value for one in page.subheader] == ["Did anybody who was met come to harm?"]
    assert not page.header
