"""Handing out a page: which files are offered, when they are made, and what leaves."""

from io import BytesIO

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from arp.views.withheld_words import IN_THE_FILES, INSIDE_ONLY
from pages import _handouts
from tests.pages.conftest import words


def door():
    import streamlit as st

    from arp.exhibits.pages import compose
    from pages import _handouts, _shell
    from pages._look import Cached

    look = Cached(_shell.view())
    _handouts.offer(compose("contacts", look), look, st.container())


@pytest.fixture
def offered(tmp_path, monkeypatch, small_sample_lake):
    """The door to the files, and what stands behind each button, by its file's name."""
    monkeypatch.setenv("ARP_LAKE", str(tmp_path / "lake"))
    (tmp_path / "sample-lake").symlink_to(small_sample_lake)
    behind, button = {}, _handouts.st.download_button

    def kept(label, data, **told):
        behind[told["file_name"]] = data
        return button(label, data, **told)

    monkeypatch.setattr(_handouts.st, "download_button", kept)
    return AppTest.from_function(door, default_timeout=120).run(), behind


def test_each_kind_of_file_is_offered_and_made_when_it_is_asked_for(offered):
    page, behind = offered
    assert not page.exception
    assert list(behind) == ["contacts.pdf", "contacts.pptx", "contacts.xlsx", "contacts.html"]
    assert all(callable(made) for made in behind.values())
    assert behind["contacts.pdf"]().startswith(b"%PDF")


def test_what_may_leave_says_by_which_rule_and_has_no_exact_count_of_people(offered):
    page, behind = offered
    assert IN_THE_FILES in words(page)
    book = openpyxl.load_workbook(BytesIO(behind["contacts.xlsx"]()))
    about = " ".join(str(cell.value) for row in book["About"].iter_rows() for cell in row)
    assert "Counts about people are rounded to 5" in about
    assert "made-up sample city" in about


def test_what_stays_says_so_in_its_name_and_the_public_page_never_does(offered):
    page, behind = offered
    behind.clear()
    page.toggle(key="handout-outside").set_value(False).run()
    assert INSIDE_ONLY in words(page)
    assert set(behind) == {
        "contacts_inside.pdf",
        "contacts_inside.pptx",
        "contacts_inside.xlsx",
        "contacts.html",
    }
    book = openpyxl.load_workbook(BytesIO(behind["contacts_inside.xlsx"]()))
    assert INSIDE_ONLY in [cell.value for row in book["About"].iter_rows() for cell in row]
    assert b"rounded to 5" in behind["contacts.html"]()
