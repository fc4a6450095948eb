import pytest

from tests.measures.drawn import reading, waits


def test_valid_responses_among_arrivals() -> None:
    text = waits([10, -1, 1441, 1440]) + "\n5 |  | 2026-01-05 08:10\n6 | 2026-01-05 08:10 |"
    found = reading(text, "timestamp_valid_rate")
    # 5 has no received time and still arrived; nobody arrived at 6
    assert (found["numerator"], found["denominator"]) == (2, 5)
    assert found["value"] == pytest.approx(2 / 5)


def test_two_clocks_that_never_make_a_valid_interval_are_measured_as_none() -> None:
    found = reading(waits([-1, -2]), "timestamp_valid_rate")
    assert (found["value"], found["status"]) == (0, "ok")


def test_without_an_arrival_time_it_is_not_measured() -> None:
    text = "calls\nincident_number | received_at\n1 | 2026-01-05 08:00"
    assert reading(text, "timestamp_valid_rate")["status"] == "not measured"
