"""A month with faults, from the first drop to the figures as they were."""

import io
import re

import openpyxl
import pytest

from tests.browser.conftest import idle, opened, serving
from tests.browser.dropping import drop
from tests.browser.test_upload import go
from tests.pages.conftest import month_of_calls, save

pytestmark = pytest.mark.xdist_group("browser")

OCTOBER = "Fire CAD October 2026.csv"  # of another layout: whose calls it holds is asked
MENDED = {  # what stood in “On Scene” of October and what it should have been
    "pending": "10/01/2026 14:00:00",
    "10/32/2026 9:15": "10/02/2026 14:01:00",
    "#REF!": "10/05/2026 14:04:00",
}


def figures(page) -> str:
    """Every figure of the page of response times, as it is printed."""
    go(page, "Response times")
    return page.get_by_role("heading", level=1).inner_text() + "".join(
        page.get_by_test_id("stMetric").all_inner_texts()
    )


def mended(data: bytes) -> bytes:
    """The workbook of faulty rows with what Excel would be used to mend in it."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    for row in book.worksheets[0].iter_rows(min_row=2):
        for cell in row:
            cell.value = MENDED.get(cell.value, cell.value)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_faulty_month_is_uploaded_mended_and_undone(chromium, tmp_path):
    september = month_of_calls(faults=False).replace(b"10/", b"9/").replace(b"26-00", b"26-09")
    save(tmp_path / "lake", "September 2026.csv", september)
    with serving(tmp_path) as server, opened(chromium, server.address) as page:
        as_they_were = figures(page)

        go(page, "Upload")
        october = month_of_calls(faults=True).replace(b"Initial Call Type", b"Nature")
        drop(page, OCTOBER, october.replace(b"Dispatched", b"Sent").replace(b"Unit ID", b"Unit"))
        page.get_by_role("heading", level=1, name="1 question is open").wait_for()
        page.get_by_role("radiogroup").locator("label").first.click()
        page.get_by_role("heading", level=1, name="1 file is ready to save").wait_for()
        page.get_by_text("41 rows read = 40 new").first.wait_for()
        with page.expect_download() as download:
            page.get_by_role("button", name="rows to mend, as Excel").click()
        to_mend = download.value.path().read_bytes()
        page.get_by_role("button", name="Save").click()
        page.get_by_text(f"{OCTOBER} is saved").wait_for()
        page.get_by_text("in Oct 2026: from no figure to").first.wait_for()
        idle(page)

        drop(page, "corrections.xlsx", mended(to_mend))
        page.get_by_text("only what was mended changes").wait_for()
        page.get_by_role("button", name="Save").click()
        page.get_by_text("corrections.xlsx is saved").wait_for()
        moved = re.compile(r"Response time .* in Oct 2026: from [\d.]+ minutes to [\d.]+ minutes")
        page.get_by_text(moved).first.wait_for()
        idle(page)

        for name in ("corrections.xlsx", OCTOBER):
            take_back(page, name)
        assert figures(page) == as_they_were


def take_back(page, name):
    """Undo of one upload, which first shows what it takes back."""
    go(page, "Data we have")
    line = page.locator("[class*=st-key-change-upload]").filter(has_text=name)
    line.get_by_role("button", name="Undo").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_text("Calls:").wait_for()
    dialog.get_by_role("button", name="Undo it").click()
    page.get_by_text(f"{name} is taken back").wait_for()
    idle(page)
