import shutil
import subprocess
from datetime import datetime
from io import BytesIO

import openpyxl
import pytest

from arp.words.corrections import AS_SENT_TAB, FINDINGS_TAB, ROW_HEADER
from tests.intake.corrections import round_trip as trip
from tests.intake.ugly import xlsx

CANARY = "CANARY the man on the porch is upset again"
MONTH = f"""Incident Number,Call Type,Received,Dispatched,Notes,Crew
0025000,=1+1,10/13/2026 14:00:00,10/13/2026 14:05:00,{CANARY} 1,+1
12345678901234567890,@SUM(A1),soon,10/14/2026 14:05:00,{CANARY} 2,-2
,\tTheft,10/15/2026 14:00:00,10/15/2026 14:05:00,{CANARY} 3,
0025004,Fine,10/15/2026 14:00:00,10/15/2026 14:05:00,{CANARY} 4,
""".encode()


@pytest.fixture(scope="module")
def data():
    return trip.corrections(MONTH)


@pytest.fixture
def book(data):
    return openpyxl.load_workbook(BytesIO(data))


def test_rows_at_fault_stand_under_their_own_headers_with_their_numbers(book):
    header, *rows = book["Rows"].iter_rows(values_only=True)
    assert header[:3] == ("Incident Number", "Call Type", "Received")
    assert header[-1] == ROW_HEADER
    assert [(row[0], row[2], row[-1]) for row in rows] == [
        ("12345678901234567890", "soon", "3"),
        (None, "10/15/2026 14:00:00", "4"),
    ]


def test_a_faulty_cell_is_colored_and_says_what_is_wrong(book):
    cell, sound = book["Rows"]["C2"], book["Rows"]["D2"]
    assert "soon is not a date and time" in cell.comment.text
    assert cell.fill.fgColor.rgb != sound.fill.fgColor.rgb
    assert sound.comment is None


def test_every_finding_stands_on_a_sheet_with_its_place_and_what_to_do(book):
    header, first, second = book[FINDINGS_TAB].iter_rows(values_only=True)
    assert header == ("Sheet", ROW_HEADER, "Column", "Cell here", "What", "What to do")
    assert first[:4] == ("Rows", "3", "Received", "C2")
    assert second[:4] == ("Rows", "4", "Incident Number", "A3")
    assert first[4].startswith("Row 3 of the file") and first[5].startswith("Write it as")


def test_nothing_in_it_computes(book):
    cells = [cell for page in book for row in page.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert all(cell.value is None or cell.data_type == "s" for cell in cells)
    assert book["Rows"]["B2"].value == "@SUM(A1)"


def test_personal_cells_do_not_go_back(book, data):
    cells = [str(cell.value) for page in book for row in page.iter_rows() for cell in row]
    assert not any("CANARY" in cell for cell in cells)
    assert book["Rows"]["E1"].value == "Notes" and book["Rows"]["E1"].comment


def test_what_it_carries_is_out_of_sight(book):
    assert book[AS_SENT_TAB].sheet_state == "veryHidden"


def test_typed_dates_go_back_as_dates():
    at = datetime(2026, 10, 6, 14, 0, 1)
    rows = [("Call Number", "Received", "Dispatched"), ("0025001", "soon", at), ("2", at, at)]
    book = openpyxl.load_workbook(BytesIO(trip.corrections(xlsx(rows), name="cad.xlsx")))
    assert book["Calls"]["C2"].value == at
    assert "h" in book["Calls"]["B2"].number_format  # what is typed over it becomes a date


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_saved_in_libreoffice_it_is_known_again(data, tmp_path):
    (tmp_path / "corrections.xlsx").write_bytes(data)
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless",
         "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(tmp_path / "saved"),
         str(tmp_path / "corrections.xlsx")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    found = trip.understood((tmp_path / "saved/corrections.xlsx").read_bytes(), None)
    assert found.corrects and found.change.tables["calls"].num_rows == 0
