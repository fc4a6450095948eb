from tests.measures.drawn import reading, readings

CITY = """
    program
    program | time_zone
    HEART   | America/New_York

    labels
    field       | label | read_as
    disposition | 77    | Arrest

    eligibility
    team | call_type
    CRT  | Welfare
    CCD  | Trespass

    calls
    incident_number | call_type_initial | received_at      | disposition
    1               | Welfare           | 2026-01-05 08:00 | ARR
    2               | Welfare           | 2026-01-05 08:00 | Handled
    3               | Welfare           | 2026-01-05 08:00 | Handled
    4               | Welfare           | 2026-01-05 08:00 |
    5               | Trespass          | 2026-01-05 08:00 | 77
    6               | Theft             | 2026-01-05 08:00 | arrest made

    encounters
    encounter_id | incident_number | team | started_at       | arrest
    a            | 2               | CRT  | 2026-01-05 08:10 | yes
    b            | 3               | CRT  | 2026-01-05 08:10 |
    c            | 4               | CRT  | 2026-01-05 08:10 | yes
    """


def test_an_arrest_is_what_dispatch_or_a_contact_says_among_calls_closed_with_a_word() -> None:
    # 1 by dispatch, 2 by its contact, 5 by a code of which staff said what it means; 6 is not
    # eligible; how 4 was closed nobody says.
    found = reading(CITY, "arrests_per_100_eligible")
    assert (found["numerator"], found["denominator"]) == (3, 4)
    assert "1 more left out: it is not known for them." in found["reason"]


def test_it_is_told_of_the_calls_on_each_teams_list() -> None:
    by_team = readings(CITY, "arrests_per_100_eligible", by=["team"])
    assert {row["team"]: (row["numerator"], row["denominator"]) for row in by_team} == {
        "CRT": (2, 3),
        "CCD": (1, 1),
    }


def test_a_feed_that_never_says_arrest_tells_of_none() -> None:
    text = (
        CITY.replace("ARR", "Handled").replace("| 77\n", "| 78\n").replace("arrest made", "Taken")
    )
    for question in ({}, {"by": ["month"]}):
        (found,) = readings(text, "arrests_per_100_eligible", **question)
        assert (found["status"], found["value"]) == ("not measured", None)
        assert "a word for arrest" in found["reason"]


def test_dispositions_of_another_feed_say_nothing_of_arrests() -> None:
    fire = (
        "calls from fire\nincident_number | call_type_initial | received_at | disposition\n"
        "9 | Welfare | 2026-01-05 08:00 | Code 2 Transport\n\n"
    )
    found = reading(fire + CITY, "arrests_per_100_eligible")
    assert (found["numerator"], found["denominator"]) == (3, 4)
