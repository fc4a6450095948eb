import json

import pytest

from arp.measures.facts.eligibility import parted, rules
from arp.measures.settings import Settings
from tests.measures.drawn import facts

LIST = """
    eligibility
    team | call_type | not_with         | priorities | valid_from | valid_to
    CRT  | Trespass  | weapon; violence |            |            | 2026-01-31
    CCD  | Trespass  |                  | 3; 4       |            |
    CRT  | Welfare   |                  |            | 2026-02-01 |
    """
CALLS = (
    LIST
    + """
    calls
    incident_number | call_type_initial | call_type_final | priority | hazard_flags | received_at
    both            | Trespass | Trespass | 3 |                 | 2026-01-05 08:00
    not urgent      | Trespass | Trespass | 1 | medical         | 2026-01-05 08:00
    armed           | Trespass | Trespass | 1 | medical; weapon | 2026-01-05 08:00
    unranked        | Trespass | Trespass |   | weapon          | 2026-01-05 08:00
    last day        | Trespass | Trespass | 1 |                 | 2026-01-31 23:59
    off the list    | Trespass | Trespass | 1 |                 | 2026-02-05 08:00
    on the list     | Welfare  | Theft    | 1 |                 | 2026-02-05 08:00
    turned out so   | Theft    | Welfare  | 1 |                 | 2026-02-05 08:00
    no type         |          |          | 1 |                 | 2026-02-05 08:00
    not closed      | Theft    |          | 1 |                 | 2026-02-05 08:00
    undated         | Welfare  | Welfare  | 1 |                 |

    calls
    incident_number | call_type_initial | call_type_final | priority | received_at | queued_at
    queued next day | Trespass | Trespass | 1 | 2026-01-31 23:59 | 2026-02-01 00:00

    calls
    incident_number | call_type_initial | call_type_final | origin | received_at
    own             | Welfare  | Welfare  | self-initiated | 2026-02-05 08:00
    own, no type    |          |          | self-initiated | 2026-02-05 08:00
    """
)


@pytest.mark.parametrize(
    ("number", "eligible", "eligible_final"),
    [
        ("both", True, True),
        ("not urgent", True, True),
        ("armed", False, False),
        ("unranked", None, None),
        ("last day", True, True),
        ("queued next day", False, False),
        ("off the list", False, False),
        ("on the list", True, False),
        ("turned out so", False, True),
        ("no type", None, None),
        ("not closed", False, None),
        ("own", False, False),
        ("own, no type", False, False),
        ("undated", None, None),
    ],
)
def test_a_call_is_eligible_by_the_list_of_its_day_and_what_dispatch_knew(
    number: str, eligible: bool | None, eligible_final: bool | None
) -> None:
    assert facts(CALLS, "calls", "eligible", "eligible_final")[number] == (
        eligible,
        eligible_final,
    )


def test_each_team_has_a_row_of_each_call_that_is_on_its_list_and_nothing_it_did_is_made_up() -> (
    None
):
    found = facts(CALLS, "call_teams", "eligible", "handled")
    assert found["both", "CRT"] == found["both", "CCD"] == (True, None)
    assert ("not urgent", "CCD") not in found
    assert found["unranked", "CCD"] == (None, None)
    assert found["turned out so", "CRT"] == (False, None)
    assert not {number for number, _ in found} & {"armed", "off the list", "own"}


def test_without_a_list_or_in_the_programs_own_feed_eligibility_is_unknown() -> None:
    unlisted = CALLS.replace(LIST, "")
    assert set(facts(unlisted, "calls", "eligible").values()) == {None}
    own = "feeds\n    feed | scope\n    cad | program\n\n    " + CALLS
    assert set(facts(own, "calls", "eligible").values()) == {None}
    assert facts(own, "call_teams", "eligible") == {}


def test_a_call_that_two_feeds_know_is_eligible_by_what_the_dispatch_feed_says() -> None:
    text = (
        LIST
        + """
    feeds
    feed  | scope
    heart | program

    calls from heart
    incident_number | call_type_initial | priority | hazard_flags | received_at
    1               | Trespass          | 3        | weapon       | 2026-01-05 08:00
    2               | Trespass          | 3        |              | 2026-01-05 08:00

    calls from cad
    incident_number | call_type_initial | priority | received_at
    1               | Trespass          | 1        | 2026-01-05 08:00
    """
    )
    # CAD's priority, and the hazard that only the team's sheet knows.
    assert facts(text, "calls", "eligible") == {"1": False, "2": None}


def test_a_list_is_one_rule_a_priority_and_its_parts_are_parted_by_semicolons() -> None:
    value = {"team": "CRT", "call_type": "Noise", "priorities": "3; 4", "not_with": "weapon"}
    blank = {"valid_from": None, "valid_to": None}
    stored = {"section": "eligibility", "name": "CRT", "value": json.dumps(value), **blank}
    found = rules(Settings([stored])).to_pylist()
    assert [row["on_priority"] for row in found] == ["3", "4"]
    assert all(row["not_with_weapon"] and not row["not_with_medical"] for row in found)
    assert parted("Welfare check, urgent; Noise;") == ["Welfare check, urgent", "Noise"]
    assert parted(None) == []


SCHEDULE = """
    eligibility
    team | call_type
    CRT  | Trespass
    CoR  | Trespass

    schedule
    team | area  | weekdays | starts | ends  | units
    CRT  | North | Monday   | 08:00  | 16:00 | 1
    CoR  |       | Monday   | 10:00  | 12:00 | 1

    calls
    incident_number | call_type_initial | area  | received_at
    starts          | Trespass          | North | 2026-01-05 08:00
    last minute     | Trespass          | North | 2026-01-05 15:59:59
    ends            | Trespass          | North | 2026-01-05 16:00
    elsewhere       | Trespass          | South | 2026-01-05 08:00
    other team      | Trespass          | South | 2026-01-05 10:00
    not eligible    | Theft             | North | 2026-01-05 08:00
    """


def test_a_call_is_staffed_from_the_start_of_a_shift_up_to_its_end() -> None:
    assert facts(SCHEDULE, "calls", "staffed", "eligible_staffed") == {
        "starts": (True, True),
        "last minute": (True, True),
        "ends": (False, False),
        "elsewhere": (False, False),
        "other team": (True, True),
        "not eligible": (False, False),
    }
    by_team = facts(SCHEDULE, "call_teams", "staffed")
    assert (by_team["other team", "CRT"], by_team["other team", "CoR"]) == (False, True)


def test_without_a_schedule_nobody_knows_whether_a_call_was_staffed() -> None:
    schedule = SCHEDULE[SCHEDULE.index("    schedule") : SCHEDULE.index("    calls")]
    found = facts(SCHEDULE.replace(schedule, ""), "calls", "staffed", "eligible_staffed")
    assert found["starts"] == (None, None)
    assert found["not eligible"] == (False, False)
