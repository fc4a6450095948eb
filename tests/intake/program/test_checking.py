"""Settings that could be read and still cannot be."""

import pytest

from tests.intake.program.drawn import TEAMS, faults, program


def test_what_is_required_and_blank_is_named():
    found = program(
        TEAMS + "\nEligible call types\nTeam | Call type | Valid from\nCRT | | 2026-01-01"
    )
    assert faults(found) == [("missing_setting", "Eligible call types", 2, "Call type", "")]


def test_the_same_setting_from_the_same_day_is_twice_and_from_another_day_a_change():
    drawn = "Areas\nName in the data | Area | Valid from\nN | North |\nN | Northside | {day}"
    assert faults(program(drawn.format(day="2026-01-01"))) == []
    (fault,) = faults(program(drawn.format(day="")))
    assert fault == ("repeated_setting", "Areas", 3, None, "since ever")


def test_a_last_day_before_the_first_is_reversed_and_the_same_day_is_one_day():
    drawn = TEAMS + (
        "\nEligible call types\nTeam | Call type | Valid from | Valid to\n"
        "CRT | Trespass | 2026-05-02 | {last}"
    )
    assert faults(program(drawn.format(last="2026-05-02"))) == []
    (fault,) = faults(program(drawn.format(last="2026-05-01")))
    assert fault == ("reversed_dates", "Eligible call types", 2, "Valid to", "2026-05-01")


@pytest.mark.parametrize(("day", "fits"), [(0, False), (1, True), (31, True), (32, False)])
def test_a_due_day_is_a_day_of_the_month(day, fits):
    found = program(f"Feeds\nFeed | Due day | Valid from\ncad | {day} |")
    assert (faults(found) == []) is fits


@pytest.mark.parametrize(
    ("zone", "fits"), [("America/New_York", True), ("America", False), ("Eastern", False)]
)
def test_a_time_zone_is_one_that_clocks_know(zone, fits):
    found = program(f"Program\nProgram | Time zone | Valid from\nHEART | {zone} |")
    assert [fault[0] for fault in faults(found)] == ([] if fits else ["unknown_time_zone"])


@pytest.mark.parametrize(("smallest", "fits"), [(4, False), (5, True), (11, True), ("", True)])
def test_no_city_shows_counts_about_people_under_five(smallest, fits):
    found = program(
        "Program\nProgram | Time zone | Smallest count shown | Valid from\n"
        f"HEART | America/New_York | {smallest} |"
    )
    said = [fault[0] for fault in faults(found)]
    assert said == ([] if fits else ["setting_out_of_range"])
    assert all("is not 5 or more" in fault.message for fault in found.findings if not fits)
