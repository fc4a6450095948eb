"""The program beside police on the same calls: response_gap_vs_police."""

import pytest

from tests.measures.drawn import evidence, reading, readings

HEAD = """
    units
    unit | team | agency
    CRT* | CRT  | program
    P*   |      | police

    eligibility
    team | call_type
    CRT  | Welfare
    CRT  | Trespass

    calls
    incident_number | call_type_initial | area  | received_at
"""


def city(*sides: tuple[str, str, int, str, list[int]]) -> str:
    """Calls at 08:00: unit, call type, day of January 2026, area, and the minutes each took."""
    calls, units = [], []
    for unit, call_type, day, area, waits in sides:
        for wait in waits:
            number = f"{unit}{call_type}{day}{area}{len(calls)}"
            calls.append(f"    {number} | {call_type} | {area} | 2026-01-{day:02} 08:00")
            units.append(f"    {number} | {unit} | 2026-01-{day:02} 08:00 | 08:{wait:02} | 09:00")
    header = "    unit_responses\n    incident_number | unit_id | dispatched_at | on_scene_at"
    return HEAD + "\n".join(calls) + f"\n\n{header} | cleared_at\n" + "\n".join(units) + "\n"


QUICK, SLOW = [4, 5, 6, 7, 8, 9, 10], [24, 25, 26, 27, 28, 29, 30]
CITY = city(
    ("CRT1", "Welfare", 5, "North", QUICK),
    ("P1", "Welfare", 6, "North", SLOW),
    ("P1", "Welfare", 7, "South", [50, 51, 52, 53, 54, 55, 56]),  # the program is never there
    ("P1", "Theft", 8, "North", [1, 2, 3, 4, 5, 6, 7]),  # on no list
)


def parts(text: str, **question: object) -> dict[str, float | None]:
    found = readings(text, "response_gap_vs_police", **question)
    return {row["part"]: row["value"] for row in found}


def test_only_places_where_both_came_are_compared() -> None:
    assert parts(CITY) == {"program": 7, "police alone": 27, "difference": 7 - 27}


def test_the_difference_has_an_interval_and_counts_its_calls() -> None:
    found = {row["part"]: row for row in readings(CITY, "response_gap_vs_police")}
    assert found["difference"]["low"] <= -20 <= found["difference"]["high"]
    assert (found["program"]["n"], found["police alone"]["n"]) == (7, 7)


def test_police_calls_are_weighted_to_where_the_program_is_sent() -> None:
    # The program goes to the slow district seven times, to the quick one once; police evenly.
    mixed = city(
        ("CRT1", "Welfare", 5, "North", [10] * 7),
        ("CRT1", "Welfare", 5, "South", [10]),
        ("P1", "Welfare", 6, "North", [40] * 7),
        ("P1", "Welfare", 6, "South", [5] * 7),
    )
    assert parts(mixed)["police alone"] == 40


def test_each_call_type_can_be_compared_alone() -> None:
    both = city(
        ("CRT1", "Welfare", 5, "North", QUICK),
        ("P1", "Welfare", 6, "North", SLOW),
        ("CRT1", "Trespass", 5, "North", SLOW),
        ("P1", "Trespass", 6, "North", QUICK),
    )
    found = readings(both, "response_gap_vs_police", by=["call_type"])
    told = {row["call_type"]: row["value"] for row in found if row["part"] == "difference"}
    assert told == {"Welfare": -20, "Trespass": 20}


def test_below_six_calls_on_one_side_it_is_too_few() -> None:
    few = city(("CRT1", "Welfare", 5, "North", QUICK[:5]), ("P1", "Welfare", 6, "North", SLOW))
    assert {row["status"] for row in readings(few, "response_gap_vs_police")} == {"too few"}
    six = city(("CRT1", "Welfare", 5, "North", QUICK[:6]), ("P1", "Welfare", 6, "North", SLOW[:6]))
    assert parts(six)["difference"] == pytest.approx(6.5 - 26.5)


def test_without_police_units_it_is_not_measured() -> None:
    alone = city(("CRT1", "Welfare", 5, "North", QUICK))
    assert evidence(alone).agency_months.keys() == {"program"}
    assert reading(alone, "response_gap_vs_police")["status"] == "not measured"
