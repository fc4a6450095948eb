import pytest

from arp.measures.asked import Asked
from arp.measures.prices import POLICE, PROGRAM, TOTAL, Price
from arp.measures.studies.cost import NOT_COUNTED, _part, _sum, cost_avoided
from tests.measures.drawn import evidence
from tests.spec.test_cost_avoided import CITY, SPENT

HOURS = {"value": 10.0, "low": 8.0, "high": 13.0, "n": 20}


def test_a_part_is_its_number_times_its_price() -> None:
    found = _part(POLICE, Price("Police officer", 60.0), HOURS)
    assert [found[end] for end in ("low", "value", "high")] == [480, 600, 780]
    assert found["note"] == "10 police hours (8 to 13) at $60.00 per hour (Police officer)."


@pytest.mark.parametrize("number", [None, HOURS, {"unmeasured": "Upload it."}])
def test_a_price_of_0_asks_for_no_number(number: dict[str, float] | None) -> None:
    found = _part(POLICE, Price("Police officer", 0.0), number)
    assert (found["value"], found["note"]) == (0, NOT_COUNTED)


def test_a_reason_for_no_number_is_the_parts_own_and_the_sums() -> None:
    none = _part(POLICE, Price("Police officer", 60.0), {"too_few": "Too few."})
    assert none == {"too_few": "Too few."}
    assert _sum({POLICE: none, PROGRAM: {"value": -1, "low": -1, "high": -1}}) == none
    absent = {"unmeasured": "Set a price."}
    assert _sum({POLICE: none, PROGRAM: absent}) == absent


def test_a_month_without_a_cost_between_two_with_one_is_named() -> None:
    gap = CITY.replace(SPENT, SPENT.replace("2026-02 | 30", "2026-03 | 30"))
    found = cost_avoided(evidence(gap), Asked(months=("2026-01", "2026-03"))).set_index("part")
    assert "the program cost in 2026-02." in found.loc[PROGRAM, "unmeasured"]
    assert "2026-02" in found.loc[TOTAL, "unmeasured"]
