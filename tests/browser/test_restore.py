"""A damaged lake in the browser: no chart, one screen, one click back."""

import pytest

from tests.browser.conftest import idle, serving
from tests.pages.conftest import month_of_calls, save

pytestmark = pytest.mark.xdist_group("browser")


def test_a_damaged_lake_opens_on_the_way_back_and_one_click_takes_it(chromium, tmp_path):
    save(tmp_path / "lake", "October.csv", month_of_calls(faults=False))
    save(tmp_path / "lake", "November.csv", month_of_calls(faults=False).replace(b"10/", b"11/"))
    entry = max((tmp_path / "lake" / "calls" / "_delta_log").glob("*.json"))
    entry.write_bytes(entry.read_bytes()[:-40])
    with serving(tmp_path) as server:
        page = chromium.new_page()
        page.goto(f"{server.address}/response_times")
        idle(page)
        assert page.locator("h1").all_inner_texts() == ["Part of the data is damaged"]
        assert page.locator("canvas, svg.marks").count() == 0
        page.get_by_role("button", name="Go back to it").click()
        idle(page)
        page.wait_for_selector("h1:not(:has-text('damaged'))")
        idle(page)
        assert page.get_by_text("Traceback").count() == 0
        page.close()
    assert list((tmp_path / "lake" / "damaged").rglob(entry.name))
