from arp.views import sentences
from tests.views.drawn import frame, lane_like_months


def only(**told):
    return frame(told).iloc[0]


def test_a_wait_is_said_with_half_and_nine_in_ten():
    said = sentences.wait(only(value=30.0), only(value=75.2))
    assert (
        said == "Half of the calls waited 30.0 minutes or less; nine in ten, 75.2 minutes or less."
    )


def test_a_wait_that_is_not_measured_says_what_to_upload():
    why = "Upload a column with the time a unit arrived."
    assert sentences.wait(only(status="not measured", reason=why), None) == why


def test_a_median_without_a_p90_says_that_there_are_too_few_calls():
    said = sentences.wait(only(value=9.0, n=8), only(status="too few"))
    assert said.endswith("There are too few calls to say how long nine in ten waited.")


def test_the_months_of_a_line_name_its_ends_and_its_gap():
    said = sentences.over_months(lane_like_months(), "response_p50", "minutes")
    assert said == (
        "Lowest 31.0 minutes in Jan 2025, highest 40.0 minutes in Oct 2024. "
        "No figure for Nov–Dec 2024."
    )


def test_a_line_of_one_month_names_no_lowest_and_highest():
    one = frame({"period": "2026-10", "value": 12.0})
    assert sentences.over_months(one, "response_p50", "minutes") == (
        "12.0 minutes in Oct 2026, the only month that can be told."
    )


def test_the_headline_leaves_out_what_cannot_be_told():
    both = frame(
        {"indicator": "program_responses", "value": 4682},
        {"indicator": "response_p50", "value": 30.0},
    )
    assert sentences.headline(both) == (
        "4,682 responses; half of the calls waited 30.0 minutes or less"
    )
    assert sentences.headline(both.iloc[1:]) == "Half of the calls waited 30.0 minutes or less"
    neither = frame({"indicator": "program_responses", "status": "not measured"})
    assert "does not tell" in sentences.headline(neither)


def test_groups_are_compared_with_their_numbers():
    teams = frame(
        {"team": "CRT", "value": 12.0, "n": 700},
        {"team": "CoR", "value": 10.0, "n": 80},
        {"team": "CN", "status": "too few", "n": 3},
    )
    assert sentences.between_groups(teams, "response_p50", "team", "minutes") == (
        "Shortest for CoR (10.0 minutes, n = 80), longest for CRT (12.0 minutes, n = 700)."
    )


def test_what_is_unknown_is_neither_shortest_nor_longest():
    areas = frame(
        {"area": "Unknown", "value": 5.0, "n": 90},
        {"area": "North", "value": 10.0, "n": 80},
        {"area": "South", "value": 12.0, "n": 70},
    )
    said = sentences.between_groups(areas, "response_p50", "area", "minutes")
    assert said.startswith("Shortest for North")


def test_one_group_alone_is_not_called_shortest():
    teams = frame({"team": "CRT", "value": 12.0, "n": 700}, {"team": "CN", "status": "too few"})
    assert sentences.between_groups(teams, "response_p50", "team", "minutes") == (
        "Only CRT (12.0 minutes, n = 700) can be told. The others have too few calls to tell."
    )


def test_groups_that_are_withheld_are_not_called_too_few():
    areas = frame({"area": "East", "value": 12.0}, {"area": "West", "status": "withheld"})
    said = sentences.between_groups(areas, "response_p50", "area", "minutes")
    assert said.endswith("can be told. The others are withheld.")


def test_the_busiest_hour_names_how_many_hours_cannot_be_told():
    hours = frame({"hour_of_week": 113, "value": 21.0}, {"hour_of_week": 2, "value": 9.0})
    assert sentences.busiest_hour(hours, "minutes") == (
        "Longest on Fri 5–6 PM: 21.0 minutes for half of the calls. "
        "166 hours have too few calls to tell."
    )


def test_a_mix_names_its_largest_part_with_n_of_N():
    mix = frame(
        {"disposition_label": "Home", "value": 0.1, "numerator": 468, "denominator": 4682},
        {"disposition_label": "Stayed", "value": 0.801, "numerator": 3750, "denominator": 4682},
    )
    assert sentences.mix(mix, "disposition_label") == "Most often: Stayed, 80% (3,750 of 4,682)."


def test_a_mix_of_which_most_is_unknown_says_both():
    mix = frame(
        {"contact_result": "unknown", "value": 0.34, "numerator": 1592, "denominator": 4682},
        {"contact_result": "engaged", "value": 0.29, "numerator": 1366, "denominator": 4682},
    )
    assert sentences.mix(mix, "contact_result") == (
        "Most often: engaged, 29% (1,366 of 4,682). Unknown: 34%."
    )


def test_the_whole_is_named_beside_the_part():
    assert sentences.of_whole(only(n=4279, denominator=4491)) == "4,279 of 4,491"
    assert sentences.of_whole(only(n=4491, numerator=2967, denominator=4491)) == "2,967 of 4,491"
    assert sentences.of_whole(only(n=12)) == "n = 12"
    busy = only(indicator="uhu", n=44_631, numerator=807_423, denominator=2_236_200)
    assert sentences.of_whole(busy) == "13,457 of 37,270 hours"  # of minutes
    a_day = only(value=2.5, n=5, numerator=5, denominator=2)  # calls in two days are no 5 of 2
    assert sentences.of_whole(a_day) == "n = 5"


def test_rows_without_a_date_are_said_to_be_in_no_month():
    assert sentences.undated({"calls": 0}) == ""
    assert sentences.undated({"calls": 71, "figures": 0, "encounters": 5}) == (
        "Without any date: 71 calls and 5 encounters; in no month, and in a total only where it "
        "needs no time."
    )


def test_a_line_that_prints_the_same_every_month_says_so():
    same = frame({"period": "2026-09", "value": 12.01}, {"period": "2026-10", "value": 12.02})
    assert sentences.over_months(same, "response_p50", "minutes") == "12.0 minutes in every month."


def test_where_no_program_is_known_the_headline_counts_all_calls():
    calls = frame(
        {"indicator": "program_responses", "status": "not measured"},
        {"indicator": "calls_in_scope", "value": 3560},
    )
    assert sentences.headline(calls) == "3,560 calls"
    assert sentences.first_known(calls, list(sentences.COUNTED)) == "calls_in_scope"


def test_a_title_does_not_carry_the_reason_why_nothing_is_told():
    assert sentences.wait_headline(only(status="not measured", reason="Upload it."), None) == (
        "The data does not tell how long people wait"
    )


def test_dollars_are_not_a_part_of_the_responses_they_are_divided_by():
    cost = only(value=669.8, n=26940, numerator=18045508, denominator=26940)
    assert sentences.of_whole(cost) == "n = 26,940"


def test_counts_by_group_are_compared_without_an_empty_whole():
    teams = frame({"team": "CRT", "value": 7, "n": 7}, {"team": "CoR", "value": 2, "n": 2})
    assert sentences.between_groups(teams, "response_p50", "team", "calls") == (
        "Lowest for CoR (2), highest for CRT (7)."
    )


def test_figures_without_a_value_for_one_reason_need_no_tiles():
    keys = ["response_p50", "response_p90"]
    alike = frame(*({"indicator": k, "status": "not measured", "reason": "Upload."} for k in keys))
    assert sentences.untold_alike(alike, keys)
    assert not sentences.untold_alike(alike.assign(reason=["Upload.", "Set it."]), keys)
    assert not sentences.untold_alike(alike.assign(status=["ok", "not measured"]), keys)


def test_the_longest_step_of_a_wait_is_named():
    steps = {"queue_wait": "Waiting for a unit", "travel": "Travel"}
    rows = [
        {"indicator": "queue_wait_p50", "value": 5.5, "status": "ok"},
        {"indicator": "travel_p50", "value": 9.0, "status": "ok"},
        {"indicator": "on_scene_p50", "value": 40.0, "status": "ok"},
    ]
    assert sentences.longest_step(frame(*rows), steps) == (
        "Of the wait, travel takes longest: half of the calls need 9.0 minutes or less."
    )
    unknown = frame({"indicator": "travel_p50", "status": "not measured", "reason": "Upload it."})
    assert sentences.longest_step(unknown, steps) == "Upload it."
