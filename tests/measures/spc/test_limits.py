import pytest

from arp.measures.spc.limits import limits, side_of


def test_limits_are_the_mean_and_2_66_mean_moving_ranges():
    found = limits([10, 12, 11, 13])
    mean, usual_move = 11.5, (2 + 1 + 2) / 3
    assert found.mean == mean
    assert found.lower == pytest.approx(mean - 2.66 * usual_move)
    assert found.upper == pytest.approx(mean + 2.66 * usual_move)
    assert found.near_upper == pytest.approx(mean + 2.66 * usual_move * 2 / 3)
    assert found.near_lower == pytest.approx(mean - 2.66 * usual_move * 2 / 3)


OUTLIER = [10, 11, 10, 11, 10, 11, 10, 31, 30, 31, 30]  # moves: 1, six times; 21; 1, three times


def test_an_outlying_move_is_left_out_once():
    found = limits(OUTLIER)
    assert found.upper - found.mean == pytest.approx(2.66 * 1)


def test_an_outlying_move_stays_where_asked():
    found = limits(OUTLIER, drop_outlying=False)
    assert found.upper - found.mean == pytest.approx(2.66 * (9 * 1 + 21) / 10)


def test_moves_are_left_out_once_and_not_again():
    values = [0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 4, 0, 100]  # after 100 is out, 4 would be outlying
    found = limits(values)
    assert found.upper - found.mean == pytest.approx(2.66 * (10 * 1 + 4 + 4) / 12)


def test_where_only_large_moves_are_moves_at_all_they_stay():
    found = limits([0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0])
    assert found.upper - found.mean == pytest.approx(2.66 * 2 / 11)


@pytest.mark.parametrize("value", [0.1, 7.0, 0.0, -3.3])
def test_a_constant_has_limits_on_its_mean_and_nothing_outside(value):
    found = limits([value] * 13)
    assert (found.lower, found.mean, found.upper) == (value, value, value)
    assert found.outside(value) == 0


def test_the_first_n_alone_are_the_baseline_where_fixed():
    assert limits([1, 2, 1, 2, 50, 60], first_n=4) == limits([1, 2, 1, 2])


@pytest.mark.parametrize("values", [[], [5.0]])
def test_fewer_than_two_points_have_no_limits(values):
    assert limits(values) is None


def test_a_value_on_a_line_is_on_neither_side():
    assert side_of(0.1 + 0.2, 0.3) == 0
    assert side_of(0.31, 0.3) == 1
    assert side_of(0.29, 0.3) == -1


def test_the_outer_third_ends_with_the_limit():
    found = limits([0, 3, 0, 3])  # mean 1.5, limit 1.5 + 7.98
    assert found.in_outer_third(found.upper)
    assert not found.in_outer_third(found.upper + 0.01)
    assert not found.in_outer_third(found.near_upper)
    assert found.in_outer_third(found.near_lower - 0.01)
