"""A program workbook is known by its sheets: a section's name, its key and “Valid from”."""

import pytest

from arp.intake.program.recognizing import section_sheets
from arp.intake.road import understand
from tests.intake.drawn import TODAY, sheet, workbook


def sections(*drawn):
    return [found.section.name for found in section_sheets(workbook(*drawn))]


@pytest.mark.parametrize("name", ["Service schedule", "service  SCHEDULE", "schedule"])
def test_a_section_is_known_by_its_title_or_name(name):
    assert sections(sheet("Team | Starts | Valid from", name=name)) == ["schedule"]


def test_headers_may_stand_beneath_a_title_and_in_any_order():
    drawn = sheet(
        "The teams of our city\nValid from | Full name | Team\n | Responders | CRT", "Teams"
    )
    (found,) = section_sheets(workbook(drawn))
    assert found.header_index == 1
    assert found.columns == {"valid_from": 0, "title": 1, "team": 2}


def test_columns_that_are_no_setting_are_named():
    (found,) = section_sheets(workbook(sheet("Team | Valid from | Phone number", "Teams")))
    assert found.unused == ("Phone number",)


def test_a_roster_without_valid_from_is_no_section():
    assert sections(sheet("Unit | Team | Officer\nP1 | North | 12", name="Units")) == []


def test_a_month_of_calls_beside_a_roster_is_still_a_month_of_calls():
    calls = sheet("Incident Number | Received\n26-1 | 2026-10-05 14:00", name="Data")
    roster = sheet("Unit | Team\nCRT1 | CRT", name="Units")
    found = understand(workbook(calls, roster), lake=None, today=TODAY, answers={"scope": "all"})
    assert found.change.kind == "upload"
