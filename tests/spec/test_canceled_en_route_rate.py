import pytest

from tests.measures.drawn import reading, readings

TEXT = """
    units
    unit | team
    CRT1 | CRT

    calls
    incident_number | received_at
    1               | 2026-01-05 08:00
    2               | 2026-01-05 08:00
    3               | 2026-01-05 08:00
    4               | 2026-01-05 08:00
    5               | 2026-01-05 08:00
    6               | 2026-01-05 08:00

    unit_responses
    incident_number | unit_id | dispatched_at
    1               | CRT1    | 2026-01-05 08:02
    2               | CRT1    | 2026-01-05 08:02
    3               | CRT1    | 2026-01-05 08:02
    4               | CRT1    | 2026-01-05 08:02
    5               | CRT1    | 2026-01-05 08:02

    encounters
    encounter_id | incident_number | team | contact_result
    a            | 1               | CRT  | canceled en route
    b            | 2               | CRT  | not needed on arrival
    c            | 3               | CRT  | engaged
    d            | 4               | CRT  | unknown
    f            | 6               | CRT  | canceled en route
    """


def test_canceled_or_not_needed_among_calls_to_which_a_program_unit_was_sent() -> None:
    found = reading(TEXT, "canceled_en_route_rate")
    # Of 4 the result is recorded as unknown, of 5 nothing is; to 6 nobody was sent.
    assert (found["numerator"], found["denominator"]) == (2, 3)
    assert found["value"] == pytest.approx(2 / 3)
    assert found["reason"] == "2 more left out: it is not known for them."


def test_by_team_it_is_what_that_team_says() -> None:
    (of_team,) = readings(TEXT, "canceled_en_route_rate", by=["team"])
    assert (of_team["team"], of_team["numerator"], of_team["denominator"]) == ("CRT", 2, 3)


def test_without_contact_results_it_is_not_measured() -> None:
    text = TEXT.split("    encounters")[0]
    assert reading(text, "canceled_en_route_rate")["status"] == "not measured"
