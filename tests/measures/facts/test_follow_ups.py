from typing import Any

from tests.measures.drawn import evidence

MET = """
    encounters
    encounter_id | person_key | team | started_at       | ended_at
    a            | ann        | CRT  | 2026-01-05 08:00 | 10:00
    b            | ann        | CRT  | 2026-01-06 08:00 | 10:00
    c            | ben        | CRT  | 2026-01-05 08:00 | 10:00
    d            |            | CRT  | 2026-01-05 08:00 |
    late         |            | CRT  | 2026-02-20 08:00 |

    """
HEAD = "follow_ups\nencounter_id | person_key | attempted_at | reached | reached_at\n"
LAST = "late | | 2026-02-20 09:00 | no |\n"


def told(text: str, *facts: str) -> dict[str, Any]:
    """One or more facts of each contact, by its number."""
    found = evidence(text).ask(f"SELECT encounter_id, {', '.join(facts)} FROM encounters")
    rows = found.astype(object).where(found.notna(), None).itertuples(index=False)
    return {name: told if len(facts) > 1 else told[0] for name, *told in rows}


def test_an_attempt_that_names_its_contact_belongs_to_no_other() -> None:
    text = MET + HEAD + LAST + "a | ann | 2026-01-07 09:00 | yes |"
    assert told(text, "attempted_48h", "followup_reached_48h") == {
        **{"a": [True, True], "b": [False, False], "c": [False, False], "d": [False, False]},
        "late": [True, False],
    }


def test_one_that_names_none_belongs_to_every_earlier_contact_of_its_person() -> None:
    text = MET + HEAD + LAST + "| ann | 2026-01-06 11:00 | yes |"
    found = told(text, "attempted_48h")
    assert (found["a"], found["b"], found["c"]) == (True, True, False)
    between = MET + HEAD + LAST + "| ann | 2026-01-06 09:00 | yes |"
    found = told(between, "attempted_48h")
    assert (found["a"], found["b"]) == (True, False)


def test_a_number_that_no_contact_has_leaves_the_person_to_find_it_by() -> None:
    text = MET + HEAD + LAST + "a-1 | ann | 2026-01-06 11:00 | yes |"
    assert told(text, "attempted_48h")["b"] is True


def test_the_window_ends_to_the_minute() -> None:
    text = MET + HEAD + LAST + "a | | 2026-01-07 10:00 | no |\nc | | 2026-01-07 10:01 | no |"
    found = told(text, "attempted_48h", "attempted_72h")
    assert (found["a"], found["c"]) == ([True, True], [False, True])


def test_where_only_the_day_is_written_it_is_after_a_contact_of_that_day() -> None:
    text = MET + HEAD + LAST + "a | | 2026-01-05 00:00 | no |"
    assert told(text, "attempted_48h")["a"] is True


def test_an_attempt_without_a_day_or_with_one_before_leaves_it_unknown() -> None:
    text = MET + HEAD + LAST + "a | | | yes |\nb | | 2026-01-02 09:00 | yes |"
    found = told(text, "attempted_48h", "followup_reached_48h")
    assert (found["a"], found["b"], found["c"]) == ([None, None], [None, None], [False, False])


def test_reached_is_when_it_is_written_else_the_attempt_that_reached_the_person() -> None:
    text = MET + HEAD + LAST + "a | | 2026-01-06 09:00 | no | 2026-01-09 09:00\n"
    found = told(text, "followup_reached_48h", "followup_reached_72h", "followup_reached_30d")
    assert found["a"] == [False, False, True]


def test_an_attempt_that_does_not_say_whether_it_reached_anybody_is_no_no() -> None:
    text = MET + HEAD + LAST + "a | | 2026-01-06 09:00 | |\nb | | 2026-01-08 10:01 | |"
    found = told(text, "followup_reached_48h")
    assert (found["a"], found["b"]) == (None, False)
    unasked = MET + HEAD + "a | | 2026-01-06 09:00 | |\nlate | | 2026-02-20 09:00 | |"
    assert set(told(unasked, "followup_reached_48h").values()) == {None}


def test_a_month_without_follow_ups_is_not_a_month_in_which_nobody_was_tried() -> None:
    text = MET.replace("2026-01-06", "2026-01-31") + HEAD
    text += "a | | 2026-01-06 09:00 | no |\nlate | | 2026-03-02 09:00 | no |"
    # The 48 hours of b touch February, of which there is no follow-up; those of a and c do not.
    found = told(text, "attempted_48h")
    assert (found["a"], found["b"], found["c"], found["late"]) == (True, None, False, None)
    assert set(told(text, "followup_reached_30d").values()) == {None}


def test_follow_ups_that_belong_to_no_contact_tell_nothing() -> None:
    text = MET + HEAD + "x | | 2026-01-06 09:00 | yes |\ny | | 2026-02-25 09:00 | no |"
    assert set(told(text, "attempted_48h").values()) == {None}


def test_a_contact_that_no_attempt_could_name_is_unknown() -> None:
    text = MET + HEAD + "| ann | 2026-01-06 11:00 | yes |\n| ben | 2026-02-20 09:00 | no |"
    found = told(text, "attempted_48h")
    assert (found["a"], found["c"], found["d"]) == (True, False, None)


def test_the_window_is_over_when_it_lies_within_the_data_of_the_follow_ups() -> None:
    text = MET + HEAD + "a | | 2026-01-07 10:00 | no |"
    over = told(text, "followup_matured_48h", "followup_matured_72h")
    assert (over["a"], over["b"]) == ([True, False], [False, False])
    assert set(told(MET, "followup_matured_48h").values()) == {None}


def test_an_attempt_after_today_is_a_slip_of_the_pen() -> None:
    text = MET + HEAD + "a | | 2026-01-07 10:00 | no |\nb | | 2062-01-07 10:00 | no |"
    assert told(text, "followup_matured_48h")["b"] is False


def connected(cells: str, *follow_ups: str) -> dict[str, Any]:
    rows = [line.split("|") for line in cells.strip().splitlines()]
    lines = [f"{name} | 2026-01-05 08:00 | {said} | {on}" for name, said, on in rows]
    head = "encounters\nencounter_id | started_at | connected_to_care | connected_on"
    later = "\n\nfollow_ups\nencounter_id | attempted_at | connected_to_care"
    text = "\n".join([head, *lines, "last | 2026-02-05 08:00 | |"])
    text += "\n".join([later, *follow_ups]) if follow_ups else ""
    return told(text, "connected_confirmed", "connected_self_reported")


def test_connected_is_confirmed_within_thirty_days_and_self_reported_stands_beside() -> None:
    found = connected("""
        in time | confirmed | 2026-02-04
        too late | confirmed | 2026-02-05
        undated | confirmed |
        before | confirmed | 2026-01-04
        says so | self-reported | 2026-01-09
        no | no |
        blank | |
    """)
    assert found == {
        "in time": [True, False],
        "too late": [False, False],
        "undated": [None, False],
        "before": [None, False],
        "says so": [False, True],
        "no": [False, False],
        "blank": [None, False],
        "last": [None, False],
    }


def test_a_follow_up_confirms_it_too_and_within_its_thirty_days_only() -> None:
    found = connected(
        "no | no |\nblank | |\nlater | |\nsays so | |",
        "no | 2026-01-20 09:00 | confirmed",
        "blank | 2026-01-20 09:00 | no",
        "later | 2026-02-10 09:00 | confirmed",
        "says so | 2026-01-20 09:00 | self-reported",
    )
    assert found["no"] == [True, False]
    assert found["blank"] == [False, False]
    assert found["later"] == [None, False]
    assert found["says so"] == [False, True]


def test_the_thirty_days_to_a_service_lie_within_the_contacts() -> None:
    over = told(MET, "connected_matured")
    assert (over["a"], over["late"]) == (True, False)


def test_an_attempt_is_a_fact_of_its_own_month() -> None:
    text = MET + HEAD + "a | | 2026-02-07 10:00 | yes |\nx | | 2026-02-08 10:00 | no |"
    asked = "SELECT encounter_id, month, linked, reached FROM follow_ups ORDER BY attempted_at"
    found = [tuple(row) for row in evidence(text).ask(asked).itertuples(index=False)]
    assert found == [("a", "2026-02", True, True), ("x", "2026-02", False, False)]
