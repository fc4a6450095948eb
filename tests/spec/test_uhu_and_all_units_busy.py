"""How busy units on duty are: uhu, all_units_busy, eligible_when_busy, demand_vs_coverage."""

import pytest

from tests.measures.drawn import reading, readings

CITY = """
    units
    unit | team
    CRT* | CRT

    eligibility
    team | call_type
    CRT  | Welfare

    schedule
    team | area | weekdays | starts | ends  | units
    CRT  |      | Monday   | 08:00  | 12:00 | 2

    calls
    incident_number | call_type_initial | area  | received_at      | queued_at
    1               | Welfare           | North | 2026-01-05 08:00 | 08:00
    2               | Welfare           | North | 2026-01-05 09:00 | 09:00
    3               | Welfare           | North | 2026-01-05 09:30 | 09:30
    4               | Welfare           | North | 2026-01-05 11:00 | 11:00
    5               | Welfare           | North | 2026-01-05 12:30 | 12:30

    unit_responses
    incident_number | unit_id | dispatched_at    | on_scene_at | cleared_at
    1               | CRT1    | 2026-01-05 09:00 | 09:10       | 10:00
    2               | CRT2    | 2026-01-05 09:00 | 09:10       | 11:00
    4               | CRT1    | 2026-01-05 11:30 | 11:40       | 12:30
    """


def test_utilization_is_committed_of_scheduled_unit_hours_without_overtime() -> None:
    # CRT1 60 + CRT2 120 + CRT1 30 of its 60 minutes, within 4 hours of 2 units.
    found = reading(CITY, "uhu")
    assert (found["numerator"], found["denominator"]) == (60 + 120 + 30, 4 * 60 * 2)
    assert found["value"] == pytest.approx(210 / 480)


def test_no_unit_is_free_while_all_on_duty_are_committed() -> None:
    found = reading(CITY, "all_units_busy")
    assert (found["numerator"], found["denominator"]) == (60, 4 * 60)


def test_eligible_calls_meet_a_busy_program_in_the_second_they_are_queued() -> None:
    # 2 is queued in the second both units are committed, 3 in the hour after; 5 after hours.
    found = reading(CITY, "eligible_when_busy")
    assert (found["numerator"], found["denominator"]) == (2, 4)


def test_it_is_told_of_each_team_and_month() -> None:
    found = readings(CITY, "uhu", by=["team", "month"])
    assert [(row["team"], row["period"], row["value"]) for row in found] == [
        ("CRT", "2026-01", pytest.approx(210 / 480))
    ]


@pytest.mark.parametrize("key", ["uhu", "all_units_busy", "eligible_when_busy"])
def test_without_a_schedule_it_is_not_measured(key: str) -> None:
    start, end = CITY.index("    schedule"), CITY.index("    calls")
    assert reading(CITY[:start] + CITY[end:], key)["status"] == "not measured"


def test_an_hour_of_the_week_that_came_fewer_than_four_times_has_no_figure() -> None:
    found = readings(CITY, "demand_vs_coverage")
    assert {row["status"] for row in found} == {"too few"}
    assert {row["reason"] for row in found} == {"This hour of the week came fewer than 4 times."}


def test_by_hour_of_the_week_demand_stands_beside_units_on_duty() -> None:
    calls, units = CITY.partition("    unit_responses")[::2]
    later = "\n".join(
        f"    {week}5 | Welfare | North | 2026-{day} 09:05 | 09:05"
        for week, day in enumerate(("01-12", "01-19", "01-26", "02-02"), start=1)
    )
    city = calls.rstrip() + "\n" + later + "\n\n    unit_responses" + units
    nine = {
        row["part"]: row["value"]
        for row in readings(city, "demand_vs_coverage")
        if row["hour_of_week"] == 9
    }
    # Four Mondays: in February nothing of the program was uploaded, so it cannot be told.
    assert nine["eligible calls an hour"] == pytest.approx((2 + 3) / 4)
    assert nine["units on duty"] == pytest.approx(2)
    assert nine["share handled"] == pytest.approx(1 / 5)
    assert nine["missed calls an hour"] == pytest.approx(4 / 4)
