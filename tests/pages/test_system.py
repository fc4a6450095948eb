"""System impact: the assumption can be moved; presented, a card stands alone."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import APP, words


@pytest.fixture
def page(tmp_path, monkeypatch, small_sample_lake):
    monkeypatch.setenv("ARP_LAKE", str(tmp_path / "lake"))
    (tmp_path / "sample-lake").symlink_to(small_sample_lake)
    app = AppTest.from_file(APP, default_timeout=180)
    return app.switch_page("pages/system.py")


def test_the_sentence_follows_the_assumption(page):
    page.run()
    assert "If 100% had had police" in words(page)
    page.slider(key="police_share").set_value(0.5).run()
    assert not page.exception
    assert "If 50% had had police" in words(page)
    assert "If 100% had had police" not in words(page)


def test_a_figure_without_a_target_says_so_and_leads_to_where_one_is_set(page):
    page.run()
    assert "No target set." in words(page)
    assert "Set a target" in [link.proto.label for link in page.get("page_link")]


def test_presented_a_card_stands_alone(page):
    page.query_params["present"] = "1"
    page.query_params["screen"] = "7"
    page.run()
    assert [one.value for one in page.subheader] == ["How many police hours may the program free?"]
    assert not page.title
