"""Proposed settings: what the data show, said with the evidence, and never what is set already."""

import pytest

from arp.measures.proposed import durhams_name, proposals
from arp.measures.registry import INDICATORS
from tests.measures.drawn import TODAY, drawn

CITY = """
    calls
    incident_number | call_type_initial         | received_at
    1               | WELFARE CHECK             | 2026-01-05 08:00
    2               | WELFARE CHECK             | 2026-01-05 09:00
    3               | TRESPASS/UNWANTED         | 2026-01-05 10:00
    4               | TRAFFIC STOP              | 2026-01-05 11:00

    unit_responses
    incident_number | unit_id | dispatched_at
    1               | CRT1    | 2026-01-05 08:05
    2               | CRT2    | 2026-01-05 09:05
    2               | crt2    | 2026-01-05 09:15
    3               | P12     | 2026-01-05 10:05
    4               | CARTER  | 2026-01-05 11:05
"""


def proposed(text, *sections):
    return [
        (found.section, *found.values.values(), found.why)
        for found in proposals(drawn(text), today=TODAY)
        if found.section in sections
    ]


def test_units_with_the_call_sign_of_a_known_team_are_proposed_as_a_pattern_of_that_team():
    assert proposed(CITY, "units") == [
        ("units", "CRT*", "CRT", "program", "CRT1, CRT2, crt2; responses: 3")
    ]


def test_the_team_of_the_units_is_proposed_with_what_is_known_of_it():
    assert proposed(CITY, "teams") == [
        (
            *("teams", "CRT", "Community Response Team", "in person", False, False),
            "CRT1, CRT2, crt2; responses: 3",
        )
    ]


def test_units_of_a_feed_of_the_program_alone_are_a_team_whatever_they_are_called():
    text = """
    unit_responses from team
    incident_number | unit_id | dispatched_at
    1               | Van 7   | 2026-01-05 08:05

    feeds
    feed | scope
    team | program
    """
    assert proposed(text, "units", "teams") == [
        ("teams", "VAN", "Van 7; responses: 1"),
        ("units", "Van*", "VAN", "program", "Van 7; responses: 1"),
    ]


def test_teams_that_sheets_name_are_proposed_and_those_that_only_follow_up_take_no_calls():
    text = """
    calls
    incident_number | call_type_initial | received_at
    1               | Welfare check     | 2026-01-05 08:00

    encounters
    encounter_id | team      | started_at
    1            | CN        | 2026-01-05 08:00
    2            | Outreach  | 2026-01-05 08:00
    3            | Outreach  | 2026-01-05 08:00
    """
    assert [found[:2] for found in proposed(text, "teams")] == [
        ("teams", "CN"),
        ("teams", "Outreach"),
    ]
    assert proposed(text, "teams")[1][-1] == "Named in the data; rows: 2"
    assert [found[1] for found in proposed(text, "eligibility")] == ["Outreach"]


def test_call_types_of_durhams_list_are_proposed_in_the_datas_own_spelling():
    assert proposed(CITY, "eligibility") == [
        (
            *("eligibility", "CRT", "WELFARE CHECK", "weapon; violence"),
            "Durham began with “welfare check”; calls of this type: 2",
        ),
        (
            *("eligibility", "CRT", "TRESPASS/UNWANTED", "weapon; violence"),
            "Durham began with “trespass”; calls of this type: 1",
        ),
    ]


def test_nothing_is_proposed_that_is_set_already():
    text = (
        CITY
        + """
    teams
    team | mode
    CRT  | in person

    units
    unit | team
    CRT* | CRT

    eligibility
    team | call_type
    CRT  | WELFARE CHECK

    targets
    indicator         | target | unit
    contact_made_rate | 0.8    | share
    """
    )
    assert proposed(text, "teams", "units") == []
    assert [found[2] for found in proposed(text, "eligibility")] == ["TRESPASS/UNWANTED"]
    assert "contact_made_rate" not in [found[1] for found in proposed(text, "targets")]


def test_targets_have_the_starting_values_of_their_indicators():
    starting = {
        key: entry.starting_target
        for key, entry in INDICATORS.items()
        if entry.starting_target is not None
    }
    assert {found[1]: found[2] for found in proposed(CITY, "targets")} == starting


def test_a_city_without_a_team_is_proposed_no_list_of_calls():
    text = """
    calls
    incident_number | call_type_initial | received_at
    1               | Welfare check     | 2026-01-05 08:00
    """
    assert proposed(text, "teams", "units", "eligibility") == []


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Welfare check, urgent", "welfare check"),
        ("Welfre Check", "welfare check"),
        ("CHECK WELL BEING", "welfare check"),
        ("CHECK", None),
        ("DISTURBANCE", None),
        ("DISTURBANCE, VERBAL", "verbal disturbance"),
        ("Domestic verbal dispute", None),
        ("SUICIDE THREAT", "suicide threat"),
        ("MENTAL HEALTH CRISIS WITH WEAPON", None),
        ("NON-VIOLENT MENTAL HEALTH CRISIS", "mental health crisis"),
        ("Indecent exposure", "indecency"),
        ("Medical", None),
    ],
)
def test_a_label_means_a_type_when_all_its_words_are_there_and_none_speaks_of_harm(label, name):
    assert durhams_name(label) == name
