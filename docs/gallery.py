"""A picture of every page, to be looked at one by one: `make pictures`, `python -m docs.gallery`.

Each page for each city (nothing kept, made up, a real county where its workbook is here), light
and dark, on a wide screen and on a phone; then pages and a review as they are presented. They are
written to pictures/, which is not kept in the repository, with a sheet of them all in
pictures/index.html. Each page is looked over as the tests do, too: what is cut off, or keeps
somebody out, is printed and fails the run. Pages and cities that are named, `home review lane`,
are drawn alone; a sample lake that is there already saves the minute in which it is made.
"""

from __future__ import annotations

import html
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote

from arp.intake.reviews import changed
from arp.lake.lake import Lake
from arp.review.deck import Chosen, Deck
from arp.sample import build_lake
from tests.browser import conftest as browsing
from tests.browser.accessible import violations
from tests.browser.cities import CITIES, are_there, settle
from tests.browser.conftest import CHROMIUM, drawn, opened, serving
from tests.browser.laid_out import faults
from tests.pages.conftest import PAGES

FOLDER = Path(__file__).parents[1] / "pictures"
LOOKS = (("light", 1440), ("dark", 1440), ("dark", 390), ("light", 390))
PRESENTED = ("home", "functioning", "people", "system", "teams", "readiness", "response_times")
REVIEW = "November review"
SCREENS = (  # page, and the exhibit that the review shows of it
    ("home", "waits"),
    ("readiness", "gate-reliability"),
    ("readiness", "missed"),
    ("response_times", "longest"),
    ("contacts", "destination"),
)
SCREEN = (1280, 720)
FIRST_LOOK = 400_000  # milliseconds
LOWEST, HIGHEST = 900, 16_000  # pixels of a picture; Chromium draws none that is higher
HEARD = 500  # milliseconds until the app has heard of another theme
NEXT = '.st-key-turn button:has-text("Next")'
# How high the page and its navigation are, whichever is higher: they scroll inside the window.
CONTENT = """() => Math.ceil(Math.max(...['stMainBlockContainer', 'stSidebarContent']
  .map(name => document.querySelector(`[data-testid=${name}]`)?.scrollHeight ?? 0)))"""


FOUND: list[str] = []  # each fault of a page, with the name of its picture


def main(arguments: list[str]) -> None:
    """Every picture of the pages named, of all pages where none is."""
    from playwright.sync_api import sync_playwright

    browsing.PATIENCE = FIRST_LOOK  # no test: a busy machine takes its time
    began = time.perf_counter()
    wanted = [name for name in arguments if name in PAGES] or PAGES
    cities = [name for name in arguments if name in CITIES] or CITIES
    lakes = [Path(name) for name in arguments if name not in {*PAGES, *CITIES}]
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        folder = Path(temporary)
        sample = _sample(folder / "sample-lake", lakes)
        path = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM)
        for city in filter(are_there, cities):
            (folder / city / "server").mkdir(parents=True)
            settle(city, folder / city / "server", sample)
            with serving(folder / city / "server") as server:
                for name in wanted:
                    _page(browser, server.address, city, name, _path(name))
                if city == "sample":
                    _shows(browser, server.address, wanted)
    made = _contact_sheet()
    print(f"{made} pictures in {FOLDER.name}/, {time.perf_counter() - began:.0f} s")
    if FOUND:
        sys.exit("\n".join(FOUND))


def _sample(path: Path, lakes: list[Path]) -> Path:
    """A lake of the sample city with a review in it."""
    if lakes:
        shutil.copytree(lakes[0], path)
    else:
        build_lake(Lake(path), at=datetime.now(UTC))
    lake, today = Lake(path), date.today()
    snapshot = lake.snapshot()
    assert snapshot is not None
    deck = Deck(
        name=REVIEW,
        held_on=today + timedelta(days=8),
        of_snapshot=snapshot.number,
        frozen_on=today,
        screens=tuple(Chosen(page=page, exhibit=key, question=key) for page, key in SCREENS),
    )
    change = changed(REVIEW, who="gallery", reviews=[deck.value])
    lake.commit(change, who="gallery", at=datetime.now(UTC))
    return path


def _path(name: str) -> str:
    """A page as links have it."""
    return "" if name == "home" else name


def _shows(browser: Any, address: str, wanted: list[str]) -> None:
    """The pages that are presented, and the review: as it is prepared, and presented."""
    for name in wanted:
        if name in PRESENTED:
            _presented(browser, address, name, f"{_path(name)}?present=1")
    if "review" in wanted:
        link = f"review?review={quote(REVIEW)}"
        _page(browser, address, "sample", "review-prepared", link)
        _presented(browser, address, "review", f"{link}&present=1")


def _page(browser: Any, address: str, city: str, name: str, path: str) -> None:
    """One page in every look; loaded once, since it follows the window and the theme."""
    scheme, width = LOOKS[0]
    with opened(browser, f"{address}/{path}", width=width, height=2400, scheme=scheme) as window:
        for scheme, width in LOOKS:
            window.emulate_media(color_scheme=scheme)
            window.set_viewport_size({"width": width, "height": LOWEST})
            window.wait_for_timeout(HEARD)
            window.locator("[data-testid=stApp]").press("r")  # charts take the theme in a new run
            drawn(window)
            high = min(max(window.evaluate(CONTENT), LOWEST), HIGHEST)
            window.set_viewport_size({"width": width, "height": high})
            drawn(window)
            look = f"{name}.{city}.{scheme}.{width}"
            _take(window, look)
            FOUND.extend(f"{look}: {fault}" for fault in faults(window) + violations(window))


def _presented(browser: Any, address: str, name: str, path: str) -> None:
    """Every screen of what is presented, turned by the key."""
    width, height = SCREEN
    with opened(browser, f"{address}/{path}", width=width, height=height, wait_for=NEXT) as window:
        words = window.locator(".st-key-turn").inner_text().split()
        last = int(words[words.index("of") + 1])
        for screen in range(1, last + 1):
            if screen > 1:
                window.keyboard.press("ArrowRight")
                window.get_by_text(f"{screen} of {last}", exact=True).wait_for()
            drawn(window)
            _take(window, f"{name}.presented.{screen:02d}")


def _take(window: Any, name: str) -> None:
    FOLDER.mkdir(exist_ok=True)
    window.screenshot(path=FOLDER / f"{name}.png")


def _contact_sheet() -> int:
    """All pictures on one sheet, a row a page and city; gives how many there are."""
    pictures = sorted(FOLDER.glob("*.png"))
    (FOLDER / "index.html").write_text("\n".join(_sheet(pictures)), encoding="utf-8")
    return len(pictures)


def _sheet(pictures: list[Path]) -> Iterator[str]:
    yield "<!doctype html><meta charset='utf-8'><title>Every page</title>"
    yield "<style>body{font:14px sans-serif} a{display:inline-block;margin:4px;color:inherit}"
    yield "img{display:block;width:280px;height:360px;object-fit:cover;object-position:top;"
    yield "border:1px solid #ccc}</style>"
    row = ""
    for picture in pictures:
        name, city, *look = picture.stem.split(".")
        if f"{name}, {city}" != row:
            row = f"{name}, {city}"
            yield f"<h2>{html.escape(row)}</h2>"
        yield (
            f"<a href='{picture.name}'><img loading='lazy' src='{picture.name}' alt=''>"
            f"{html.escape(' '.join(look))}</a>"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
