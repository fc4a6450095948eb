import numpy as np
import pandas as pd

from arp.measures.readings import fewest, in_order, judged, lone
from arp.measures.registry import INDICATORS


def judge(key: str, value: float, n: float, why_not: str = "") -> dict:
    figures = {name: np.array([n]) for name in ("n", "numerator", "denominator")}
    figures |= {name: np.array([value]) for name in ("value", "low", "high")}
    found = judged(figures, INDICATORS[key], np.array([why_not], dtype=object), "A note.")
    return {name: None if pd.isna(column[0]) else column[0] for name, column in found.items()}


def test_a_median_needs_6_values_and_a_p90_36() -> None:
    assert (fewest(0.5), fewest(0.9)) == (6, 36)


def test_what_is_ok_keeps_its_figures_and_has_the_note() -> None:
    found = judge("response_p50", 12.0, 8.0)
    assert (found["status"], found["value"], found["reason"]) == ("ok", 12, "A note.")


def test_too_few_keeps_n_but_no_value_and_says_how_many_it_needs() -> None:
    found = judge("response_p90", np.nan, 8.0)
    assert (found["status"], found["n"], found["value"], found["low"]) == ("too few", 8, None, None)
    assert "36" in found["reason"]


def test_what_is_not_measured_has_no_figure_at_all() -> None:
    found = judge("calls_in_scope", 12.0, 12.0, why_not="Nobody uploaded it.")
    assert (found["status"], found["reason"]) == ("not measured", "Nobody uploaded it.")
    assert found["value"] is found["n"] is found["numerator"] is None


def test_readings_stand_together_with_only_the_groups_that_occur() -> None:
    first = lone("not measured", "Why.").assign(indicator="a", period="", hour_of_week=5)
    second = lone("not measured", "Why.").assign(indicator="b", period="", team="CRT")
    both = in_order([first, second])
    assert list(both.columns[:4]) == ["indicator", "period", "team", "hour_of_week"]
    assert both["hour_of_week"].dtype == "Int64"
    assert "area" not in both
