from tests.measures.drawn import reading, readings

REFERRED = """
    encounters
    encounter_id | started_at       | contact_result | referral_made | referral_accepted | {}
    a            | 2026-01-05 08:00 | engaged        | yes           | yes               | {}
    b            | 2026-01-05 08:00 | engaged        | yes           | yes               | {}
    c            | 2026-01-05 08:00 | engaged        | yes           | no                |
    d            | 2026-01-05 08:00 | engaged        | no            |                   |
    e            | 2026-01-05 08:00 | engaged        |               |                   |
    f            | 2026-01-05 08:00 | no contact     |               |                   |
    """
HANDED = REFERRED.format("warm_handoff", "yes", "no")


def test_referrals_made_to_those_who_were_reached() -> None:
    found = reading(HANDED, "referral_made")
    assert (found["numerator"], found["denominator"]) == (3, 4)
    assert found["reason"] == "1 more left out: it is not known for them."


def test_referrals_accepted_of_those_made_and_warm_handoff_rate_of_those_accepted() -> None:
    found = reading(HANDED, "referral_accepted")
    assert (found["numerator"], found["denominator"]) == (2, 3)
    found = reading(HANDED, "warm_handoff_rate")
    assert (found["numerator"], found["denominator"]) == (1, 2)


CONNECTED = """
    encounters
    encounter_id | started_at       | referral_accepted | connected_to_care | connected_on
    soon         | 2026-01-05 08:00 | yes               | confirmed         | 2026-01-20
    late         | 2026-01-05 08:00 | yes               | confirmed         | 2026-02-20
    no           | 2026-01-05 08:00 | yes               | no                |
    says so      | 2026-01-05 08:00 | yes               | self-reported     | 2026-01-06
    by follow-up | 2026-01-05 08:00 | yes               |                   |
    not known    | 2026-01-05 08:00 | yes               |                   |
    no referral  | 2026-01-05 08:00 | no                | confirmed         | 2026-01-06
    too early    | 2026-02-01 08:00 | yes               | no                |
    last         | 2026-02-10 08:00 | no                |                   |

    follow_ups
    encounter_id | attempted_at     | reached | connected_to_care
    by follow-up | 2026-01-15 09:00 | yes     | confirmed
    """


def test_connected_to_care_is_confirmed_within_thirty_days_of_an_accepted_referral() -> None:
    found = reading(CONNECTED, "connected_to_care")
    assert (found["numerator"], found["denominator"]) == (2, 5)
    assert found["reason"] == (
        "1 more by the person's own word, not counted. "
        "1 more left out: it is not known for them. 1 more left out: it is too early for them."
    )


def test_a_month_whose_thirty_days_are_not_over_is_not_mature() -> None:
    found = {row["period"]: row for row in readings(CONNECTED, "connected_to_care", by=["month"])}
    assert found["2026-01"]["value"] == 2 / 5
    assert (found["2026-02"]["status"], found["2026-02"]["value"]) == ("not mature", None)


def test_no_service_available_among_contacts_with_a_need() -> None:
    text = """
    encounters
    encounter_id | started_at       | primary_need | service_unavailable
    a            | 2026-01-05 08:00 | housing      | yes
    b            | 2026-01-05 08:00 | housing      | no
    c            | 2026-01-05 08:00 | substance    |
    d            | 2026-01-05 08:00 |              | yes
    """
    found = reading(text, "no_service_available")
    assert (found["numerator"], found["denominator"]) == (1, 2)
    needs = readings(text, "no_service_available", by=["primary_need"])
    assert {row["primary_need"]: row["status"] for row in needs} == {
        **{"housing": "ok", "substance": "not measured", "unknown": "too few"}
    }


def test_what_a_form_does_not_ask_is_not_measured() -> None:
    text = "encounters\nencounter_id | started_at | contact_result\na | 2026-01-05 08:00 | engaged"
    keys = ("referral_made", "referral_accepted", "warm_handoff_rate", "connected_to_care")
    for key in (*keys, "no_service_available"):
        found = reading(text, key)
        assert (found["status"], found["value"]) == ("not measured", None)
        assert found["reason"].startswith("Upload the program's contact records with"), key
