from tests.measures.drawn import reading, readings

TEXT = """
    teams
    team | mode      | follows_up
    CN   | in person | yes

    encounters
    encounter_id | team | started_at       | contact_result | person_key
    a            | CRT  | 2026-01-05 08:00 | engaged        | ann
    b            | CoR  | 2026-01-06 08:00 | declined       | ann
    c            | CRT  | 2026-01-07 08:00 | engaged        | ben
    d            | CRT  | 2026-01-08 08:00 | engaged        |
    e            | CRT  | 2026-01-09 08:00 | no contact     | carl
    f            | CN   | 2026-01-09 08:00 | engaged        | dora
    g            | CRT  | 2026-02-05 08:00 | engaged        | ann
    h            | CRT  | 2026-03-05 08:00 | engaged        |
    i            | CRT  | 2026-04-05 08:00 | no contact     | ben
    """


def test_different_people_who_were_reached() -> None:
    found = reading(TEXT, "people_served")
    # carl was not reached, dora only followed up
    assert (found["value"], found["n"]) == (2, 2)
    # d and h were reached without a person number
    assert found["reason"] == "2 more left out: it is not known for them."


def test_who_comes_in_two_months_or_to_two_teams_counts_in_each() -> None:
    months = readings(TEXT, "people_served", by=["month"])
    by_month = {row["period"]: row["value"] for row in months}
    assert by_month == {"2026-01": 2, "2026-02": 1, "2026-03": None, "2026-04": 0}
    by_team = {row["team"]: row["value"] for row in readings(TEXT, "people_served", by=["team"])}
    assert by_team == {"CRT": 2, "CoR": 1}


def test_contacts_without_a_person_number_are_not_nobody() -> None:
    march = readings(TEXT, "people_served", by=["month"], months=("2026-03", "2026-03"))
    assert [(row["value"], row["status"]) for row in march] == [(None, "not measured")]


def test_without_person_numbers_it_is_not_measured() -> None:
    text = "encounters\nencounter_id | started_at | contact_result\na | 2026-01-05 08:00 | engaged"
    found = reading(text, "people_served")
    assert found["status"] == "not measured"
    assert "keyed hash" in found["reason"]
