import pytest

from tests.measures.drawn import facts

TEXT = """
    teams
    team | mode      | works_with_police
    CRT  | in person | no
    CCD  | phone     | no

    units
    unit | team
    CRT* | CRT
    CCD* | CCD
    NEW* | NEW

    calls
    incident_number | received_at
    field           | 2026-01-05 08:00
    phone           | 2026-01-05 08:00
    phone declined  | 2026-01-05 08:00
    unknown team    | 2026-01-05 08:00
    it arrived      | 2026-01-05 08:00
    and another     | 2026-01-05 08:00

    unit_responses
    incident_number | unit_id | dispatched_at    | on_scene_at | declined_reason
    field           | CRT1    | 2026-01-05 08:05 |             |
    phone           | CCD1    | 2026-01-05 08:05 |             |
    phone declined  | CCD1    |                  |             | Busy
    unknown team    | NEW1    | 2026-01-05 08:05 |             |
    it arrived      | NEW1    | 2026-01-05 08:05 | 08:15       |
    and another     | NEW1    | 2026-01-05 08:05 |             |
    and another     | CCD1    | 2026-01-05 08:05 |             |
    """


@pytest.mark.parametrize(
    ("number", "handled", "routed"),
    [
        ("field", False, True),
        ("phone", True, True),
        ("phone declined", False, True),
        ("unknown team", None, True),
        ("it arrived", True, True),
        ("and another", True, True),
    ],
)
def test_a_unit_that_was_sent_took_the_call_if_its_team_is_known_to_telephone(
    number: str, handled: bool | None, routed: bool
) -> None:
    assert facts(TEXT, "calls", "handled", "routed")[number] == (handled, routed)


def test_by_team_each_is_judged_by_what_is_known_of_it() -> None:
    found = facts(TEXT, "call_teams", "handled")
    assert (found["and another", "NEW"], found["and another", "CCD"]) == (None, True)


def test_without_a_unit_of_the_program_the_clocks_are_those_of_everybody_and_handled_unknown() -> (
    None
):
    settings = TEXT[TEXT.index("    units") : TEXT.index("    calls")]
    found = facts(TEXT.replace(settings, ""), "calls", "prog_arrived", "handled", "co_response")
    assert found["it arrived"] == (True, None, None)
