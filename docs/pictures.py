"""Draw the pictures of the README from the sample city: `python -m docs.pictures`.

Needs what the browser tests need: Chromium, and a few minutes for the whole sample city.
"""

from __future__ import annotations

import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from arp.lake.lake import Lake
from arp.sample import build_lake
from tests.browser.conftest import CHROMIUM, idle, opened, serving

IMAGES = Path(__file__).parent / "images"
WORKBOOK = Path(__file__).parents[1] / "data" / "sample" / "Crisis team records 2026-10.xlsx"
PICTURES = (  # name, page, window, theme
    ("home_light", "", (1280, 1010), "light"),
    ("response_times_dark", "response_times", (1280, 1010), "dark"),
    ("readiness_light", "readiness", (1280, 1010), "light"),
    ("system_dark", "system", (1280, 1010), "dark"),
    ("home_phone", "", (390, 844), "light"),
)


def main() -> None:
    """Every picture, each in its own window."""
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        build_lake(Lake(Path(folder) / "sample-lake"), at=datetime.now(UTC))
        path = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM)
        with serving(Path(folder)) as server:
            for name, page, (width, height), scheme in PICTURES:
                address = f"{server.address}/{page}"
                with opened(browser, address, width=width, height=height, scheme=scheme) as window:
                    _take(window, name)
            with opened(browser, f"{server.address}/upload", width=1280, height=1010) as window:
                window.set_input_files("input[type=file]", WORKBOOK)
                window.get_by_role("button", name="Save").wait_for()
                _take(window, "upload_light")


def _take(window: Any, name: str) -> None:
    idle(window)
    window.wait_for_timeout(1000)  # charts are drawn after the script has run
    window.screenshot(path=IMAGES / f"{name}.png")


if __name__ == "__main__":
    main()
