"""Publish, upload a correction, see what moved, open as published by menu and by link, withdraw."""

import re

import pytest

from tests.browser.conftest import idle, opened, serving
from tests.browser.dropping import drop
from tests.browser.test_upload import go
from tests.pages.conftest import month_of_calls, save

pytestmark = pytest.mark.xdist_group("browser")

NAME = "Council, October 2026"
NOTICE = re.compile("published figures? ha(s|ve) moved")
MOVED = "Response time (median) in Oct 2026: from 29.5 minutes to 30.5 minutes."


def figures(page) -> str:
    return "".join(page.get_by_test_id("stMetric").all_inner_texts())


def publish(page):
    page.get_by_role("button", name="Publish these figures").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Name").fill(NAME)
    dialog.get_by_label("Note").fill("For the session in November")
    dialog.get_by_role("button", name="Publish", exact=True).click()
    page.get_by_text(f"{NAME} is published").wait_for()
    idle(page)


def upload_a_correction(page):
    go(page, "Upload")
    mended = month_of_calls(faults=False).replace(b"14:01:00", b"14:31:00")
    drop(page, "Corrected.csv", mended)
    page.get_by_role("button", name="Save").click()
    page.get_by_text("Corrected.csv is saved").wait_for()
    idle(page)


def says_what_moved(page):
    for name in ("Home", "Response times"):
        go(page, name)
        page.get_by_text(NOTICE).wait_for()
        page.get_by_text(re.compile("Since the upload of Corrected.csv on .* by .*:")).wait_for()
        assert page.get_by_text(MOVED).is_visible()
    assert "30.5 min" in figures(page)


def shows_it_as_it_was(page):
    page.get_by_text("As it was on").wait_for()
    idle(page)
    assert "29.5 min" in figures(page) and "30.5 min" not in figures(page)
    assert page.get_by_text("as published.").first.is_visible()
    assert "as_of=2" in page.url


def back_to_today(page):
    page.get_by_role("button", name="Back to today").click()
    page.wait_for_function("!location.search.includes('as_of')")
    idle(page)
    assert page.get_by_text("As it was on").count() == 0


def test_a_published_figure_that_a_correction_moves(chromium, tmp_path):
    save(tmp_path / "lake", "October 2026.csv", month_of_calls(faults=False))
    with serving(tmp_path) as server, opened(chromium, server.address) as page:
        publish(page)
        upload_a_correction(page)
        says_what_moved(page)

        page.get_by_label("As of").click()
        page.get_by_role("option", name=NAME).click()
        shows_it_as_it_was(page)
        with opened(chromium, page.url) as other:
            shows_it_as_it_was(other)

        go(page, "Upload")
        assert page.get_by_text("As it was on").count() == 0
        go(page, "Home")
        shows_it_as_it_was(page)
        back_to_today(page)
        page.get_by_text(NOTICE).wait_for()

        go(page, "Data we have")
        page.locator("[class*=st-key-set-]").get_by_text(NOTICE).wait_for()
        page.get_by_role("link", name="Open as published").click()
        shows_it_as_it_was(page)
        back_to_today(page)

        go(page, "Data we have")
        page.get_by_role("button", name="Withdraw").click()
        page.get_by_text(f"{NAME} is withdrawn").wait_for()
        go(page, "Home")
        assert page.get_by_text(NOTICE).count() == 0
