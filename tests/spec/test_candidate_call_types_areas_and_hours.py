"""What could be added next: candidate_call_types, candidate_areas_hours."""

import pytest

from tests.measures.drawn import reading, readings

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

    schedule
    team | area  | weekdays                                     | starts | ends  | units
    CRT  | North | Monday; Tuesday; Wednesday; Thursday; Friday | 08:00  | 20:00 | 1

    calls
    incident_number | call_type_initial | call_type_final | area  | received_at
"""


def city() -> str:
    calls, units = [], []
    for number in range(30):
        calls.append(f"    n{number} | Noise | {'Theft' if number < 3 else 'Noise'} | North | "
                     f"2026-01-{number % 14 + 5:02} 10:00")  # fmt: skip
        if number < 12:
            units.append(f"    n{number} | P1 | 2026-01-{number % 14 + 5:02} 10:05 | 10:10 | 10:25")
    calls += [f"    t{number} | Theft | Theft | North | 2026-01-05 11:00" for number in range(29)]
    calls += [f"    w{number} | Welfare | | North | 2026-01-07 21:00" for number in range(6)]
    calls += [f"    s{number} | Welfare | | South | 2026-01-10 03:00" for number in range(2)]
    units.append("    w0 | CRT1 | 2026-01-07 21:05 | 21:10 | 21:25")
    header = "    unit_responses\n    incident_number | unit_id | dispatched_at | on_scene_at"
    return HEAD + "\n".join(calls) + f"\n\n{header} | cleared_at\n" + "\n".join(units) + "\n"


CITY = city()


def test_types_on_no_list_with_thirty_calls_are_listed_with_signs_of_risk() -> None:
    found = readings(CITY, "candidate_call_types")
    assert {row["call_type"] for row in found} == {"Noise"}  # Theft has 29 calls, Welfare a list
    told = {row["part"]: row["value"] for row in found}
    assert told["calls"] == 30
    assert told["share with police sent"] == pytest.approx(12 / 30)
    assert told["share that changed type"] == pytest.approx(3 / 30)
    assert told["median police unit-minutes"] == pytest.approx(20)


def test_what_no_feed_tells_is_not_measured() -> None:
    found = {row["part"]: row for row in readings(CITY, "candidate_call_types")}
    ems = found["share with EMS sent"]
    assert (ems["status"], ems["reason"]) == ("not measured", "No feed tells this of these calls.")


def test_blocks_of_hours_are_listed_by_unserved_calls_a_unit_hour_added() -> None:
    found = readings(CITY, "candidate_areas_hours")
    told = {(row["area"], row["part"]): (row["n"], row["value"]) for row in found}
    # Two weeks: five of six calls on a weekday night were missed, two on a weekend in the South.
    assert told == {
        ("North", "weekdays 20–24"): (5, pytest.approx(5 / (2 * 5 * 4))),
        ("South", "weekend 00–04"): (2, pytest.approx(2 / (2 * 2 * 4))),
    }


def test_without_a_list_or_a_schedule_they_are_not_measured() -> None:
    start, end = CITY.index("    eligibility"), CITY.index("    schedule")
    assert reading(CITY[:start] + CITY[end:], "candidate_call_types")["status"] == "not measured"
    start, end = CITY.index("    schedule"), CITY.index("    calls")
    assert reading(CITY[:start] + CITY[end:], "candidate_areas_hours")["status"] == "not measured"
