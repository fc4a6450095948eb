"""What police, EMS and fire were not sent to, and what they still answer: calls_diverted,
ems_diverted, fire_diverted, diversion_share_total, no_police_sent, police_only_on_eligible,
police_hours_on_eligible, police_p1_response_p50, police_p1_response_p90."""

import pytest

from tests.measures.drawn import reading, readings

CITY = """
    units
    unit | team | agency
    CRT* | CRT  | program
    CCD* | CCD  | program
    COR* | CoR  | program
    P*   |      | police
    M*   |      | ems

    teams
    team | mode      | works_with_police
    CRT  | in person | no
    CCD  | phone     | no
    CoR  | in person | yes

    agencies
    label | agency | served_call_types
    ems   | ems    | Intoxicated

    eligibility
    team | call_type
    CRT  | Welfare
    CRT  | Intoxicated
    CCD  | Welfare
    CoR  | Welfare

    priorities
    priority | is_top
    1        | yes
    2        | no

    calls
    incident_number | call_type_initial | priority | origin         | received_at
    in person       | Welfare           | 2        | 911            | 2026-01-05 08:00
    by phone        | Welfare           | 2        | 911            | 2026-01-05 09:00
    with police     | Welfare           | 2        | 911            | 2026-01-05 10:00
    joint scene     | Welfare           | 2        | 911            | 2026-01-05 11:00
    police alone    | Welfare           | 2        | 911            | 2026-01-05 12:00
    nobody came     | Welfare           | 2        | 911            | 2026-01-05 13:00
    own contact     | Welfare           | 2        | self-initiated | 2026-01-05 14:00
    drunk           | Intoxicated       | 2        | 911            | 2026-01-05 15:00
    robbery         | Robbery           | 1        | 911            | 2026-01-05 16:00

    unit_responses
    incident_number | unit_id | dispatched_at    | on_scene_at | cleared_at
    in person       | CRT1    | 2026-01-05 08:05 | 08:10       | 08:40
    by phone        | CCD1    | 2026-01-05 09:05 |             | 09:30
    with police     | COR1    | 2026-01-05 10:05 | 10:10       | 10:40
    joint scene     | CRT1    | 2026-01-05 11:05 | 11:10       | 11:40
    joint scene     | P1      | 2026-01-05 11:15 | 11:20       | 12:15
    police alone    | P1      | 2026-01-05 12:05 | 12:10       | 12:35
    police alone    | P2      | 2026-01-05 12:05 | 12:20       | 12:35
    own contact     | CRT1    | 2026-01-05 14:00 | 14:00       | 14:20
    drunk           | CRT1    | 2026-01-05 15:05 | 15:10       | 15:40
    robbery         | P1      | 2026-01-05 16:01 | 16:04       | 17:00
    robbery         | M1      | 2026-01-05 16:01 | 16:09       | 17:00
    """


URGENT = range(40)  # minutes from the call to the first police unit, a call each
URGENT_CITY = "\n".join(
    [
        "units\nunit | agency\nP* | police\n",
        "priorities\npriority | is_top\n1 | yes\n2 | no\n",
        "calls\nincident_number | priority | received_at",
        *(f"{wait} | 1 | 2026-01-05 08:00" for wait in URGENT),
        "no hurry | 2 | 2026-01-05 08:00\n",
        "unit_responses\nincident_number | unit_id | dispatched_at | on_scene_at",
        *(f"{wait} | P1 | 2026-01-05 08:00 | 08:{wait:02}" for wait in URGENT),
        "no hurry | P2 | 2026-01-05 08:00 | 09:00",
    ]
)


def of(key: str) -> tuple[float, float]:
    found = reading(CITY, key)
    return found["numerator"], found["denominator"]


def test_diverted_is_handled_by_phone_or_unarmed_with_no_police_at_any_time() -> None:
    assert reading(CITY, "calls_diverted")["value"] == 3  # in person, by phone, drunk


def test_by_team_each_call_is_diverted_by_the_team_that_handled_it() -> None:
    found = readings(CITY, "calls_diverted", by=["team"])
    assert {row["team"]: row["value"] for row in found} == {"CRT": 2, "CCD": 1, "CoR": 0}


def test_ems_is_relieved_only_of_what_it_served_before() -> None:
    assert reading(CITY, "ems_diverted")["value"] == 1  # the Welfare calls were never theirs


def test_fire_whose_units_no_feed_holds_cannot_be_told() -> None:
    assert reading(CITY, "fire_diverted")["status"] == "not measured"


def test_fire_is_relieved_of_what_it_served_before_where_its_units_are_held() -> None:
    city = CITY.replace(
        "    M*   |      | ems\n", "    M*   |      | ems\n    E*   |      | fire\n"
    )
    city = city.replace(
        "    ems   | ems    | Intoxicated\n",
        "    ems   | ems    | Intoxicated\n    fire  | fire   | Welfare\n",
    )
    city = (
        city.rstrip() + "\n    by phone        | E1      | 2026-01-05 09:01 | 09:09       | 09:20\n"
    )
    found = reading(city, "fire_diverted")
    assert (found["value"], found["status"]) == (2, "ok")  # in person, joint scene


def test_the_share_is_of_everything_that_would_have_come_to_police() -> None:
    assert of("diversion_share_total") == (3, 3 + 3)  # joint scene, police alone, robbery


def test_eligible_calls_without_police_are_also_those_to_which_nobody_came() -> None:
    # Eligible are all but own contact and robbery; police went to two of the seven.
    assert of("no_police_sent") == (5, 7)
    assert of("police_only_on_eligible") == (1, 7)


def test_police_hours_are_those_of_every_unit_on_eligible_calls() -> None:
    assert reading(CITY, "police_hours_on_eligible")["value"] == pytest.approx(1 + 0.5 + 0.5)


def test_top_priority_calls_are_those_the_city_marks() -> None:
    found = reading(CITY, "police_p1_response_p50")
    assert (found["status"], found["n"]) == ("too few", 1)
    start, end = CITY.index("    priorities"), CITY.index("    calls\n")
    unmarked = CITY[:start] + CITY[end:]
    for key in ("police_p1_response_p50", "police_p1_response_p90"):
        assert reading(unmarked, key)["status"] == "not measured"


@pytest.mark.parametrize(("key", "share"), [("p50", 0.5), ("p90", 0.9)])
def test_police_response_is_that_of_the_first_unit_to_top_priority_calls(
    key: str, share: float
) -> None:
    found = reading(URGENT_CITY, f"police_p1_response_{key}")
    assert found["value"] == pytest.approx(share * URGENT[-1])
    assert (found["n"], found["status"]) == (len(URGENT), "ok")


@pytest.mark.parametrize(
    "key",
    ["calls_diverted", "no_police_sent", "police_only_on_eligible", "police_hours_on_eligible"],
)
def test_without_police_units_none_of_it_can_be_told(key: str) -> None:
    city = "\n".join(line for line in CITY.splitlines() if not line.strip().startswith("P"))
    city = "\n".join(line for line in city.splitlines() if "| P1 " not in line)
    city = "\n".join(line for line in city.splitlines() if "| P2 " not in line)
    assert reading(city, key)["status"] == "not measured"
