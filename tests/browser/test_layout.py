"""Nothing is wider than the window, on any page, wide or narrow, light or dark."""

import pytest

from tests.browser.conftest import idle, opened

pytestmark = pytest.mark.xdist_group("browser")
PAGES = [
    "",
    "readiness",
    "functioning",
    "people",
    "system",
    "teams",
    "teams?team_page=CN",
    "response_times",
    "contacts",
    "upload",
    "data",
    "settings",
    "definitions",
]
WIDER = """() => [...document.querySelectorAll('[data-testid=stMain] *')]
  .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
  .filter(e => { for (let p = e.parentElement; p; p = p.parentElement)
      if (p.scrollWidth > p.clientWidth && getComputedStyle(p).overflowX !== 'visible'
          && p.getBoundingClientRect().right <= innerWidth + 1
          && p.dataset.testid !== 'stMain') return false;
    return true; })
  .map(e => e.tagName + ' ' + (e.dataset.testid || e.className.toString().slice(0, 40)))"""


WINDOWS = ((1440, "light"), (390, "dark"))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_fits_its_window(chromium, sample_server, name):
    with opened(chromium, f"{sample_server.address}/{name}", height=1600) as page:
        for width, scheme in WINDOWS:
            page.set_viewport_size({"width": width, "height": 1600})
            page.emulate_media(color_scheme=scheme)
            idle(page)
            page.wait_for_timeout(500)  # charts follow the window a moment later
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            assert page.evaluate(WIDER) == []
            assert page.get_by_test_id("stException").count() == 0
            assert page.get_by_role("heading", level=1).count() == 1


def test_the_keyboard_can_be_followed_with_the_eye(chromium, sample_server):
    with opened(chromium, f"{sample_server.address}/definitions") as page:
        for _ in range(3):
            page.keyboard.press("Tab")
            ring = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert ring == "solid"
