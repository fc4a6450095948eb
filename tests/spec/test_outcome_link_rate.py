from tests.measures.drawn import reading, readings

TEXT = """
    units
    unit | team
    CRT1 | CRT
    COR1 | CoR

    calls
    incident_number | received_at
    1               | 2026-01-05 08:00
    2               | 2026-01-05 08:00
    3               | 2026-02-05 08:00

    unit_responses
    incident_number | unit_id | dispatched_at
    1               | CRT1    | 2026-01-05 08:02
    1               | COR1    | 2026-01-05 08:02
    2               | CRT1    | 2026-01-05 08:02
    3               | P1      | 2026-02-05 08:02

    encounters
    encounter_id | incident_number | team | started_at
    a            | 1               | CRT  | 2026-01-05 08:10
    b            | 3               | CRT  | 2026-02-05 08:10
    c            | 99              | CRT  | 2026-01-05 08:10
    """


def test_calls_with_a_record_among_calls_to_which_the_program_was_sent() -> None:
    found = reading(TEXT, "outcome_link_rate")
    # 2 has no record; police alone were sent to 3; no call has the number 99
    assert (found["numerator"], found["denominator"]) == (1, 2)


def test_each_team_needs_a_record_of_its_own() -> None:
    teams = {row["team"]: row for row in readings(TEXT, "outcome_link_rate", by=["team"])}
    assert [teams["CRT"][name] for name in ("numerator", "denominator")] == [1, 2]
    assert [teams["CoR"][name] for name in ("numerator", "denominator")] == [0, 1]


def test_the_programs_own_sheet_says_nothing_of_calls_that_it_lacks() -> None:
    text = """
    feeds
    feed  | scope
    heart | program

    calls from heart
    incident_number | received_at      | dispatched_at
    1               | 2026-01-05 08:00 | 08:02

    encounters from heart
    encounter_id | incident_number | started_at
    a            | 1               | 2026-01-05 08:10
    """
    assert reading(text, "outcome_link_rate")["status"] == "not measured"


def test_without_records_it_is_not_measured() -> None:
    text = TEXT.split("    encounters")[0]
    assert reading(text, "outcome_link_rate")["status"] == "not measured"
