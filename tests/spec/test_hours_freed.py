"""Police hours freed, an estimate with its range: hours_freed."""

import pytest

from arp.measures.asked import Asked
from arp.measures.studies.hours_freed import estimate
from tests.measures.drawn import evidence, reading, readings

HEAD = """
    units
    unit | team | agency
    CRT* | CRT  | program
    P*   |      | police

    teams
    team | mode
    CRT  | in person

    eligibility
    team | call_type
    CRT  | Welfare
    CRT  | Trespass

    calls
    incident_number | call_type_initial | priority | received_at
    diverted 1      | Welfare           | 2        | 2026-01-05 08:00
    diverted 2      | Welfare           | 2        | 2026-01-05 08:30
    alone 1         | Welfare           | 2        | 2026-01-05 09:00
    alone 2         | Welfare           | 2        | 2026-01-05 10:00
    nobody came     | Welfare           | 2        | 2026-01-05 11:00
    at night        | Trespass          | 3        | 2026-01-05 23:00
    joint scene     | Welfare           | 2        | 2026-02-05 09:00
"""
CITY = (
    HEAD
    + """
    unit_responses
    incident_number | unit_id | dispatched_at    | on_scene_at | cleared_at
    diverted 1      | CRT1    | 2026-01-05 08:05 | 08:10       | 08:40
    diverted 2      | CRT2    | 2026-01-05 08:35 | 08:40       | 09:10
    alone 1         | P1      | 2026-01-05 09:05 | 09:10       | 09:35
    alone 2         | P1      | 2026-01-05 10:05 | 10:10       | 11:05
    alone 2         | P2      | 2026-01-05 10:05 | 10:20       | 10:35
    at night        | CRT1    | 2026-01-05 23:05 | 23:10       | 23:40
    joint scene     | CRT1    | 2026-02-05 09:05 | 09:10       | 09:40
    joint scene     | P1      | 2026-02-05 09:15 | 09:20       | 09:45
    """
)
# A call police answered alone took (30 + 90) ÷ 2 = 60 minutes of police units, and police were
# sent to two of the three Welfare calls at that hour that the program did not handle. The Trespass
# call at night has nothing of its kind: it takes the same from all. At the joint scene police
# spent 30 minutes.


def test_it_is_diverted_calls_at_the_mean_of_their_kind_times_the_share_with_police() -> None:
    found = reading(CITY, "hours_freed")
    assert found["value"] == pytest.approx(3 * 1.0 * (2 / 3) - 0.5)
    assert found["n"] == 3
    assert found["low"] < found["value"] < found["high"]


def test_the_share_that_would_have_had_police_can_be_chosen() -> None:
    told = estimate(evidence(CITY), Asked(), share=1.0)
    assert told is not None
    assert told.central == pytest.approx(3 * 1.0 - 0.5)
    assert (told.own_share, told.police_hours_each) == (pytest.approx(2 / 3), pytest.approx(1.0))
    assert (told.diverted_n, told.joint_hours) == (3, 0.5)
    nobody = estimate(evidence(CITY), Asked(), share=0.0)
    assert nobody is not None
    assert nobody.central == nobody.low == nobody.high == pytest.approx(-0.5)


def test_it_is_the_same_at_each_look() -> None:
    assert estimate(evidence(CITY), Asked()) == estimate(evidence(CITY), Asked())


def test_by_month_each_has_its_own_diverted_calls() -> None:
    found = {row["period"]: row for row in readings(CITY, "hours_freed", by=["month"])}
    assert found["2026-01"]["value"] == pytest.approx(2.0)
    assert found["2026-02"]["value"] == pytest.approx(-0.5)


def test_where_police_answered_nothing_alone_there_is_nothing_to_compare_with() -> None:
    city = CITY.replace("alone 1         | Welfare", "alone 1         | Theft")
    city = city.replace("alone 2         | Welfare", "alone 2         | Theft")
    found = reading(city, "hours_freed")
    assert (found["status"], found["value"]) == ("too few", None)
    assert "nothing to compare with" in found["reason"]


def test_without_police_units_it_is_not_measured() -> None:
    city = "\n".join(line for line in CITY.splitlines() if "| P1 " not in line)
    city = "\n".join(line for line in city.splitlines() if "| P2 " not in line)
    assert reading(city, "hours_freed")["status"] == "not measured"
