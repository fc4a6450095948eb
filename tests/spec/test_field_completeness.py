import pytest

from tests.measures.drawn import readings

TEXT = """
    calls
    incident_number | call_type_initial | received_at      | on_scene_at
    1               | Welfare           | 2026-01-05 08:00 | 08:10
    2               |                   | 2026-01-05 08:00 |
    3               | Welfare           | 2026-03-05 08:00 |
    4               | Welfare           |                  |
    """


def by_field(rows: list[dict]) -> dict[str, dict]:
    return {row["field"]: row for row in rows}


def test_filled_cells_among_rows_for_each_required_field_and_the_lowest_as_index() -> None:
    found = by_field(readings(TEXT, "field_completeness"))
    assert found["call_type_initial"]["value"] == pytest.approx(3 / 4)
    assert found["received_at"]["value"] == pytest.approx(3 / 4)
    assert found["on_scene_at"]["value"] == pytest.approx(1 / 4)
    assert (found["index"]["value"], found["index"]["table"]) == (pytest.approx(1 / 4), "all")
    assert {row["table"] for row in found.values()} == {"calls", "all"}


def test_a_field_without_a_column_is_not_measured_rather_than_zero() -> None:
    dispatched = by_field(readings(TEXT, "field_completeness"))["dispatched_at"]
    assert (dispatched["value"], dispatched["status"]) == (None, "not measured")
    assert dispatched["reason"].startswith("No feed has a column")


def test_by_month_a_month_that_fills_nothing_is_zero_and_one_without_rows_a_gap() -> None:
    found = readings(TEXT, "field_completeness", by=["month"])
    arrivals = {row["period"]: row["value"] for row in found if row["field"] == "on_scene_at"}
    assert arrivals == {"2026-01": 1 / 2, "2026-03": 0}
    gap = next(row for row in found if row["period"] == "2026-02")
    assert (gap["status"], gap["field"]) == ("not measured", None)
