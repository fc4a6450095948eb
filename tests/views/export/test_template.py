"""The blank template: what the declarations say, and nothing else."""

import io

import pytest

from arp.views.export.template import template_tables, template_workbook
from arp.words.grammar import Kind
from arp.words.tables import TABLES

openpyxl = pytest.importorskip("openpyxl")


@pytest.fixture(scope="module")
def book():
    return openpyxl.load_workbook(io.BytesIO(template_workbook()))


def headers(book, table) -> list[str]:
    return [cell.value for cell in book[table.title][1]]


def test_there_is_a_sheet_for_every_table_that_staff_fill_in(book):
    assert book.sheetnames == [
        "Read me",
        "Calls",
        "Unit responses",
        "Encounters",
        "Follow-ups",
        "Figures",
        "Data dictionary",
        "Choices",
    ]
    assert [table.name for table in template_tables()] == [n for n in TABLES if n != "settings"]


@pytest.mark.parametrize("table", template_tables(), ids=lambda table: table.name)
def test_a_sheet_has_a_column_for_every_stored_field_in_declared_order(book, table):
    by_title = {field.title: field.name for field in table.fields}
    columns = [by_title[title] for title in headers(book, table)]
    assert columns == [field.name for field in table.fields if field.kind is not Kind.SPAN]


@pytest.mark.parametrize("table", template_tables(), ids=lambda table: table.name)
def test_every_header_is_a_spelling_of_its_own_field_alone(book, table):
    for title in headers(book, table):
        assert [field.title for field in table.fields if title in field.spellings] == [title]


@pytest.mark.parametrize("table", template_tables(), ids=lambda table: table.name)
def test_every_header_explains_itself_and_stays_in_sight(book, table):
    sheet = book[table.title]
    for cell, field in zip(sheet[1], table.stored_fields, strict=True):
        assert cell.comment.text.startswith(field.meaning)
    assert sheet.freeze_panes == "B2"
    assert sheet.max_row == 1


@pytest.mark.parametrize("table", template_tables(), ids=lambda table: table.name)
def test_words_and_flags_are_chosen_from_a_menu(book, table):
    sheet = book[table.title]
    menus = {
        next(iter(rule.sqref.ranges)).min_col: choices(book, rule.formula1)
        for rule in sheet.data_validations.dataValidation
    }
    expected = {
        number: list(field.vocabulary.keys) if field.kind is Kind.WORD else ["Yes", "No"]
        for number, field in enumerate(table.stored_fields, start=1)
        if field.kind in (Kind.WORD, Kind.FLAG)
    }
    assert menus == expected


def choices(book, formula: str) -> list[str]:
    sheet, _, cells = formula.lstrip("=").partition("!")
    (row,) = book[sheet][cells.replace("$", "")]
    return [cell.value for cell in row]


def test_identifiers_are_text_and_times_show_their_date(book):
    sheet = book["Calls"]
    by_title = {cell.value: cell.column_letter for cell in sheet[1]}
    formats = {title: sheet.column_dimensions[by_title[title]] for title in by_title}
    assert formats["Incident number"].number_format == "@"
    assert formats["Received"].number_format == "m/d/yyyy h:mm:ss"


def test_the_data_dictionary_has_a_line_for_every_column(book):
    lines = list(book["Data dictionary"].iter_rows(min_row=2, max_col=3, values_only=True))
    assert lines == [
        (table.title, field.title, field.meaning)
        for table in template_tables()
        for field in table.stored_fields
    ]


def test_the_same_declarations_give_the_same_bytes():
    assert template_workbook() == template_workbook()
