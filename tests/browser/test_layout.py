"""Nothing overflows, overlaps, is cut off or is empty, on any page, wide, zoomed or narrow."""

import pytest

from tests.browser.conftest import drawn, opened
from tests.browser.laid_out import faults
from tests.pages.conftest import PAGES

pytestmark = pytest.mark.xdist_group("browser")
STANDING = ["", *PAGES[1:], "teams?team_page=CN", "settings?section=schedule"]
# A desk, the same desk at a zoom of 200%, and a phone.
WINDOWS = ((1440, "light"), (720, "light"), (390, "dark"))


@pytest.mark.parametrize("name", STANDING)
def test_a_page_fits_its_window(chromium, sample_server, name):
    with opened(chromium, f"{sample_server.address}/{name}", height=1600) as page:
        for width, scheme in WINDOWS:
            page.set_viewport_size({"width": width, "height": 1600})
            page.emulate_media(color_scheme=scheme)
            drawn(page)
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            assert faults(page) == [], f"{width} pixels wide"
            assert page.get_by_test_id("stException").count() == 0
            assert page.get_by_role("heading", level=1).count() == 1


FAULTY = {
    "wider than the window": '<div style="width: 3000px">words</div>',
    "reaches out of its card": '<div class="st-key-card-a" style="width: 90px">'
    '<p>Why?</p><p style="width: 200px">words</p></div>',
    "overlap": '<div class="st-key-card-a" style="height: 50px"><p>Why?</p><p>So</p></div>'
    '<div class="st-key-card-b" style="margin-top: -20px"><p>Why?</p><p>So</p></div>',
    "cut off": '<p style="width: 40px; overflow: hidden; white-space: nowrap">many words here</p>',
    "leaves its chart": '<div data-testid="stVegaLiteChart"><svg class="marks" width="300" '
    'height="50"><g class="mark-rule"><line/></g><text x="290" y="20">words</text></svg></div>',
    "nothing is drawn": '<div data-testid="stVegaLiteChart"><svg width="300"></svg></div>',
    "pixels narrow": '<div data-testid="stVegaLiteChart"><svg width="90">'
    '<g class="mark-line"><path/></g></svg></div>',
    "an empty card": '<div class="st-key-card-a"><p>Why?</p></div>',
}


@pytest.mark.parametrize("fault", FAULTY)
def test_each_fault_of_a_layout_is_found(chromium, fault):
    page = chromium.new_page(viewport={"width": 800, "height": 600})
    try:
        page.set_content(f"<main data-testid='stMain'>{FAULTY[fault]}</main>")
        assert any(fault in found for found in faults(page))
    finally:
        page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_keyboard_can_be_followed_with_the_eye(chromium, sample_server, scheme):
    address = f"{sample_server.address}/definitions"
    with opened(chromium, address, scheme=scheme) as page:
        for _ in range(3):
            page.keyboard.press("Tab")
            ring = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert ring == "solid"
