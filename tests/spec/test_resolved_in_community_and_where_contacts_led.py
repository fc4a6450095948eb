"""Where contacts led: resolved_in_community, hospital_transport_rate, involuntary_rate, arrests."""

import pytest

from tests.measures.drawn import reading

TEXT = """
    teams
    team | mode      | follows_up
    CN   | in person | yes

    encounters
    encounter_id | team | started_at | contact_result | destination         | arrest | citation
    a            | CRT  | 2026-01-05 | engaged        | home                | no     | yes
    b            | CRT  | 2026-01-05 | engaged        | hospital, voluntary | no     | no
    c            | CRT  | 2026-01-05 | declined       | jail                |        | no
    d            | CRT  | 2026-01-05 | engaged        | handed to police    | yes    |
    e            | CRT  | 2026-01-05 | engaged        |                     |        |
    f            | CRT  | 2026-01-05 | no contact     | home                | no     | no
    g            | CN   | 2026-01-05 | engaged        | home                | no     | no
    """


@pytest.mark.parametrize(
    ("key", "parts"),
    [
        ("resolved_in_community", (1, 4)),  # a; nobody says what came of e
        ("hospital_transport_rate", (1, 4)),  # b
        ("arrest_rate", (2, 4)),  # c and d
        ("citation_rate", (1, 3)),  # a; of d and e nobody says
    ],
)
def test_a_share_of_the_contacts_at_which_the_person_was_reached(key: str, parts: tuple) -> None:
    found = reading(TEXT, key)
    # f was not reached, g is a follow-up
    assert (found["numerator"], found["denominator"]) == parts
    assert found["value"] == pytest.approx(parts[0] / parts[1])


def test_a_hold_counts_among_those_who_were_reached() -> None:
    held = TEXT.replace("hospital, voluntary", "hospital, involuntary")
    found = reading(held, "involuntary_rate")
    assert (found["numerator"], found["denominator"]) == (1, 4)
    # While no destination is ever a hold, “hospital” does not say that there was none.
    assert reading(TEXT, "involuntary_rate")["status"] == "not measured"


@pytest.mark.parametrize(
    "key",
    [
        *("resolved_in_community", "hospital_transport_rate", "involuntary_rate"),
        *("arrest_rate", "citation_rate"),
    ],
)
def test_without_destinations_or_answers_it_is_not_measured(key: str) -> None:
    text = "encounters\nencounter_id | started_at | contact_result\na | 2026-01-05 | engaged"
    assert reading(text, key)["status"] == "not measured"
