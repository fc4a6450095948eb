import pytest

from arp.measures.departures import departures
from arp.measures.moves import Figure, Said

FIGURE = Figure("program_responses", "2026-10")


def figures(value):
    return {FIGURE: Said(value=value, status="ok" if value is not None else "too few")}


def found(published, today, *then):
    """What is said of one figure: as published, today, and as of each snapshot by its number."""
    asked = []

    def as_of(number):
        asked.append(number)
        return figures(then[number - 1])

    numbers = range(1, len(then) + 1)
    departed = departures(figures(published), figures(today), as_of, numbers)
    return [(one.moved.after.value, one.by_method, one.since) for one in departed], asked


def test_what_is_told_as_it_was_published_costs_no_look_back():
    assert found(412, 412, 412, 412) == ([], [])


@pytest.mark.parametrize("moved_at", [2, 3, 4, 5])
def test_the_change_is_named_that_moved_it(moved_at):
    then = [412 if number < moved_at else 431 for number in range(1, 6)]
    assert found(412, 431, *then)[0] == [(431, False, moved_at)]


def test_few_snapshots_are_looked_at():
    then = [412] * 30 + [431] * 34
    assert len(set(found(412, 431, *then)[1])) <= 8


def test_a_method_that_changed_is_told_apart_from_data_that_did():
    assert found(412, 420, 420, 420)[0] == [(420, True, None)]
    assert found(412, 431, 420, 431)[0] == [(431, True, 2)]


def test_where_no_change_moved_it_only_time_did():
    assert found(412, 431, 412, 412)[0] == [(431, False, None)]


def test_one_that_went_away_and_came_back_is_traced_to_a_change_that_moved_it():
    then = [412, 431, 412, 412, 420]
    assert found(412, 420, *then)[0] in ([(420, False, 2)], [(420, False, 5)])


def test_what_had_no_value_when_it_was_published_has_not_moved():
    assert found(None, 431, None, 431)[0] == []


def test_what_is_lost_moved_too():
    assert found(412, None, 412, None)[0] == [(None, False, 2)]


def test_those_that_matter_most_come_first():
    then = {Figure(key, "2026-10"): Said(value=1.0) for key in ("uhu", "program_responses")}
    now = {figure: Said(value=2.0) for figure in then}
    told = departures(then, now, lambda _: now, [1])
    assert [one.moved.key for one in told] == ["program_responses", "uhu"]
