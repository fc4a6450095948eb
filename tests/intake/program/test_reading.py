"""Rows of a section's sheet: every cell as its field's value, and what cannot be read."""

import json

from arp.intake.program.reading import rows_of
from arp.intake.program.recognizing import section_sheets
from tests.intake.drawn import of_rows, workbook
from tests.intake.program.drawn import TEAMS, faults, program, settings, sheets


def read(title, drawing):
    (found,) = section_sheets(workbook(*sheets(f"{title}\n{drawing}")))
    return rows_of(found)


def test_cells_are_read_by_their_kind():
    drawing = """
Team | Weekdays | Starts   | Ends | Units on duty | Also on holidays | Valid from | Valid to
CRT  | tue; Mon | 07:00:00 | 9 PM | 2             | no               | 3/4/2026   | 2026-10-05
"""
    (row,), findings = read("Service schedule", drawing.strip())
    assert findings == []
    assert {name: value for name, value in row.values.items() if value is not None} == {
        "team": "CRT",
        "weekdays": "Monday; Tuesday",
        "starts": "07:00",
        "ends": "21:00",
        "units": 2,
        "holidays": False,
    }
    assert (f"{row.valid_from}", f"{row.valid_to}") == ("2026-03-04", "2026-10-05")


def test_a_date_of_a_section_is_kept_as_text_and_a_blank_field_not_at_all():
    found = program(TEAMS + "\nChanges\nChange | Date | Team | Valid from\nLaunch | 6/1/2022 | |")
    (launch,) = (row for row in settings(found) if row["section"] == "changes")
    assert json.loads(launch["value"]) == {"change": "Launch", "changed_on": "2022-06-01"}


def test_what_cannot_be_read_is_named_with_its_place():
    found = program(
        TEAMS
        + """
Service schedule
Team | Weekdays          | Starts | Ends  | Units on duty | Valid from
CRT  | Monday; Midweek   | dawn   | 25:00 | two           | 13/45/2026
"""
    )
    at = ("Service schedule", 2)
    assert faults(found) == [
        ("unknown_setting_word", *at, "Weekdays", "Midweek"),
        ("unreadable_setting", *at, "Starts", "dawn"),
        ("unreadable_setting", *at, "Ends", "25:00"),
        ("unreadable_setting", *at, "Units on duty", "two"),
        ("unreadable_setting", *at, "Valid from", "13/45/2026"),
    ]


def test_an_unknown_word_is_told_the_known_ones():
    found = program("Teams\nTeam | Phone or in person | Valid from\nCRT | by mail |")
    assert "by mail is none of " in found.findings[0].message
    assert "in person" in found.findings[0].message


def test_an_error_of_the_spreadsheet_is_no_blank():
    drawn = of_rows(
        [["Team", "Full name", "Valid from"], ["CRT", None, None]],
        name="Teams",
        error_cells=((2, 1, "#REF!"),),
    )
    (found,) = section_sheets(workbook(drawn))
    _, findings = rows_of(found)
    assert [(f.kind.key, f.row, f.column, f.found) for f in findings] == [
        ("unreadable_setting", 2, "Full name", "#REF!")
    ]


def test_blank_rows_are_passed_over_and_numbers_stay_those_of_the_sheet():
    drawn = of_rows(
        [["Team", "Valid from"], [None, None], [" ", None], ["CRT", None]], name="Teams"
    )
    (found,) = section_sheets(workbook(drawn))
    (row,), _ = rows_of(found)
    assert row.row == 4


def test_a_priority_that_looks_like_a_number_stays_text():
    (row,), _ = read("Priorities", "Priority | Top priority | Valid from\n01 | Yes |")
    assert row.values == {"priority": "01", "is_top": True}


def test_a_feed_is_named_as_feeds_are():
    (row,), _ = read("Feeds", "Feed | Title | Valid from\nPolice CAD | |")
    assert row.values["feed"] == "police-cad"
