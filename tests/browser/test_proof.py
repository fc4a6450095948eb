"""How a figure is calculated, its numbers, and what can be taken away, one click off its chart."""

import pytest

from tests.browser.conftest import idle, opened

pytestmark = pytest.mark.xdist_group("browser")


@pytest.fixture
def card(chromium, sample_server):
    with opened(chromium, f"{sample_server.address}/response_times") as page:
        yield page, page.locator(".st-key-card-months")


def test_a_card_shows_the_definition_the_rows_and_the_sql(card):
    page, months = card
    months.get_by_role("button", name="How is this calculated?").click()
    door = page.get_by_role("dialog")
    door.get_by_text("Why it matters").wait_for()
    idle(page)
    assert door.get_by_text("From call received to the first program unit on scene").is_visible()
    door.get_by_text("The SQL that gives it").click()
    door.get_by_text("SELECT").first.wait_for()


def test_a_row_behind_a_number_opens_its_call_which_says_where_it_counts(card):
    page, months = card
    months.get_by_role("button", name="How is this calculated?").click()
    door = page.get_by_role("dialog")
    door.get_by_text("The rows behind it").click()
    rows = door.get_by_test_id("stDataFrame")
    rows.wait_for()
    idle(page)
    rows.click(position={"x": 12, "y": 52})
    door.get_by_role("link", name="Open call").click()
    page.get_by_role("heading", name="In which figures does it count?").wait_for()
    idle(page)
    assert "incident=" in page.url
    assert page.get_by_role("cell", name="Response time (median)").is_visible()
    assert "handled by the program after" in page.get_by_role("heading", level=1).inner_text()


def test_the_numbers_are_a_real_table_and_the_chart_can_be_taken_away(card):
    page, months = card
    months.get_by_role("button", name="Numbers").click()
    door = page.get_by_role("dialog")
    door.get_by_role("cell", name="Sep 2026").first.wait_for()
    idle(page)
    for label, start in (("Excel", b"PK"), ("CSV", b"\xef\xbb\xbf"), ("PNG", b"\x89PNG")):
        with page.expect_download() as download:
            door.get_by_role("button", name=label).click()
        with open(download.value.path(), "rb") as file:
            assert file.read(len(start)) == start


def test_every_chart_has_words_for_those_who_do_not_see_it(card):
    page, _ = card
    charts = page.get_by_test_id("stVegaLiteChart")
    charts.nth(4).wait_for()  # they are drawn one by one
    for one in charts.all():
        question, _, finding = one.get_attribute("aria-label").partition("?")
        assert question
        assert finding.strip().endswith(".")
