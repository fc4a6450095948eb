"""The rule for one reading: what is withheld, what is rounded, what is taken from what."""

from math import isnan, nan

import pytest

from arp.measures.registry import INDICATORS
from arp.measures.small_numbers import SmallNumbers, kept_back, rounded


def told(key: str, small: SmallNumbers | None = None, **figures: float) -> dict[str, float] | None:
    row = dict.fromkeys(("value", "n", "numerator", "denominator", "low", "high"), nan) | figures
    kept = kept_back(row, INDICATORS[key], small or SmallNumbers())
    return None if kept is None else {name: of for name, of in kept.items() if not isnan(of)}


@pytest.mark.parametrize(
    ("smallest", "first_shown", "largest_withheld"),
    [(11, 15, 12), (5, 10, 7), (7, 10, 7), (8, 15, 12), (12, 15, 12), (13, 20, 17), (1, 10, 7)],
)
def test_what_is_shown_stands_for_five_counts_and_none_is_small(
    smallest: int, first_shown: int, largest_withheld: int
) -> None:
    small = SmallNumbers(smallest)
    assert (small.first_shown, small.largest_withheld) == (first_shown, largest_withheld)
    shown = [count for count in range(100) if not small.hides(count)]
    assert shown == list(range(largest_withheld + 1, 100))
    assert min(map(rounded, shown)) == first_shown
    assert largest_withheld >= max(smallest, 5), "one more than a small count is withheld too"


@pytest.mark.parametrize("count", range(13, 60))
def test_every_shown_number_stands_for_the_same_five_counts(count: int) -> None:
    assert abs(rounded(count) - count) <= 2
    alike = [other for other in range(100) if rounded(other) == rounded(count)]
    assert len(alike) == 5
    assert not any(SmallNumbers().hides(other) for other in alike)


def test_a_count_is_rounded_and_a_small_one_withheld() -> None:
    assert told("person_injuries", value=23, n=23, numerator=23) == {
        "value": 25,
        "n": 25,
        "numerator": 25,
    }
    for count in (1, 10, 12):
        assert told("person_injuries", value=count, n=count, numerator=count) is None


def test_a_zero_is_told_only_where_nothing_is_beside_it() -> None:
    none = {"value": 0.0, "n": 0.0, "numerator": 0.0}
    assert told("person_injuries", **none) is None
    assert told("person_injuries", SmallNumbers(zero_told=True), **none) == none


def test_a_share_and_its_interval_are_taken_from_the_rounded_counts() -> None:
    kept = told(
        "refusal_rate", value=23 / 98, n=98, numerator=23, denominator=98, low=0.16, high=0.33
    )
    assert kept is not None
    assert kept["value"] == 25 / 100
    assert (kept["numerator"], kept["denominator"], kept["n"]) == (25, 100, 100)
    assert kept["low"] == pytest.approx(0.1755, abs=1e-4)
    assert kept["high"] == pytest.approx(0.3430, abs=1e-4)


@pytest.mark.parametrize(
    ("part", "whole"), [(9, 98), (90, 98), (0, 98), (98, 98), (4, 9), (12, 400), (388, 400)]
)
def test_a_share_is_withheld_where_its_part_or_the_rest_is_small(part: int, whole: int) -> None:
    share = {"value": part / whole, "n": whole, "numerator": part, "denominator": whole}
    assert told("refusal_rate", **share) is None


def test_a_rate_keeps_its_factor_and_has_no_rest() -> None:
    kept = told(
        "use_of_force_eligible_rate",
        value=10_000 * 23 / 25,
        n=25,
        numerator=23,
        denominator=25,
    )
    assert kept is not None
    assert kept["value"] == 10_000 * 25 / 25


def test_what_a_group_is_divided_by_is_not_given_away_to_the_last_digit() -> None:
    city = 37 / 401
    kept = told(
        "equity_gap", value=(23 / 98) / city, n=98, numerator=23, denominator=98, low=0.5, high=2
    )
    assert kept is not None
    assert kept["value"] == 25 / 100 * float(f"{1 / city:.3g}") != 25 / 100 / city


def test_a_median_needs_as_many_behind_it_and_has_no_interval() -> None:
    kept = told("care_nav_time_to_first", value=3.26, n=13, low=1, high=7)
    assert kept == {"value": 3.3, "n": 15}
    assert told("care_nav_time_to_first", value=3.26, n=12, low=1, high=7) is None
