import numpy as np
import pytest

from arp.measures.asked import Asked
from arp.measures.studies.hours_freed import (
    MANY,
    RESAMPLES,
    _resampled,
    _resampled_shares,
    estimate,
)
from tests.measures.drawn import evidence
from tests.spec.test_hours_freed import CITY

RNG = np.random.default_rng(1)


def test_a_mean_is_followed_by_the_means_of_resamples() -> None:
    found = _resampled(RNG, np.array([10.0, 20.0, 60.0]))
    assert (len(found), found[0]) == (RESAMPLES + 1, 30)
    assert {10, 60} <= {round(found[1:].min()), round(found[1:].max())}


def test_many_values_are_resampled_by_their_standard_error() -> None:
    values = np.tile([10.0, 30.0], MANY)
    found = _resampled(RNG, values)
    assert found[0] == 20
    assert found[1:].std() == pytest.approx(10 / (2 * MANY) ** 0.5, rel=0.1)


def test_nothing_to_take_a_mean_of_stays_unknown() -> None:
    assert np.isnan(_resampled(RNG, None)).all()
    shares = _resampled_shares(RNG, np.array([0.0, 2.0]), np.array([0.0, 4.0]))
    assert np.isnan(shares[:, 0]).all()
    assert shares[0, 1] == 0.5
    assert set(shares[1:, 1]) <= {0.0, 0.25, 0.5, 0.75, 1.0}


def test_a_stratum_without_police_calls_takes_those_of_its_type_before_those_of_all() -> None:
    # By day police were alone on Welfare calls for 60 minutes; at night only a diverted one.
    night = CITY.replace(
        "    at night        | Trespass          | 3        | 2026-01-05 23:00",
        "    at night        | Welfare           | 2        | 2026-01-05 23:00",
    )
    told = estimate(evidence(night), Asked(), share=1.0)
    assert told is not None
    assert told.central == pytest.approx(3 * 1.0 - 0.5)
