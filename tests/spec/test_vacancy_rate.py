import pytest

from tests.measures.drawn import reading, readings

CITY = """
    figures
    figure       | month   | area  | value | numerator | denominator
    posts_vacant | 2026-01 |       | 0.2   | 5         | 25
    posts_vacant | 2026-02 |       | 0.1   | 2.5       | 25
    posts_vacant | 2026-02 | North | 0.5   | 2.5       | 5
    population   | 2026-03 |       | 1000  |           |
    """


def test_over_several_months_it_is_that_of_an_average_month() -> None:
    found = reading(CITY, "vacancy_rate")
    assert (found["numerator"], found["denominator"]) == (7.5, 50)
    assert found["value"] == pytest.approx(0.15)


def test_a_month_has_its_own_and_one_without_the_figure_has_none() -> None:
    found = {row["period"]: row for row in readings(CITY, "vacancy_rate", by=["month"])}
    assert {month: row["value"] for month, row in found.items()} == {
        "2026-01": pytest.approx(0.2),
        "2026-02": pytest.approx(0.1),
        "2026-03": None,
    }
    assert found["2026-03"]["status"] == "not measured"


def test_by_area_only_the_rows_of_areas_count() -> None:
    assert [(row["area"], row["value"]) for row in readings(CITY, "vacancy_rate", by=["area"])] == [
        ("North", 0.5)
    ]


def test_without_the_figure_it_is_not_measured_and_no_team_has_it() -> None:
    text = "figures\nfigure | month | value\npopulation | 2026-03 | 1000"
    for found in (reading(text, "vacancy_rate"), reading(CITY, "vacancy_rate", by=["team"])):
        assert found["status"] == "not measured"
    assert "Upload them as a monthly figure" in reading(text, "vacancy_rate")["reason"]
