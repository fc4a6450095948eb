"""Presented: one screen at a time and nothing else; keys turn it, and a link opens it again."""

import re

import pytest

from tests.browser.conftest import idle, opened

pytestmark = pytest.mark.xdist_group("browser")
SCREENS = re.compile(r"(\d+) of (\d+)")
CARD = '[class*="st-key-card-"]'
CHART = '[data-testid="stVegaLiteChart"]'
WIDTH, HEIGHT = 1280, 720
# Streamlit fetches the buttons' code when the first one is drawn; before, no key is listened to.
NEXT = '.st-key-turn button:has-text("Next")'


def presented(chromium, server, page, screen=0):
    address = f"{server.address}/{page}?present=1&screen={screen}"
    return opened(chromium, address, width=WIDTH, height=HEIGHT, wait_for=NEXT)


def standing(page):
    """The number of the screen that is shown, and of all."""
    shown, all_of_them = SCREENS.search(page.locator(".st-key-turn").inner_text()).groups()
    return int(shown), int(all_of_them)


def turned(page, key, to):
    page.keyboard.press(key)
    page.get_by_text(re.compile(rf"^{to} of \d+$")).wait_for()
    idle(page)


def question(page):
    return page.locator("h1, h3").all_inner_texts()


@pytest.mark.parametrize("name", ["", "readiness", "system", "response_times"])
def test_presented_a_page_is_its_answer_alone(chromium, sample_server, name):
    with presented(chromium, sample_server, name) as page:
        for hidden in ("stSidebar", "stHeader", "stMainMenu"):
            assert not page.get_by_test_id(hidden).filter(visible=True).count()
        assert not page.get_by_text("Showing:").filter(visible=True).count()
        assert not page.get_by_label("From", exact=True).filter(visible=True).count()
        assert len(question(page)) == 1
        assert page.locator(CARD).count() == 0


def test_the_arrow_keys_turn_the_screens_and_the_link_says_which(chromium, sample_server):
    with presented(chromium, sample_server, "system") as page:
        answer = question(page)
        turned(page, "ArrowRight", 2)
        assert "screen=1" in page.url
        assert question(page) == ["How many calls are diverted from police, EMS and fire?"]
        turned(page, "ArrowRight", 3)
        turned(page, "ArrowLeft", 2)
        turned(page, "ArrowLeft", 1)
        assert question(page) == answer
        page.keyboard.press("ArrowLeft")  # there is none before the first
        page.wait_for_timeout(300)
        idle(page)
        assert standing(page)[0] == 1


def test_the_same_link_opens_the_same_screen_in_another_tab(chromium, sample_server):
    with presented(chromium, sample_server, "contacts") as page:
        turned(page, "ArrowRight", 2)
        turned(page, "ArrowRight", 3)
        shown, link = question(page), page.url
        with opened(chromium, link, wait_for=NEXT) as other:
            assert question(other) == shown == ["Where did the person go?"]
            assert standing(other)[0] == 3


def test_a_link_to_a_screen_that_is_not_there_opens_the_last(chromium, sample_server):
    with presented(chromium, sample_server, "contacts", screen=99) as page:
        page.get_by_text(re.compile(r"^(\d+) of \1$")).wait_for()


@pytest.mark.parametrize("way", ["Escape", "End"])
def test_a_key_or_a_button_leads_back_to_the_page(chromium, sample_server, way):
    with presented(chromium, sample_server, "contacts", screen=2) as page:
        if way == "Escape":
            page.keyboard.press("Escape")
        else:
            page.get_by_role("button", name="End").click()
        page.get_by_role("button", name="Present").wait_for()
        idle(page)
        assert "present" not in page.url and "screen" not in page.url
        assert page.get_by_test_id("stSidebar").is_visible()
        assert page.locator(CARD).count() > 3


@pytest.mark.parametrize("name", ["", "system", "contacts", "response_times"])
def test_every_card_is_as_wide_as_the_screen_with_its_chart_in_sight(chromium, sample_server, name):
    with presented(chromium, sample_server, name) as page:
        for screen in range(2, standing(page)[1] + 1):
            turned(page, "ArrowRight", screen)
            card = page.locator(CARD)
            assert card.count() == 1
            box = card.bounding_box()
            assert box["width"] > 0.9 * WIDTH
            if page.locator(CHART).count():
                page.wait_for_timeout(500)  # a chart takes its size a moment later
                chart = page.locator(f"{CHART} :is(canvas, svg)").first.bounding_box()
                assert chart["width"] > 0.85 * WIDTH
                assert chart["height"] > 0.28 * HEIGHT
                assert box["x"] <= chart["x"]
                assert chart["x"] + chart["width"] <= box["x"] + box["width"]
                assert chart["y"] + chart["height"] <= box["y"] + box["height"]
                assert chart["y"] < 0.45 * HEIGHT
