import pytest

from arp.measures.asked import Asked, Filters
from arp.measures.engine import measure
from arp.measures.studies.funnel import STEPS, funnel
from tests.measures.drawn import evidence, waits

PROGRAM = """
    units
    unit | team | agency
    CRT* | CRT  | program
    P*   |      | police

    teams
    team | mode
    CRT  | in person
    CCD  | phone

    eligibility
    team | call_type
    CRT  | Welfare
    CCD  | Welfare
    """
SCHEDULE = """
    schedule
    team | area  | weekdays                                     | starts | ends  | units
    CRT  | North | Monday; Tuesday; Wednesday; Thursday; Friday | 08:00  | 20:00 | 1
    """
CALLS = """
    calls
    incident_number | call_type_initial | area  | received_at      | queued_at
    1               | Welfare           | North | 2026-01-05 08:00 | 08:01
    2               | Welfare           | North | 2026-01-05 09:00 | 09:01
    3               | Welfare           | North | 2026-01-05 10:00 | 10:01
    4               | Welfare           | North | 2026-01-05 11:00 | 11:01
    5               | Welfare           | North | 2026-01-05 21:00 | 21:01
    6               | Theft             | North | 2026-01-05 12:00 | 12:01
    7               | Welfare           | North | 2026-01-05 13:00 | 13:01

    unit_responses
    incident_number | unit_id | dispatched_at    | on_scene_at | cleared_at
    1               | CRT1    | 2026-01-05 08:05 | 08:10       | 08:40
    2               | CRT1    | 2026-01-05 09:05 |             | 09:20
    3               | P1      | 2026-01-05 10:05 | 10:10       | 10:40
    5               | CRT1    | 2026-01-05 21:05 | 21:10       | 21:40
    6               | CRT1    | 2026-01-05 12:05 | 12:10       | 12:40
    7               | CRT1    | 2026-01-05 13:05 | 13:10       | 13:40
    """
CONTACTS = """
    encounters
    encounter_id | incident_number | team | mode      | started_at       | contact_result | destination | arrest | ems_transport | police_role
    a            | 1               | CRT  | in person | 2026-01-05 08:10 | engaged        | home        | no     | no            | none
    b            | 4               | CCD  | phone     | 2026-01-05 11:05 | engaged        | home        | no     | no            | none
    """  # noqa: E501 - a drawn row in one line
CITY = "\n".join([PROGRAM, SCHEDULE, CALLS, CONTACTS])


def steps(text, **question):
    found = funnel(evidence(text), Asked(**question))
    return dict(zip(found["step"], found["value"], strict=True))


def test_each_step_is_counted_inside_the_one_before():
    # 2 is sent and recalled, 3 is never routed, 4 is taken by phone, 5 comes after the shift.
    assert list(steps(CITY).values()) == [6, 5, 4, 4, 3, 2]


def test_a_step_that_is_unknown_of_a_call_leaves_it_out_and_says_so():
    resolved = funnel(evidence(CITY), Asked()).iloc[-1]  # 7 has no contact record
    assert resolved["reason"] == "1 more left out: it is not known for them."


def test_the_fifth_step_is_the_numerator_of_capture():
    capture = measure(evidence(CITY), ["eligible_capture"]).iloc[0]
    found = steps(CITY)
    assert found["arrived or answered"] == capture["numerator"]
    assert found["with a team on duty"] == capture["denominator"]


def test_a_team_s_funnel_holds_its_own_calls():
    found = steps(CITY, where=Filters(team=("CRT",)))
    assert found["arrived or answered"] == 2  # the call taken by phone is another team's


def test_without_a_schedule_that_step_is_not_measured_and_the_others_go_on():
    found = funnel(evidence("\n".join([PROGRAM, CALLS, CONTACTS])), Asked())
    told = dict(zip(found["step"], found["status"], strict=True))
    assert told["with a team on duty"] == "not measured"
    assert "service schedule" in found["reason"].iloc[1]
    assert list(found["value"].dropna()) == [6, 5, 5, 4, 2]


def test_without_contact_records_nobody_knows_what_was_resolved():
    found = funnel(evidence("\n".join([PROGRAM, SCHEDULE, CALLS])), Asked())
    assert found["status"].tolist() == ["ok"] * 5 + ["not measured"]


@pytest.mark.parametrize("scope", ["program", "all calls"])
def test_without_a_list_of_eligible_types_no_step_is_measured(scope):
    found = funnel(evidence(waits([10.0] * 8, scope=scope)), Asked())
    assert found["step"].tolist() == list(STEPS)
    assert set(found["status"]) == {"not measured"}
    assert found["value"].isna().all()
    assert found["reason"].str.contains("list of eligible call types").all()
