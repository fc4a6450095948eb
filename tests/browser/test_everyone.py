"""Everyone can use it: axe-core finds nothing serious; the keyboard is enough; paper is read."""

import re

import pytest

from tests.browser.accessible import violations
from tests.browser.cities import CITIES, are_there, settle
from tests.browser.conftest import drawn, idle, opened, serving
from tests.browser.dropping import answered, drop, understood
from tests.browser.laid_out import faults
from tests.pages.conftest import PAGES, month_of_calls

pytestmark = pytest.mark.xdist_group("browser")
SCHEMES = ("light", "dark")
DOORS = ("How is this calculated?", "Numbers")
ENOUGH = 150  # presses of the tab key within which everything of a page is reached


def looked_over(page, what, *, width=1440, schemes=SCHEMES):
    """What axe finds on the page as it stands, light and dark; printed, and given."""
    found = []
    page.set_viewport_size({"width": width, "height": 1000})
    for scheme in schemes:
        page.emulate_media(color_scheme=scheme)
        drawn(page)
        serious = violations(page)
        print(f"{what}, {scheme}: {len(serious)}", *serious, sep="\n  ")
        found += serious
    return found


@pytest.fixture(params=CITIES)
def city(request, tmp_path, small_sample_lake):
    """The address of the app as it shows one city, and the city's name."""
    if not are_there(request.param):
        pytest.skip("the county's workbook is not there; set ARP_REAL_DATA to its folder")
    if request.param == "sample":
        yield request.getfixturevalue("sample_server").address, request.param
        return
    settle(request.param, tmp_path, small_sample_lake)
    with serving(tmp_path) as server:
        yield server.address, request.param


def test_axe_finds_nothing_serious_on_any_page(chromium, city):
    """In one theme a city, by turns; `make pictures` looks at all of them in both."""
    address, name = city
    found = []
    for at, page_name in enumerate(PAGES, CITIES.index(name)):
        scheme = SCHEMES[at % 2]
        link = f"{address}/{'' if page_name == 'home' else page_name}"
        with opened(chromium, link, scheme=scheme) as page:
            found += looked_over(page, f"{name}: {page_name}", schemes=(scheme,))
    assert found == []


def test_axe_finds_nothing_serious_on_a_phone(chromium, sample_server):
    found = []
    for name in ("", "readiness", "upload", "data", "settings"):
        with opened(chromium, f"{sample_server.address}/{name}") as page:
            found += looked_over(page, f"phone: {name}", width=390)
    assert found == []


def test_axe_finds_nothing_serious_behind_a_card(chromium, sample_server):
    found = []
    with opened(chromium, f"{sample_server.address}/response_times") as page:
        for door in DOORS:
            page.get_by_role("button", name=door).first.click()
            page.get_by_role("dialog").wait_for()
            idle(page)
            found += looked_over(page, door)
            page.keyboard.press("Escape")
            page.get_by_role("dialog").wait_for(state="detached")
    assert found == []


def test_axe_finds_nothing_serious_while_presented(chromium, sample_server):
    link = f"{sample_server.address}/system?present=1&screen=1"
    with opened(chromium, link, wait_for=".st-key-turn") as page:
        assert looked_over(page, "presented") == []


def test_axe_finds_nothing_serious_on_a_refused_and_on_a_faulty_file(chromium, own_server):
    found = []
    with opened(chromium, f"{own_server.address}/upload") as page:
        drop(page, "October.xlsx", b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n")
        page.get_by_text("Nothing was saved").wait_for()
        found += looked_over(page, "refused")
    with opened(chromium, f"{own_server.address}/upload") as page:
        drop(page, "October.csv", month_of_calls(faults=True))
        page.get_by_role("radiogroup").first.wait_for()
        found += looked_over(page, "questions and faults")
    assert found == []


def tab_to(page, words, *, role=None):
    """Press the tab key until what is in focus is called so, as a reader would hear it."""
    for _ in range(ENOUGH):
        page.keyboard.press("Tab")
        name, kind = page.evaluate(IN_FOCUS)
        if re.search(words, name) and role in (None, kind):
            return
    raise AssertionError(f"“{words}” is not reached by the tab key")


IN_FOCUS = """() => {
  const e = document.activeElement;
  const named = e.getAttribute('aria-label') || e.labels?.[0]?.textContent || e.textContent || '';
  const kind = e.type === 'radio' ? 'radio' : e.tagName.toLowerCase();
  return [named, e.getAttribute('role') || kind];
}"""


def test_a_workbook_goes_in_by_the_keyboard_alone(chromium, tmp_path):
    file = tmp_path / "October 2026.csv"
    file.write_bytes(month_of_calls(faults=False))
    (tmp_path / "app").mkdir()
    with serving(tmp_path / "app") as server, opened(chromium, f"{server.address}/upload") as page:
        # The browser is told to hand its file chooser over by another way than it is told of a
        # key, and the key may be there first: what is asked of the page between puts it in order.
        with page.expect_file_chooser() as chosen:
            tab_to(page, "^(upload)?Upload$|Browse", role="button")
            page.keyboard.press("Enter")
        chosen.value.set_files(file)
        understood(page)
        while page.get_by_role("radiogroup").count():
            with answered(page):
                tab_to(page, "", role="radio")
                page.keyboard.press("Space")
        tab_to(page, "^(check)?Save")
        page.keyboard.press("Enter")
        page.get_by_text("October 2026.csv is saved").wait_for()


def test_filter_proof_and_presenting_by_the_keyboard_alone(chromium, sample_server):
    with opened(chromium, f"{sample_server.address}/contacts") as page:
        tab_to(page, "^From")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_function("location.search.includes('from=')")
        idle(page)

        tab_to(page, "How is this calculated")
        page.keyboard.press("Enter")
        page.get_by_role("dialog").wait_for()
        page.keyboard.press("Escape")
        page.get_by_role("dialog").wait_for(state="detached")

        page.locator("h1").click()
        page.keyboard.press("Shift+Tab")
        tab_to(page, "Present$")
        page.keyboard.press("Enter")
        page.get_by_text(re.compile(r"^1 of \d+$")).wait_for()
        idle(page)
        page.keyboard.press("ArrowRight")
        page.get_by_text(re.compile(r"^2 of \d+$")).wait_for()
        page.keyboard.press("Escape")
        page.get_by_role("button", name="Present").wait_for()


# At 200% a window of 1440 × 900 is as wide and high as one of half of both.
def test_at_a_zoom_of_200_percent_nothing_is_lost(chromium, sample_server):
    with opened(chromium, f"{sample_server.address}/readiness", height=450, width=720) as page:
        drawn(page)
        assert faults(page) == []
        page.get_by_test_id("stExpandSidebarButton").click()
        page.get_by_test_id("stSidebarNavLink").filter(has_text="Upload").wait_for()


PAPER = {"width": 710, "height": 950}  # pixels of a letter sheet within its margins
SHEETS = re.compile(rb"/Type\s*/Page\b")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_on_paper_is_the_answer_and_nothing_to_press(chromium, sample_server, scheme):
    with opened(chromium, f"{sample_server.address}/contacts", scheme=scheme) as page:
        page.set_viewport_size(PAPER)
        page.emulate_media(media="print", color_scheme=scheme)
        drawn(page)
        assert page.get_by_text("Showing:").is_visible()
        for pressed in ("stSidebar", "stButton", "stSelectbox", "stPageLink"):
            assert not page.get_by_test_id(pressed).filter(visible=True).count(), pressed
        assert faults(page) == []
        cards = page.locator("[class*='st-key-card-']")
        assert cards.count() > 3
        for card in cards.all():
            assert card.evaluate("card => getComputedStyle(card).breakInside") == "avoid"
            assert card.bounding_box()["height"] < PAPER["height"]
        content = page.get_by_test_id("stMainBlockContainer").bounding_box()["height"]
        sheets = len(SHEETS.findall(page.pdf(prefer_css_page_size=True)))
        assert sheets > content / PAPER["height"]  # every one of them is printed, not one window
