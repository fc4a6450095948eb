from tests.measures.drawn import reading, readings

TEXT = """
    encounters
    encounter_id | team | started_at       | contact_result | satisfaction
    a            | CRT  | 2026-01-05 08:00 | engaged        | 5
    b            | CRT  | 2026-01-05 08:00 | engaged        | 2
    c            | CRT  | 2026-01-05 08:00 | declined       | 9
    d            | CRT  | 2026-01-05 08:00 | engaged        |
    e            | CRT  | 2026-01-05 08:00 | no contact     | 1
    f            | CoR  | 2026-02-05 08:00 | engaged        |
    """


def test_the_mean_rating_of_those_who_were_reached_and_their_response_rate() -> None:
    found = reading(TEXT, "satisfaction_mean")
    # A rating of 9 is none; nobody was reached at e.
    assert (found["value"], found["n"]) == (3.5, 2)
    assert found["reason"] == (
        "Response rate: 40% of the contacts at which the person was reached."
    )


def test_the_share_that_gave_the_best_rating() -> None:
    found = reading(TEXT, "satisfaction_top")
    assert (found["numerator"], found["denominator"], found["value"]) == (1, 2, 0.5)


def test_a_group_in_which_nobody_rated_is_not_measured() -> None:
    found = {row["team"]: row for row in readings(TEXT, "satisfaction_mean", by=["team"])}
    assert found["CRT"]["value"] == 3.5
    assert (found["CoR"]["status"], found["CoR"]["value"]) == ("not measured", None)


def test_without_ratings_it_is_not_measured() -> None:
    text = "encounters\nencounter_id | started_at | contact_result\na | 2026-01-05 08:00 | engaged"
    for key in ("satisfaction_mean", "satisfaction_top"):
        assert "a rating from 1 to 5" in reading(text, key)["reason"]
