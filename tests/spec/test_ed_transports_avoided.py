"""Transports to a hospital avoided, an estimate with its range: ed_transports_avoided."""

import pytest

from tests.measures.drawn import reading, readings

CITY = """
    feeds
    feed | scope
    cad  | all

    units
    unit | team | agency
    CRT* | CRT  | program
    M*   |      | ems

    teams
    team | mode
    CRT  | in person

    eligibility
    team | call_type
    CRT  | Welfare
    CRT  | Trespass

    calls
    incident_number | call_type_initial | received_at      | disposition
    handled 1       | Welfare           | 2026-01-05 08:00 | Handled
    handled 2       | Welfare           | 2026-01-06 08:00 | Handled
    handled 3       | Welfare           | 2026-01-07 08:00 | Code 3 Transport
    handled 4       | Trespass          | 2026-02-05 08:00 | Handled
    alone 1         | Welfare           | 2026-01-08 08:00 | Code 2 Transport
    alone 2         | Welfare           | 2026-01-09 08:00 | Patient Declined Transport
    nobody 1        | Welfare           | 2026-01-10 08:00 |
    nobody 2        | Trespass          | 2026-02-10 08:00 | Gone on arrival
    theft           | Theft             | 2026-02-11 08:00 | Code 3 Transport

    unit_responses
    incident_number | unit_id | dispatched_at    | on_scene_at | cleared_at
    handled 1       | CRT1    | 2026-01-05 08:05 | 08:10       | 08:40
    handled 2       | CRT1    | 2026-01-06 08:05 | 08:10       | 08:40
    handled 3       | CRT1    | 2026-01-07 08:05 | 08:10       | 08:40
    handled 3       | M1      | 2026-01-07 08:15 | 08:20       | 09:40
    handled 4       | CRT1    | 2026-02-05 08:05 | 08:10       | 08:40
    alone 1         | M1      | 2026-01-08 08:15 | 08:20       | 09:40
    alone 2         | M1      | 2026-01-09 08:15 | 08:20       | 08:40
    theft           | M1      | 2026-02-11 08:15 | 08:20       | 09:40
"""
# Of the three Welfare calls that the program did not handle one ended in a hospital: the ambulance
# left “alone 2” without the patient, and none came to “nobody 1”. So of the three that it handled
# one was expected to; one did. Of Trespass calls none did, and none was expected to.


def test_it_is_what_calls_of_the_type_would_have_had_less_what_there_was() -> None:
    found = reading(CITY, "ed_transports_avoided")
    assert (found["status"], found["n"]) == ("ok", 4)
    assert found["value"] == pytest.approx(3 * (1 / 3) + 1 * 0 - 1)
    assert found["low"] == pytest.approx(3 * 0 - 1)
    assert found["high"] > found["value"]
    assert found["reason"].startswith("Expected: 1, at the rates of calls")


def test_a_call_type_that_the_program_always_handled_has_the_rate_of_all_types() -> None:
    always = CITY.replace("    nobody 2        | Trespass", "    nobody 2        | Theft   ")
    assert reading(always, "ed_transports_avoided")["value"] == pytest.approx(4 / 3 - 1)


def test_a_contact_that_says_it_counts_though_no_ambulance_came() -> None:
    told = (
        CITY
        + """
    encounters
    encounter_id | incident_number | team | started_at       | destination
    e1           | handled 1       | CRT  | 2026-01-05 08:10 | hospital, voluntary
    """
    )
    assert reading(told, "ed_transports_avoided")["value"] == pytest.approx(1 - 2)


def test_it_can_be_told_by_month_and_by_call_type() -> None:
    months = readings(CITY, "ed_transports_avoided", by=["month"])
    assert [(row["period"], row["n"]) for row in months] == [("2026-01", 3), ("2026-02", 1)]
    types = readings(CITY, "ed_transports_avoided", by=["call_type"])
    told = {row["call_type"]: row["value"] for row in types}
    assert told == {"Trespass": pytest.approx(0), "Welfare": pytest.approx(0)}


def test_where_an_ambulance_came_and_nobody_says_what_it_did_the_call_is_left_out() -> None:
    blank = CITY.replace("2026-01-07 08:00 | Code 3 Transport", "2026-01-07 08:00 | ")
    found = reading(blank, "ed_transports_avoided")
    assert (found["n"], found["value"]) == (3, pytest.approx(2 / 3))
    assert "1 more left out: it is not known for them." in found["reason"]


def test_where_the_program_handled_every_call_there_is_nothing_to_compare_with() -> None:
    theft = CITY
    for number in ("alone 1  ", "alone 2  ", "nobody 1 "):
        theft = theft.replace(f"    {number}       | Welfare ", f"    {number}       | Theft   ")
    theft = theft.replace("    nobody 2        | Trespass", "    nobody 2        | Theft   ")
    found = reading(theft, "ed_transports_avoided")
    assert (found["status"], found["value"]) == ("too few", None)
    assert "nothing to compare with" in found["reason"]


@pytest.mark.parametrize("said", ["Transport", "Transported", "transporting"])
def test_no_transport_in_any_disposition_means_that_nobody_can_tell(said: str) -> None:
    silent = CITY.replace("Code 3 Transport", "Handled").replace("Code 2 Transport", "Handled")
    assert reading(silent, "ed_transports_avoided")["status"] == "not measured"
    told = silent.replace("2026-01-08 08:00 | Handled", f"2026-01-08 08:00 | {said}")
    assert reading(told, "ed_transports_avoided")["status"] == "ok"
