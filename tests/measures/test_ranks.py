import math

import numpy as np
import pytest

from arp.measures.ranks import rank_bounds, wilson
from arp.measures.readings import fewest


def by_definition(n: int, p: float) -> tuple[int, int] | None:
    at_most, total = [], 0.0
    for k in range(n + 1):
        total += math.comb(n, k) * p**k * (1 - p) ** (n - k)
        at_most.append(total)
    low = [rank for rank in range(1, n + 1) if at_most[rank - 1] <= 0.025]
    high = [rank for rank in range(1, n + 1) if at_most[rank - 1] >= 0.975]
    return (max(low), min(high)) if low and high else None


@pytest.mark.parametrize("p", [0.5, 0.9])
def test_ranks_are_those_of_the_binomial_for_every_small_n(p: float) -> None:
    assert [rank_bounds(n, p) for n in range(400)] == [by_definition(n, p) for n in range(400)]


def test_ranks_of_two_million_values_lie_where_the_normal_curve_says() -> None:
    n, p = 2_000_000, 0.9
    low, high = rank_bounds(n, p) or (0, 0)
    reach = 1.96 * math.sqrt(n * p * (1 - p))
    assert low == pytest.approx(n * p - reach, abs=2)
    assert high == pytest.approx(n * p + reach, abs=2)


def test_the_fewest_values_follow_from_the_ranks() -> None:
    assert (fewest(0.5), fewest(0.9)) == (6, 36)


def test_wilson_of_none_all_and_half() -> None:
    low, high = wilson(np.array([0.0, 10.0, 5.0]), np.array([10.0, 10.0, 10.0]))
    assert low == pytest.approx([0, 0.7225, 0.2366], abs=1e-4)
    assert high == pytest.approx([0.2775, 1, 0.7634], abs=1e-4)


def test_wilson_of_nothing_is_unknown() -> None:
    low, high = wilson(np.array([0.0]), np.array([0.0]))
    assert np.isnan(low) and np.isnan(high)
