"""Monthly counts of police, alone and beside eligible calls: low_level_reports and its rate,
use_of_force_eligible and its rate."""

import pytest

from tests.measures.drawn import reading, readings

CITY = """
    program
    program | time_zone
    HEART   | America/New_York

    eligibility
    team | call_type
    CRT  | Welfare

    figures
    figure                | month   | area  | value
    crime_reports         | 2026-01 |       | 30
    crime_reports         | 2026-01 | North | 20
    crime_reports         | 2026-01 | South | 10
    crime_reports         | 2026-02 | North | 8
    crime_reports         | 2026-02 | South | 7
    use_of_force          | 2026-01 |       | 90
    use_of_force_eligible | 2026-01 |       | 1
    use_of_force_eligible | 2026-02 |       | 0
    population            | 2026-03 |       | 1000

    calls
    incident_number | call_type_initial | area  | received_at
    1               | Welfare           | North | 2026-01-05 08:00
    2               | Welfare           | North | 2026-01-06 08:00
    3               | Welfare           | South | 2026-02-06 08:00
    4               | Theft             | South | 2026-02-06 09:00
    5               | Welfare           | North | 2026-03-06 09:00
    """
FIGURES = ("low_level_reports", "use_of_force_eligible")
RATES = {"low_level_reports_rate": 100, "use_of_force_eligible_rate": 10_000}


def test_the_whole_city_is_its_own_row_else_the_sum_of_its_areas() -> None:
    assert reading(CITY, "low_level_reports")["value"] == 30 + (8 + 7)
    assert reading(CITY, "use_of_force_eligible")["value"] == 1


def test_by_area_each_has_its_own_rows() -> None:
    by_area = readings(CITY, "low_level_reports", by=["area"])
    assert {row["area"]: row["value"] for row in by_area} == {"North": 20 + 8, "South": 10 + 7}


def test_by_month_a_figure_may_be_0_and_one_that_nobody_uploaded_is_not() -> None:
    by_month = {row["period"]: row for row in readings(CITY, FIGURES[1], by=["month"])}
    assert (by_month["2026-02"]["value"], by_month["2026-02"]["status"]) == (0, "ok")
    assert (by_month["2026-03"]["value"], by_month["2026-03"]["status"]) == (None, "not measured")


def test_a_rate_is_taken_over_the_months_that_have_both() -> None:
    reports, force = (reading(CITY, key) for key in RATES)
    assert (reports["numerator"], reports["denominator"]) == (45, 3)
    assert reports["value"] == pytest.approx(45 / 3 * 100)
    assert "Months left out: 1." in reports["reason"]  # March has no reports
    assert force["value"] == pytest.approx(1 / 3 * 10_000)


def test_a_rate_by_area_sets_reports_beside_calls_of_the_same_area() -> None:
    by_area = readings(CITY, "low_level_reports_rate", by=["area"])
    assert {row["area"]: (row["numerator"], row["denominator"]) for row in by_area} == {
        "North": (20, 2),
        "South": (7, 1),
    }


@pytest.mark.parametrize("key", [*FIGURES, *RATES])
def test_without_the_figure_it_is_not_measured_and_no_team_has_it(key: str) -> None:
    start, end = CITY.index("    crime_reports"), CITY.index("    population")
    without = CITY[:start] + CITY[end:]
    for question in ({}, {"by": ["month"]}, {"by": ["area"]}):
        for found in readings(without, key, **question):
            assert (found["status"], found["value"]) == ("not measured", None)
    assert reading(CITY, key, by=["team"])["status"] == "not measured"
