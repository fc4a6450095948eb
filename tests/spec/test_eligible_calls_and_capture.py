"""Eligible calls, their share, and how many of them are handled: eligible_calls, eligible_share,
eligible_capture, eligible_capture_all, coverage_share."""

import pytest

from tests.measures.drawn import reading, readings

PROGRAM = """
    units
    unit | team | agency
    CRT* | CRT  | program
    P*   |      | police

    teams
    team | mode
    CRT  | in person

    eligibility
    team | call_type | not_with | valid_from | valid_to
    CRT  | Welfare   | weapon   |            |
    CRT  | Trespass  |          | 2026-02-01 |

    schedule
    team | area  | weekdays                                     | starts | ends  | units
    CRT  | North | Monday; Tuesday; Wednesday; Thursday; Friday | 08:00  | 20:00 | 1

    """
CITY = (
    PROGRAM
    + """
    calls
    incident_number | call_type_initial | area  | hazard_flags | received_at      | queued_at
    1               | Welfare           | North |              | 2026-01-05 08:00 | 08:01
    2               | Welfare           | North |              | 2026-01-05 09:00 | 09:01
    3               | Welfare           | South |              | 2026-01-05 10:00 | 10:01
    4               | Welfare           | North |              | 2026-01-05 20:00 | 20:00
    5               | Welfare           | North | weapon       | 2026-01-05 11:00 | 11:01
    6               | Trespass          | North |              | 2026-01-06 11:00 | 11:01
    7               | Trespass          | North |              | 2026-02-03 11:00 | 11:01
    8               | Theft             | North |              | 2026-02-03 12:00 | 12:01

    unit_responses
    incident_number | unit_id | dispatched_at    | on_scene_at | cleared_at
    1               | CRT1    | 2026-01-05 08:05 | 08:10       | 08:40
    3               | CRT1    | 2026-01-05 10:05 | 10:10       | 10:40
    7               | CRT1    | 2026-02-03 11:05 | 11:10       | 11:40
    8               | CRT1    | 2026-02-03 12:05 | 12:10       | 12:40
    8               | P1      | 2026-02-03 12:05 | 12:10       | 12:40
    """
)


def of(key: str, **question: object) -> tuple[float | None, float | None]:
    found = reading(CITY, key, **question)
    return found["numerator"], found["denominator"]


def test_a_call_is_eligible_by_its_first_type_and_the_list_of_its_day() -> None:
    # 5 has a weapon, 6 came before Trespass was on the list, 8 is on no list.
    assert reading(CITY, "eligible_calls")["value"] == 5
    assert of("eligible_share") == (5, 8)


def test_in_staffed_hours_and_area_only_those_count_that_a_unit_on_duty_could_take() -> None:
    # Staffed are 1, 2 and 7: 3 is in the South, 4 came in the minute the shift ended.
    assert of("eligible_capture") == (2, 3)
    assert of("coverage_share") == (3, 5)


def test_at_any_hour_and_in_any_area_all_eligible_calls_count() -> None:
    assert of("eligible_capture_all") == (3, 5)


def test_by_month_the_list_of_the_month_holds() -> None:
    found = readings(CITY, "eligible_calls", by=["month"])
    assert [(row["period"], row["value"]) for row in found] == [("2026-01", 4), ("2026-02", 1)]


@pytest.mark.parametrize(
    "key", ["eligible_calls", "eligible_share", "eligible_capture", "eligible_capture_all"]
)
def test_without_a_list_they_are_not_measured(key: str) -> None:
    start, end = CITY.index("    eligibility"), CITY.index("    schedule")
    found = reading(CITY[:start] + CITY[end:], key)
    assert (found["status"], found["value"]) == ("not measured", None)


@pytest.mark.parametrize("key", ["eligible_capture", "coverage_share"])
def test_without_a_schedule_nobody_knows_what_was_staffed(key: str) -> None:
    start, end = CITY.index("    schedule"), CITY.index("    calls")
    assert reading(CITY[:start] + CITY[end:], key)["status"] == "not measured"


def test_a_feed_of_only_the_programs_calls_knows_nothing_of_eligible_ones() -> None:
    only = CITY.replace(
        "    calls\n", "    feeds\n    feed | scope\n    cad  | program\n\n    calls\n"
    )
    for key in ("eligible_calls", "eligible_share", "eligible_capture", "coverage_share"):
        assert reading(only, key)["status"] == "not measured"
