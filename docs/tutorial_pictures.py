"""Draw the pictures of the tutorials: `python -m docs.tutorial_pictures [SAMPLE-LAKE]`.

The made-up city of one seed, light theme, one width. Needs what the browser tests need; a sample
lake that is there already saves the minute in which it is made. `staff`, `leaders` or `designers`
after it draws the pictures of one tutorial alone.
"""

from __future__ import annotations

import io
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

from tests.browser import conftest as browsing
from tests.browser.conftest import CHROMIUM, drawn, idle, opened, serving
from tests.pages.conftest import month_of_calls

IMAGES = Path(__file__).parent / "images" / "tutorials"
WORKBOOKS = Path(__file__).parents[1] / "data" / "sample"
BUILT_AT = datetime(2026, 11, 22, 12, tzinfo=UTC)  # the sample city's last month is October 2026
WIDTH, WIDE, HEIGHT = 1200, 1440, 860  # wide: a year of months side by side
FIRST_LOOK = 400_000  # milliseconds
COLORS = 128  # of the palette; screens are flat, so that nobody sees the difference
FAULTY = "Fire CAD October 2026.csv"  # calls with five spoiled cells, in a layout of its own
REVIEW = "November review"
NOTE = "Say first what changed in May 2025: more hours, more units, the whole city."
ADDED = (1, 2)  # the further cards of the page that go on the review


def main(arguments: list[str]) -> None:
    """Every picture of the tutorials that are named, of all where none is."""
    from playwright.sync_api import sync_playwright

    browsing.PATIENCE = FIRST_LOOK  # no test: a busy machine takes its time
    os.environ["LOGNAME"] = "ana"  # who uploads, as the app asks the machine
    wanted = [name for name in arguments if name in TUTORIALS] or list(TUTORIALS)
    lakes = [Path(name) for name in arguments if name not in TUTORIALS]
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        sample = _sample(Path(temporary), lakes)
        path = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM)
        for name in wanted:
            folder = Path(temporary) / name
            folder.mkdir()
            shutil.copytree(sample, folder / "sample-lake")
            with serving(folder) as server:
                _warm(browser, server.address)
                TUTORIALS[name](browser, server.address)


def _sample(folder: Path, lakes: list[Path]) -> Path:
    from arp.lake.lake import Lake
    from arp.sample import build_lake

    if lakes:
        return lakes[0]
    build_lake(Lake(folder / "sample"), at=BUILT_AT)
    return folder / "sample"


def staff(browser: Any, address: str) -> None:
    """A month is dropped, a question answered, faulty rows mended, an upload taken back."""
    with _window(browser, f"{address}/upload") as window:
        window.set_input_files("input[type=file]", WORKBOOKS / "Crisis team records 2026-10.xlsx")
        window.get_by_role("button", name="Save").wait_for()
        _take(window, "staff_drop")
        window.get_by_role("button", name="Save").click()
        window.get_by_text("is saved").first.wait_for()
        window.get_by_text("What your upload changed").wait_for()
        _take(window, "staff_saved", show=window.get_by_text("is saved").first)
        faulty = month_of_calls(faults=True).replace(b"Initial Call Type", b"Nature")
        faulty = faulty.replace(b"Dispatched", b"Sent").replace(b"Unit ID", b"Unit")
        window.set_input_files(
            "input[type=file]", {"name": FAULTY, "mimeType": "text/csv", "buffer": faulty}
        )
        window.get_by_role("heading", level=1, name="1 question is open").wait_for()
        _take(window, "staff_question", show=window.get_by_role("radiogroup").first)
        window.get_by_role("radiogroup").locator("label").first.click()
        window.get_by_role("heading", level=1, name="1 file is ready to save").wait_for()
        idle(window)
        _take(window, "staff_mend", show=window.get_by_text("What could be mended"))
    with _window(browser, f"{address}/data") as window:
        window.get_by_role("button", name="Undo").first.click()
        window.get_by_role("dialog").get_by_role("button", name="Undo it").wait_for()
        _take(window, "staff_undo")


def leaders(browser: Any, address: str) -> None:
    """The answer, the seven gates, what is missed, and how a figure is calculated."""
    with _window(browser, address) as window:
        _take(window, "leaders_home")
    with _window(browser, f"{address}/readiness") as window:
        _take(window, "leaders_gates")
        missed = window.get_by_role("heading", name="missed").first
        _take(window, "leaders_missed", show=missed)
    with _window(browser, f"{address}/response_times") as window:
        opener = window.get_by_text("How is this calculated?").first
        opener.click()
        idle(window)
        _take(window, "leaders_proof", show=opener)
    with _window(browser, f"{address}/data", width=WIDE) as window:
        _take(window, "leaders_calendar")


def designers(browser: Any, address: str) -> None:
    """Charts are added to a review, put in order, presented, with notes in a second window."""
    with _window(browser, f"{address}/response_times") as window:
        window.get_by_role("button", name="Add to review").first.click()
        dialog = window.get_by_role("dialog")
        dialog.get_by_label("Name").fill(REVIEW)
        dialog.get_by_label("Name").press("Enter")
        idle(window)
        _take(window, "designers_add")
        dialog.get_by_role("button", name="Add", exact=True).click()
        dialog.wait_for(state="hidden")
        idle(window)
        for further in ADDED:
            window.get_by_role("button", name="Add to review").nth(further).click()
            window.get_by_text("screens").first.wait_for()
            idle(window)
    with _window(browser, f"{address}/review?review={quote(REVIEW)}") as window:
        window.get_by_placeholder("Note for the presenter").first.fill(NOTE)
        window.get_by_role("heading", level=1).click()
        idle(window)
        _take(window, "designers_review")
    shown = f"{address}/review?review={quote(REVIEW)}&present=1&screen=1"
    with _window(browser, shown, wait_for=".st-key-turn") as window:
        _take(window, "designers_present")
    with _window(browser, f"{shown}&notes=1", wait_for=".st-key-turn") as window:
        window.set_viewport_size({"width": WIDTH, "height": HEIGHT // 2})  # few words
        _take(window, "designers_notes")


TUTORIALS: dict[str, Callable[[Any, str], None]] = {
    "staff": staff,
    "leaders": leaders,
    "designers": designers,
}


def _warm(browser: Any, address: str) -> None:
    """The first look at a whole city works its figures out; a busy machine takes its time."""
    window = browser.new_page()
    window.goto(address)
    window.wait_for_selector("h1", timeout=FIRST_LOOK)
    idle(window)
    window.close()


def _window(browser: Any, address: str, wait_for: str = "h1", width: int = WIDTH) -> Any:
    return opened(browser, address, width=width, height=HEIGHT, wait_for=wait_for)


def _take(window: Any, name: str, show: Any = None) -> None:
    """One picture; what is to be seen is scrolled to a little below the upper edge."""
    drawn(window)
    if show is not None:
        show.evaluate("it => it.scrollIntoView({block: 'start'})")
        window.locator("[data-testid=stMain]").evaluate("it => it.scrollBy(0, -90)")
        drawn(window)
    IMAGES.mkdir(parents=True, exist_ok=True)
    (IMAGES / f"{name}.png").write_bytes(_small(window.screenshot()))


def _small(png: bytes) -> bytes:
    """The same picture in few colors: a third of the size."""
    from PIL import Image

    out = io.BytesIO()
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    picture.quantize(COLORS, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


if __name__ == "__main__":
    main(sys.argv[1:])
