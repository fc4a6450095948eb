from arp.measures.asked import Asked, Filters
from arp.measures.judge.gates import GATES
from arp.measures.readiness import gates, targets
from tests.measures.drawn import evidence

CITY = """
    units
    unit | team
    CRT* | CRT

    teams
    team | mode
    CRT  | in person

    targets
    indicator    | team | target | unit
    response_p50 |      | 900    | seconds
    response_p50 | CRT  | 20     | minutes

    calls
    incident_number | received_at
    1               | 2026-01-05 08:00

    unit_responses
    incident_number | unit_id | dispatched_at    | on_scene_at
    1               | CRT1    | 2026-01-05 08:05 | 08:10
    """


def test_targets_are_those_of_today_in_the_unit_of_the_figure() -> None:
    assert targets(evidence(CITY), Asked())["response_p50"].value == 15


def test_one_team_is_held_against_its_own_target() -> None:
    of_team = targets(evidence(CITY), Asked(where=Filters(team=("CRT",))))
    assert of_team["response_p50"].value == 20


def test_every_gate_is_judged_from_the_evidence() -> None:
    found = gates(evidence(CITY), Asked())
    assert [gate.name for gate in found] == [gate.name for gate in GATES]
    assert {str(gate.verdict) for gate in found} == {"cannot tell"}
