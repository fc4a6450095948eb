import numpy as np
import pandas as pd
import pytest

from arp.measures.studies.police_gap import _median, _weights


@pytest.mark.parametrize(
    ("minutes", "weights", "median"),
    [
        ([10], [1], 10),
        ([10, 20], [1, 1], 15),  # halfway between the two
        ([10, 20, 90], [1, 1, 1], 20),
        ([10, 20], [3, 1], 10),
        ([10, 20], [1, 3], 20),
        ([10, 20, 30], [0, 1, 0], 20),  # a call that was not drawn
    ],
)
def test_the_median_is_the_value_below_which_half_of_the_weight_lies(
    minutes: list[float], weights: list[float], median: float
) -> None:
    assert _median(np.array(minutes, float), np.array(weights, float)) == median


def test_police_weigh_as_many_as_the_program_came_where_both_came() -> None:
    places = [("Welfare", "North", 2)] * 3 + [("Welfare", "South", 2)] * 2
    calls = pd.DataFrame(places, columns=["call_type", "area", "block"])
    calls["of_police"] = [True, True, False, True, True]
    assert list(_weights(calls, ()).fillna(-1)) == [0.5, 0.5, 1.0, -1, -1]


def test_a_month_is_compared_within_itself() -> None:
    calls = pd.DataFrame([("Welfare", "North", 2)] * 3, columns=["call_type", "area", "block"])
    calls = calls.assign(of_police=[True, True, False], month=["a", "b", "b"])
    assert list(_weights(calls, ("month",)).fillna(-1)) == [-1, 1.0, 1.0]
