import json
from datetime import date

from arp.measures.facts.call_types import call_type_map, served_types
from arp.measures.settings import Settings
from tests.measures.drawn import facts

TODAY = date(2026, 1, 1)


def settings(*rows: tuple[str, dict[str, object]]) -> Settings:
    blank = {"valid_from": None, "valid_to": None}
    return Settings(
        [
            {"section": section, "name": f"{number}", "value": json.dumps(value), **blank}
            for number, (section, value) in enumerate(rows)
        ]
    )


def test_a_call_type_has_its_group_and_the_agencies_that_served_it_as_far_as_it_is_said() -> None:
    said = settings(
        ("call_type_groups", {"call_type": "Noise", "group": "Quality of life"}),
        ("agencies", {"label": "EMS", "agency": "ems", "served_call_types": "Noise; Chest pain"}),
        ("agencies", {"label": "Fire", "agency": "fire"}),
    )
    assert call_type_map(said, ["Noise", "Theft"], TODAY).to_pylist() == [
        {
            "call_type": "Noise",
            "call_type_group": "Quality of life",
            "ems_served": True,
            "fire_served": None,
        },
        {"call_type": "Theft", "call_type_group": None, "ems_served": False, "fire_served": None},
    ]


def test_several_names_of_one_agency_served_what_any_of_them_served_and_police_are_not_asked() -> (
    None
):
    said = settings(
        ("agencies", {"label": "MEDIC", "agency": "ems", "served_call_types": "Fall"}),
        ("agencies", {"label": "AMR", "agency": "ems", "served_call_types": "Chest pain"}),
        ("agencies", {"label": "PD", "agency": "police", "served_call_types": "Theft"}),
    )
    assert served_types(said, TODAY) == {"ems": {"Fall", "Chest pain"}}


TEXT = """
    priorities
    priority | is_top | valid_from | valid_to
    1        | yes    |            |
    P        | yes    |            | 2026-01-31
    2        | no     |            |

    call_type_groups
    call_type | group
    Noise     | Quality of life

    calls
    incident_number | priority | call_type_initial | call_type_final | received_at
    top             | 1        | Noise             | Noise           | 2026-01-05 08:00
    below           | 2        | Noise             | Theft           | 2026-01-05 08:00
    unlisted        | 9        | Theft             |                 | 2026-01-05 08:00
    blank           |          |                   | Noise           | 2026-01-05 08:00
    then            | P        | Noise             | Noise           | 2026-01-31 08:00
    no longer       | P        | Noise             | Noise           | 2026-02-01 08:00
    """


def test_a_priority_is_a_top_one_while_the_settings_say_so() -> None:
    assert facts(TEXT, "calls", "is_top_priority") == {
        "top": True,
        "below": False,
        "unlisted": False,
        "blank": None,
        "then": True,
        "no longer": False,
    }
    unset = TEXT.replace("| yes ", "| no  ")
    assert set(facts(unset, "calls", "is_top_priority").values()) == {None}


def test_a_call_is_shown_in_the_group_of_its_first_type() -> None:
    found = facts(TEXT, "calls", "call_type_group")
    assert (found["below"], found["unlisted"], found["blank"]) == ("Quality of life", None, None)
