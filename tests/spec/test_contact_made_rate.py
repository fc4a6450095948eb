import pytest

from tests.measures.drawn import reading, readings

TEXT = """
    feeds
    feed  | scope
    heart | program

    calls from heart
    incident_number | received_at      | on_scene_at
    1               | 2026-01-05 08:00 | 08:10
    2               | 2026-01-05 08:00 | 08:10
    3               | 2026-01-05 08:00 | 08:10
    4               | 2026-01-05 08:00 | 08:10
    5               | 2026-01-05 08:00 |
    6               | 2026-01-05 08:00 | 08:10
    7               | 2026-01-05 08:00 | 08:10

    encounters from heart
    encounter_id | incident_number | contact_result
    a            | 1               | engaged
    b            | 2               | declined
    c            | 3               | no contact
    d            | 4               |
    e            | 5               | engaged
    f            | 6               | unknown
    g            | 7               | other
    """


def test_reached_among_arrivals_with_a_known_result() -> None:
    found = reading(TEXT, "contact_made_rate")
    # 4 has no result, 6 says it is not known, nobody arrived at 5
    assert (found["numerator"], found["denominator"]) == (2, 4)
    assert found["value"] == pytest.approx(2 / 4)
    assert (found["low"], found["high"]) == pytest.approx((0.150, 0.850), abs=0.001)


def test_nothing_known_in_a_group_is_not_measured_and_not_zero() -> None:
    by_result = readings(TEXT, "contact_made_rate", by=["contact_result"])
    unknown = next(row for row in by_result if row["contact_result"] == "unknown")
    assert (unknown["value"], unknown["status"]) == (None, "not measured")


def test_one_encounter_that_does_not_say_leaves_the_call_unknown_unless_another_says_yes() -> None:
    text = """
    feeds
    feed  | scope
    heart | program

    calls from heart
    incident_number | received_at      | on_scene_at
    1               | 2026-01-05 08:00 | 08:10
    2               | 2026-01-05 08:00 | 08:10

    encounters from heart
    encounter_id | incident_number | team | started_at       | contact_result
    a            | 1               | CRT  | 2026-01-05 08:10 | no contact
    b            | 1               | CoR  | 2026-01-05 08:12 |
    c            | 2               | CRT  | 2026-01-05 08:10 |
    d            | 2               | CoR  | 2026-01-05 08:12 | engaged
    """
    found = reading(text, "contact_made_rate")
    assert (found["numerator"], found["denominator"]) == (1, 1)


def test_a_month_without_contact_records_is_a_gap() -> None:
    text = TEXT.replace("7               | 2026-01-05", "7               | 2026-02-05").replace(
        "    g            | 7               | other\n", ""
    )
    by_month = {row["period"]: row for row in readings(text, "contact_made_rate", by=["month"])}
    assert by_month["2026-02"]["status"] == "not measured"
    assert by_month["2026-02"]["n"] is None


def test_without_contact_records_it_is_not_measured() -> None:
    calls_only = TEXT.split("    encounters from heart")[0]
    assert reading(calls_only, "contact_made_rate")["status"] == "not measured"
