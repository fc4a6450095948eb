"""A target is for an indicator that there is, in the unit in which it is measured."""

import pytest

from tests.intake.program.drawn import faults, program

HEADER = "Targets\nIndicator | Target | Unit | Valid from\n"


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("response_p50 | 15 | minutes |", None),
        ("response_p50 | 15 | min |", None),
        ("response_p50 | 900 | seconds |", None),
        ("response_p50 | 0.25 | hours |", ("unfit_unit", "Unit", "hours")),
        ("response_p50 | 15 | |", ("missing_setting", "Unit", "")),
        ("response_p50 | 15 | share |", ("unfit_unit", "Unit", "share")),
        ("response_p50 | 15 | furlongs |", ("unknown_setting_word", "Unit", "furlongs")),
        ("response_p50 | | minutes |", ("missing_setting", "Target", "")),
        ("response_p50 | soon | minutes |", ("unreadable_setting", "Target", "soon")),
        ("respond_p50 | 15 | minutes |", ("unknown_indicator", "Indicator", "respond_p50")),
        ("eligible_capture | 60% | share |", None),
        ("eligible_capture | 1 | share |", None),
        ("eligible_capture | 60 | share |", ("setting_out_of_range", "Target", "60")),
        ("longest | 60 | count |", None),
    ],
)
def test_a_target_fits_its_indicator(row, fault):
    expected = [(fault[0], "Targets", 2, *fault[1:])] if fault else []
    assert faults(program(HEADER + row)) == expected


@pytest.mark.parametrize(("low", "fits"), [("0.2", True), ("20", False)])
def test_the_lower_end_of_a_band_is_in_range_too(low, fits):
    drawn = (
        "Targets\nIndicator | At least | Target | Unit | Valid from\n"
        f"eligible_capture | {low} | 0.4 | share |"
    )
    expected = [] if fits else [("setting_out_of_range", "Targets", 2, "At least", low)]
    assert faults(program(drawn)) == expected
