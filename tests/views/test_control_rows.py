import pandas as pd
import pytest

from arp.measures.indicator import Better
from arp.measures.spc.xmr import spc
from arp.views import control_rows
from tests.measures.spc.test_xmr import USUAL, months


def judged(values, **options):
    return spc(months(values), better=Better.LOWER, **options).months


def test_a_gap_keeps_its_month_without_a_value_or_a_signal():
    rows = control_rows.control_rows(judged([*USUAL[:3], "too few", *USUAL[3:]]), "minutes")
    gap = rows.iloc[3]
    assert (gap["when"], gap["absent"], gap["told"]) == ("Apr 2025", "too few", "")
    assert gap["value"] != gap["value"]


def test_the_running_month_is_drawn_as_not_over_yet():
    rows = control_rows.control_rows(judged([*USUAL, 2], complete_through="2025-12"), "minutes")
    last = rows.iloc[-1]
    assert last["absent"] == "not complete"
    assert last["value"] != last["value"]


@pytest.mark.parametrize(
    ("values", "unit", "lower", "upper"),
    [
        ([0.9, 0.99, 0.88, 1.0], "share", 0.664, 1.0),
        ([0.02, 0.1, 0.0, 0.11], "share", 0.0, 0.31),
        ([1, 9, 0, 8], "calls", 0.0, 26.67),
        ([-4, 5, -5, 4], "minutes", -24.8, 24.8),
    ],
)
def test_limits_are_cut_for_drawing_to_what_the_unit_can_be(values, unit, lower, upper):
    rows = control_rows.control_rows(judged(values), unit)
    assert rows["lower"].iloc[0] == pytest.approx(lower, abs=0.05)
    assert rows["upper"].iloc[0] == pytest.approx(upper, abs=0.05)


def test_a_signal_s_word_stands_once_a_run_also_across_a_gap():
    values = [*USUAL, 28, 28, 28, "too few", 28, 28, 28, 28.5]
    words = control_rows.signal_words(control_rows.control_rows(judged(values), "minutes"))
    assert words[["period", "signal", "letter"]].values.tolist() == [
        ["2026-01", "improvement", "L"]
    ]


def test_a_word_stands_clear_of_the_points_that_follow():
    values = [*USUAL, 60, 70, 80]
    words = control_rows.signal_words(control_rows.control_rows(judged(values), "minutes"))
    assert words["clear"].tolist()[-1] == 80


def test_words_in_the_margin_do_not_touch():
    rows = control_rows.control_rows(judged([30.0] * 12), "minutes")
    words = control_rows.margin_words(rows, "minutes", 30.1)
    assert sorted(words["said"]) == [
        "limit 30.0 min", "limit 30.0 min", "mean 30.0 min", "target 30.1 min",
    ]  # fmt: skip
    assert all(step > 0 for step in words["at"].diff().dropna())


def test_a_limit_that_would_print_as_the_target_does_has_a_decimal_more():
    rows = control_rows.control_rows(judged([0.977] * 12), "share")
    said = control_rows.margin_words(rows, "share", 0.98)["said"]
    assert sorted(said) == ["limit 97.7%", "limit 97.7%", "mean 97.7%", "target 98%"]


def test_trial_limits_are_called_so():
    rows = control_rows.control_rows(judged(USUAL[:5]), "minutes")
    assert "trial limit" in " ".join(control_rows.margin_words(rows, "minutes", None)["said"])


def test_months_without_limits_have_no_words_but_the_target_s():
    rows = control_rows.control_rows(judged([30]), "minutes")
    assert control_rows.margin_words(rows, "minutes", None).empty
    assert control_rows.margin_words(rows, "minutes", 15)["said"].tolist() == ["target 15.0 min"]


def test_changes_outside_the_months_are_left_out_and_the_others_take_turns_in_height():
    rows = control_rows.control_rows(judged(USUAL), "minutes")
    marks = control_rows.change_marks(
        rows, (("2024-01", "Before"), ("2025-02", "One"), ("2025-11", "Two"))
    )
    assert marks[["when", "said", "late"]].values.tolist() == [
        ["Feb 2025", "One", False],
        ["Nov 2025", "Two", True],
    ]
    assert marks["height"].nunique() == 2


def runs_of_one_signal(*lengths):
    """Runs of concern, each in a segment of its own."""
    at = [number for number, length in enumerate(lengths) for _ in range(length)]
    return pd.DataFrame(
        {
            "period": [f"2025-{month:02d}" for month in range(1, len(at) + 1)],
            "value": [4.0] * len(at),
            "signal": ["concern"] * len(at),
            "letter": ["L"] * len(at),
            "segment": at,
        }
    )


def test_after_a_change_a_signal_is_named_anew():
    rows = runs_of_one_signal(5, 2)
    assert control_rows.signal_words(rows)["period"].tolist() == ["2025-01", "2025-06"]


def test_a_word_is_left_out_where_the_same_word_still_stands():
    rows = runs_of_one_signal(4, 2, 3)
    assert control_rows.signal_words(rows)["period"].tolist() == ["2025-01", "2025-07"]


def test_a_word_near_the_end_stands_on_the_left_of_its_point():
    words = control_rows.signal_words(runs_of_one_signal(8, 2))
    assert words[["period", "late"]].values.tolist() == [["2025-01", False], ["2025-09", True]]


def test_no_rule_of_a_change_runs_through_the_words_of_another():
    rows = control_rows.control_rows(judged(USUAL), "minutes")
    changes = (("2025-02", "One"), ("2025-06", "Two"), ("2025-11", "Three"))
    marks = control_rows.change_marks(rows, changes)
    one, two, three = marks["height"]
    assert three < one < two  # pixels from above: the words of the last stand highest
    assert marks["room"].tolist() == [0.92, 0.58, 0.83]


def test_two_changes_of_one_month_have_a_row_each():
    rows = control_rows.control_rows(judged(USUAL), "minutes")
    marks = control_rows.change_marks(rows, (("2025-03", "One"), ("2025-03", "Two")))
    assert marks["height"].nunique() == 2
