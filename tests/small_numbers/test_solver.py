"""The attacker is as strong as it is said to be: it is held against trying everything."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.small_numbers.solver import Puzzle

NAMES = ("a", "b", "c")
statements = st.lists(
    st.tuples(
        st.tuples(*(st.integers(-1, 2) for _ in NAMES)),
        st.tuples(*(st.integers(0, 4) for _ in NAMES)),
        st.integers(0, 2),
    ),
    max_size=3,
)


def test_a_total_and_all_parts_but_one_give_the_last() -> None:
    puzzle = Puzzle()
    puzzle.say({"a": 1, "b": 1}, 50, 50)
    puzzle.say({"a": 1}, 44, 44)
    assert puzzle.only_value({"b": 1}) == 6


def test_a_total_that_is_known_to_five_leaves_more_than_one() -> None:
    puzzle = Puzzle()
    puzzle.say({"a": 1, "b": 1}, 48, 52)
    puzzle.say({"a": 1}, 43, 47)
    puzzle.say({"b": 1}, 1, 10)
    assert puzzle.only_value({"b": 1}) is None


def test_what_follows_only_from_all_statements_together_and_from_whole_numbers_is_found() -> None:
    puzzle = Puzzle()
    puzzle.say({"a": 1, "b": 1}, 5, 7)
    puzzle.say({"b": 1, "c": 1}, 7, 7)
    puzzle.say({"a": 1, "c": 1}, 7, 7)
    assert puzzle.only_value({"c": 1}) == 4  # a and b are equal, so both are 3


@settings(max_examples=150, deadline=None)
@given(statements, st.tuples(*(st.integers(0, 1) for _ in NAMES)))
def test_it_finds_the_one_value_exactly_where_trying_everything_does(said, asked) -> None:
    puzzle = Puzzle({name: (0, 4) for name in NAMES})
    for factors, truth, room in said:
        value = sum(f * t for f, t in zip(factors, truth, strict=True))
        terms = {name: f for name, f in zip(NAMES, factors, strict=True) if f}
        puzzle.say(terms, value - room, value)
    terms = dict(zip(NAMES, asked, strict=True))
    values = {
        sum(terms[name] * number for name, number in zip(NAMES, tried, strict=True))
        for tried in product(range(5), repeat=len(NAMES))
        if all(
            s.low <= sum(s.terms.get(n, 0) * v for n, v in zip(NAMES, tried, strict=True)) <= s.high
            for s in puzzle.statements
        )
    }
    if values:
        assert puzzle.only_value(terms) == (values.pop() if len(values) == 1 else None)
