import pyarrow as pa

from arp.measures.asked import Asked, Filters, group_values, of_dated
from tests.measures.drawn import answer

COLUMNS = ("incident_number", "month", "area")


def test_one_team_is_asked_of_its_own_facts_and_several_of_the_whole_calls() -> None:
    assert Asked().fact("calls") == "calls"
    assert Asked(by=("team",)).fact("calls") == "call_teams"
    assert Asked(where=Filters(team=("CRT",))).fact("responses") == "team_responses"
    assert Asked(where=Filters(team=("CRT", "CoR"))).fact("calls") == "calls"
    assert Asked(by=("team",)).fact("encounters") == "encounters"


def test_areas_are_asked_of_the_rows_of_areas() -> None:
    assert Asked(by=("month",)).fact("figures") == "figures"
    assert Asked(by=("area",)).fact("figures") == "area_figures"
    assert Asked(where=Filters(area=("North",))).fact("answers") == "area_answers"


def test_what_a_fact_has_no_column_for_is_named_once() -> None:
    asked = Asked(by=("area", "destination"), where=Filters(call_type=("Noise",), team=("CRT",)))
    assert asked.lacks(COLUMNS, "calls") == ["destination", "call_type"]
    assert asked.lacks(COLUMNS, "freshness") == ["destination", "call_type", "team"]


def test_the_rows_chosen_are_those_of_the_months_and_filters_a_blank_being_unknown() -> None:
    asked = Asked(months=("2026-01", None), where=Filters(area=("O'Hara", "unknown")))
    assert asked.chosen_sql("calls", COLUMNS) == (
        "SELECT * FROM calls WHERE month >= '2026-01' "
        "AND coalesce(area, 'unknown') IN ('O''Hara', 'unknown')"
    )


def test_several_teams_are_found_by_the_calls_they_came_to() -> None:
    chosen = Asked(where=Filters(team=("CRT", "CoR"))).chosen_sql("calls", COLUMNS)
    assert "incident_number IN (SELECT incident_number FROM call_teams WHERE" in chosen


def test_nothing_chosen_of_a_filter_is_no_row_rather_than_every_row() -> None:
    assert "IN (NULL)" in Asked(where=Filters(area=())).chosen_sql("calls", COLUMNS)


def test_a_blank_is_the_group_unknown_and_the_undated_have_no_month() -> None:
    rows = pa.table({"month": ["2026-01", None], "area": [None, "North"]})
    by = ("month", "area")
    found = answer(lambda calls: of_dated(calls, by).select(**group_values(calls, by)), calls=rows)
    assert found == [{"month": "2026-01", "area": "unknown"}]
