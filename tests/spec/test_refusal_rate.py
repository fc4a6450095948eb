from tests.measures.drawn import reading

TEXT = """
    teams
    team | mode      | follows_up
    CN   | in person | yes

    encounters
    encounter_id | team | started_at       | contact_result
    a            | CRT  | 2026-01-05 08:00 | engaged
    b            | CRT  | 2026-01-05 08:00 | declined
    c            | CRT  | 2026-01-05 08:00 | information only
    d            | CRT  | 2026-01-05 08:00 | no contact
    e            | CRT  | 2026-01-05 08:00 | unknown
    f            | CN   | 2026-01-05 08:00 | declined
    """


def test_declined_among_contacts_at_which_the_person_was_reached() -> None:
    found = reading(TEXT, "refusal_rate")
    # d was not reached, of e it is not known, f is a follow-up
    assert (found["numerator"], found["denominator"]) == (1, 3)


def test_without_contact_results_it_is_not_measured() -> None:
    text = "encounters\nencounter_id | started_at\na | 2026-01-05 08:00"
    assert reading(text, "refusal_rate")["status"] == "not measured"
