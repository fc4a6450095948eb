"""Settings through the browser: a proposal taken over, and the program workbook's round trip."""

import re

import pytest

from tests.browser.conftest import idle, opened, serving
from tests.browser.dropping import drop
from tests.pages.conftest import month_of_calls, save

pytestmark = pytest.mark.xdist_group("browser")


@pytest.fixture
def server(tmp_path):
    """The app of a city that has uploaded one month and set nothing."""
    save(tmp_path / "lake", "October 2026.csv", month_of_calls(faults=False))
    with serving(tmp_path) as server:
        yield server


def test_a_proposal_is_taken_over_saved_and_comes_back_unchanged_in_the_workbook(chromium, server):
    with opened(chromium, f"{server.address}/settings?section=Teams") as page:
        page.get_by_role("heading", name="Proposed, not set").wait_for()
        page.get_by_role("button", name="Take over 1 row").click()
        page.get_by_text("1 row read = 1 new").wait_for()
        assert page.get_by_role("button", name="Save").is_disabled()
        page.get_by_label("Why").fill("It is our own team")
        page.get_by_label("Why").press("Enter")
        idle(page)
        page.get_by_role("button", name="Save").click()
        page.get_by_text(re.compile("^Teams: saved as")).wait_for()
        idle(page)
        assert page.get_by_role("heading", name="Proposed, not set").count() == 0
        with page.expect_download() as download:
            page.get_by_role("button", name="Program workbook", exact=True).click()
        with open(download.value.path(), "rb") as file:
            workbook = file.read()
        page.get_by_test_id("stSidebarNavLink").filter(has_text="Upload").click()
        page.get_by_role("heading", name="Upload", exact=True).wait_for()
        idle(page)
        drop(page, "program.xlsx", workbook)
        page.get_by_text("2 rows read = 0 new + 0 replaced + 2 unchanged").wait_for()  # and a feed
        page.get_by_role("button", name="Save").click()
        page.get_by_text("every row was already here. Nothing changed.").wait_for()


def test_the_gates_lead_to_where_their_targets_are_set(chromium, server):
    with opened(chromium, f"{server.address}/readiness") as page:
        page.get_by_role("link", name="Set targets").click()
        page.get_by_role("heading", name="What the program knows about itself").wait_for()
        page.get_by_text("What the program wants to reach").wait_for()
