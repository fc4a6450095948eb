import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
from ibis import _

from arp.measures.aggregates import Answer, columns_of, figures_of, list_name
from arp.measures.formula import Beside, Count, Fractile, Mean, Mix, Share, Total
from tests.measures.drawn import answer

ROWS = pa.table(
    {"came": [True, True, True, None, False], "minutes": [10.0, 20.0, None, 40.0, 60.0]}
)


def figures(formula: object, groups: pd.DataFrame | None = None) -> dict[str, list[float]]:
    columns = answer(lambda rows: rows.aggregate(**columns_of("key", formula, rows)), rows=ROWS)
    given = Answer(pa.Table.from_pylist(columns), [0])
    found = figures_of("key", formula, given, pd.DataFrame(index=[0]) if groups is None else groups)
    return {name: list(values) for name, values in found.items()}


def test_an_unknown_condition_is_in_neither_numerator_nor_denominator() -> None:
    assert figures(Count(where=_.came))["value"] == [3]
    share = figures(Share(of=_.minutes > 15, among=_.came))
    assert (share["numerator"], share["denominator"], share["value"]) == ([1], [2], [0.5])
    assert share["low"][0] < 0.5 < share["high"][0]


def test_a_denied_condition_is_known_wherever_what_it_denies_is_known() -> None:
    share = figures(Share(of=~_.came, among=_.minutes.notnull()))
    assert (share["numerator"], share["denominator"], share["unknown_n"]) == ([1], [3], [1])
    assert figures(Count(where=~_.came))["unknown_n"] == [1]


def test_what_stands_beside_a_share_is_counted_within_its_denominator() -> None:
    beside = Beside(where=_.minutes < 30, words="{:,} more.")
    share = figures(Share(of=_.minutes > 15, among=_.came.notnull(), beside=beside))
    assert (share["denominator"], share["beside_n"]) == ([3], [2])


def test_a_mean_and_a_total_leave_out_what_has_no_value() -> None:
    assert figures(Mean(of=_.minutes, among=_.came)) == {"value": [15], "n": [2]}
    assert figures(Total(of=_.minutes, among=_.came)) == {"value": [30], "n": [2]}


def test_a_fractile_needs_enough_values_for_an_interval() -> None:
    too_few = figures(Fractile(of=_.minutes, p=0.5, among=_.came))
    assert np.isnan(too_few["value"][0])
    assert too_few["n"] == [2]
    formula = Fractile(of=_.minutes, p=0.5, among=_.came)
    lists = pa.table({list_name(formula): pa.array([[6.0, 5, 4, 3, 2, 1]])})
    found = figures_of("key", formula, Answer(lists, [0]), pd.DataFrame(index=[0]))
    assert (found["value"][0], found["low"][0], found["high"][0]) == (3.5, 1, 6)


def test_fractiles_of_the_same_values_share_one_list() -> None:
    half = Fractile(of=_.minutes, p=0.5, among=_.came)
    most = Fractile(of=_.minutes, p=0.9, among=_.came)
    assert list_name(half) == list_name(most)
    assert list_name(half) != list_name(Fractile(of=_.minutes, p=0.5, among=~_.came))


def test_the_parts_of_a_mix_are_shares_of_their_own_groups_whole() -> None:
    groups = pd.DataFrame({"month": ["1", "1", "2"], "destination": ["jail", "home", "home"]})
    given = Answer(pa.table({"key_n": [1, 3, 5]}), [0, 1, 2])
    mix = Mix(parts=("destination",), among=_.came)
    assert list(figures_of("key", mix, given, groups)["value"]) == [0.25, 0.75, 1]


def test_a_group_without_a_row_in_the_answer_counts_nothing() -> None:
    given = Answer(pa.table({"n": [4], "list": pa.array([[2.0, 1.0]])}), [0, -1])
    assert list(given.counts("n")) == [4, 0]
    assert list(given.numbers("n")) == pytest.approx([4, np.nan], nan_ok=True)
    assert [list(values) for values in given.lists("list")] == [[1, 2], []]
