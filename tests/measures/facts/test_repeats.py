from tests.measures.drawn import evidence


def told(text: str) -> dict[str, tuple[bool | None, bool | None]]:
    """By encounter, whether its person was met again and whether its days are over."""
    found = evidence(text).ask("SELECT encounter_id, repeated_30, matured_30 FROM encounters")
    return {
        name: tuple(None if flag is None else bool(flag) for flag in flags)
        for name, *flags in found.astype(object).where(found.notna(), None).itertuples(index=False)
    }


def test_a_person_is_met_again_when_a_later_visit_begins_within_thirty_days() -> None:
    found = told("""
    encounters
    encounter_id | person_key | team | started_at
    first        | ann        | CRT  | 2026-01-01 08:00:00
    to the day   | ann        | CoR  | 2026-01-31 08:00:00
    too late     | ann        | CRT  | 2026-03-02 08:00:01
    other        | ben        | CRT  | 2026-01-02 08:00:00
    """)
    assert {name: repeated for name, (repeated, _) in found.items()} == {
        **{"first": True, "to the day": False, "too late": False, "other": False}
    }


def test_two_that_begin_at_once_are_no_repeat_of_each_other() -> None:
    found = told("""
    encounters
    encounter_id | person_key | team | started_at
    one          | ann        | CRT  | 2026-01-01 08:00
    another      | ann        | CoR  | 2026-01-01 08:00
    """)
    assert {repeated for repeated, _ in found.values()} == {False}


def test_what_two_teams_record_of_one_call_is_one_visit() -> None:
    text = """
    encounters
    encounter_id | incident_number | person_key | team | started_at
    crt          | 1               | ann        | CRT  | 2026-01-01 08:00
    cor          | 1               | ann        | CoR  | 2026-01-01 08:20
    """
    late = "later | 2 | ann | CRT | 2026-01-31 08:10"
    in_time = "later | 2 | ann | CRT | 2026-01-31 08:00"
    assert [told(text)[name][0] for name in ("crt", "cor")] == [False, False]
    # The visit began at 08:00, when the first of the two teams came.
    assert [told(text + late)[name][0] for name in ("crt", "cor")] == [False, False]
    assert [told(text + in_time)[name][0] for name in ("crt", "cor")] == [True, True]


def test_without_a_person_or_a_start_nobody_knows() -> None:
    found = told("""
    encounters
    encounter_id | incident_number | person_key | team | started_at
    nobody       |                 |            | CRT  | 2026-01-01 08:00
    nobody else  |                 |            | CRT  | 2026-01-02 08:00
    undated      | 7               | ann        | CRT  |
    dated        | 8               | ann        | CRT  | 2026-01-02 08:00
    """)
    assert {name: repeated for name, (repeated, _) in found.items()} == {
        **{"nobody": None, "nobody else": None, "undated": None, "dated": False}
    }


def test_a_planned_follow_up_begins_no_window_and_counts_within_none() -> None:
    found = told("""
    teams
    team | mode      | works_with_police | follows_up
    CN   | in person | no                | yes

    encounters
    encounter_id | person_key | team | started_at
    crisis       | ann        | CRT  | 2026-01-01 08:00
    follow-up    | ann        | CN   | 2026-01-03 08:00
    """)
    assert {name: repeated for name, (repeated, _) in found.items()} == {
        **{"crisis": False, "follow-up": None}
    }


def test_the_days_are_over_when_they_lie_within_the_data() -> None:
    found = told("""
    encounters
    encounter_id | person_key | team | started_at
    over         | ann        | CRT  | 2026-01-01 08:00:00
    not yet      | ben        | CRT  | 2026-01-01 08:00:01
    nobody       |            | CRT  | 2026-01-01 07:00:00
    last         |            | CN   | 2026-01-31 08:00:00
    """)
    assert {name: over for name, (_, over) in found.items()} == {
        **{"over": True, "not yet": False, "nobody": True, "last": False}
    }


def test_the_same_later_visit_counts_for_every_window_that_it_lies_in() -> None:
    text = """
    encounters
    encounter_id | person_key | team | started_at
    first        | ann        | CRT  | 2026-01-01 08:00
    later        | ann        | CRT  | 2026-01-20 08:00
    last         |            | CRT  | 2026-02-20 08:00
    """
    asked = "SELECT repeated_7, repeated_30, repeated_90, matured_7, matured_30, matured_90"
    found = evidence(text).ask(f"{asked} FROM encounters WHERE encounter_id = 'first'")
    assert list(found.iloc[0]) == [False, True, True, True, True, False]


def test_a_start_after_today_ends_no_window() -> None:
    found = told("""
    encounters
    encounter_id | person_key | team | started_at
    recent       | ann        | CRT  | 2026-03-10 08:00
    slip         |            | CRT  | 2062-03-10 08:00
    """)
    assert found["recent"][1] is False


def test_a_crisis_repeat_is_a_later_visit_that_was_a_crisis_and_unknown_is_not_no() -> None:
    text = """
    encounters
    encounter_id | person_key | team | started_at       | destination         | police_role
    a            | ann        | CRT  | 2026-01-01 08:00 | jail                | none
    b            | ann        | CRT  | 2026-01-10 08:00 | hospital, voluntary | none
    c            | ben        | CRT  | 2026-01-01 08:00 | home                | none
    d            | ben        | CRT  | 2026-01-10 08:00 | home                | none
    e            | carl       | CRT  | 2026-01-01 08:00 | home                | none
    f            | carl       | CRT  | 2026-01-10 08:00 |                     |
    """
    found = evidence(text).ask("SELECT encounter_id, crisis_repeated_30 AS again FROM encounters")
    again = found["again"].astype(object).where(found["again"].notna(), None)
    assert dict(zip(found["encounter_id"], again, strict=True)) == {
        **{"a": True, "b": False, "c": False, "d": False, "e": None, "f": False}
    }
