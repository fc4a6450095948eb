from math import exp, factorial

import pytest

from arp.measures.erlang import Queue, units_needed

EACH = 1 / 12  # of an hour


@pytest.mark.parametrize(("units", "share"), [(4, 0.32), (5, 0.13), (6, 0.047)])
def test_the_published_check_values(units: int, share: float) -> None:
    assert Queue(30, EACH, units).waiting == pytest.approx(share, abs=0.005)


def closed_form(load: float, units: int) -> float:
    full = load**units / factorial(units) * units / (units - load)
    return full / (sum(load**k / factorial(k) for k in range(units)) + full)


@pytest.mark.parametrize(("calls", "units"), [(30, 3), (30, 9), (0.5, 1), (200, 20)])
def test_it_is_the_closed_form(calls: float, units: int) -> None:
    assert Queue(calls, EACH, units).waiting == pytest.approx(closed_form(calls * EACH, units))


def test_many_units_are_no_number_too_large() -> None:
    assert 0 < Queue(2400, EACH, 210).waiting < 1


def test_with_one_unit_it_is_the_queue_of_textbooks() -> None:
    alone = Queue(1, 0.5, 1)  # half of the time at work
    assert (alone.waiting, alone.mean_wait) == (pytest.approx(0.5), pytest.approx(0.5))
    assert alone.waiting_over(0.25) == pytest.approx(0.5 * exp(-0.25))


@pytest.mark.parametrize(("units", "grows"), [(2, True), (3, False)])
def test_a_queue_grows_where_units_are_no_more_than_the_load(units: int, grows: bool) -> None:
    queue = Queue(24, EACH, units)
    assert (queue.load, queue.grows) == (pytest.approx(2), grows)
    if grows:
        with pytest.raises(ValueError, match="grows without limit"):
            _ = queue.waiting


def test_nobody_waits_where_nobody_calls() -> None:
    assert Queue(0, EACH, 1).waiting == 0


def test_the_fewest_units_that_suffice() -> None:
    needed = units_needed(30, EACH, over=0.05, at_most=0.2)
    assert Queue(30, EACH, needed).waiting_over(0.05) <= 0.2
    assert Queue(30, EACH, needed - 1).waiting_over(0.05) > 0.2
    assert units_needed(30, EACH, over=0.0, at_most=1.0) == 3
    assert units_needed(0, EACH, over=0.25, at_most=0.2) == 1
