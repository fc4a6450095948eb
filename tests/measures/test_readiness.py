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


CONNECTED = """
    areas
    label | area | in_jurisdiction
    North | North | yes
    South | South | yes

    targets
    indicator         | team | target | unit
    connected_to_care |      | 0.4    | share

    calls
    incident_number | area  | received_at
    1               | North | 2026-01-05 08:00
    2               | South | 2026-01-06 08:00
    3               | South | 2026-03-10 08:00

    encounters
    incident_number | started_at       | referral_accepted | connected_to_care | connected_on
    1               | 2026-01-05 08:20 | yes               | confirmed         | 2026-01-07
    2               | 2026-01-06 08:20 | yes               | no                |
    3               | 2026-03-10 08:20 | no                |                   |
    """


def test_a_figure_about_few_people_of_an_area_cannot_be_told_by_a_gate() -> None:
    def connected(asked: Asked) -> tuple[str, float | None]:
        follow_through = next(
            gate for gate in gates(evidence(CONNECTED), asked) if gate.name == "Follow-through"
        )
        (one,) = (f for f in follow_through.figures if f.figure.key == "connected_to_care")
        return str(one.verdict), one.value

    assert connected(Asked()) == ("met", 0.5)
    assert connected(Asked(where=Filters(area=("North",)))) == ("cannot tell", None)
