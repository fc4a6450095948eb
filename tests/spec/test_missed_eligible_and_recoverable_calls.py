"""Why eligible calls were missed, and what would have reached them: missed_eligible,
recoverable_calls."""

from tests.measures.drawn import reading, readings

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

    schedule
    team | area  | weekdays | starts | ends  | units
    CRT  | North | Monday   | 08:00  | 20:00 | 1

    calls
    incident_number | call_type_initial | area  | canceled | received_at      | queued_at
    handled         | Welfare           | North |          | 2026-01-05 08:00 | 08:01
    far away        | Welfare           | South |          | 2026-01-05 13:00 | 13:01
    at night        | Welfare           | North |          | 2026-01-05 21:00 | 21:01
    far, at night   | Welfare           | South |          | 2026-01-05 22:00 | 22:01
    canceled        | Welfare           | North | yes      | 2026-01-05 14:00 | 14:01
    recalled        | Welfare           | North |          | 2026-01-05 15:00 | 15:01
    declined        | Welfare           | North |          | 2026-01-05 16:00 | 16:01
    taken first     | Welfare           | North |          | 2026-01-05 17:00 | 17:01
    busy            | Welfare           | North |          | 2026-01-05 08:20 | 08:21
    just cleared    | Welfare           | North |          | 2026-01-05 08:40 | 08:40
    not theirs      | Theft             | North |          | 2026-01-05 18:00 | 18:01

    unit_responses
    incident_number | unit_id | dispatched_at    | on_scene_at | cleared_at | self_assigned | declined_reason
    handled         | CRT1    | 2026-01-05 08:05 | 08:10       | 08:40      | no            |
    recalled        | CRT1    | 2026-01-05 15:05 |             | 15:10      | no            |
    declined        | CRT1    |                  |             |            | no            | too far
    taken first     | P1      | 2026-01-05 17:02 | 17:10       | 17:20      | yes           |
    not theirs      | P1      | 2026-01-05 18:02 | 18:10       | 18:20      | no            |
    """  # noqa: E501 - a row a line


def by_reason(text: str = CITY, **question: object) -> dict[str, float]:
    found = readings(text, "missed_eligible", **question)
    return {row["missed_why"]: row["value"] for row in found if row["value"]}


def test_each_missed_call_has_the_first_reason_that_is_known_to_fit() -> None:
    assert by_reason() == {
        "outside area": 2,
        "outside hours": 1,
        "canceled before dispatch": 1,
        "sent, did not arrive": 1,
        "declined": 1,
        "self-assigned": 1,
        "all units busy": 1,
        "not routed": 1,  # queued in the very second in which the unit was cleared
    }


def test_every_reason_is_listed_and_counted_of_all_that_were_missed() -> None:
    found = readings(CITY, "missed_eligible")
    assert len(found) == 9
    assert {row["denominator"] for row in found} == {9}
    unsaid = next(row for row in found if row["missed_why"] == "cannot tell")
    assert (unsaid["value"], unsaid["status"]) == (0, "ok")


def test_without_a_schedule_only_what_is_recorded_is_a_reason() -> None:
    start, end = CITY.index("    schedule"), CITY.index("    calls")
    assert by_reason(CITY[:start] + CITY[end:]) == {
        "canceled before dispatch": 1,
        "sent, did not arrive": 1,
        "declined": 1,
        "self-assigned": 1,
        "cannot tell": 5,
    }


def test_a_lever_has_only_the_calls_that_it_alone_would_reach() -> None:
    found = readings(CITY, "recoverable_calls")
    assert {row["lever"]: row["value"] for row in found} == {
        "more area": 1,
        "more hours": 1,
        "more units": 1,
        "better routing": 1,
        "two or more levers": 1,  # far away and at night
    }
    assert {row["denominator"] for row in found} == {5}


def test_without_units_or_a_list_they_are_not_measured() -> None:
    start, end = CITY.index("    eligibility"), CITY.index("    schedule")
    for key in ("missed_eligible", "recoverable_calls"):
        assert reading(CITY[:start] + CITY[end:], key)["status"] == "not measured"
