"""Monthly figures beside one another, and beside rows: schedule_fill, cost_per_response."""

import pytest

from tests.measures.drawn import reading, readings

CITY = """
    units
    unit | team
    CRT* | CRT

    figures
    figure               | month   | value
    unit_hours_planned   | 2026-01 | 200
    unit_hours_delivered | 2026-01 | 150
    unit_hours_planned   | 2026-02 | 100
    program_cost         | 2026-01 | 3000
    program_cost         | 2025-12 | 9000

    calls
    incident_number | received_at
    1               | 2026-01-05 08:00
    2               | 2026-01-06 08:00
    3               | 2026-02-06 08:00

    unit_responses
    incident_number | unit_id | dispatched_at    | on_scene_at
    1               | CRT1    | 2026-01-05 08:05 | 08:10
    2               | CRT1    | 2026-01-06 08:05 | 08:10
    3               | CRT1    | 2026-02-06 08:05 | 08:10
    """


def test_delivered_hours_are_divided_by_planned_ones_of_the_same_months() -> None:
    found = reading(CITY, "schedule_fill")
    assert (found["numerator"], found["denominator"], found["value"]) == (150, 200, 0.75)
    assert "Months left out: 1." in found["reason"]  # February has no delivered hours


def test_cost_is_divided_by_the_responses_of_the_months_it_is_known_for() -> None:
    found = reading(CITY, "cost_per_response")
    assert (found["numerator"], found["denominator"]) == (3000, 2)
    assert found["value"] == pytest.approx(1500)


def test_a_month_that_has_only_one_of_the_two_is_not_measured() -> None:
    found = readings(CITY, "cost_per_response", by=["month"])
    assert {row["period"]: row["status"] for row in found} == {  # December has a cost alone
        "2026-01": "ok",
        "2026-02": "not measured",
    }


@pytest.mark.parametrize("key", ["schedule_fill", "cost_per_response"])
def test_without_the_figures_it_is_not_measured(key: str) -> None:
    start, end = CITY.index("    figures"), CITY.index("    calls")
    assert reading(CITY[:start] + CITY[end:], key)["status"] == "not measured"
