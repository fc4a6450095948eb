"""A city's own indicators on the pages: added by workbook, renamed, hidden."""

import io

import pytest

from arp.lake.lake import Lake
from arp.measures.registry import INDICATORS
from tests.pages.conftest import AT, month_of_calls, opened, save, words

ADDED = {
    "Indicator": "soon",
    "Name": "Reached in *20* minutes",
    "Question": "functioning",
    "Kind": "share",
    "Table": "calls",
    "Of": "response_minutes <= 20",
    "Why it matters": "Neighbors asked",
    "Better": "higher",
    "About": "service",
}
RENAMED = {"Indicator": "response_p50", "Name": "Our usual wait"}
HIDDEN = {"Indicator": "felt_safe_rate", "Hidden": "Yes"}


@pytest.fixture
def of_city(tmp_path, monkeypatch):
    """Forty calls, and the program workbook with three rows in “Your indicators”."""
    import openpyxl

    from arp.intake.reading.reader import read
    from arp.intake.road import understand
    from arp.measures.targets import target_units
    from arp.views.export.program_workbook import program_workbook

    monkeypatch.setenv("ARP_LAKE", str(tmp_path / "lake"))
    lake = Lake(tmp_path / "lake")
    save(lake.path, "October 2026.csv", month_of_calls(faults=False))
    book = openpyxl.load_workbook(io.BytesIO(program_workbook()))
    sheet = book["Your indicators"]
    titles = [cell.value for cell in sheet[1]]
    for row in (ADDED, RENAMED, HIDDEN):
        sheet.append([row.get(title) for title in titles])
    file = io.BytesIO()
    book.save(file)
    found = understand(
        read("program.xlsx", file.getvalue()), lake=lake, today=AT.date(), target_units=target_units
    )
    lake.commit(found.change, who="a test", at=AT)
    return lake


def labels(page):
    return [metric.label.replace("\\", "") for metric in page.metric]


def test_what_is_added_stands_on_the_page_of_its_question_and_on_no_other(of_city):
    page = opened("functioning")
    assert not page.exception
    assert "Reached in *20* minutes" in words(page)
    assert "Reached in *20* minutes" not in words(opened("system"))


def test_a_new_name_stands_on_every_page_and_a_hidden_figure_on_none(of_city):
    for name in ("home", "functioning", "response_times"):
        page = opened(name)
        assert not page.exception
        shown = f"{labels(page)} {words(page)}"
        assert INDICATORS["response_p50"].name not in shown
        assert INDICATORS["felt_safe_rate"].name not in shown
        assert "Do responders feel safe?" not in shown
    assert "Our usual wait" in labels(opened("functioning"))


def test_the_definitions_have_the_citys_names_and_tell_what_is_hidden(of_city):
    page = opened("definitions")
    assert not page.exception
    listed = page.selectbox(key="indicator").options
    assert "Our usual wait" in listed and "Reached in *20* minutes" in listed
    assert INDICATORS["felt_safe_rate"].name not in listed
    assert f"{INDICATORS['felt_safe_rate'].name}. They are on no page" in words(page)


def test_what_is_added_has_a_page_of_its_own_with_formula_and_review(of_city):
    page = opened("definitions")
    page.selectbox(key="indicator").set_value("soon").run()
    assert not page.exception
    told = words(page)
    assert "Calls that fit “response time at most 20”, divided by all calls" in told
    assert "Numerator. Calls that fit" in told.replace("**", "")
    assert "No day of the next review is set." in told
