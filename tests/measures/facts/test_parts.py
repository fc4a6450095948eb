"""Very many calls are looked at in parts; the facts are those of all at once."""

from __future__ import annotations

import pytest

from arp.measures.facts import parts
from tests.measures.drawn import evidence

TEXT = """
    units
    unit | team
    CRT* | CRT
    CCD* | CCD

    calls
    incident_number | received_at      | call_type_initial | area
    1               | 2026-01-05 08:00 | TRESPASS          | North
    2               | 2026-01-05 09:00 | TRESPASS          | South
    3               | 2026-01-05 10:00 | NOISE             |
    4               | 2026-01-05 11:00 |                   | North
    5               | 2026-01-06 08:00 | TRESPASS          | North
                    | 2026-01-06 09:00 | TRESPASS          | North

    unit_responses
    incident_number | unit_id | dispatched_at    | on_scene_at
    1               | CRT1    | 2026-01-05 08:05 | 2026-01-05 08:20
    1               | P12     | 2026-01-05 08:06 | 2026-01-05 08:12
    2               | P12     | 2026-01-05 09:03 | 2026-01-05 09:09
    4               | CCD1    | 2026-01-05 11:05 | 2026-01-05 11:20
    4               | CRT1    | 2026-01-05 11:06 |

    eligibility
    team | call_type
    CRT  | TRESPASS
    CCD  | TRESPASS

    encounters
    incident_number | encounter_id | team | started_at       | contact_result
    2               | e1           | CRT  | 2026-01-05 09:30 | engaged
    """


@pytest.mark.parametrize("fact", ["calls", "call_teams"])
@pytest.mark.parametrize("at_once", [1, 2, 4])
def test_facts_made_in_parts_are_those_made_in_one_go(
    fact: str, at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = f"SELECT * FROM {fact} ORDER BY ALL"
    whole = evidence(TEXT).ask(asked)
    monkeypatch.setattr(parts, "CALLS_AT_ONCE", at_once)

    in_parts = evidence(TEXT).ask(asked)

    assert len(whole) >= 6
    assert in_parts.equals(whole)


@pytest.mark.parametrize(("calls", "among"), [(0, 1), (1, 1), (4, 1), (5, 2), (8, 2), (9, 3)])
def test_there_is_one_part_until_there_are_too_many_calls(
    calls: int, among: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "CALLS_AT_ONCE", 4)

    made = parts.parts(calls)

    assert [part.number for part in made] == list(range(among))
    assert {part.among for part in made} == {among}
