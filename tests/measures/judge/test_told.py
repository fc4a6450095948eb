import pytest

from arp.measures.judge.gates import Taken
from arp.measures.judge.told import monthly, told
from tests.measures.judge.drawn import figure, months, whole

NOTHING = months()


def test_a_part_is_read_from_its_own_row():
    readings = whole(
        {"value": 3, "denominator": 10, "numerator": 3},
        {"value": 7, "denominator": 10, "numerator": 7},
    ).assign(missed_why=["not routed", "declined"])
    part = figure(part=("missed_why", "not routed"))
    assert told(part, readings, NOTHING).value == 3


def test_a_part_as_a_share_has_the_share_s_interval():
    readings = whole({"value": 3, "denominator": 10, "numerator": 3}).assign(missed_why="declined")
    found = told(figure(part=("missed_why", "declined"), as_share=True), readings, NOTHING)
    assert (found.value, found.n) == (0.3, 10)
    assert found.low < 0.3 < found.high


def test_a_part_of_nothing_cannot_be_told():
    readings = whole({"value": 0, "denominator": 0, "numerator": 0}).assign(missed_why="declined")
    found = told(figure(part=("missed_why", "declined"), as_share=True), readings, NOTHING)
    assert (found.value, found.reason) == (None, "There is nothing to take a share of.")


def test_a_whole_is_not_confused_with_its_groups():
    readings = whole({"value": 0.5}, {"value": 0.9}).assign(team=["CRT", None], responder="all")
    assert told(figure(), readings, NOTHING).value == 0.9


def test_a_part_that_is_not_measured_gives_the_reason():
    readings = whole({"status": "not measured", "reason": "Upload units."}).assign(missed_why=None)
    found = told(figure(part=("missed_why", "declined")), readings, NOTHING)
    assert (found.value, found.reason) == (None, "Upload units.")


def levers(*by_month):
    """Two levers a month: hours and area."""
    hours = months(*(value[0] for value in by_month), indicator="recoverable_calls")
    area = months(*(value[1] for value in by_month), indicator="recoverable_calls")
    import pandas as pd

    return pd.concat([hours.assign(lever="more hours"), area.assign(lever="more area")])


MONTHLY = figure("recoverable_calls", taken=Taken.A_MONTH)


def test_levers_are_added_up_and_taken_a_month():
    found = told(MONTHLY, NOTHING, levers((10, 5), (20, 5)))
    assert (found.value, found.n) == (20, 40)


def test_a_month_of_which_one_part_is_unknown_is_left_out():
    assert monthly(MONTHLY, levers((10, 5), (20, None))) == {"2025-01": 15}


def test_only_months_of_the_whole_period_are_in_the_monthly_mean():
    readings = whole(indicator="recoverable_calls", period="2025-02/2025-03", value=1)
    found = told(MONTHLY, readings, levers((100, 0), (10, 0), (20, 0)))
    assert found.value == 15


@pytest.mark.parametrize(("known", "value"), [(11, None), (12, 0), (13, 0)])
def test_a_year_without_needs_all_twelve_months(known, value):
    injuries = figure("injuries", taken=Taken.TWELVE_MONTHS)
    found = told(injuries, NOTHING, months(*[0] * known, indicator="injuries"))
    assert found.value == value
    if value is None:
        assert found.reason == "Only 11 of the last 12 months can be told."


def test_what_was_more_than_twelve_months_ago_is_over():
    injuries = figure("injuries", taken=Taken.TWELVE_MONTHS)
    assert told(injuries, NOTHING, months(1, *[0] * 12, indicator="injuries")).value == 0
    assert told(injuries, NOTHING, months(1, *[0] * 11, indicator="injuries")).value == 1
