import pytest

from tests.measures.drawn import reading, readings

CALLS = """
    feeds
    feed  | scope
    heart | program

    calls from heart
    incident_number | call_type_initial | received_at      | on_scene_at
    1               | Welfare           | 2026-01-05 08:00 | 08:29
    2               | Welfare           | 2026-01-05 08:00 | 08:30
    3               | Welfare           | 2026-01-05 08:00 | 08:31
    4               | Trespass          | 2026-01-05 08:00 | 08:15
    5               | Welfare           | 2026-01-05 08:00 |
    6               | Welfare           | 2026-02-05 08:00 | 08:25
    """


def test_without_a_target_it_is_not_measured_and_says_so() -> None:
    found = reading(CALLS, "response_within_target")
    assert found["status"] == "not measured"
    assert found["reason"].startswith("No target set")


def test_at_the_target_is_within_it() -> None:
    target = """
    targets
    indicator              | call_type | target | unit
    response_within_target |           | 30     | minutes
    """
    found = reading(target + CALLS, "response_within_target")
    assert (found["numerator"], found["denominator"]) == (4, 5)  # nobody arrived at 5
    assert found["value"] == pytest.approx(4 / 5)


def test_the_target_that_names_more_wins_and_holds_only_in_its_days() -> None:
    target = """
    targets
    indicator              | call_type | target | unit    | valid_from | valid_to
    response_within_target |           | 30     | minutes |            | 2026-01-31
    response_within_target | Trespass  | 0.2    | hours   |            |
    """
    found = reading(target + CALLS, "response_within_target")
    # 4 took 15 minutes where 12 are allowed; 6 came in February, when no target holds
    assert (found["numerator"], found["denominator"]) == (2, 4)


def test_a_later_target_leaves_the_past_as_it_was() -> None:
    target = """
    targets
    indicator              | target | unit    | valid_from
    response_within_target | 30     | minutes | 2026-01-01
    response_within_target | 20     | minutes | 2026-02-01
    """
    found = readings(target + CALLS, "response_within_target", by=["month"])
    shares = {row["period"]: (row["numerator"], row["denominator"]) for row in found}
    assert shares == {"2026-01": (3, 4), "2026-02": (0, 1)}
