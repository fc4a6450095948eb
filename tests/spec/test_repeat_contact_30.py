from tests.measures.drawn import reading, readings

TEXT = """
    encounters
    encounter_id | team | started_at       | person_key
    a            | CRT  | 2026-01-05 08:00 | ann
    b            | CoR  | 2026-01-15 08:00 | ann
    c            | CRT  | 2026-01-06 08:00 | ben
    d            | CRT  | 2026-01-07 08:00 |
    e            | CRT  | 2026-02-20 08:00 | carl
    f            | CRT  | 2026-02-21 08:00 | carl
    g            | CRT  | 2026-03-10 08:00 |
    """


def test_met_again_within_thirty_days_among_contacts_whose_days_are_over() -> None:
    found = reading(TEXT, "repeat_contact_30")
    # ann after a; not after b, nor ben. It is too early for carl and for g, and d is nobody known.
    assert (found["numerator"], found["denominator"]) == (1, 3)
    assert "1 more left out: it is not known for them." in found["reason"]
    assert "3 more left out: it is too early for them." in found["reason"]


def test_a_month_whose_days_are_not_over_is_not_mature() -> None:
    by_month = {row["period"]: row for row in readings(TEXT, "repeat_contact_30", by=["month"])}
    assert by_month["2026-01"]["value"] == 1 / 3
    assert {by_month[month]["status"] for month in ("2026-02", "2026-03")} == {"not mature"}
    assert by_month["2026-02"]["value"] is None


def test_a_month_of_which_only_a_part_is_over_is_not_mature_either() -> None:
    text = TEXT + "    h | CRT | 2026-02-01 08:00 | dora\n"
    february = readings(text, "repeat_contact_30", by=["month"], months=("2026-02", "2026-02"))
    assert [(row["status"], row["value"]) for row in february] == [("not mature", None)]
    assert reading(text, "repeat_contact_30")["denominator"] == 4
    nobody = TEXT + "    h | CRT | 2026-02-01 08:00 |\n"
    february = readings(nobody, "repeat_contact_30", by=["month"], months=("2026-02", "2026-02"))
    assert [row["status"] for row in february] == ["not mature"]


def test_without_person_numbers_it_is_not_measured() -> None:
    text = "encounters\nencounter_id | started_at\na | 2026-01-05 08:00"
    found = reading(text, "repeat_contact_30")
    assert found["status"] == "not measured"
    assert "number of each person" in found["reason"]
