import pytest

from tests.measures.drawn import reading, readings

TEXT = """
    teams
    team | mode      | works_with_police
    CRT  | in person | no
    CoR  | in person | yes

    units
    unit | team
    CRT1 | CRT
    COR1 | CoR

    calls
    incident_number | received_at
    1               | 2026-01-05 08:00
    2               | 2026-01-05 08:00
    3               | 2026-01-05 08:00
    4               | 2026-01-05 08:00
    5               | 2026-01-05 08:00
    6               | 2026-01-05 08:00

    unit_responses
    incident_number | unit_id | on_scene_at
    1               | CRT1    | 2026-01-05 08:10
    2               | CRT1    | 2026-01-05 08:10
    3               | CRT1    | 2026-01-05 08:10
    3               | COR1    | 2026-01-05 08:30
    4               | COR1    | 2026-01-05 08:10
    5               | CRT1    | 2026-01-05 08:10
    6               | CRT1    |

    encounters
    encounter_id | incident_number | team | backup_requested | backup_agency | police_role
    a            | 1               | CRT  | yes              | police        |
    b            | 2               | CRT  | yes              | ems           |
    c            | 3               | CRT  |                  |               | requested by us
    d            | 3               | CoR  | no               |               |
    e            | 4               | CoR  | yes              | police        |
    f            | 5               | CRT  |                  |               |
    g            | 6               | CRT  | yes              | police        |
    """


def test_calls_with_police_asked_for_among_arrivals_of_teams_that_work_without_police() -> None:
    found = reading(TEXT, "backup_requested_rate")
    # 1 and 3 asked for police, 2 for medics; 4 is a co-response; nobody arrived at 6
    assert (found["numerator"], found["denominator"]) == (2, 3)
    assert found["value"] == pytest.approx(2 / 3)


def test_a_record_that_does_not_say_is_left_out_and_counted() -> None:
    assert reading(TEXT, "backup_requested_rate")["reason"] == (
        "1 more left out: it is not known for them."
    )


def test_a_team_that_works_with_police_has_none() -> None:
    teams = {row["team"]: row for row in readings(TEXT, "backup_requested_rate", by=["team"])}
    assert (teams["CRT"]["numerator"], teams["CRT"]["denominator"]) == (2, 3)
    assert (teams["CoR"]["value"], teams["CoR"]["status"]) == (None, "not measured")


def test_none_in_a_hundred_still_has_an_upper_limit_above_none() -> None:
    calls = "\n".join(f"{n} | 2026-01-05 08:00 | 08:10" for n in range(100))
    said = "\n".join(f"e{n} | {n} | no | none" for n in range(100))
    text = f"""
feeds
feed  | scope
heart | program

calls from heart
incident_number | received_at | on_scene_at
{calls}

encounters from heart
encounter_id | incident_number | backup_requested | police_role
{said}
"""
    found = reading(text, "backup_requested_rate")
    assert found["value"] == 0
    assert found["high"] == pytest.approx(0.037, abs=0.0005)


def test_where_no_record_says_it_is_not_measured() -> None:
    unsaid = TEXT.split("    encounters")[0]
    found = reading(unsaid, "backup_requested_rate")
    assert (found["value"], found["status"]) == (None, "not measured")
