import pytest

from tests.measures.drawn import reading, waits


def test_the_sum_of_the_valid_intervals_divided_by_their_number() -> None:
    found = reading(waits([5, 10, 30, 1441]), "response_mean")
    # Over 24 hours is not valid
    assert (found["value"], found["n"]) == (pytest.approx((5 + 10 + 30) / 3), 3)


def test_without_an_arrival_time_it_is_not_measured() -> None:
    text = "calls\nincident_number | received_at\n1 | 2026-01-05 08:00"
    assert reading(text, "response_mean")["status"] == "not measured"
