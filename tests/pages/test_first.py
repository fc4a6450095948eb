"""The browser draws the first chart of a page that is opened before it is sent the rest."""

from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from pages import _first


def page_of_two_charts():
    import streamlit as st

    from pages import _first

    _first.begin(st.query_params["page"])
    _first.sent()
    _first.sent()


@pytest.fixture
def stops(monkeypatch):
    """How long the page stopped after each chart, in turn."""
    stopped = []
    monkeypatch.setattr(_first, "time", SimpleNamespace(sleep=stopped.append))
    return stopped


@pytest.fixture
def visit():
    """Opens one page after another, as somebody who walks through the app."""
    app = AppTest.from_function(page_of_two_charts)

    def open_page(name, *, present="0"):
        app.query_params["page"], app.query_params["present"] = name, present
        assert not app.run().exception

    return open_page


def test_the_first_page_of_a_visit_stops_longer_than_the_next(stops, visit):
    visit("people")
    visit("system")
    assert stops == [_first.OF_A_VISIT, 0.0, _first.OF_A_PAGE, 0.0]
    assert _first.OF_A_VISIT > _first.OF_A_PAGE > 0


def test_a_page_that_runs_again_for_a_filter_is_sent_without_a_stop(stops, visit):
    visit("people")
    visit("people")
    assert stops[2:] == [0.0, 0.0]


def test_a_screen_that_is_presented_is_sent_without_a_stop(stops, visit):
    visit("people", present="1")
    assert stops == [0.0, 0.0]
