import numpy as np
import pandas as pd
import pytest

from arp.measures.ranks import rank_bounds
from arp.measures.readings import fewest, in_order, judged, lone
from arp.measures.registry import INDICATORS


def judge(
    key: str, value: float, n: float, why_not: str = "", *, monthly: bool = False, **left_out: float
) -> dict:
    figures = {name: np.array([n]) for name in ("n", "numerator", "denominator")}
    figures |= {name: np.array([value]) for name in ("value", "low", "high")}
    figures |= {name: np.array([rows]) for name, rows in left_out.items()}
    reasons, note = (np.array([text], dtype=object) for text in (why_not, "A note."))
    found = judged(figures, INDICATORS[key], reasons, note, monthly=monthly)
    return {name: None if pd.isna(column[0]) else column[0] for name, column in found.items()}


def test_a_median_needs_6_values_and_a_p90_36() -> None:
    assert (fewest(0.5), fewest(0.9)) == (6, 36)


@pytest.mark.parametrize(
    ("p", "n", "known"),
    [(0.5, 5, False), (0.5, 6, True), (0.5, 7, True)]
    + [(0.9, 35, False), (0.9, 36, True), (0.9, 37, True)],
)
def test_a_fractile_has_a_value_from_its_minimum_on(p: float, n: int, known: bool) -> None:
    assert (rank_bounds(n, p) is not None) is known


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


def test_a_count_of_0_among_rows_that_nobody_knows_is_not_measured() -> None:
    found = judge("program_responses", 0.0, 0.0, unknown_n=3.0)
    assert (found["status"], found["value"]) == ("not measured", None)
    assert judge("program_responses", 0.0, 0.0, unknown_n=0.0)["status"] == "ok"
    assert judge("program_responses", 2.0, 2.0, unknown_n=3.0)["status"] == "ok"


def test_rows_that_nobody_knows_are_told_beside_the_figure() -> None:
    found = judge("contact_made_rate", 0.5, 10.0, unknown_n=1524.0)
    assert found["reason"].endswith("A note. 1,524 more left out: it is not known for them.")
    assert found["reason"].startswith("Known for less than half of the rows")
    few = judge("contact_made_rate", 0.5, 1524.0, unknown_n=10.0)
    assert few["reason"].startswith("A note.")


def test_what_stands_beside_a_share_is_told_before_what_is_left_out() -> None:
    found = judge("connected_to_care", 0.5, 8.0, beside_n=3.0, unknown_n=2.0)
    assert found["reason"] == (
        "A note. 3 more by the person's own word, not counted. "
        "2 more left out: it is not known for them."
    )


def test_a_month_with_any_row_whose_time_is_not_over_is_not_mature() -> None:
    assert judge("contact_made_rate", 0.5, 10.0, immature_n=1.0, monthly=True)["value"] is None
    month = judge("contact_made_rate", 0.5, 10.0, immature_n=1.0, monthly=True)
    assert month["status"] == "not mature"


def test_a_whole_is_not_mature_only_while_no_row_is() -> None:
    whole = judge("contact_made_rate", 0.5, 10.0, immature_n=4.0)
    assert (whole["status"], whole["value"]) == ("ok", 0.5)
    assert judge("contact_made_rate", np.nan, 0.0, immature_n=4.0)["status"] == "not mature"


def test_readings_stand_together_with_only_the_groups_that_occur() -> None:
    first = lone("not measured", "Why.").assign(indicator="a", period="", hour_of_week=5)
    second = lone("not measured", "Why.").assign(indicator="b", period="", team="CRT")
    both = in_order([first, second])
    assert list(both.columns[:4]) == ["indicator", "period", "team", "hour_of_week"]
    assert both["hour_of_week"].dtype == "Int64"
    assert "area" not in both
