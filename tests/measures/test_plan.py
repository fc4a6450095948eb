import pytest

from arp.measures.asked import Filters
from arp.measures.plan import NO_TEAM, asked_for, breakdowns, why_not
from arp.measures.registry import INDICATORS
from tests.measures.drawn import evidence

CALLS_ONLY = "calls\nincident_number | received_at\n1 | 2026-01-05 08:00"
WITH_UNIT = (
    CALLS_ONLY + "\n\nunit_responses\nincident_number | unit_id | dispatched_at | on_scene_at\n"
    "1 | X1 | 2026-01-05 08:05 | 08:10"
)


def reason(text: str, key: str, *by: str, where: Filters | None = None) -> str | None:
    return why_not(evidence(text), INDICATORS[key], asked_for(by, (None, None), where))


def test_a_breakdown_that_does_not_exist_is_a_programmers_fault_and_a_double_one_is_one() -> None:
    with pytest.raises(KeyError, match="weather"):
        asked_for(["month", "weather"], (None, None), None)
    assert asked_for(["month", "month"], (None, None), None).by == ("month",)


def test_what_is_known_is_measured_and_what_is_not_says_what_to_upload() -> None:
    assert reason(CALLS_ONLY, "calls_in_scope", "month", "area") is None
    assert reason(CALLS_ONLY, "queue_wait_p50") == INDICATORS["queue_wait_p50"].to_measure_it


def test_a_breakdown_that_an_indicator_lacks_is_named() -> None:
    assert reason(CALLS_ONLY, "field_completeness", "hour_of_week", "month") == (
        "It has no breakdown by hour of week."
    )
    assert reason(CALLS_ONLY, "calls_in_scope", "team") == "It has no breakdown by team."
    filtered = Filters(team=("CRT", "CoR"))
    assert reason(CALLS_ONLY, "calls_in_scope", where=filtered) == "It has no breakdown by team."


def test_without_any_team_there_is_no_breakdown_by_team() -> None:
    assert reason(WITH_UNIT, "response_p50", "team") == NO_TEAM


def test_a_mix_is_asked_once_a_family_of_its_parts_unless_one_is_named() -> None:
    mix = INDICATORS["disposition_mix"]
    every = breakdowns(mix, asked_for(["month"], (None, None), None))
    assert every == [("month", part) for part in mix.formula.parts]
    one = breakdowns(mix, asked_for(["destination", "month"], (None, None), None))
    assert one == [("month", "destination")]
    median = INDICATORS["response_p50"]
    assert breakdowns(median, asked_for(["month"], (None, None), None)) == [("month",)]
