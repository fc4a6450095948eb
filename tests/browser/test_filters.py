"""Filters are the same on every page, are kept from page to page, and stand in the URL."""

import pytest

from tests.browser.conftest import idle, opened

pytestmark = pytest.mark.xdist_group("browser")


def go(page, title):
    page.get_by_test_id("stSidebarNavLink").filter(has_text=title).click()
    page.wait_for_timeout(300)
    idle(page)


def test_a_link_reproduces_the_view(chromium, sample_server):
    with opened(chromium, f"{sample_server.address}/?team=CRT") as page:
        assert page.get_by_text("Showing: CRT").is_visible()


def test_a_chosen_team_is_kept_on_page_change_and_is_in_the_url(chromium, sample_server):
    with opened(chromium, sample_server.address) as page:
        page.get_by_label("Team", exact=False).first.click()
        page.get_by_role("option", name="CRT", exact=True).click()
        page.keyboard.press("Escape")
        idle(page)
        assert "team=CRT" in page.url
        go(page, "Response times")
        assert page.get_by_text("Showing: CRT").is_visible()
        go(page, "Upload")
        assert page.get_by_text("Showing:").count() == 0
        go(page, "Response times")
        assert "team=CRT" in page.url
        assert page.get_by_text("Showing: CRT").is_visible()


def test_reset_shows_everything_again(chromium, sample_server):
    with opened(chromium, f"{sample_server.address}/response_times?team=CRT") as page:
        page.get_by_role("button", name="Reset").click()
        idle(page)
        page.get_by_text("Showing: all teams").wait_for()
        assert "team" not in page.url


def test_months_the_wrong_way_round_are_put_in_order(chromium, sample_server):
    with opened(chromium, f"{sample_server.address}/?from=Oct+2026&to=Sep+2026") as page:
        assert page.get_by_text("Sep–Oct 2026. Data as of").is_visible()
