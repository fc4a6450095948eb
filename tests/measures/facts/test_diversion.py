import pytest

from tests.measures.drawn import facts

SETTINGS = """
    teams
    team | mode      | works_with_police
    CRT  | in person | no
    CoR  | in person | yes
    CCD  | phone     | no

    units
    unit | team | agency
    CRT* | CRT  |
    COR* | CoR  |
    CCD* | CCD  |
    P*   |      | police
    M*   |      | ems
    E*   |      | fire

    eligibility
    team | call_type
    CRT  | Welfare
    CRT  | Suicide
    CoR  | Welfare
    CCD  | Welfare

    agencies
    label | agency | served_call_types
    EMS   | ems    | Suicide; Chest pain
    """
TEXT = (
    SETTINGS
    + """
    calls
    incident_number | call_type_initial | origin         | received_at
    unarmed         | Welfare           | 911            | 2026-01-05 08:00
    by phone        | Welfare           | 911            | 2026-01-05 08:00
    called back     | Welfare           | 911            | 2026-01-05 08:00
    co-response     | Welfare           | 911            | 2026-01-05 08:00
    both teams      | Welfare           | 911            | 2026-01-05 08:00
    back-up         | Welfare           | 911            | 2026-01-05 08:00
    police first    | Welfare           | 911            | 2026-01-05 08:00
    police alone    | Welfare           | 911            | 2026-01-05 08:00
    own             | Welfare           | self-initiated | 2026-01-05 08:00
    not eligible    | Theft             | 911            | 2026-01-05 08:00
    served by EMS   | Suicide           | 911            | 2026-01-05 08:00
    EMS too         | Suicide           | 911            | 2026-01-05 08:00
    fire            | Theft             | 911            | 2026-01-05 08:00

    unit_responses
    incident_number | unit_id | dispatched_at    | on_scene_at
    unarmed         | CRT1    | 2026-01-05 08:05 | 08:15
    by phone        | CCD1    | 2026-01-05 08:05 |
    called back     | CRT1    | 2026-01-05 08:05 |
    co-response     | COR1    | 2026-01-05 08:05 | 08:15
    both teams      | CRT1    | 2026-01-05 08:05 | 08:15
    both teams      | COR1    | 2026-01-05 08:05 | 08:15
    back-up         | CRT1    | 2026-01-05 08:05 | 08:15
    back-up         | P1      | 2026-01-05 08:30 | 08:40
    police first    | CRT1    | 2026-01-05 08:05 | 08:15
    police first    | P1      | 2026-01-05 08:01 |
    police alone    | P1      | 2026-01-05 08:01 | 08:05
    own             | CRT1    | 2026-01-05 08:00 | 08:00
    not eligible    | CRT1    | 2026-01-05 08:05 | 08:15
    served by EMS   | CRT1    | 2026-01-05 08:05 | 08:15
    EMS too         | CRT1    | 2026-01-05 08:05 | 08:15
    EMS too         | M1      | 2026-01-05 08:05 | 08:15
    fire            | E1      | 2026-01-05 08:05 | 08:15

    encounters
    encounter_id | incident_number | team | mode      | backup_requested | backup_agency
    a            | back-up         | CRT  | in person | yes              | police
    """
)


@pytest.mark.parametrize(
    ("number", "diverted", "co_response", "joint_scene", "upgraded", "police_alone"),
    [
        ("unarmed", True, False, False, False, False),
        ("by phone", True, False, False, False, False),
        ("called back", False, False, False, False, False),
        ("co-response", False, True, False, False, False),
        ("both teams", False, True, False, False, False),
        ("back-up", False, False, True, True, False),
        ("police first", False, False, False, False, False),
        ("police alone", False, False, False, None, True),  # after nobody
        ("own", False, False, False, False, False),
        ("not eligible", False, False, False, False, False),
    ],
)
def test_a_call_is_diverted_from_police_when_a_team_without_them_handled_it_and_none_was_sent(
    number: str,
    diverted: bool,
    co_response: bool,
    joint_scene: bool,
    upgraded: bool | None,
    police_alone: bool,
) -> None:
    columns = ("diverted_police", "co_response", "joint_scene", "upgraded", "police_alone")
    found = facts(TEXT, "calls", *columns)[number]
    assert found == (diverted, co_response, joint_scene, upgraded, police_alone)


def test_police_back_up_of_a_team_stays_back_up() -> None:
    assert facts(TEXT, "calls", "backup_police", "handled")["back-up"] == (True, True)


def test_a_team_that_shared_a_call_with_a_co_response_did_not_divert_it_either() -> None:
    found = facts(TEXT, "call_teams", "handled", "co_response", "diverted_police")
    assert found["both teams", "CRT"] == (True, False, False)
    assert found["both teams", "CoR"] == (True, True, False)
    assert found["both teams", "CCD"] == (False, False, False)
    assert found["unarmed", "CRT"] == (True, False, True)


def test_ems_is_spared_only_what_it_served_before_launch_and_fire_of_which_nothing_is_said() -> (
    None
):
    found = facts(TEXT, "calls", "diverted_ems", "diverted_fire")
    assert found["served by EMS"] == (True, None)
    assert found["EMS too"] == (False, None)
    assert found["unarmed"] == (False, None)
    assert found["not eligible"] == (False, False)


def test_where_nobody_records_police_whether_a_call_was_diverted_is_unknown() -> None:
    text = TEXT.replace("P*   |      | police", "P*   |      | other ")
    found = facts(text, "calls", "diverted_police", "joint_scene", "police_alone")
    assert found["unarmed"] == (None, None, False)
    assert found["called back"] == (False, False, None)
