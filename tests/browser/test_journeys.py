"""Two journeys from beginning to end, with the time that each takes; their files are opened.

The times printed are a program's, which reads nothing: they say what the app takes of a journey.
"""

import re
import time
from contextlib import ExitStack, contextmanager

import pytest

from tests.browser.conftest import drawn, idle, opened, serving_a_copy
from tests.views.export import opened_by_office as office

pytestmark = pytest.mark.xdist_group("browser")
READY = "What speaks for it, and what against?"
MISSED = "Why are eligible calls missed?"
REVIEW = "Council, December"
SCREENS = {  # by page: a card and its question
    "": ("waits", "How long do people wait?"),
    "readiness": ("missed", MISSED),
    "functioning": ("teams", "Which team does how much?"),
    "response_times": ("longest", "Which calls waited longest?"),
    "contacts": ("destination", "Where did the person go?"),
}
PRINTED = 30  # of 255: how far the words and marks of a page spread from its ground, at least


@pytest.fixture(scope="module")
def server(tmp_path_factory, small_sample_lake):
    with serving_a_copy(small_sample_lake, tmp_path_factory.mktemp("journeys")) as server:
        yield server


@contextmanager
def timed(steps, name):
    began = time.monotonic()
    yield
    steps[name] = time.monotonic() - began


def told(journey, steps):
    each = ", ".join(f"{name} {seconds:.1f} s" for name, seconds in steps.items())
    print(f"\n{journey}: {sum(steps.values()):.1f} s ({each})")


def handed_out(page, label, ending, folder):
    """The file behind a button of “Hand out”, by what it is called there."""
    page.get_by_role("button", name="Hand out").click()
    with page.expect_download() as download:
        page.get_by_role("button", name=label).click()
    file = folder / f"file.{ending}"
    download.value.save_as(file)
    page.keyboard.press("Escape")
    idle(page)
    return file


def seen(pictures):
    """Whether every picture shows something on its ground."""
    return all(low + PRINTED < high for low, high in (one.getextrema() for one in pictures))


def test_a_leader_opens_a_link_drills_into_missed_calls_and_exports_the_brief(
    chromium, server, tmp_path
):
    steps = {}
    with opened(chromium, f"{server.address}/") as page:  # the server has begun
        drawn(page)
    with ExitStack() as stack:
        with timed(steps, "reads"):
            link = f"{server.address}/readiness"
            page = stack.enter_context(opened(chromium, link))
            drawn(page)
        answer = page.get_by_role("heading", level=1).inner_text()
        assert re.search(r"of 7 gates", answer)
        assert page.get_by_role("heading", name=READY).is_visible()
        with timed(steps, "drills"):
            room = proof_of(page, "missed")
            room.get_by_test_id("stDataFrame").first.wait_for()
        assert room.get_by_test_id("stDataFrame").first.bounding_box()["height"] > 100
        page.keyboard.press("Escape")
        idle(page)
        with timed(steps, "exports"):
            brief = handed_out(page, "Brief, one page (PDF)", "pdf", tmp_path)
    told("A leader reads whether it is ready", steps)
    (words,) = office.pages(brief)
    assert answer in words
    assert "Gate and its figures" in words
    assert seen(office.drawn(brief, tmp_path))


def proof_of(page, card):
    """The room behind a card in which its rows are listed."""
    page.locator(f".st-key-proof-{card} button").click()
    room = page.get_by_role("dialog")
    room.locator("summary").filter(has_text="The rows behind it").click()
    idle(page)
    return room


def test_a_designer_builds_a_deck_presents_it_by_keyboard_and_exports_it(
    chromium, server, tmp_path
):
    steps = {}
    with opened(chromium, server.address) as page:
        with timed(steps, "builds"):
            built(page)
        assert page.get_by_text(re.compile(r"^5\. ")).is_visible()
        with timed(steps, "presents"):
            assert presented(page) == [question for _, question in SCREENS.values()]
        with timed(steps, "exports"):
            slides = handed_out(page, "PowerPoint", "pptx", tmp_path)
        book = handed_out(page, "Excel", "xlsx", tmp_path)
    told("A designer builds, presents and exports a deck", steps)
    as_slides(slides, tmp_path / "slides")
    as_book(book, tmp_path / "book")


def built(page):
    """The page of a review with a screen from each of five pages."""
    for place, (name, (card, _)) in enumerate(SCREENS.items()):
        if place:
            go(page, name)
        page.locator(f".st-key-card-{card}").get_by_role("button", name="Add to review").click()
        if not place:
            page.get_by_role("dialog").get_by_label("Name", exact=True).fill(REVIEW)
            page.keyboard.press("Enter")
            idle(page)
            page.get_by_role("dialog").get_by_role("button", name="Add").click()
        page.get_by_text(re.compile(rf"· {place + 1} screens?$")).wait_for()
        idle(page)
    go(page, "review")
    page.locator('[class*="st-key-open-"] button').click()
    page.get_by_role("heading", name=REVIEW).wait_for()
    idle(page)


def go(page, name):
    page.locator(f'[data-testid="stSidebarNav"] a[href$="/{name}"]').click()
    page.wait_for_timeout(300)
    idle(page)


def presented(page):
    """The questions of the screens after the cover, turned by the arrow key alone."""
    page.get_by_role("button", name="Present", exact=True).press("Enter")
    page.locator('.st-key-turn button:has-text("Next")').wait_for()
    idle(page)
    questions = []
    for screen in range(2, len(SCREENS) + 2):
        page.keyboard.press("ArrowRight")
        page.get_by_text(re.compile(rf"^{screen} of \d+$")).wait_for()
        drawn(page)
        questions += page.locator("h3").all_inner_texts()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Present", exact=True).wait_for()
    idle(page)
    return questions


def as_slides(file, folder):
    """LibreOffice draws as many pages as there are slides, each with its question."""
    from pptx import Presentation

    folder.mkdir()
    slides = Presentation(file).slides
    printed = office.as_pdf(file, folder)
    pages = office.pages(printed)
    assert len(pages) == len(slides)
    assert REVIEW in pages[0]
    for slide, words in zip(slides, pages, strict=True):
        assert slide.shapes.title.text in words
    for _, question in SCREENS.values():
        assert any(question in words for words in pages)
    assert seen(office.drawn(printed, folder))


def as_book(file, folder):
    """LibreOffice prints a workbook that holds every question."""
    folder.mkdir()
    printed = office.as_pdf(file, folder)
    words = " ".join(office.pages(printed))
    for _, question in SCREENS.values():
        assert question in words
    assert seen(office.drawn(printed, folder))
