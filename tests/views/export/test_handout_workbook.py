from io import BytesIO

import openpyxl
import pytest

from arp.views.export.handout_workbook import handout_workbook
from tests.views.export.drawn_handout import COMMITMENTS, EXHIBITS, handout
from tests.views.export.opened_by_office import as_pdf, pages


@pytest.fixture(scope="module")
def made():
    return handout_workbook(handout(commitments=COMMITMENTS, sample=True, leaving="Rounded to 5."))


@pytest.fixture(scope="module")
def book(made):
    return openpyxl.load_workbook(BytesIO(made))


def rows(sheet):
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def words(sheet):
    return " ".join(str(cell) for row in rows(sheet) for cell in row)


def test_the_contents_name_the_sheet_of_every_question(book):
    listed = rows(book["Contents"])[1:]
    assert [row[2] for row in listed] == [one.question for one in EXHIBITS]
    for name, *_ in listed[:-1]:
        assert name in book.sheetnames


def test_each_exhibit_has_its_numbers_as_printed_and_its_readings(book):
    printed = words(book["3 How do contacts end"])
    assert "66%" in printed
    readings = rows(book["3 How do contacts end data"])
    assert 0.66 in readings[1]


def test_a_list_is_its_own_sheet(book):
    assert rows(book["8 Did anybody come to harm"])[1] == ["Responder injuries", "2"]


def test_it_says_period_n_day_method_part_and_caveats_of_every_exhibit(book):
    for row in rows(book["Provenance"])[1:]:
        assert row[1:6] == [
            "Jan 2025–Jun 2026",
            "1,204 of 2,262",
            "data as of Nov 6, 2026",
            "Method of Nov 22, 2026",
            "everything",
        ]
    assert "response" in words(book["Provenance"])


def test_it_defines_every_indicator_once(book):
    names = [row[1] for row in rows(book["Definitions"])[1:]]
    assert len(names) == len(set(names)) >= 5


def test_it_says_that_it_is_a_sample_and_who_may_see_it(book):
    assert "made-up sample city" in words(book["About"])
    assert "Rounded to 5." in words(book["About"])


def test_labels_that_begin_like_formulas_stay_text(book):
    for sheet in book:
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.value):
            assert cell.data_type != "f"
            if isinstance(cell.value, str) and cell.value.startswith("="):
                assert cell.quotePrefix
    assert "=Name an owner" in words(book["Commitments"])
    assert "=CRT" in words(book["4 Which team does how much data"])


def test_opened_in_libreoffice_every_question_is_there(made, tmp_path):
    file = tmp_path / "handout.xlsx"
    file.write_bytes(made)
    found = " ".join(pages(as_pdf(file, tmp_path)))
    for one in EXHIBITS:
        assert one.question in found
    assert "#NAME?" not in found
