import numpy as np
import pandas as pd
import pytest
from ibis import _

from arp.measures.formula import Ratio, Sum
from arp.measures.ratios import divided

COST = Ratio(
    top=Sum(of=_.value, among=_.figure == "program_cost", grain="figures"),
    bottom=Sum(of=_.handled, among=_.handled),
)


def totals(months: str, values: list[float | None], **groups: str) -> tuple[dict, pd.DataFrame]:
    figures = {"value": np.array(values, dtype=float), "n": np.ones(len(values))}
    return figures, pd.DataFrame({"month": list(months)} | groups)


def test_only_months_that_have_both_totals_count_and_the_others_are_told() -> None:
    cost, responses = totals("ab", [300.0, 500.0]), totals("bcd", [50.0, 70.0, None])
    figures, groups = divided(COST, cost, responses, by=())
    assert len(groups) == 1
    assert figures["value"] == pytest.approx(500 / 50)
    assert (figures["numerator"][0], figures["denominator"][0]) == (500, 50)
    assert figures["alone_n"][0] == 2  # a has no responses, c no cost; d has neither


def test_each_group_is_divided_by_its_own_total() -> None:
    above = pd.concat([totals("a", [1.0], team="X")[1], totals("a", [1.0], team="Y")[1]])
    top = ({"value": np.array([2.0, 9.0])}, above)
    bottom = ({"value": np.array([4.0, 3.0]), "n": np.array([4.0, 3.0])}, above)
    figures, groups = divided(COST, top, bottom, by=("team",))
    assert dict(zip(groups["team"], figures["value"], strict=True)) == {"X": 0.5, "Y": 3.0}


def test_nothing_is_divided_by_zero_and_no_month_in_common_gives_nothing() -> None:
    assert np.isnan(divided(COST, totals("a", [9.0]), totals("a", [0.0]), by=())[0]["value"][0])
    apart, _groups = divided(COST, totals("a", [9.0]), totals("b", [3.0]), by=())
    assert np.isnan(apart["numerator"][0]) and np.isnan(apart["value"][0])


def test_it_may_be_told_per_thousand() -> None:
    per_thousand = Ratio(top=COST.top, bottom=COST.bottom, times=1000)
    figures, _groups = divided(per_thousand, totals("a", [3.0]), totals("a", [600.0]), by=())
    assert figures["value"][0] == pytest.approx(5)


def test_two_totals_of_no_rows_at_all_give_no_group() -> None:
    nothing = {"value": np.array([])}, pd.DataFrame({"month": [], "area": []}, dtype="str")
    below = nothing[0] | {"n": np.array([])}, nothing[1]
    figures, groups = divided(COST, nothing, below, by=("area",))
    assert len(figures["value"]) == len(groups) == 0
