"""What is typed into a table walks the road of an uploaded program workbook."""

from datetime import UTC, date, datetime

import pytest

from arp.intake.program.recognizing import section_sheets
from arp.intake.program.typed import typed_workbook
from arp.intake.program.understanding import understand_program
from arp.lake.lake import Lake
from arp.words.settings import SECTIONS
from tests.intake.program.drawn import TEAMS, faults, program, settings

NAN = float("nan")
AT = datetime(2026, 11, 22, tzinfo=UTC)
HELD = [{"Team": "CRT", "Full name": None, "Set by": "Council", "Why": "The pilot"}]


def understood(section, rows, *, held=(), lake=None):
    book = typed_workbook(SECTIONS[section], rows, held=held, set_by="Ana", why="Grown")
    return understand_program(book, section_sheets(book), lake=lake, whole=(section,))


def test_dates_numbers_and_blanks_are_read_as_they_were_typed():
    typed = {
        "Team": "CRT",
        "Weekdays": "Mon",
        "Starts": "7:00",
        "Ends": "15:00",
        "Units on duty": 2.0,
        "Area": NAN,
        "Valid from": date(2026, 1, 5),
    }
    teams = [row for row in settings(program(TEAMS)) if row["section"] == "teams"]
    found = understood("schedule", [typed])
    assert len(teams) == 2
    assert [fault[0] for fault in faults(found)] == ["unknown_team"]  # no lake knows CRT here


def test_only_what_is_new_carries_who_set_it_now_and_why():
    found = understood("teams", [*HELD, {"Team": "CCD"}], held=HELD)
    assert {row["name"]: (row["set_by"], row["why"]) for row in settings(found)} == {
        "CCD": ("Ana", "Grown"),
        "CRT": ("Council", "The pilot"),
    }


def test_a_row_that_was_changed_is_new():
    (row,) = settings(understood("teams", [HELD[0] | {"Full name": "Responders"}], held=HELD))
    assert (row["set_by"], row["why"]) == ("Ana", "Grown")


def test_faults_name_the_line_of_the_table():
    found = understood("teams", [{"Team": "CRT"}, {"Team": "CCD", "Phone or in person": "mail"}])
    assert faults(found) == [("unknown_setting_word", "Teams", 2, "Phone or in person", "mail")]


@pytest.mark.parametrize("rows", [[], [{"Team": None}]])
def test_a_table_that_was_emptied_empties_its_section(tmp_path, rows):
    lake = Lake(tmp_path / "lake")
    lake.commit(program(TEAMS).change, who="staff", at=AT)
    tally = lake.preview(understood("teams", rows, lake=lake).change).tallies["settings"]
    assert (tally.rows_read, tally.removed) == (0, 2)
