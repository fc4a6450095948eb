"""Different shifts of a team add up; the same shift stated twice is a fault."""

import pytest

from tests.intake.program.drawn import TEAMS, faults, program

HEADER = """
Service schedule
Team | Area  | Weekdays | Starts | Ends | Units on duty | Valid from | Valid to
"""
FIRST = "CRT | | Monday; Tuesday | 07:00 | 15:00 | 2 | 2026-01-01 | 2026-06-30\n"


@pytest.mark.parametrize(
    ("second", "overlaps"),
    [
        ("CRT | | Monday | 07:00 | 15:00 | 1 | 2026-01-01 | 2026-06-30", True),
        ("CRT | | Monday | 07:00 | 19:00 | 1 | 2026-01-01 | 2026-06-30", True),
        ("CRT | | Tuesday; Friday | 07:00 | 15:00 | 1 | 2026-06-30 |", True),
        ("CRT | | Tuesday; Friday | 07:00 | 15:00 | 1 | 2026-07-01 |", False),
        ("CRT | | Wednesday | 07:00 | 15:00 | 1 | 2026-01-01 |", False),
        ("CRT | | Monday | 12:00 | 15:00 | 1 | 2026-01-01 |", False),
        ("CRT | North | Monday | 07:00 | 15:00 | 1 | 2026-01-01 |", False),
        ("CCD | | Monday | 07:00 | 15:00 | 1 | 2026-01-01 |", False),
    ],
)
def test_a_shift_overlaps_only_with_one_of_its_team_area_weekday_and_start(second, overlaps):
    found = faults(program(TEAMS + HEADER + FIRST + second))
    assert [(kind, row) for kind, _, row, *_ in found] == (
        [("overlapping_shifts", 3)] if overlaps else []
    )


def test_the_finding_says_which_shift_and_which_row():
    found = program(TEAMS + HEADER + FIRST + "CRT | | Mon | 7:00 | 15:00 | 1 | |")
    (fault,) = [f for f in found.findings if f.kind.key == "overlapping_shifts"]
    assert fault.message == (
        "Row 3 of sheet “Service schedule” states a shift that row 2 states too: "
        "CRT, the whole city, Monday from 07:00."
    )


def test_a_newer_row_of_the_same_shift_ends_the_older_one():
    open_ended = FIRST.replace("2026-06-30", "")
    newer = "CRT | | Monday; Tuesday | 07:00 | 15:00 | 3 | 2026-03-01 | 2026-03-31\n"
    apart = "CRT | | Monday | 07:00 | 15:00 | 1 | 2026-05-01 |"
    assert faults(program(TEAMS + HEADER + open_ended + newer + apart)) == []


def test_a_row_that_stands_there_twice_is_one_setting_twice_and_no_overlap():
    row = "CRT | | Monday | 07:00 | 15:00 | 2 | |\n"
    assert [fault[0] for fault in faults(program(TEAMS + HEADER + row + row))] == [
        "repeated_setting"
    ]
