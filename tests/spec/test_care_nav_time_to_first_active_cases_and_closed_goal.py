from typing import Any

from tests.measures.drawn import reading, readings


def case(
    person: str, opened: str, reached_after: int | None, closed: str = "", goal: str = ""
) -> str:
    """A case whose person was reached so many days after it was opened, if ever."""
    day = int(opened[-2:])
    at = f"{opened[:-2]}{day + (reached_after or 0):02} 12:00"
    reached = "no" if reached_after is None else "yes"
    return f"{person} | CN | {at} | {reached} | {opened} 12:00 | {closed} | {goal}"


HEAD = (
    "follow_ups\n"
    "person_key | team | attempted_at | reached | case_opened_at | case_closed_at | goal_met"
)
TEXT = "\n".join(
    [
        HEAD,
        case("ann", "2026-01-05", 1, "2026-01-30 12:00", "yes"),
        case("ben", "2026-01-06", 2, "2026-02-10 12:00", "no"),
        case("carl", "2026-01-07", 3, "2026-02-11 12:00", "yes"),
        case("dora", "2026-01-08", 4, "2026-02-12 12:00"),
        case("eve", "2026-01-09", 5),
        case("fay", "2026-02-01", 6),
        case("gus", "2026-02-02", None),
    ]
)


def months(key: str) -> dict[str, tuple[Any, ...]]:
    found = readings(TEXT, key, by=["month"])
    return {row["period"]: (row["status"], row["value"], row["n"]) for row in found}


def test_the_median_of_days_from_the_opening_to_the_first_time_reached() -> None:
    found = reading(TEXT, "care_nav_time_to_first")
    # gus was never reached
    assert (found["value"], found["n"]) == (3.5, 6)
    assert months("care_nav_time_to_first") == {
        **{"2026-01": ("too few", None, 5), "2026-02": ("too few", None, 1)}
    }


def test_the_cases_open_when_the_period_ends() -> None:
    found = reading(TEXT, "care_nav_active_cases")
    assert (found["value"], found["reason"]) == (3, "At the end of 2026-02.")
    assert reading(TEXT, "care_nav_active_cases", months=(None, "2026-01"))["value"] == 4
    assert months("care_nav_active_cases") == {**{"2026-01": ("ok", 4, 4), "2026-02": ("ok", 3, 3)}}


def test_of_the_cases_closed_in_the_period_how_many_met_their_goal() -> None:
    found = reading(TEXT, "care_nav_closed_goal")
    assert (found["numerator"], found["denominator"]) == (2, 3)
    assert found["reason"] == "1 more left out: it is not known for them."
    assert months("care_nav_closed_goal") == {"2026-01": ("ok", 1.0, 1), "2026-02": ("ok", 0.5, 2)}


def test_a_month_whose_follow_ups_nobody_sent_is_a_gap() -> None:
    later = TEXT + "\n" + case("hal", "2026-04-01", 1)
    for key in ("care_nav_time_to_first", "care_nav_active_cases", "care_nav_closed_goal"):
        found = {row["period"]: row["status"] for row in readings(later, key, by=["month"])}
        assert found["2026-03"] == "not measured", key


def test_without_days_of_opening_and_closing_they_are_not_measured() -> None:
    text = "follow_ups\nperson_key | attempted_at | reached\nann | 2026-01-05 08:00 | yes"
    for key in ("care_nav_time_to_first", "care_nav_active_cases", "care_nav_closed_goal"):
        found = reading(text, key)
        assert found["status"] == "not measured"
        assert "Upload the follow-up records with" in found["reason"]
