import pytest

from arp.measures.asked import Asked
from arp.measures.studies.hours_of_week import PARTS, demand_and_coverage
from tests.measures.drawn import evidence


def city(weeks: int) -> str:
    """One eligible call on each of so many Mondays at nine, and a unit on duty till noon."""
    days = [f"2026-01-{5 + 7 * week:02}" for week in range(weeks)]
    calls = "\n".join(f"    {day} | Welfare | {day} 09:00" for day in days)
    units = "\n".join(f"    {day} | CRT1 | {day} 09:05 | 09:10 | 09:40" for day in days)
    return f"""
    units
    unit | team
    CRT* | CRT

    eligibility
    team | call_type
    CRT  | Welfare

    schedule
    team | area | weekdays | starts | ends  | units
    CRT  |      | Monday   | 09:00  | 12:00 | 2

    calls
    incident_number | call_type_initial | received_at
{calls}

    unit_responses
    incident_number | unit_id | dispatched_at | on_scene_at | cleared_at
{units}
    """


@pytest.mark.parametrize(("weeks", "told"), [(3, False), (4, True)])
def test_an_hour_has_figures_from_its_fourth_week_on(weeks: int, told: bool) -> None:
    found = demand_and_coverage(evidence(city(weeks)), Asked())
    nine = found[found["hour_of_week"] == 9]
    assert list(nine["part"]) == list(PARTS)
    assert nine["value"].notna().all() == told
    assert (nine["too_few"] == "").all() == told


def test_units_on_duty_are_a_mean_of_the_hours_that_came() -> None:
    found = demand_and_coverage(evidence(city(4)), Asked()).set_index(["part", "hour_of_week"])
    assert found.loc[("units on duty", 9), "value"] == 2
    assert found.loc[("eligible calls an hour", 9), "value"] == 1
    assert found.loc[("missed calls an hour", 9), "value"] == 0
