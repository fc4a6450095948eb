"""Lakes for the pages: none, a small sample city, one month, a month with faults."""

import csv
import io
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import pages._shell  # noqa: F401 - its first import sends a first link through app.py

AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
APP = Path(__file__).parents[2] / "app.py"
PAGES = [
    "home",
    "readiness",
    "functioning",
    "people",
    "system",
    "teams",
    "response_times",
    "contacts",
    "review",
    "upload",
    "data",
    "call",
    "settings",
    "definitions",
]
HEADER = ["CAD Event Number", "Initial Call Type", "Received", "Dispatched", "On Scene", "Unit ID"]


@pytest.fixture(scope="session")
def small_sample_lake(tmp_path_factory):
    """Three months of the sample city."""
    from arp.lake.lake import Lake
    from arp.sample import build_lake

    path = tmp_path_factory.mktemp("city") / "sample-lake"
    build_lake(Lake(path), at=AT, months=3)
    return path


def month_of_calls(*, faults: bool) -> bytes:
    """A CSV of forty calls in October 2026; with faults, some cells no one can read."""
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(HEADER)
    for number in range(40):
        day = f"10/{number % 28 + 1:02d}/2026"
        on_scene = f"{day} 14:{number % 50:02d}:00"
        if faults and number < 5:
            on_scene = ["pending", "10/32/2026 9:15", f"{day} 02:11:00", "", "#REF!"][number]
        cells = [f"26-{number:05d}", "WELFARE CHECK", f"{day} 13:50:00", f"{day} 13:55:00"]
        rows.writerow([*cells, on_scene, "CRT1"])
    if faults:
        rows.writerow(["", "TRESPASS", "10/05/2026 10:00", "", "", "CRT1"])
    return out.getvalue().encode()


def save(path, name, data):
    """Walk the whole road once, taking the first choice of each question."""
    from arp.intake.reading.reader import read
    from arp.intake.road import understand
    from arp.lake.lake import Lake

    lake, answers = Lake(path), {}
    workbook = read(name, data)
    for _ in range(5):
        understood = understand(workbook, lake=lake, answers=answers, today=date(2026, 11, 22))
        if understood.change is not None:
            break
        answers |= {ask.key: ask.choices[0].value for ask in understood.questions}
    lake.commit(understood.change, who="a test", at=AT)


@pytest.fixture(params=["no data", "sample city", "one month", "a month with faults"])
def lake(request, tmp_path, monkeypatch):
    """Each state that a page can find; its name."""
    own = tmp_path / "lake"
    monkeypatch.setenv("ARP_LAKE", str(own))
    if request.param == "sample city":
        (tmp_path / "sample-lake").symlink_to(request.getfixturevalue("small_sample_lake"))
    elif request.param != "no data":
        faults = request.param == "a month with faults"
        save(own, "October 2026.csv", month_of_calls(faults=faults))
    return request.param


def opened(name: str) -> AppTest:
    """A page as AppTest runs it: without app.py, so with no filter widget."""
    app = AppTest.from_file(APP, default_timeout=180)
    return app.switch_page(f"pages/{name}.py").run()


def words(page: AppTest) -> str:
    """All text of a page, without the escapes."""
    shown = [*page.title, *page.subheader, *page.markdown, *page.error, *page.info, *page.success]
    return "\n".join(str(one.value) for one in shown).replace("\\", "").replace("\u2060", "")


def press(page: AppTest, *labels: str) -> AppTest:
    """Buttons, the one that opens a dialog with those in it: AppTest runs no part of a page."""
    for label in labels:
        next(button for button in page.button if button.label == label).click()
    page.run()
    assert not page.exception
    return page
