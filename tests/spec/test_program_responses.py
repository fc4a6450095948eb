from tests.measures.drawn import reading, readings

TEXT = """
    teams
    team | mode      | follows_up
    CRT  | in person | no
    CCD  | phone     | no
    CN   | in person | yes

    units
    unit | team
    CRT* | CRT
    CCD* | CCD
    CN*  | CN

    calls
    incident_number | received_at
    1               | 2026-01-05 08:00
    2               | 2026-01-05 08:00
    3               | 2026-01-05 08:00
    4               | 2026-01-05 08:00
    5               | 2026-01-05 08:00
    6               | 2026-01-05 08:00
    7               | 2026-01-05 08:00

    unit_responses
    incident_number | unit_id | dispatched_at    | on_scene_at
    1               | CRT1    | 2026-01-05 08:01 | 08:10
    2               | CRT1    | 2026-01-05 08:01 |
    3               | CCD1    | 2026-01-05 08:01 |
    4               | CN1     | 2026-01-05 08:01 | 08:10
    7               | CRT1    | 2026-01-05 08:01 | 08:10

    encounters
    encounter_id | incident_number | team | started_at       | mode      | contact_result
    a            | 5               | CRT  | 2026-01-05 08:10 | in person | no contact
    b            | 6               | CRT  | 2026-01-05 08:10 | in person | canceled en route
    c            | 7               | CRT  | 2026-01-05 08:10 | in person | engaged
    d            |                 | CRT  | 2026-01-05 09:10 | in person | engaged
    e            | not in CAD      | CCD  | 2026-01-05 09:10 | phone     | engaged
    f            |                 | CN   | 2026-01-05 09:10 | in person | engaged
    """


def test_arrivals_attempts_in_person_phone_calls_taken_and_encounters_without_a_call() -> None:
    found = reading(TEXT, "program_responses")
    # calls 1 and 7 (arrived), 3 (taken by phone), 5 (an attempt); encounters d and e
    assert found["value"] == 4 + 2
    assert found["status"] == "ok"


def test_by_team_each_response_is_that_teams_and_follow_ups_are_none() -> None:
    found = readings(TEXT, "program_responses", by=["team"])
    assert {row["team"]: row["value"] for row in found} == {"CRT": 4, "CCD": 2}


def test_what_is_not_known_is_not_counted_and_not_a_no() -> None:
    found = reading(
        """
        calls
        incident_number | received_at
        1               | 2026-01-05 08:00
        2               | 2026-01-05 08:00

        encounters
        encounter_id | incident_number | team | started_at       | mode
        a            | 1               | CRT  | 2026-01-05 08:10 | in person
        b            | 2               | CRT  | 2026-01-05 08:10 |
        """,
        "program_responses",
    )
    assert found["value"] == 1
