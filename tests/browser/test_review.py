"""A review in the browser: five screens from five pages, in order, presented by keyboard alone."""

import re
import time

import pytest

from tests.browser.conftest import idle, opened, serving_a_copy

pytestmark = pytest.mark.xdist_group("browser")
NAME = "Council review, November 2026"
SCREENS = (  # page, and the card that is added from it
    ("", "waits"),
    ("functioning", "teams"),
    ("readiness", "missed"),
    ("response_times", "longest"),
    ("contacts", "destination"),
)
NEXT = '.st-key-turn button:has-text("Next")'
CARD = '[class*="st-key-card-"]'
CHART = '[data-testid="stVegaLiteChart"] :is(canvas, svg)'
WINDOWS = ((1280, 720), (1440, 900), (1920, 1080))


@pytest.fixture(scope="module")
def server(tmp_path_factory, small_sample_lake):
    with serving_a_copy(small_sample_lake, tmp_path_factory.mktemp("review")) as server:
        yield server


@pytest.fixture(scope="module")
def link(chromium, server):
    """The link to a review made of five screens, with a note and a commitment."""
    began = time.monotonic()
    with opened(chromium, server.address) as page:
        for place, (name, card) in enumerate(SCREENS):
            if place:
                page.locator(f'[data-testid="stSidebarNav"] a[href$="/{name}"]').click()
                page.locator(f".st-key-card-{card}").wait_for()
                idle(page)
            _add(page, card, first=not place)
            page.get_by_text(re.compile(rf"· {place + 1} screens?$")).wait_for()
            idle(page)
        page.locator('[data-testid="stSidebarNav"] a[href$="/review"]').click()
        page.locator('[class*="st-key-open-"] button').click()
        page.get_by_role("heading", name=NAME).wait_for()
        idle(page)
        _up(page, 3)
        _note(page, 0, "Say first what changed in May")
        address = page.url
    print(f"A deck of {len(SCREENS)} screens: {time.monotonic() - began:.0f} s")
    return address


def _add(page, card, *, first):
    page.locator(f".st-key-card-{card}").get_by_role("button", name="Add to review").click()
    if first:
        dialog = page.get_by_role("dialog")
        dialog.get_by_label("Name", exact=True).fill(NAME)
        page.keyboard.press("Enter")
        idle(page)
        dialog.get_by_role("button", name="Add").click()


def _up(page, place):
    """One screen up, by keyboard."""
    page.locator(f".st-key-Up-{place} button").focus()
    page.keyboard.press("Enter")
    page.get_by_text(re.compile(rf"^{place}\. ")).wait_for()
    idle(page)


def _note(page, place, text):
    field = page.get_by_label("Note for the presenter").nth(place)
    field.fill(text)
    field.press("Control+Enter")
    idle(page)


def question(page):
    return page.locator("h1, h3").all_inner_texts()


def presented(chromium, link, screen=0, **window):
    return opened(chromium, f"{link}&present=1&screen={screen}", wait_for=NEXT, **window)


def turned(page, key, to):
    page.keyboard.press(key)
    page.get_by_text(re.compile(rf"^{to} of \d+$")).wait_for()
    idle(page)


def test_a_deck_is_presented_by_keyboard_and_a_link_opens_the_same_screen(chromium, link):
    with presented(chromium, link, width=1280, height=720) as page:
        assert question(page) == [NAME]
        for hidden in ("stSidebar", "stHeader"):
            assert not page.get_by_test_id(hidden).filter(visible=True).count()
        seen = []
        for screen in range(2, len(SCREENS) + 2):
            turned(page, "ArrowRight", screen)
            seen += question(page)
        assert len(set(seen)) == len(SCREENS)
        assert seen[2] != "Why are eligible calls missed?"  # it was moved down by one
        turned(page, "ArrowLeft", len(SCREENS))
        shown, address = question(page), page.url
        with opened(chromium, address, wait_for=NEXT) as other:
            assert question(other) == shown
        page.reload()
        page.wait_for_selector(NEXT)
        idle(page)
        assert question(page) == shown
        page.keyboard.press("Escape")
        page.get_by_role("button", name="Present", exact=True).wait_for()
        assert "present" not in page.url


def test_the_presenter_reads_the_note_and_what_comes_next_in_a_window_of_its_own(chromium, link):
    with opened(chromium, f"{link}&present=1&screen=1&notes=1", wait_for=NEXT) as page:
        assert page.get_by_text("Say first what changed in May").is_visible()
        assert page.get_by_text("Next: ").is_visible()
    with presented(chromium, link, screen=1) as page:
        assert not page.get_by_text("Say first what changed in May").count()


@pytest.mark.parametrize(("width", "height"), WINDOWS)
def test_nothing_of_a_presented_screen_is_cut_off(chromium, link, width, height):
    with presented(chromium, link, width=width, height=height) as page:
        for screen in range(2, len(SCREENS) + 2):
            turned(page, "ArrowRight", screen)
            page.wait_for_timeout(600)  # a chart takes its size a moment later
            card = page.locator(CARD).bounding_box()
            turn = page.locator(".st-key-turn").bounding_box()
            assert card["y"] + card["height"] <= turn["y"]
            assert card["width"] > 0.85 * width or card["width"] > 1600
            if page.locator(CHART).count():
                chart = page.locator(CHART).first.bounding_box()
                assert chart["height"] > 0.28 * height
                assert chart["y"] + chart["height"] <= card["y"] + card["height"]


def test_what_was_added_is_still_there_on_a_phone(chromium, link):
    with opened(chromium, link, width=390, height=844) as page:
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 390
        assert page.locator('[class*="st-key-screen-"]').count() == len(SCREENS)
