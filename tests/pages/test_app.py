"""The app around the pages: banner, filters, navigation, and a lake that does not read."""

import pytest
from streamlit.testing.v1 import AppTest

from arp.lake.lake import Lake
from tests.pages.conftest import APP, AT, month_of_calls, opened, save, words


@pytest.fixture
def own(tmp_path, monkeypatch, small_sample_lake):
    monkeypatch.setenv("ARP_LAKE", str(tmp_path / "lake"))
    (tmp_path / "sample-lake").symlink_to(small_sample_lake)
    return tmp_path / "lake"


def started():
    return AppTest.from_file(APP, default_timeout=180).run()


def test_without_an_upload_the_sample_city_is_shown_and_called_made_up(own):
    app = started()
    assert not app.exception
    assert app.info[0].value == (
        "This is a made-up sample city. Your first upload leaves it behind."
    )
    assert not own.exists()


def test_the_first_upload_leaves_the_sample_city_behind(own):
    save(own, "October 2026.csv", month_of_calls(faults=False))
    app = started()
    assert not app.info
    assert "Oct 2026" in words(app)
    assert "Police and fire CAD" not in words(app)


def test_a_lake_that_does_not_read_is_said_in_words(own):
    save(own, "October 2026.csv", month_of_calls(faults=False))
    for part in (own / "calls").rglob("*.parquet"):
        part.write_bytes(b"not a table")
    app = started()
    assert not app.exception
    assert app.title[0].value == "Part of the data is damaged"
    assert "In the table calls" in words(app)
    assert not app.metric


def test_after_the_only_upload_is_undone_pages_are_empty_and_history_tells_why(own):
    save(own, "October 2026.csv", month_of_calls(faults=False))
    lake = Lake(own)
    lake.undo(lake.history()[0].upload_id, who="a test", at=AT)
    page = opened("data")
    assert not page.exception
    assert page.title[0].value == "Nothing is here: what was uploaded was taken back"
    assert "taken back Nov 22, 2026" in words(page)
    assert opened("home").title[0].value == page.title[0].value
