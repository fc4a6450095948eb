from tests.measures.drawn import evidence

MET = """
    encounters
    encounter_id | started_at       | ended_at | contact_result | {}
    """
AGREED = (
    MET.format("followup_requested | followup_consented | satisfaction")
    + """\
    agreed       | 2026-01-05 08:00 | 09:00    | engaged        | yes | yes | 5
    refused      | 2026-01-05 08:00 |          | engaged        | yes | no  | 6
    not said     | 2026-01-05 08:00 |          | engaged        | yes |     | 0
    gone         | 2026-01-05 08:00 |          | no contact     |     |     | 1
    nobody knows | 2026-01-05 08:00 |          |                |     |     |
    """
)
REFERRED = (
    MET.format("referral_made | referral_accepted")
    + """\
    made         | 2026-01-05 08:00 |          | engaged        | yes | no
    taken        | 2026-01-05 08:00 |          | engaged        |     | yes
    not made     | 2026-01-05 08:00 |          | engaged        | no  |
    gone         | 2026-01-05 08:00 |          | no contact     |     |
    nobody knows | 2026-01-05 08:00 |          |                |     |
    """
)


def told(text: str, fact: str) -> dict[str, object]:
    found = evidence(text).ask(f"SELECT encounter_id, {fact} AS fact FROM encounters")
    facts = found["fact"].astype(object).where(found["fact"].notna(), None)
    return dict(zip(found["encounter_id"], facts, strict=True))


def test_a_follow_up_is_due_where_it_was_asked_for_and_agreed_to() -> None:
    assert told(AGREED, "followup_due") == {
        "agreed": True,
        "refused": False,
        "not said": None,
        "gone": False,  # who was not reached could agree to nothing
        "nobody knows": None,
    }


def test_a_referral_that_was_accepted_was_made_and_one_not_made_was_not_accepted() -> None:
    made, accepted = told(REFERRED, "referral_made"), told(REFERRED, "referral_accepted")
    assert made == {
        **{"made": True, "taken": True, "not made": False, "gone": False, "nobody knows": None}
    }
    assert accepted == {
        **{"made": False, "taken": True, "not made": False, "gone": False, "nobody knows": None}
    }


def test_a_rating_outside_one_to_five_is_unknown() -> None:
    assert told(AGREED, "satisfaction") == {
        **{"agreed": 5, "refused": None, "not said": None, "gone": 1, "nobody knows": None}
    }


def test_the_clock_of_a_follow_up_runs_from_the_end_else_from_the_start() -> None:
    clock = told(AGREED, "followup_from_at")
    assert (clock["agreed"].hour, clock["refused"].hour) == (9, 8)
