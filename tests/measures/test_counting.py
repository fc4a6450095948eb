from typing import Any

from arp.measures.behind import rows
from tests.measures.drawn import evidence

CAPTURE = """
    teams
    team | mode
    CRT  | in person

    units
    unit | team | agency
    CRT* | CRT  |
    P*   |      | police

    eligibility
    team | call_type
    CRT  | Welfare

    schedule
    team | weekdays | starts | ends  | units
    CRT  | Monday   | 08:00  | 20:00 | 1

    calls
    incident_number | call_type_initial | received_at      | queued_at
    1               | Welfare           | 2026-01-05 09:00 | 09:01
    2               | Welfare           | 2026-01-05 12:00 | 12:01
    3               | Welfare           | 2026-01-05 23:00 | 23:01
    4               | Burglary          | 2026-01-05 13:00 | 13:01

    unit_responses
    incident_number | unit_id | dispatched_at    | on_scene_at | cleared_at
    1               | CRT1    | 2026-01-05 09:02 | 09:20       | 09:50
    2               | P1      | 2026-01-05 12:02 | 12:20       | 12:50
    """
MET = """
    encounters
    encounter_id | team | started_at       | contact_result | person_key
    a            | CRT  | 2026-01-05 08:00 | engaged        | ann
    b            | CRT  | 2026-01-15 08:00 | declined       | ann
    c            | CRT  | 2026-02-10 08:00 | no contact     | ben
    d            | CRT  | 2026-02-11 08:00 |                |
    """


def why(text: str, key: str, of: str) -> dict[str, str]:
    found: list[dict[str, Any]] = rows(evidence(text), key, left_out=True).to_dict("records")
    return {row[of]: row["why"] for row in found}


def test_a_row_says_which_part_of_the_condition_it_fails() -> None:
    assert why(CAPTURE, "eligible_capture", "incident_number") == {
        "1": "counts: eligible and staffed, handled",
        "2": "only in the denominator: not handled",
        "3": "left out: not eligible and staffed",
        "4": "left out: not eligible and staffed",
    }


def test_rows_that_count_come_before_those_left_out() -> None:
    listed = rows(evidence(CAPTURE), "eligible_capture", left_out=True)
    assert list(listed["incident_number"]) == ["1", "2", "3", "4"]
    assert list(rows(evidence(CAPTURE), "eligible_capture")["incident_number"]) == ["1", "2"]


def test_what_is_not_known_is_said_to_be_so() -> None:
    assert why(MET, "refusal_rate", "encounter_id") == {
        "a": "only in the denominator: contact result is not declined",
        "b": "counts: reached, a response, contact result is declined",
        "c": "left out: not reached",
        "d": "left out: not known whether reached",
    }


def test_days_that_are_not_over_are_too_early() -> None:
    found = why(MET, "repeat_contact_30", "encounter_id")
    assert found["a"] == "counts: a response, met again within 30 days"
    assert found["c"] == "left out: too early to tell"


def test_an_interval_that_is_not_valid_is_left_out() -> None:
    found = why(CAPTURE, "response_p50", "incident_number")
    assert found["1"] == "counts: attended by a program unit, in scope"
    assert found["2"] == "left out: not attended by a program unit"
    late = CAPTURE.replace("09:20       | 09:50", "08:20       | 09:50")
    assert why(late, "response_p50", "incident_number")["1"] == (
        "left out: response time is not known or not valid"
    )
