"""Definitions: every figure has its page, with formula, target, review, example and SQL."""

from datetime import UTC, datetime

import pytest

from pages import _shell
from tests.pages.conftest import month_of_calls, opened, save, words


@pytest.fixture
def city(tmp_path, monkeypatch):
    monkeypatch.setenv("ARP_LAKE", str(tmp_path / "lake"))
    save(tmp_path / "lake", "October 2026.csv", month_of_calls(faults=False))


def figure(key):
    page = opened("definitions")
    return page.selectbox(key="indicator").set_value(key).run()


def test_the_parts_of_a_share_stand_apart(city):
    told = words(figure("contact_made_rate")).replace("**", "")
    assert "Question it answers. Is the program functioning well?" in told
    assert "Numerator. Calls where the person was reached (engaged, declined" in told
    assert "Denominator. Calls where a program unit arrived and the contact's result" in told
    assert "Target. No target set." in told
    assert "Last change of the method. Nov 22, 2026: Defined for the first time." in told
    assert "Review. Reviewed Nov 22, 2026. Next review by Nov 22, 2027." in told


def test_an_example_shows_the_drawn_tables_and_what_comes_of_them(city):
    page = figure("contact_made_rate")
    assert "An example" in [expander.label for expander in page.expander]
    assert "**What it gives**" in words(page)
    assert "| Contact result |" in words(page)


def test_one_figure_is_opened_from_the_list_of_all(city):
    page = opened("definitions")
    page.button(key="open-response_p50").click().run()
    assert page.selectbox(key="indicator").value == "response_p50"
    assert "The SQL that gives it" in [expander.label for expander in page.expander]


def test_a_review_whose_day_has_passed_is_warned_of(city, monkeypatch):
    monkeypatch.setattr(_shell, "now", lambda: datetime(2028, 1, 1, tzinfo=UTC))
    assert "overdue" in opened("definitions").warning[0].value
    page = figure("response_p50")
    assert "overdue" in page.warning[0].value
    assert "It is overdue." in words(page)
