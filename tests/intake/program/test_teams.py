"""Teams are named only as they are listed, and listed as long as anything names them."""

from datetime import UTC, datetime

import pytest

from arp.lake.lake import Lake
from tests.intake.program.drawn import TEAMS, faults, program

AT = datetime(2026, 11, 22, tzinfo=UTC)


@pytest.mark.parametrize(
    ("section", "column"),
    [
        ("Eligible call types\nTeam | Call type | Valid from\nHEART | Welfare check |", "Team"),
        ("Units\nUnit | Team | Valid from\nH* | HEART |", "Team"),
        ("Changes\nChange | Date | Team | Valid from\nLaunch | 2026-01-01 | HEART |", "Team"),
        (
            "Targets\nIndicator | Team | Target | Unit | Valid from\n"
            "response_p50 | HEART | 15 | minutes |",
            "Team",
        ),
    ],
)
def test_a_team_that_is_not_listed_is_named_wherever_it_stands(section, column):
    (fault,) = faults(program(TEAMS + "\n" + section))
    assert fault[0] == "unknown_team"
    assert fault[2:] == (2, column, "HEART")


def test_teams_that_the_lake_knows_are_known(tmp_path):
    lake = Lake(tmp_path / "lake")
    units = "Units\nUnit | Team | Valid from\nCRT* | CRT |"
    assert faults(program(units, lake))[0][0] == "unknown_team"
    lake.commit(program(TEAMS).change, who="staff", at=AT)
    assert faults(program(units, lake)) == []


def test_a_team_that_other_settings_still_name_cannot_be_left_out(tmp_path):
    lake = Lake(tmp_path / "lake")
    units = "\nUnits\nUnit | Team | Valid from\nCCD* | CCD |"
    lake.commit(program(TEAMS + units).change, who="staff", at=AT)
    only = "Teams\nTeam | Valid from\nCRT |"
    (fault,) = [found for found in program(only, lake).findings]
    assert fault.message == (
        "The team CCD is not listed in sheet “Teams”, but the settings of “Units” name it."
    )
    assert program(only, lake).change is None
    together = only + "\n\nUnits\nUnit | Team | Valid from\nCRT* | CRT |"
    assert faults(program(together, lake)) == []
