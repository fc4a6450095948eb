"""The program workbook: what the declarations say, and back again exactly what the lake holds."""

import io
from datetime import UTC, date, datetime

import pytest

from arp.intake.road import read, understand
from arp.lake.change import Change
from arp.lake.lake import Lake
from arp.measures.targets import target_units
from arp.sample.build import stored_tables
from arp.sample.city import city
from arp.views.export.program_workbook import program_workbook
from arp.views.settings_rows import fields_of
from arp.words.grammar import Kind
from arp.words.settings import PROGRAM_SECTIONS

openpyxl = pytest.importorskip("openpyxl")
AT = datetime(2026, 11, 22, tzinfo=UTC)
SAME = ("section", "name", "valid_from", "valid_to", "value", "set_by", "why", "row_hash")


@pytest.fixture(scope="module")
def blank():
    return openpyxl.load_workbook(io.BytesIO(program_workbook()))


@pytest.fixture(scope="module")
def sampleton(tmp_path_factory):
    """A lake with the sample city's settings, and nothing else."""
    lake = Lake(tmp_path_factory.mktemp("sampleton") / "lake")
    settings = stored_tables(city(months=2, end="2026-10"), b"0" * 32)["settings"]
    change = Change(kind="settings", feed="settings", tables={"settings": settings})
    lake.commit(change, who="a test", at=AT)
    return lake


@pytest.fixture(scope="module")
def filled(sampleton):
    return program_workbook(stored(sampleton))


def stored(lake):
    return lake.snapshot().read("settings").to_pylist()


def set_by_staff(lake):
    """The rows of sections that are sheets of the workbook: outlines of areas are none."""
    return [row for row in stored(lake) if row["section"] in PROGRAM_SECTIONS]


def understood(lake, data):
    book = read("program.xlsx", data)
    return understand(book, lake=lake, today=date(2026, 11, 22), target_units=target_units)


def test_what_goes_out_comes_back_unchanged(sampleton, filled):
    found = understood(sampleton, filled)
    assert found.findings == ()
    receipt = sampleton.preview(found.change)
    assert receipt.status == "unchanged"
    assert receipt.tallies["settings"].unchanged == len(set_by_staff(sampleton))


def test_an_empty_lake_gets_identical_rows(sampleton, filled, tmp_path):
    other = Lake(tmp_path / "other")
    other.commit(understood(other, filled).change, who="a test", at=AT)
    rows = {row["row_key"]: row for row in set_by_staff(sampleton)}
    for row in stored(other):
        assert [row[name] for name in SAME] == [rows[row["row_key"]][name] for name in SAME]
    assert len(stored(other)) == len(rows)


def test_the_same_settings_give_the_same_bytes(sampleton, filled):
    assert program_workbook(reversed(stored(sampleton))) == filled


def test_there_is_a_sheet_for_every_section_between_those_that_explain(blank):
    titles = [section.title for section in PROGRAM_SECTIONS.values()]
    assert blank.sheetnames == ["Read me", *titles, "Indicators", "Columns", "Choices"]


@pytest.mark.parametrize("section", PROGRAM_SECTIONS.values(), ids=lambda section: section.name)
def test_a_sheet_has_the_declared_titles_and_is_blank_beneath(blank, section):
    sheet = blank[section.title]
    assert [cell.value for cell in sheet[1]] == [field.title for field in fields_of(section)]
    assert [cell.value for cell in sheet[1]][-4:] == ["Valid from", "Valid to", "Set by", "Why"]
    assert sheet.max_row == 1


def test_a_blank_workbook_is_refused_and_changes_nothing():
    found = understood(None, program_workbook())
    assert (found.refused.kind.key, found.change) == ("no_settings", None)


@pytest.mark.parametrize("section", PROGRAM_SECTIONS.values(), ids=lambda section: section.name)
def test_words_flags_teams_and_indicators_are_chosen_from_a_menu(blank, section):
    menus = {
        next(iter(rule.sqref.ranges)).min_col
        for rule in blank[section.title].data_validations.dataValidation
    }
    assert menus == {
        number
        for number, field in enumerate(fields_of(section), start=1)
        if field.kind in (Kind.WORD, Kind.FLAG)
        or (field.name == "team" and section.name != "teams")
        or field.name == "indicator"
    }


def test_every_indicator_has_its_targets_unit_and_a_starting_value_only_in_brackets(blank):
    rows = list(blank["Indicators"].iter_rows(min_row=2, values_only=True))
    assert {row[0]: tuple(row[2].split(" or ")) for row in rows} == target_units()
    assert all(not row[3] or row[3].startswith("[") for row in rows)


def test_the_first_sheet_says_what_an_upload_removes(blank):
    words = " ".join(str(cell.value) for cell in blank["Read me"]["B"])
    assert "settings that the app has and the sheet lacks are removed" in words


def test_the_columns_of_formulas_are_listed_with_the_rules_and_examples(blank):
    cells = [row for row in blank["Columns"].iter_rows(values_only=True)]
    assert ("calls", "eligible and not handled") in {row[:2] for row in cells}
    assert ("encounters", "felt_safe") in {row[:2] for row in cells}


def test_an_indicator_of_the_citys_own_is_listed_with_the_units_of_its_target(filled):
    sheet = openpyxl.load_workbook(io.BytesIO(filled))["Indicators"]
    rows = {row[0]: row for row in sheet.iter_rows(min_row=2, values_only=True)}
    assert rows["trespass_handled"][1:3] == ("Trespass calls that a team handles", "share")
