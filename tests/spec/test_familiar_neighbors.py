"""familiar_neighbors_5, familiar_neighbors_10, familiar_neighbors_20, familiar_neighbors_40."""

import pytest

from tests.measures.drawn import reading, readings


def met(**times: int) -> str:
    """Encounters with people, each as many days in a row from January 1 on, as a drawn text."""
    header = "encounter_id | incident_number | team | started_at | contact_result | person_key"
    rows = [
        f"{person}{day} | {person}{day} | CRT | 2026-01-{day:02} 08:00 | engaged | {person}"
        for person, days in times.items()
        for day in range(1, days + 1)
    ]
    return "\n".join(["encounters", header, *rows])


TEXT = met(ann=4, ben=5, carl=9, dora=10, eve=20)


@pytest.mark.parametrize(("least", "people"), [(5, 4), (10, 2), (20, 1), (40, 0)])
def test_people_who_were_reached_that_often(least: int, people: int) -> None:
    found = reading(TEXT, f"familiar_neighbors_{least}")
    assert (found["value"], found["status"]) == (people, "ok")


def test_their_share_of_the_contacts_with_known_people() -> None:
    text = TEXT + "\nx | x | CRT | 2026-01-01 08:00 | engaged |"
    found = reading(text, "familiar_neighbors_share")
    assert (found["numerator"], found["denominator"]) == (5 + 9 + 10 + 20, 4 + 5 + 9 + 10 + 20)
    assert found["low"] < found["value"] < found["high"]


def test_two_teams_at_one_call_are_one_contact_and_no_contact_is_none() -> None:
    twice = met(ben=4) + "\ntoo | ben4 | CoR | 2026-01-04 08:05 | engaged | ben"
    assert reading(twice, "familiar_neighbors_5")["value"] == 0
    gone = met(ben=4) + "\ngone | other | CRT | 2026-01-09 08:00 | no contact | ben"
    assert reading(gone, "familiar_neighbors_5")["value"] == 0
    again = met(ben=4) + "\nagain | other | CRT | 2026-01-09 08:00 | declined | ben"
    assert reading(again, "familiar_neighbors_5")["value"] == 1


def test_only_the_last_twelve_months_of_the_period_count() -> None:
    old = met(ben=5) + "\nnew | new | CRT | {} 08:00 | engaged | ann"
    assert reading(old.format("2026-12-31"), "familiar_neighbors_5")["value"] == 1
    assert reading(old.format("2027-01-01"), "familiar_neighbors_5")["value"] == 0
    whole_year = reading(
        old.format("2027-01-01"), "familiar_neighbors_5", months=("2026-01", "2026-12")
    )
    assert whole_year["value"] == 1


def test_by_team_the_contacts_with_that_team_count() -> None:
    text = met(ben=5) + "\nother | other | CoR | 2026-01-09 08:00 | engaged | ben"
    teams = readings(text, "familiar_neighbors_5", by=["team"])
    assert {row["team"]: row["value"] for row in teams} == {"CRT": 1, "CoR": 0}


@pytest.mark.parametrize("key", ["familiar_neighbors_40", "familiar_neighbors_share"])
def test_without_person_numbers_it_is_not_measured(key: str) -> None:
    text = "encounters\nencounter_id | started_at | contact_result\na | 2026-01-05 08:00 | engaged"
    assert reading(text, key)["status"] == "not measured"
