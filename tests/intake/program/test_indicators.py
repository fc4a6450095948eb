"""The city's own indicators: what may be set of the app's, and what a new one needs."""

import pytest

from tests.intake.program.drawn import faults, program, settings

HEADER = (
    "Your indicators\n"
    "Indicator | Name | Hidden | Question | Kind | Table | Among | Of | Why it matters | Better | "
    "About | Valid from\n"
)
OWN = (
    "own | Ours | | people | share | encounters | responds | arrested | It does | lower | people |"
)


@pytest.mark.parametrize(
    "row",
    [
        OWN,
        "response_p50 | Our wait | | | | | | | | | | 1/1/2026",
        "response_p50 | | Yes | | | | | | | | |",
        "own | Ours | | system | count | calls | missed | | It does | lower | service |",
        "own | Ours | | ready | p90 | calls | | response_minutes | It does | lower | service |",
    ],
)
def test_it_is_saved_as_it_was_written(row):
    (stored,) = settings(program(HEADER + row))
    assert stored["section"] == "indicators"
    assert stored["name"] == row.partition(" ")[0]


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (
            OWN.replace("own |", "Own One |", 1),
            ("unfit_key", "Indicator", "Own One"),
        ),
        (OWN.replace("share", "guess"), ("unknown_setting_word", "Kind", "guess")),
        (OWN.replace("| arrested |", "| |"), ("missing_setting", "Of", "")),
        (OWN.replace("It does", ""), ("missing_setting", "Why it matters", "")),
        (OWN.replace("| arrested |", "| arested |"), ("unknown_fact_column", "Of", "arested")),
        (
            OWN.replace("| responds |", "| responds or |"),
            ("unreadable_condition", "Among", "the end"),
        ),
        (OWN.replace("| responds |", "| area |"), ("unfit_formula", "Among", "area")),
        (
            OWN.replace("own |", "response_p50 |", 1),
            ("declared_indicator", "Question", "response_p50"),
        ),
        (
            "respond_p50 | Our wait | | | | | | | | | |",
            ("unknown_indicator", "Indicator", "respond_p50"),
        ),
    ],
)
def test_a_fault_names_the_row_and_the_column(row, fault):
    assert faults(program(HEADER + row)) == [(fault[0], "Your indicators", 2, *fault[1:])]


def test_an_unknown_column_is_told_with_the_nearest_names_and_what_to_do():
    found = program(HEADER + OWN.replace("| arrested |", "| arested |")).findings[0]
    assert found.message == (
        "Row 2 of sheet “Your indicators”, column “Of”: arested is no column of “encounters”; "
        "near it: arrested, resolved, backup_requested."
    )
    assert "sheet “Columns”" in found.kind.remedy


@pytest.mark.parametrize(
    ("unit", "target", "fault"),
    [
        ("share", "60%", []),
        ("minutes", "15", [("unfit_unit", "Targets", 2, "Unit", "minutes")]),
    ],
)
def test_what_is_added_may_have_a_target_in_its_unit(unit, target, fault):
    targets = f"\n\nTargets\nIndicator | Target | Unit | Valid from\nown | {target} | {unit} |"
    assert faults(program(HEADER + OWN + targets)) == fault
