"""Readings as the rows that charts plot."""

import pandas as pd

from arp.views import formats
from arp.views.plotted import (
    MOST_ROWS,
    both_waits,
    hours_of_week,
    line_names,
    middles,
    months_with_gaps,
    most_calls,
    parts,
    targets,
)
from tests.views.drawn import frame, lane_like_months


def test_a_month_without_readings_is_a_gap_and_one_with_too_few_has_its_reason():
    months = months_with_gaps(lane_like_months(), "minutes").set_index(["indicator", "period"])
    gap = months.loc[("response_p50", "2024-11")]
    assert pd.isna(gap["value"]) and gap["absent"] == "no data" and gap["note"] == "No data"
    few = months.loc[("response_p90", "2025-03")]
    assert pd.isna(few["value"]) and few["absent"] == "too few"
    assert few["note"] == "3 calls, 6 are needed"
    assert months.loc[("response_p50", "2024-08"), "printed"] == "38.0 minutes"
    assert len(months) == 2 * 8


def test_a_month_that_is_withheld_is_no_zero_and_says_so():
    rows = [{"period": "2025-01", "value": 0.5}, {"period": "2025-02", "status": "withheld"}]
    month = months_with_gaps(frame(*rows), "share").iloc[1]
    assert pd.isna(month["value"]) and month["absent"] == "withheld"


def test_a_run_of_absent_months_has_its_word_in_the_middle():
    months = ["2024-10", "2024-11", "2024-12", "2025-05"]
    absent = pd.DataFrame({"period": months, "absent": "no data"})
    assert middles(absent)["period"].tolist() == ["2024-11", "2025-05"]


def test_months_absent_for_another_reason_have_their_own_word():
    words = ["no data", "no data", "no data", "not complete"]
    absent = pd.DataFrame({"period": ["2024-10", "2024-11", "2024-12", "2025-01"], "absent": words})
    said = middles(absent).set_index("period")["absent"].to_dict()
    assert said == {"2024-11": "no data", "2025-01": "not complete"}


def test_a_line_is_named_at_its_end_above_the_highest_of_its_later_half():
    months = pd.DataFrame(
        {
            "period": ["2025-01", "2025-02", "2025-03", "2025-04"],
            "line": ["half"] * 4,
            "value": [90.0, 10.0, 30.0, None],
            "printed": ["90.0 minutes", "10.0 minutes", "30.0 minutes", "–"],
        }
    )
    (named,) = line_names(months).to_dict("records")
    assert named["said"] == "half: 30.0 min"
    assert named["above"] == 30.0
    assert not named["early"]


def test_a_line_that_ends_early_says_so_that_its_words_keep_off_the_axis():
    months = pd.DataFrame(
        {
            "period": ["2025-01", "2025-02", "2025-03", "2025-04"],
            "line": ["half"] * 4,
            "value": [90.0, None, None, None],
            "printed": ["90.0 minutes", "–", "–", "–"],
        }
    )
    assert line_names(months)["early"].tolist() == [True]


def test_a_group_shows_both_waits_one_or_that_there_are_too_few():
    def waits(label, half, most, n):
        of = {"period": "2026-10", "call_type": label, "n": n}
        return [
            of | {"indicator": key, "value": v, "status": "too few" if v is None else "ok"}
            for key, v in (("response_p50", half), ("response_p90", most))
        ]

    rows = [*waits("Noise", 8.0, 20.0, 1_204), *waits("Fight", 5.0, None, 9)]
    rows += [*waits("Alarm", None, None, 2), *waits("Nobody called", None, None, 0)]
    plotted = both_waits(frame(*rows), "call_type").set_index("label")
    assert plotted["said"].to_dict() == {
        "Noise": "8.0 / 20.0 · 1,204 calls",
        "Fight": "5.0 / too few · 9 calls",
        "Alarm": "too few · 2 calls",
    }
    assert plotted.loc["Fight", "nine_in_ten"] == 0  # no bar tells what nobody knows


def test_a_week_has_all_its_hours_and_none_is_nothing():
    readings = frame(
        {"hour_of_week": 25, "value": 12.0, "n": 40},
        {"hour_of_week": 26, "value": 3.0, "n": 2, "status": "too few"},
    )
    week = hours_of_week(readings, "minutes")
    assert len(week) == 168
    known = week[week["value"].notna()].to_dict("records")
    assert [(row["weekday"], row["hour"], row["printed"]) for row in known] == [
        ("Tue", 1, "12.0 minutes")
    ]
    assert week.loc[26, "note"] == "Too few calls to tell"
    assert week.loc[0, "of"] == formats.NOTHING


def test_parts_stand_by_size_with_the_unknown_last_and_only_so_many():
    rows = [
        {"disposition_label": f"Label {n}", "value": n / 100, "numerator": n} for n in range(1, 16)
    ]
    rows.append({"disposition_label": "Unknown", "value": 0.9, "numerator": 90})
    shown = parts(frame(*rows), "disposition_label", least_first=False)
    assert len(shown) == MOST_ROWS
    assert shown["label"].iloc[0] == "Label 15"
    few = parts(frame(*rows[:2], rows[-1]), "disposition_label", least_first=True)
    assert few["label"].tolist() == ["Label 1", "Label 2", "Unknown"]
    assert few["said"].tolist() == ["1.0% · 1", "2.0% · 2", "90% · 90"]


def test_what_is_said_of_groups_is_of_those_that_a_chart_shows():
    rows = [
        {"indicator": key, "call_type": f"type {n}", "n": n}
        for n in range(20)
        for key in ("response_p50", "response_p90")
    ]
    found = most_calls(frame(*rows), "response_p50")
    assert found["n"].tolist() == list(range(19, 7, -1))
    assert set(found["indicator"]) == {"response_p50"}


def test_targets_of_two_lines_say_which_line_each_is_of():
    names = {"response_p50": "half", "response_p90": "nine in ten"}
    months = frame(
        {"indicator": "response_p50", "value": 16.5}, {"indicator": "response_p90", "value": 26.0}
    )
    wanted = {"response_p50": 15.0, "uhu": 0.4}
    one = targets(wanted, months, {"response_p50": "half"}, "minutes")
    assert one.to_dict("records") == [
        {"line": "half", "target": 15.0, "said": "target 15.0 min", "below": True}
    ]
    both = targets({"response_p50": 15.0, "response_p90": 30.0}, months, names, "minutes")
    assert both["below"].tolist() == [True, False]  # the words are where the line is not
    assert both["said"].tolist() == ["target 15.0 min, half", "target 30.0 min, nine in ten"]
    assert targets({}, months, names, "minutes").empty
