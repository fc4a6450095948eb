import re

import pandas as pd

from tests.measures.drawn import evidence

TEXT = """
    call_type_groups
    call_type | group
    Noise     | Quality of life

    calls
    incident_number | call_type_initial | received_at
    1               | Noise             | 2026-01-05 08:00
    2               | Unheard of        | 2026-01-05 08:00
    3               |                   | 2026-01-05 08:00

    encounters
    encounter_id | incident_number | team | started_at       | disposition_label | destination
    a            | 1               | CRT  | 2026-01-05 08:30 | Taken             | jail
    b            |                 | CRT  | 2026-01-05 09:30 | New words         |
    """


def rows(asked: str) -> list[tuple]:
    return sorted(evidence(TEXT).ask(asked).itertuples(index=False, name=None))


def test_every_call_is_a_row_and_every_encounter_without_a_call() -> None:
    found = rows("SELECT response_key LIKE 'encounter%', count(*) FROM responses GROUP BY 1")
    assert found == [(False, 3), (True, 1)]
    assert rows("SELECT team, count(*) FROM team_responses GROUP BY 1") == [("CRT", 2)]


def test_values_are_held_against_the_mapping_that_there_is_and_blanks_against_none() -> None:
    found = rows("SELECT field, label, mapped FROM held_values")
    assert found == [
        ("call_type", "Noise", True),
        ("call_type", "Unheard of", False),
        ("disposition_label", "New words", False),
        ("disposition_label", "Taken", True),
    ]


def test_whether_a_response_was_self_initiated_is_known_where_its_call_says_how_it_came_in() -> (
    None
):
    marked = TEXT.replace("| received_at\n", "| received_at | origin\n", 1)
    for number, origin in (("1", "self-initiated"), ("2", "911"), ("3", "")):
        marked = re.sub(rf"(\n +{number} .*08:00)\n", rf"\1 | {origin}\n", marked, count=1)
    asked = evidence(marked).ask(
        "SELECT coalesce(incident_number, 'alone') AS of, self_initiated FROM responses"
    )
    found = {of: None if pd.isna(flag) else flag for of, flag in asked.to_numpy()}
    assert found == {"1": True, "2": False, "3": None, "alone": None}
