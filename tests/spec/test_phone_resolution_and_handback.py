"""What becomes of calls that a phone team takes: ccd_phone_resolution, ccd_safe_handback."""

import pytest

from tests.measures.drawn import reading, readings

KEYS = ("ccd_phone_resolution", "ccd_safe_handback")
CITY = """
    teams
    team | mode
    CCD  | phone
    CRT  | in person

    units
    unit | team | agency
    CCD* | CCD  | program
    CRT* | CRT  | program
    P*   |      | police
    M*   |      | ems

    calls
    incident_number | received_at
    closed          | 2026-01-05 08:00
    to police       | 2026-01-05 09:00
    police at once  | 2026-01-05 10:00
    team came       | 2026-01-05 11:00
    police later    | 2026-01-05 12:00
    by contact      | 2026-01-06 08:00
    a stranger      | 2026-01-06 09:00
    not by phone    | 2026-01-06 10:00
    last            | 2026-01-31 20:00

    unit_responses
    incident_number | unit_id | dispatched_at    | on_scene_at
    closed          | CCD1    | 2026-01-05 08:05 |
    to police       | CCD1    | 2026-01-05 09:05 |
    to police       | P1      | 2026-01-05 09:20 | 09:30
    police at once  | P1      | 2026-01-05 10:01 | 10:10
    police at once  | CCD1    | 2026-01-05 10:05 |
    team came       | CCD1    | 2026-01-05 11:05 |
    team came       | CRT1    | 2026-01-05 11:20 | 11:30
    police later    | CCD1    | 2026-01-05 12:05 |
    police later    | P1      | 2026-01-06 12:06 | 12:10
    by contact      | M1      | 2026-01-06 08:30 | 08:40
    a stranger      | CCD1    | 2026-01-06 09:05 |
    a stranger      | X1      | 2026-01-06 09:20 | 09:30
    not by phone    | P1      | 2026-01-06 10:01 | 10:10
    last            | CCD1    | 2026-01-31 20:05 |

    encounters
    encounter_id | incident_number | team | started_at       | mode
    a            | by contact      | CCD  | 2026-01-06 08:05 | phone
    """


def test_closed_by_phone_is_a_call_to_which_nobody_was_sent_within_a_day() -> None:
    # Nobody was sent to “closed”, and to “police later” only a minute after the day was over. Whose
    # unit came to “a stranger” nobody knows, and the day of “last” is not over in the data.
    found = reading(CITY, "ccd_phone_resolution")
    assert (found["numerator"], found["denominator"]) == (2, 6)
    assert "1 more left out: it is not known for them." in found["reason"]
    assert "1 more left out: it is too early for them." in found["reason"]


def test_sent_on_is_a_call_to_which_police_or_ems_were_first_sent_after_it_was_taken() -> None:
    # “to police”, “police later”, and EMS after the contact by phone of “by contact” began.
    found = reading(CITY, "ccd_safe_handback")
    assert (found["numerator"], found["denominator"]) == (3, 6)


@pytest.mark.parametrize("key", KEYS)
def test_only_teams_that_answer_by_phone_have_the_figure(key: str) -> None:
    found = {row["team"]: row for row in readings(CITY, key, by=["team"])}
    assert (found["CCD"]["status"], found["CCD"]["denominator"]) == ("ok", 6)
    assert (found["CRT"]["status"], found["CRT"]["value"]) == ("not measured", None)
    assert found["CRT"]["reason"].startswith("It is told only of teams that answer by phone.")


@pytest.mark.parametrize("key", KEYS)
def test_a_month_with_a_call_whose_day_is_not_over_is_not_mature(key: str) -> None:
    assert [row["status"] for row in readings(CITY, key, by=["month"])] == ["not mature"]
    last = "    last            | 2026-01-31 20:00\n"
    later = CITY.replace(last, f"{last}    later           | 2026-02-01 20:05\n")
    (january, february) = readings(later, key, by=["month"])
    assert (january["status"], february["status"]) == ("ok", "not measured")


@pytest.mark.parametrize("key", KEYS)
def test_without_units_of_police_nobody_knows_who_was_sent(key: str) -> None:
    text = "\n".join(line for line in CITY.splitlines() if " P1 " not in line)
    assert reading(text, key)["status"] == "not measured"


def test_without_units_of_ems_nobody_knows_how_often_a_call_was_sent_on() -> None:
    text = "\n".join(line for line in CITY.splitlines() if " M1 " not in line)
    assert reading(text, "ccd_safe_handback")["status"] == "not measured"
    assert reading(text, "ccd_phone_resolution")["numerator"] == 3


@pytest.mark.parametrize("key", KEYS)
def test_a_city_without_a_phone_team_is_told_what_it_needs(key: str) -> None:
    text = CITY.replace("CCD  | phone", "CCD  | in person").replace("08:05 | phone", "08:05 |")
    found = reading(text, key)
    assert found["status"] == "not measured"
    assert "enter the team under Settings" in found["reason"]
