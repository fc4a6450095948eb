import numpy as np
import pytest

from arp.measures.asked import Asked
from arp.measures.studies.avoided import RESAMPLES, _rates, ed_transports_avoided
from tests.measures.drawn import evidence
from tests.spec.test_ed_transports_avoided import CITY


def test_a_type_without_calls_has_the_rate_of_all_types() -> None:
    rates = _rates(np.array([2.0, 0.0, 0.0]), np.array([4.0, 4.0, 0.0]))
    assert rates.shape == (RESAMPLES + 1, 3)
    assert rates[0].tolist() == [0.5, 0.0, 0.25]


def test_resamples_scatter_about_the_rate_and_never_about_none() -> None:
    rates = _rates(np.array([50.0, 0.0]), np.array([100.0, 30.0]))
    assert rates[1:, 0].std() == pytest.approx(0.05, rel=0.1)
    assert set(rates[:, 1]) == {0.0}


def test_where_nothing_is_known_of_any_type_no_rate_is() -> None:
    assert np.isnan(_rates(np.zeros(2), np.zeros(2))).all()


def test_it_is_the_same_at_each_look() -> None:
    one, two = (ed_transports_avoided(evidence(CITY), Asked()) for _ in range(2))
    assert one.equals(two)
