import pytest

from arp.views.export.plots import axis, axis_format, number_format, numbers


def test_a_chart_prints_a_decimal_only_where_a_share_is_near_an_end():
    assert number_format("share", [0.3, None, 0.58]) == "0%"
    assert number_format("share", [0.026, 0.58]) == "0.0%"
    assert number_format("minutes", [30]) == "#,##0.0"
    assert number_format("calls", [30]) == "#,##0"


@pytest.mark.parametrize(
    ("values", "unit", "zero", "expected"),
    [
        ([0.2, 0.9], "share", True, (0.0, 1.0, 0.2)),
        ([0.95, 0.99], "share", False, (0.94, 1.0, 0.01)),
        ([380, 1_219], "responses", False, (200.0, 1_400.0, 200.0)),
        ([0, 0], "calls", True, (0.0, 1.2, 0.2)),
        ([], "calls", True, (0.0, 1.2, 0.2)),
    ],
)
def test_an_axis_has_room_for_its_values_in_round_steps(values, unit, zero, expected):
    assert axis(values, unit, zero=zero) == expected


def test_no_axis_of_counts_begins_below_zero_and_none_of_shares_ends_over_all():
    least, most, _ = axis([0.01, 0.99], "share", zero=False)
    assert (least, most) == (0.0, 1.0)


def test_an_axis_is_printed_as_fine_as_its_steps():
    assert axis_format("0.0%", 0.2).startswith("[<=1]0%")
    assert axis_format("0%", 0.005).startswith("[<=1]0.0%")
    assert axis_format("#,##0", 200) == "#,##0"
    assert axis_format("0.0", 0.2) == "0.0"


def test_what_is_not_there_is_no_number():
    assert numbers([1, float("nan"), None]) == (1.0, None, None)
