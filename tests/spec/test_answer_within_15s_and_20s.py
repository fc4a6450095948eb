"""How soon 911 is answered: answer_within_15s, answer_within_20s."""

import pytest

from tests.measures.drawn import reading, readings

CALLS = """
    calls
    incident_number | received_at         | answered_at         | origin         | area
    1               | 2026-01-05 08:00:00 | 2026-01-05 08:00:15 | 911            | North
    2               | 2026-01-05 08:00:00 | 2026-01-05 08:00:16 | 911            | North
    3               | 2026-01-05 08:00:00 | 2026-01-05 08:00:20 | public         | South
    4               | 2026-01-05 08:00:00 | 2026-01-05 08:00:21 |                | South
    5               | 2026-01-05 08:00:00 | 2026-01-05 08:00:01 | non-emergency  | South
    6               | 2026-01-05 08:00:00 | 2026-01-05 07:59:50 | 911            | North
    7               | 2026-01-05 08:00:00 |                     | 911            | North
    """
FIGURES = """
    figures
    figure             | month   | area  | value | numerator | denominator
    calls_answered_15s | 2026-01 |       | 0.8   | 800       | 1000
    calls_answered_15s | 2026-02 |       | 0.9   | 1800      | 2000
    calls_answered_15s | 2026-02 | North | 0.5   | 500       | 1000
    calls_answered_20s | 2026-01 |       | 0.95  |           |
    """


def test_of_answered_calls_of_the_emergency_line_those_picked_up_in_time_count() -> None:
    # 5 came on another line, 6 was answered before it came, 7 has no answer time.
    fifteen, twenty = (reading(CALLS, f"answer_within_{limit}s") for limit in (15, 20))
    assert (fifteen["numerator"], fifteen["denominator"]) == (1, 4)
    assert (twenty["numerator"], twenty["denominator"]) == (3, 4)
    assert fifteen["reason"] == "Counted from calls with an answer time."


def test_the_centers_own_figures_win_over_calls_in_every_month() -> None:
    text = CALLS + FIGURES
    found = reading(text, "answer_within_15s", months=("2026-01", "2026-01"))
    assert (found["numerator"], found["denominator"]) == (800, 1000)
    assert found["reason"] == "By the 911 center's own monthly figures."


def test_a_figure_without_its_two_parts_is_none_of_the_centers() -> None:
    found = reading(CALLS + FIGURES, "answer_within_20s", months=("2026-01", "2026-01"))
    assert (found["numerator"], found["denominator"]) == (3, 4)


def test_the_row_of_the_whole_city_is_not_added_to_those_of_its_areas() -> None:
    found = reading(FIGURES, "answer_within_15s")
    assert found["value"] == pytest.approx((800 + 1800) / (1000 + 2000))


def test_by_area_it_is_told_of_areas_with_figures_or_calls_of_their_own() -> None:
    by_area = readings(FIGURES, "answer_within_15s", by=["area"])
    assert [(row["area"], row["value"]) for row in by_area] == [("North", 0.5)]
    of_calls = readings(CALLS, "answer_within_20s", by=["area"])
    assert {row["area"]: row["value"] for row in of_calls} == {"North": 2 / 2, "South": 1 / 2}


def test_without_figures_and_answer_times_it_is_not_measured() -> None:
    text = "calls\nincident_number | received_at\n1 | 2026-01-05 08:00"
    for limit in (15, 20):
        found = reading(text, f"answer_within_{limit}s")
        assert found["status"] == "not measured"
        assert "with an answer time" in found["reason"]
    assert reading(FIGURES, "answer_within_20s")["status"] == "not measured"


def test_no_team_has_a_figure_of_its_own() -> None:
    assert reading(CALLS, "answer_within_15s", by=["team"])["status"] == "not measured"
