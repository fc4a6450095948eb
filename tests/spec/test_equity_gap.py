"""Fairness: each group's figures divided by the city's: equity_gap."""

import pytest

from tests.measures.drawn import readings

HEAD = """
    teams
    team | mode
    CRT  | in person
"""
COLUMNS = "encounter_id | team | started_at | contact_result | destination | race_ethnicity"


def city(*groups: tuple[str, int, int], month: str = "2026-01") -> str:
    """People reached: the group's name, how many, and how many of them went to a hospital."""
    rows = [
        f"{race}{number} | CRT | {month}-05 08:00 | engaged | "
        f"{'hospital, voluntary' if number < hospital else 'home'} | {race}"
        for race, n, hospital in groups
        for number in range(n)
    ]
    return "\n".join([HEAD, f"    encounters\n    {COLUMNS}", *(f"    {row}" for row in rows)])


def gaps(text: str, measure: str, kind: str, **question: object) -> dict[str, dict[str, object]]:
    return {
        row["group"]: row
        for row in readings(text, "equity_gap", **question)
        if (row["measure"], row["group_kind"]) == (measure, kind)
    }


HOSPITAL, RACE = "hospital_transport_rate", "race_ethnicity"
EVEN = city(("Black", 40, 8), ("White", 60, 12), ("", 25, 5))
# 25 of 125 went to a hospital; of each group a fifth did.


def test_one_is_no_gap() -> None:
    found = gaps(EVEN, HOSPITAL, RACE)
    assert {name: row["value"] for name, row in found.items()} == {
        "Black": pytest.approx(1),
        "White": pytest.approx(1),
    }
    assert found["Black"]["low"] < 1 < found["Black"]["high"]
    assert (found["Black"]["n"], found["Black"]["numerator"]) == (40, 8)


def test_a_group_is_held_against_the_whole_city() -> None:
    uneven = city(("Black", 50, 20), ("White", 50, 5))
    found = gaps(uneven, HOSPITAL, RACE)
    assert found["Black"]["value"] == pytest.approx((20 / 50) / (25 / 100))
    assert found["White"]["value"] == pytest.approx((5 / 50) / (25 / 100))


def test_a_group_that_a_file_calls_unknown_is_no_group() -> None:
    named_so = city(("Black", 40, 8), ("White", 60, 12), ("Unknown", 20, 5), ("", 5, 0))
    found = gaps(named_so, HOSPITAL, RACE)
    assert set(found) == {"Black", "White"}
    assert "Not known for 20% of those counted." in str(found["Black"]["reason"])


def test_each_row_says_of_how_many_the_group_is_not_known() -> None:
    said = {row["reason"] for row in gaps(EVEN, HOSPITAL, RACE).values()}
    assert said == {"Of the last 12 months at most. Not known for 20% of those counted."}


@pytest.mark.parametrize(("n", "status"), [(29, "too few"), (30, "ok")])
def test_a_small_group_is_not_compared(n: int, status: str) -> None:
    found = gaps(city(("Black", n, 5), ("White", 60, 12)), HOSPITAL, RACE)
    assert found["Black"]["status"] == status
    assert (found["Black"]["value"] is None) == (status == "too few")


def test_only_the_last_12_months_are_pooled() -> None:
    old = city(("Black", 50, 50), month="2025-01").split(COLUMNS)[1]
    found = gaps(EVEN + old.replace("Black", "Old"), HOSPITAL, RACE)
    assert set(found) == {"Black", "White"}
    then = gaps(EVEN + old.replace("Black", "Old"), HOSPITAL, RACE, months=(None, "2025-06"))
    assert set(then) == {"Old"}


def test_where_nobody_was_arrested_nothing_can_be_compared_with_0() -> None:
    found = gaps(EVEN, "arrest_rate", RACE)
    assert {row["status"] for row in found.values()} == {"too few"}
    assert "The figure of the whole city is 0" in next(iter(found.values()))["reason"]


def test_where_no_record_says_the_race_it_is_not_measured() -> None:
    found = gaps(city(("", 60, 12)), HOSPITAL, RACE)
    (row,) = found.values()
    assert row["status"] == "not measured"
    assert "race or ethnicity of anybody" in row["reason"]


def test_a_figure_that_cannot_be_measured_says_what_it_needs() -> None:
    (row,) = gaps(EVEN, "eligible_capture", "area").values()
    assert row["status"] == "not measured"
    assert "dispatch (CAD) export" in row["reason"]


def test_people_served_are_held_against_the_residents_of_their_area() -> None:
    people = """
    calls
    incident_number | received_at      | area
    north           | 2026-01-05 08:00 | North
    south           | 2026-01-05 08:00 | South

    encounters
    encounter_id | incident_number | team | started_at | contact_result | person_key
    """
    people += "\n    ".join(
        f"{area}{number} | {area} | CRT | 2026-01-05 08:00 | engaged | {area}{number}"
        for area, n in (("north", 60), ("south", 40))
        for number in range(n)
    )
    residents = """

    figures
    figure     | month   | area  | value
    population | 2026-01 | North | 30000
    population | 2026-01 | South | 70000
    """
    found = gaps(HEAD + people + residents, "people_served", "area")
    assert found["North"]["value"] == pytest.approx(0.6 / 0.3)
    assert found["South"]["value"] == pytest.approx(0.4 / 0.7)
    (row,) = gaps(HEAD + people, "people_served", "area").values()
    assert "population by area" in row["reason"]
