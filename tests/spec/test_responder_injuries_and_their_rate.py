"""responder_injuries, responder_injuries_serious and responder_injury_rate."""

import pytest

from tests.measures.drawn import reading, readings

TEXT = """
    encounters
    encounter_id | team | mode      | started_at       | contact_result | responder_injury
    a            | CRT  | in person | 2026-01-05 08:00 | engaged        | minor
    b            | CRT  | in person | 2026-01-06 08:00 | engaged        | none
    c            | CRT  | in person | 2026-02-05 08:00 | engaged        | serious
    d            | CRT  | phone     | 2026-02-06 08:00 | engaged        |
    e            | CoR  | in person | 2026-02-07 08:00 | engaged        | none
    """


def test_contacts_at_which_anybody_of_the_team_was_hurt() -> None:
    assert reading(TEXT, "responder_injuries")["value"] == 2
    assert reading(TEXT, "responder_injuries_serious")["value"] == 1


def test_no_injury_is_a_zero_where_every_record_says_so_or_nobody_was_there() -> None:
    teams = readings(TEXT, "responder_injuries", by=["team"])
    by_team = {row["team"]: row["value"] for row in teams}
    assert by_team == {"CRT": 2, "CoR": 0}


def test_no_injury_among_records_that_do_not_say_is_not_zero() -> None:
    blank = TEXT.replace("| serious", "|").replace("| minor", "|")
    found = reading(blank, "responder_injuries")
    assert (found["value"], found["status"]) == (None, "not measured")
    assert "a blank is not read as no" in found["reason"]


def test_injuries_per_thousand_responses_of_which_the_record_says() -> None:
    found = reading(TEXT, "responder_injury_rate")
    # d does not say
    assert (found["numerator"], found["denominator"]) == (2, 4)
    assert found["value"] == pytest.approx(1000 * 2 / 4)
    months = readings(TEXT, "responder_injury_rate", by=["month"])
    by_month = {row["period"]: row["value"] for row in months}
    assert by_month == {"2026-01": 1000 * 1 / 2, "2026-02": 1000 * 1 / 2}


def test_without_the_answer_none_of_them_is_measured() -> None:
    blank = TEXT.replace("| serious", "|").replace("| minor", "|").replace("| none", "|")
    text = blank.replace("engaged", "canceled en route")  # nobody came: of harm it says nothing
    for key in ("responder_injuries", "responder_injuries_serious", "responder_injury_rate"):
        assert reading(text, key)["status"] == "not measured"
