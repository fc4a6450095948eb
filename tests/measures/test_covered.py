from arp.measures.covered import covered_months
from arp.measures.registry import INDICATORS
from tests.measures.drawn import evidence

CITY = """
    units
    unit | team | agency
    CRT* | CRT  | program
    P*   |      | police

    teams
    team | mode
    CRT  | in person

    eligibility
    team | call_type
    CRT  | Welfare

    calls
    incident_number | call_type_initial | received_at
    1               | Welfare           | 2026-01-05 08:00
    2               | Welfare           | 2026-02-05 08:00
    3               | Welfare           | 2026-03-05 08:00

    unit_responses
    incident_number | unit_id | dispatched_at    | on_scene_at
    1               | CRT1    | 2026-01-05 08:05 | 08:10
    1               | P1      | 2026-01-05 08:05 | 08:10
    2               | P1      | 2026-02-05 08:05 | 08:10

    encounters
    encounter_id | incident_number | team | started_at       | contact_result
    a            | 3               | CRT  | 2026-03-05 08:10 | engaged
    """


def months(key: str) -> set[str]:
    return set(covered_months(evidence(CITY), INDICATORS[key]))


def test_calls_alone_can_be_counted_in_every_month_of_calls() -> None:
    assert months("calls_in_scope") == {"2026-01", "2026-02", "2026-03"}


def test_what_police_did_is_told_only_in_months_with_their_units() -> None:
    assert months("no_police_sent") == {"2026-01", "2026-02"}


def test_what_became_of_a_call_taken_by_phone_needs_the_units_of_others() -> None:
    assert months("ccd_phone_resolution") == {"2026-01", "2026-02"}
    assert months("ccd_safe_handback") == set()  # of EMS there are no units


def test_what_the_program_did_needs_its_units_or_its_contacts() -> None:
    # In February units were recorded, and none of them was the program's: that is a no.
    assert months("eligible_capture_all") == {"2026-01", "2026-02", "2026-03"}
    assert months("response_p50") == {"2026-01", "2026-02"}


def test_what_contacts_say_needs_both_the_units_and_the_contacts_of_the_month() -> None:
    assert months("contact_made_rate") == set()


def test_without_feeds_of_an_agency_no_month_is_told() -> None:
    assert months("fire_diverted") == set()


def test_a_month_with_follow_ups_tells_of_cases_though_none_was_open_then() -> None:
    text = """
    follow_ups
    person_key | attempted_at     | case_opened_at   | case_closed_at
    ann        | 2026-01-06 09:00 | 2026-01-05 12:00 | 2026-01-10 09:00
    ann        | 2026-02-06 09:00 |                  |
    """
    found = covered_months(evidence(text), INDICATORS["care_nav_active_cases"])
    assert found == {"2026-01", "2026-02"}
