from arp.views import bar_rows
from tests.views.drawn import frame

STEPS = {"eligible": "Eligible", "staffed": "When staffed", "handled": "Handled"}


def test_a_step_has_its_count_and_its_share_of_the_first():
    rows = bar_rows.steps(
        frame(
            {"indicator": "handled", "value": 50},
            {"indicator": "eligible", "value": 200},
            {"indicator": "staffed", "value": 100},
        ),
        "indicator",
        STEPS,
    )
    assert rows[["label", "said"]].values.tolist() == [
        ["Eligible", "200"],
        ["When staffed", "100 · 50%"],
        ["Handled", "50 · 25%"],
    ]


def test_a_step_that_cannot_be_told_has_no_bar_and_is_not_0():
    rows = bar_rows.steps(
        frame(
            {"indicator": "eligible", "value": 200},
            {"indicator": "staffed", "status": "not measured", "reason": "Upload a schedule."},
        ),
        "indicator",
        STEPS,
    )
    assert rows["value"].isna().tolist() == [False, True, True]
    assert rows["said"].tolist() == ["200", "not measured", "not measured"]
    assert rows["note"].tolist() == ["", "Upload a schedule.", ""]


def test_steps_of_a_part_column_are_read_by_that_column():
    readings = frame({"part": "staffed", "value": 3}, {"part": "eligible", "value": 4})
    assert bar_rows.steps(readings, "part", STEPS)["value"].tolist()[:2] == [4, 3]


def test_parts_stand_by_count_and_what_nobody_can_tell_stands_last():
    readings = frame(
        {"missed_why": "cannot tell", "value": 60, "denominator": 100},
        {"missed_why": "declined", "value": 0, "denominator": 100},
        {"missed_why": "outside hours", "value": 40, "denominator": 100},
    )
    rows = bar_rows.counts(readings, "missed_why")
    assert rows[["label", "said", "known"]].values.tolist() == [
        ["Outside hours", "40 · 40%", True],
        ["Declined", "0 · 0%", True],
        ["Cannot tell", "60 · 60%", False],
    ]


def test_parts_of_nothing_have_no_share():
    readings = frame({"missed_why": "declined", "value": 0, "denominator": 0})
    assert bar_rows.counts(readings, "missed_why")["said"].tolist() == ["0"]


def test_an_estimate_says_its_range_and_one_without_says_none():
    rows = bar_rows.ranges(
        frame(
            {"indicator": "hours_freed", "value": 1204, "low": 900, "high": 1500},
            {"indicator": "other", "value": 30},
            {"indicator": "unknown", "status": "not measured"},
        ),
        "indicator",
        "hours of police",
        {"hours_freed": "Hours freed"},
    )
    assert rows[["label", "said"]].values.tolist() == [
        ["Hours freed", "1,204 (900 to 1,500)"],
        ["other", "30"],
    ]


SIDES = {"program": "program", "police alone": "police"}


def two(call_type, program, police, n=10):
    return [
        {"call_type": call_type, "part": part, "n": n}
        | ({"status": "too few"} if value is None else {"value": value})
        for part, value in (("program", program), ("police alone", police))
    ]


def test_two_sides_are_said_together_and_groups_with_most_calls_come_first():
    readings = frame(*two("Few", 10, None, n=7), *two("Many", 20, 30, n=90))
    rows = bar_rows.sides(readings, "call_type", "part", "minutes", SIDES)
    assert rows[["label", "side", "said"]].values.tolist() == [
        ["Many", "program", "program 20.0 min · police 30.0 min"],
        ["Many", "police", "program 20.0 min · police 30.0 min"],
        ["Few", "program", "program 10.0 min · police too few"],
        ["Few", "police", "program 10.0 min · police too few"],
    ]


def test_a_group_of_which_neither_side_can_be_told_and_other_parts_are_left_out():
    difference = {"call_type": "One", "part": "difference", "value": -1}
    readings = frame(*two("None", None, None), *two("One", 5, 6), difference)
    rows = bar_rows.sides(readings, "call_type", "part", "minutes", SIDES)
    assert rows["label"].unique().tolist() == ["One"]
    assert len(rows) == 2


def test_no_more_estimates_are_drawn_than_can_be_read():
    many = frame(*({"call_type": f"Type {at}", "value": at} for at in range(13)))
    assert len(bar_rows.ranges(many, "call_type", "calls", {})) == 12


def test_a_name_in_capitals_stays_as_it_is_written():
    teams = frame({"team": "CRT", "value": 5, "n": 5}, {"team": "street team", "value": 3, "n": 3})
    assert list(bar_rows.counts(teams, "team")["label"]) == ["CRT", "Street team"]
