"""The screen of a damaged lake: found at the start, never partial charts, and a way back."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from arp.lake.lake import Lake
from tests.pages.conftest import APP, month_of_calls, save, words

DAMAGED = "Part of the data is damaged"


@pytest.fixture
def own(tmp_path, monkeypatch):
    """Two uploads: October, then the same month with faulty cells."""
    path = tmp_path / "lake"
    monkeypatch.setenv("ARP_LAKE", str(path))
    save(path, "October 2026.csv", month_of_calls(faults=False))
    save(path, "October again.csv", month_of_calls(faults=True))
    return path


def started():
    return AppTest.from_file(APP, default_timeout=180).run()


def around_the_pages():
    """What app.py does around a page; AppTest runs app.py itself only once."""
    import streamlit as st

    from arp.lake.errors import LakeDamaged
    from pages import _restore, _shell

    try:
        lake = _shell.shown_lake()
        _shell.check_once(lake)
        st.title("All is well")
        if st.session_state.get("reads"):
            lake.snapshot().read("calls")
    except LakeDamaged as damaged:
        _restore.draw(damaged)


def newest_rows_of(lake: Lake, table: str) -> Path:
    held, before = lake.snapshot(2), lake.snapshot(1)
    return Path(min(set(held.files(table)) - set(before.files(table))))


def newest_entry_of(lake: Lake, table: str) -> Path:
    return max((lake.path / table / "_delta_log").glob("*.json"))


@pytest.mark.parametrize(
    "spoiled",
    [
        lambda lake: newest_rows_of(lake, "calls"),
        lambda lake: newest_entry_of(lake, "calls"),
    ],
)
def test_the_last_whole_state_is_offered_and_gone_back_to(own, spoiled):
    lake = Lake(own)
    path = spoiled(lake)
    path.write_bytes(path.read_bytes()[:-30])
    app = started()
    assert not app.exception
    assert not app.metric
    assert app.title[0].value == DAMAGED
    app = AppTest.from_function(around_the_pages, default_timeout=180).run()
    assert "after October 2026.csv was saved by a test (snapshot 1)" in words(app)
    assert "Upload these files again:" in words(app)
    assert "October again.csv" in words(app)
    app.button[0].click().run()
    assert not app.exception
    assert app.title[0].value == "All is well"
    newest = lake.history()[0]
    assert (newest.kind, newest.recovers) == ("recovery", 1)
    assert lake.doctor() == []
    assert list((own / "damaged").rglob(path.name))


def test_without_a_whole_state_only_the_backup_is_named(own):
    for path in (own / "calls").glob("*.parquet"):
        path.write_bytes(b"not a table")
    app = started()
    assert app.title[0].value == DAMAGED
    assert "back from a backup" in words(app)
    assert not app.button


def test_a_ledger_that_does_not_read_is_no_empty_lake(own):
    entry = newest_entry_of(Lake(own), "ledger")
    entry.write_bytes(b"")
    app = AppTest.from_function(around_the_pages, default_timeout=180).run()
    assert app.title[0].value == DAMAGED
    assert "No change was saved after it" in words(app)
    app.button[0].click().run()
    assert Lake(own).snapshot().number == 3
    assert not app.exception


def test_damage_that_comes_while_pages_are_open_leaves_no_page_half_drawn(own):
    app = AppTest.from_function(around_the_pages, default_timeout=180).run()
    assert app.title[0].value == "All is well"
    newest_entry_of(Lake(own), "calls").write_bytes(b"{")
    app.session_state["reads"] = True
    app.run()
    assert not app.exception
    assert [title.value for title in app.title] == [DAMAGED]
