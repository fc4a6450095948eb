"""Drawing by chance keeps to the shares and medians that it is given."""

import numpy as np
import pytest

from arp.sample.chance import blank_unless, is_yes, lognormal, pick, positions


@pytest.fixture
def rng():
    return np.random.default_rng(1)


def test_spans_are_whole_seconds_around_their_median_and_never_nothing(rng):
    spans = lognormal(rng, 60, 0.5, 20_000)
    assert spans.dtype == np.int64
    assert np.median(spans) == pytest.approx(60, rel=0.03)
    assert lognormal(rng, 0.001, 0.5, 100).min() == 1


def test_positions_come_with_their_shares_whatever_these_add_up_to(rng):
    drawn = positions(rng, (3, 1, 0), 20_000)
    assert (drawn == 0).mean() == pytest.approx(0.75, abs=0.02)
    assert 2 not in drawn


def test_words_without_shares_come_evenly(rng):
    words = pick(rng, ("a", "b"), 10_000)
    assert (words == "a").mean() == pytest.approx(0.5, abs=0.02)
    assert set(pick(rng, ("a", "b"), 100, (0, 1))) == {"b"}


def test_what_nobody_filled_in_is_none_and_not_no():
    flags = blank_unless(np.array([True, True, False]), np.array([True, False, True]))
    assert flags.tolist() == [True, False, None]
    assert blank_unless(np.array([True, False]), "word").tolist() == ["word", None]


def test_only_a_yes_is_a_yes():
    assert is_yes(np.array([True, False, None], dtype=object)).tolist() == [True, False, False]
