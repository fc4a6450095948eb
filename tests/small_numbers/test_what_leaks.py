"""Why the rule is as it is: what the same attacker works out from every weaker one.

Each rule says between which two numbers a count lies that is shown, or withheld.
"""

import random
from collections.abc import Callable, Iterable, Mapping

import pytest

from arp.measures.small_numbers import SmallNumbers
from tests.small_numbers.solver import Puzzle

Rule = Callable[[int], tuple[int, int]]
Shown = Mapping[tuple[str, ...], int]  # which cells are added up, and the true sum


def suppressed(count: int) -> tuple[int, int]:
    """Suppression alone: 1 to 10 withheld, all else as it is."""
    return (1, 10) if 1 <= count <= 10 else (count, count)


def rounded_beside_zero(count: int) -> tuple[int, int]:
    """1 to 10 withheld, 0 shown, other counts rounded to 5: a 10 stands for 11 and 12."""
    if count <= 10:
        return suppressed(count)
    nearest = 5 * round(count / 5)
    return max(11, nearest - 2), nearest + 2


def ours(count: int) -> tuple[int, int]:
    """What is shown stands for five counts; what is withheld may be a 0."""
    small = SmallNumbers()
    if small.hides(count):
        return 0, small.largest_withheld
    nearest = 5 * round(count / 5)
    return nearest - 2, nearest + 2


def told(rule: Rule, shown: Shown) -> Puzzle:
    puzzle = Puzzle()
    for cells, count in shown.items():
        puzzle.say(dict.fromkeys(cells, 1), *rule(count))
    return puzzle


def sums(counts: Mapping[str, int], sets: Iterable[tuple[str, ...]]) -> Shown:
    return {cells: sum(counts[cell] for cell in cells) for cells in sets}


AREAS = {"East": 6, "North": 44, "West": 21}
BY_AREA = sums(AREAS, [("East",), ("North",), ("West",), tuple(AREAS)])


def test_suppression_alone_is_undone_by_the_total() -> None:
    assert told(suppressed, BY_AREA).only_value({"East": 1}) == 6


def test_suppression_alone_is_undone_by_two_filter_settings() -> None:
    two = sums({"A": 40, "B": 7}, [("A",), ("A", "B")])
    assert told(suppressed, two).only_value({"B": 1}) == 7


@pytest.mark.parametrize("rule", [rounded_beside_zero, ours])
def test_rounding_stands_up_to_these_two(rule: Rule) -> None:
    assert told(rule, BY_AREA).only_value({"East": 1}) is None
    two = sums({"A": 40, "B": 7}, [("A",), ("A", "B")])
    assert told(rule, two).only_value({"B": 1}) is None


def test_a_shown_ten_gives_away_what_is_added_to_it() -> None:
    two = sums({"A": 11, "B": 1}, [("A",), ("B",), ("A", "B")])
    assert told(rounded_beside_zero, two).only_value({"B": 1}) == 1
    assert told(ours, two).only_value({"B": 1}) is None


def test_a_shown_zero_makes_the_small_counts_ones() -> None:
    tight = {"East": 1, "North": 28, "West": 28}
    by_area = sums(tight, [("East",), ("North",), ("West",), tuple(tight)])
    assert told(rounded_beside_zero, by_area).only_value({"East": 1}) == 1
    assert told(ours, by_area).only_value({"East": 1}) is None


def test_counts_that_end_where_withholding_ends_are_given_away() -> None:
    """Ten withheld beside four that round down, of a total that rounds up: all at their ends."""
    tight = {"East": 10, "North": 32, "South": 32, "West": 32, "Center": 32}
    by_area = sums(tight, [*((area,) for area in tight), tuple(tight)])
    assert told(rounded_beside_zero, by_area).only_value({"East": 1}) == 10
    assert told(ours, by_area).only_value({"East": 1}) is None


def months_and_runs(counts: Mapping[str, int]) -> list[tuple[str, ...]]:
    names = list(counts)
    return [
        tuple(names[first:last])
        for first in range(len(names))
        for last in range(first + 1, len(names) + 1)
    ]


def test_any_run_of_months_that_may_be_chosen_undoes_rounding_whatever_the_rule() -> None:
    """So outside the department there is only everything, a calendar year, and its months."""
    chance = random.Random(5)
    counts = {f"month {number:02}": chance.randrange(18, 45) for number in range(12)}
    counts["month 05"] = 4
    every_run = sums(counts, months_and_runs(counts))
    assert told(ours, every_run).only_value({"month 05": 1}, counts) == 4
    offered = sums(counts, [*((month,) for month in counts), tuple(counts)])
    assert told(ours, offered).only_value({"month 05": 1}, counts) is None


def test_any_set_of_teams_that_may_be_chosen_undoes_it_too() -> None:
    """So a figure about people leaves the department by team, but never for chosen teams."""
    chance = random.Random(2)
    counts = {f"team {number}": chance.randrange(13, 60) for number in range(6)}
    counts["team 3"] = 4
    every_choice = [
        tuple(team for at, team in enumerate(counts) if chosen >> at & 1)
        for chosen in range(1, 2 ** len(counts))
    ]
    assert told(ours, sums(counts, every_choice)).only_value({"team 3": 1}, counts) == 4
    offered = sums(counts, [*((team,) for team in counts), tuple(counts)])
    assert told(ours, offered).only_value({"team 3": 1}, counts) is None
