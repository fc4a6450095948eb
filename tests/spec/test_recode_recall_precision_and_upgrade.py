"""Whether dispatch finds the right calls: recode_rate, dispatch_recall, dispatch_precision,
upgrade_rate; and how long it takes a call: call_processing_p50, call_processing_p90."""

import pytest

from tests.measures.drawn import reading

CITY = """
    units
    unit | team | agency
    CRT* | CRT  | program
    COR* | CoR  | program
    P*   |      | police

    teams
    team | mode      | works_with_police
    CRT  | in person | no
    CoR  | in person | yes

    eligibility
    team | call_type
    CRT  | Welfare

    calls
    incident_number | call_type_initial | call_type_final | received_at      | queued_at
    stayed          | Welfare           | Welfare         | 2026-01-05 08:00 | 08:01
    became theft    | Welfare           | Theft           | 2026-01-05 09:00 | 09:01
    became welfare  | Theft             | Welfare         | 2026-01-05 10:00 | 10:01
    taken over      | Welfare           | Welfare         | 2026-01-05 11:00 | 11:01
    with police     | Theft             | THEFT           | 2026-01-05 12:00 | 12:01
    no final type   | Theft             |                 | 2026-01-05 13:00 | 13:02

    unit_responses
    incident_number | unit_id | dispatched_at    | on_scene_at | cleared_at
    stayed          | CRT1    | 2026-01-05 08:05 | 08:10       | 08:40
    became theft    | CRT1    | 2026-01-05 09:05 | 09:10       | 09:40
    became theft    | P1      | 2026-01-05 09:15 | 09:20       | 09:40
    taken over      | CRT1    | 2026-01-05 11:05 | 11:10       | 11:40
    taken over      | P1      | 2026-01-05 11:01 | 11:20       | 11:40
    with police     | COR1    | 2026-01-05 12:05 | 12:10       | 12:40
    with police     | P1      | 2026-01-05 12:09 | 12:10       | 12:40

    encounters
    encounter_id | incident_number | team | started_at       | police_role
    a            | stayed          | CRT  | 2026-01-05 08:10 | none
    b            | became theft    | CRT  | 2026-01-05 09:10 | with us
    c            | taken over      | CRT  | 2026-01-05 11:10 | took over
    """


def of(key: str) -> tuple[float, float]:
    found = reading(CITY, key)
    return found["numerator"], found["denominator"]


def test_a_call_changed_type_where_both_types_are_known_and_differ_in_more_than_capitals() -> None:
    assert of("recode_rate") == (2, 5)


def test_recall_is_what_was_sent_to_a_team_of_what_turned_out_right_for_it() -> None:
    assert of("dispatch_recall") == (2, 3)  # “became welfare” went to nobody


def test_precision_is_what_was_right_and_stayed_the_programs_of_what_was_sent() -> None:
    # “became theft” was not right, “taken over” did not stay; of “with police” nobody says.
    assert of("dispatch_precision") == (1, 3)


def test_police_dispatched_after_the_program_are_an_upgrade_but_not_for_co_response() -> None:
    assert of("upgrade_rate") == (1, 3)


def test_call_taking_is_from_received_to_queued() -> None:
    found = reading(CITY, "call_processing_p50")
    assert (found["value"], found["n"]) == (1, 6)
    assert reading(CITY, "call_processing_p90")["status"] == "too few"


def test_nine_in_ten_calls_did_not_take_longer_to_be_taken() -> None:
    minutes = range(1, 42)
    rows = [f"{taken} | 2026-01-05 08:00 | 08:{taken:02}" for taken in minutes]
    text = "\n".join(["calls", "incident_number | received_at | queued_at", *rows])
    found = reading(text, "call_processing_p90")
    assert (found["value"], found["n"]) == (pytest.approx(1 + 0.9 * 40), 41)
    assert (found["low"], found["high"]) == (33, 41)  # by ranks


@pytest.mark.parametrize("key", ["dispatch_recall", "dispatch_precision"])
def test_without_a_list_of_eligible_types_it_is_not_measured(key: str) -> None:
    start, end = CITY.index("    eligibility"), CITY.index("    calls")
    assert reading(CITY[:start] + CITY[end:], key)["status"] == "not measured"


def test_without_police_units_nobody_knows_what_became_a_police_call() -> None:
    city = "\n".join(line for line in CITY.splitlines() if "| P1 " not in line)
    assert reading(city, "upgrade_rate")["status"] == "not measured"
