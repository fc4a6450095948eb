"""What was avoided in dollars, at the city's own prices, less the program's cost: cost_avoided."""

import pytest

from arp.measures.prices import BOOKINGS, PARTS, POLICE, PROGRAM, TOTAL, TRANSPORTS
from tests.measures.drawn import reading, readings
from tests.spec.test_ed_transports_avoided import CITY as TRANSPORTED

POLICE_UNITS = """    alone 2         | P1      | 2026-01-09 08:05 | 08:10       | 09:05
    nobody 2        | P1      | 2026-02-10 08:05 | 08:10       | 09:05
"""
COSTS = """
    costs
    cost                       | amount | per
    Police officer, loaded     | 60     | hour
    Emergency department visit | 1000   | visit
    Jail booking               | 300    | booking
"""
SPENT = """
    figures
    figure       | month   | value
    program_cost | 2026-01 | 50
    program_cost | 2026-02 | 30
"""
CITY = (
    TRANSPORTED.replace("M*   |      | ems\n", "M*   |      | ems\n    P*   |      | police\n")
    .replace("2026-02-10 08:00 | Gone on arrival", "2026-02-10 08:00 | Arrested       ")
    .rstrip()
    + "\n" + POLICE_UNITS + COSTS + SPENT
)  # fmt: skip


def parts(city: str, **question: object) -> dict[str, dict[str, object]]:
    return {row["part"]: row for row in readings(city, "cost_avoided", **question)}


def test_each_part_is_its_number_at_the_citys_price() -> None:
    found = parts(CITY)
    hours = reading(CITY, "hours_freed")
    trips = reading(CITY, "ed_transports_avoided")
    for end in ("value", "low", "high"):
        assert found[POLICE][end] == pytest.approx(hours[end] * 60)
        assert found[TRANSPORTS][end] == pytest.approx(trips[end] * 1000)
        assert found[PROGRAM][end] == -80
    # Of one Trespass call that the program did not handle one ended in an arrest; it handled one.
    assert found[BOOKINGS]["value"] == pytest.approx(300)


def test_the_sum_is_the_sum_of_its_parts() -> None:
    found = parts(CITY)
    for end in ("value", "low", "high"):
        assert found[TOTAL][end] == pytest.approx(
            sum(row[end] for name, row in found.items() if name != TOTAL)
        )
    assert set(found) == {TOTAL, PROGRAM, *PARTS}


def test_each_part_says_the_number_and_the_price_that_it_is_made_of() -> None:
    said = parts(CITY)[POLICE]["reason"]
    assert "police hours (" in said
    assert "at $60.00 per hour (Police officer, loaded)." in said


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("Police officer, loaded", POLICE),
        ("Emergency department visit", TRANSPORTS),
        ("Jail booking", BOOKINGS),
    ],
)
def test_without_a_price_a_part_names_it_and_nothing_is_added_up(name: str, part: str) -> None:
    unpriced = "\n".join(line for line in CITY.splitlines() if name not in line)
    found = parts(unpriced)
    for one in (found[part], found[TOTAL]):
        assert (one["status"], one["value"]) == ("not measured", None)
        assert f"“{name}”" in one["reason"]
        assert "Settings, Costs" in one["reason"]


def test_a_price_of_0_leaves_a_part_out_though_nobody_could_tell_its_number() -> None:
    silent = CITY.replace("Arrested       ", "Gone on arrival")
    assert parts(silent)[TOTAL]["status"] == "not measured"
    assert "dispositions" in parts(silent)[BOOKINGS]["reason"]
    left_out = parts(silent.replace("| 300    |", "| 0      |"))
    assert (left_out[BOOKINGS]["value"], left_out[TOTAL]["status"]) == (0, "ok")


def test_only_months_whose_cost_is_known_are_held_against_it() -> None:
    january = CITY.replace("    program_cost | 2026-02 | 30\n", "")
    found = parts(january)
    assert found[PROGRAM]["value"] == -50
    assert found[POLICE]["n"] == reading(january, "hours_freed", months=("2026-01", "2026-01"))["n"]
    assert "2026-01 to 2026-01" in found[TOTAL]["reason"]


def test_by_month_each_has_its_own_cost() -> None:
    found = readings(CITY, "cost_avoided", by=["month"])
    spent = {row["period"]: row["value"] for row in found if row["part"] == PROGRAM}
    assert spent == {"2026-01": -50, "2026-02": -30}


def test_without_the_programs_cost_there_is_no_sum() -> None:
    unspent = CITY.replace(SPENT, "")
    found = parts(unspent)
    assert (found[TOTAL]["status"], found[PROGRAM]["status"]) == ("not measured", "not measured")
    assert "Upload it as a monthly figure" in found[PROGRAM]["reason"]
    assert found[POLICE]["status"] == "ok"


def test_a_single_area_has_no_cost_of_its_own() -> None:
    from arp.measures.asked import Filters

    found = reading(CITY, "cost_avoided", where=Filters(call_type=("Welfare",)))
    assert (found["status"], found["value"]) == ("not measured", None)
