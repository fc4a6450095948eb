"""A department's own workbook goes in through the browser, and its figures come out."""

import re
import shutil
import subprocess

import pytest

from tests.browser.conftest import idle, opened, serving
from tests.browser.dropping import answer_first, drop
from tests.intake import ugly
from tests.pages.conftest import month_of_calls
from tests.real.conftest import (
    LANE,
    SAN_FRANCISCO_2017,
    TAKOMA_CSV,
    TAKOMA_XLSX,
    VIRGINIA_BEACH,
    real,
)

pytestmark = pytest.mark.xdist_group("browser")


def test_a_pdf_named_xlsx_is_refused_in_one_sentence_and_the_server_still_serves(
    chromium, own_server
):
    with opened(chromium, f"{own_server.address}/upload") as page:
        drop(page, "<img src=x onerror=alert(1)>.xlsx", b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n")
        said = page.get_by_test_id("stAlert").filter(has_text="Nothing was saved")
        said.wait_for()
        assert "Traceback" not in page.inner_text("body")
        assert page.locator("img[src=x]").count() == 0
        assert page.get_by_role("button", name=re.compile("^Save")).count() == 0
        assert own_server.serves()
        assert not own_server.lake.exists()


def test_one_session_goes_on_while_another_uploads_a_far_cell(chromium, own_server):
    address = own_server.address
    with opened(chromium, f"{address}/upload") as one, opened(chromium, address) as other:
        killer = {"name": "far.xlsx", "mimeType": "", "buffer": ugly.far_cell()}
        one.set_input_files("input[type=file]", killer)
        other.get_by_test_id("stSidebarNavLink").filter(has_text="Definitions").click()
        other.get_by_role("heading", name="What each figure means").wait_for()
        assert own_server.serves()
        one.get_by_text("a cell stands far away from the table").wait_for()
        assert own_server.serves()
        idle(other)


def test_a_city_without_known_units_is_measured_over_all_responders(
    chromium, tmp_path, small_sample_lake
):
    data = real(SAN_FRANCISCO_2017).read_bytes()
    shutil.copytree(small_sample_lake, tmp_path / "sample-lake")
    with serving(tmp_path) as server, opened(chromium, f"{server.address}/upload") as page:
        drop(page, "calls 2017-01.csv", data)
        answer_first(page)
        page.get_by_text("7,704 rows read = 3,560 new").first.wait_for()
        page.get_by_role("button", name="Save").click()
        page.get_by_text("calls 2017-01.csv is saved").wait_for()
        page.get_by_test_id("stSidebarNavLink").filter(has_text="Response times").click()
        said = re.compile(r"waited 6\.5 minutes or less; nine in ten, 17\.2 minutes")
        page.get_by_role("heading", level=1, name=said).wait_for()
        page.get_by_text("units of every agency, because none is known").first.wait_for()


def test_a_real_workbook_is_saved_and_seen_with_its_gap(chromium, own_server):
    data = real(LANE).read_bytes()
    with opened(chromium, f"{own_server.address}/upload") as page:
        drop(page, "MCSLC.xlsx", data)
        answer_first(page)
        page.get_by_text("4,682 rows read = 4,682 new").first.wait_for()
        page.get_by_role("button", name="Save").click()
        page.get_by_text("MCSLC.xlsx is saved").wait_for()
        page.get_by_test_id("stSidebarNavLink").filter(has_text="Response times").click()
        page.get_by_role("heading", level=1, name=re.compile("30.0 minutes")).wait_for()
        idle(page)
        assert page.get_by_text("No figure for Nov–Dec 2024.").first.is_visible()
        assert page.locator("canvas, svg.marks").count() > 0
        assert page.get_by_text("made-up sample city").count() == 0


def go(page, title):
    page.get_by_test_id("stSidebarNavLink").filter(has_text=title).click()
    page.wait_for_timeout(300)
    idle(page)


def test_calls_of_ems_alone_give_their_waits_and_a_gap(chromium, tmp_path):
    data = real(VIRGINIA_BEACH).read_bytes()
    with serving(tmp_path) as server, opened(chromium, f"{server.address}/upload") as page:
        drop(page, "VaBeach EMS.csv", data)
        answer_first(page)
        page.get_by_text("965 rows read = 965 new").first.wait_for()
        page.get_by_role("button", name="Save").click()
        page.get_by_text("VaBeach EMS.csv is saved").wait_for()
        go(page, "Response times")
        said = re.compile(r"waited 8\.0 minutes or less; nine in ten, 13\.0 minutes")
        page.get_by_role("heading", level=1, name=said).wait_for()
        assert page.get_by_text("n = 885").first.is_visible()
        go(page, "Data we have")
        page.locator("summary").filter(has_text="Rows of each month").click()
        page.get_by_text("No rows for Sep 2017.").first.wait_for()


@pytest.mark.parametrize("file", [TAKOMA_CSV, TAKOMA_XLSX])
def test_calls_with_one_clock_are_saved_and_their_waits_not_measured(chromium, tmp_path, file):
    data, name = real(file).read_bytes(), file.rpartition("/")[2]
    with serving(tmp_path) as server, opened(chromium, f"{server.address}/upload") as page:
        drop(page, name, data)
        answer_first(page)
        page.get_by_text("11,735 rows read = 11,551 new").first.wait_for()
        page.get_by_text("184 merged").first.wait_for()
        page.get_by_role("button", name="Save").click()
        page.get_by_text(f"{name} is saved").wait_for()
        go(page, "Response times")
        page.get_by_role("heading", level=1, name="does not tell how long people wait").wait_for()
        assert page.get_by_test_id("stVegaLiteChart").count() == 0


def test_an_upload_is_taken_back_with_one_question(chromium, own_server):
    calls = b"CAD Event Number,Initial Call Type,Received,On Scene\n" + b"".join(
        b"26-%05d,WELFARE CHECK,10/05/2026 13:50:00,10/05/2026 14:%02d:00\n" % (n, n)
        for n in range(40)
    )
    with opened(chromium, f"{own_server.address}/upload") as page:
        drop(page, "October.csv", calls)
        answer_first(page)
        page.get_by_role("button", name="Save").click()
        page.get_by_text("October.csv is saved").wait_for()
        page.get_by_test_id("stSidebarNavLink").filter(has_text="Data we have").click()
        page.get_by_role("button", name="Undo", exact=True).first.click()
        page.get_by_role("dialog").get_by_text("Calls: 40 rows are taken out.").wait_for()
        page.get_by_role("button", name="Undo it").click()
        page.get_by_text("October.csv is taken back").wait_for()
        page.get_by_role("button", name="Bring back").first.wait_for()
        idle(page)


def test_a_reading_that_takes_long_can_be_canceled(chromium, own_server):
    """Some years of calls in one file: the wait is shown, and its way out."""
    header, rows = month_of_calls(faults=False).split(b"\n", 1)
    years = {"name": "years.csv", "mimeType": "", "buffer": header + b"\n" + rows * 8_000}
    with opened(chromium, f"{own_server.address}/upload") as page:
        page.set_input_files("input[type=file]", years)
        page.get_by_role("button", name="Cancel", exact=True).click()
        page.get_by_text("Reading it was canceled").wait_for()
        idle(page)
        assert page.get_by_role("button", name=re.compile("^Save")).count() == 0
        assert not reader_children(own_server.process.pid)


def reader_children(server):
    """The processes that still read a file for this server."""
    listed = subprocess.run(["ps", "-o", "args=", "--ppid", str(server)], capture_output=True)
    return [line for line in listed.stdout.decode().splitlines() if "reading/child.py" in line]
