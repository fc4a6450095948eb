"""P11: from everything that leaves the department no count of 1 to 10 can be worked out."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from arp.measures import small_numbers
from arp.measures.readings import WITHHELD
from tests.small_numbers import city as attack
from tests.small_numbers.city import (
    AREAS,
    BREAKDOWNS,
    COUNT,
    CROSSED,
    FILTERS,
    HELD,
    MONTHS,
    OTHERS,
    SHARE,
    TEAMS,
    City,
    drawn,
    recovered,
)

PLACES = [(month, area, team) for month in MONTHS for area in AREAS for team in TEAMS]
few = st.one_of(st.just(0), st.integers(0, 3), st.integers(0, 12), st.integers(0, 40))
cities = st.builds(
    lambda counts, smallest: City(dict(zip(PLACES, counts, strict=True)), smallest),
    st.lists(st.tuples(few, few), min_size=len(PLACES), max_size=len(PLACES)),
    st.sampled_from([5, 8, 11, 11, 11, 16]),
)
# By area 1, 28 and 28 of 57: with 0 shown and 10 the last one withheld, 1 is all that is left.
TIGHT = {"East": 1, "North": 28, "West": 28}
tight = drawn(lambda place: (TIGHT[place[1]] if place[0] + place[2] == "2025-01A" else 0, 20))
one_month_each = drawn(lambda place: (1 if place[1:] == ("East", "A") else 0, 30))


@settings(max_examples=60, deadline=None)
@given(cities)
@example(tight)
@example(one_month_each)
def test_no_small_count_can_be_worked_out(city: City) -> None:
    assert recovered(city, COUNT) == {}


@settings(max_examples=40, deadline=None)
@given(cities)
@example(tight)
def test_no_small_part_of_a_share_and_no_small_rest_can_be_worked_out(city: City) -> None:
    assert recovered(city, SHARE) == {}


@pytest.mark.parametrize("key", [COUNT, SHARE])
@pytest.mark.parametrize("city", [tight, one_month_each], ids=["tight", "one month each"])
def test_what_could_be_played_off_against_it_is_not_answered_at_all(city: City, key: str) -> None:
    questions = [
        *((by, HELD, where) for where in FILTERS for by in BREAKDOWNS),
        *((by, HELD, FILTERS[0]) for by in CROSSED),
        *((by, HELD) for by in (*CROSSED, *BREAKDOWNS[2:])),
        *((by, months) for months in OTHERS for by in ((), *BREAKDOWNS[2:])),
    ]
    for question in questions:
        (row,) = city.released(key, *question)
        assert row["status"] == WITHHELD
        assert all(row[name] != row[name] for name in ("value", "n", "numerator", "low"))
        assert not isinstance(row.get("area"), str) and not isinstance(row.get("team"), str)


@pytest.mark.parametrize("key", [COUNT, SHARE])
def test_without_rounding_the_same_attacker_works_them_out(
    key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(small_numbers, "rounded", float)
    monkeypatch.setattr(attack, "_window", lambda shown: (int(shown), int(shown)))
    assert recovered(tight, key)["hits 2025 East"] == 1
