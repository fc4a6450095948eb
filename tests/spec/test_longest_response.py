from tests.measures.drawn import reading, readings, waits


def test_the_twenty_longest_valid_waits_longest_first() -> None:
    found = readings(waits([float(minute) for minute in range(1, 26)]), "longest_response")
    assert [row["value"] for row in found] == list(range(25, 5, -1))
    assert found[0]["incident_number"] == "25"
    assert {row["status"] for row in found} == {"ok"}


def test_a_wait_over_a_day_is_not_valid_and_not_listed() -> None:
    found = readings(waits([10, 1441, -5]), "longest_response")
    assert [row["value"] for row in found] == [10]


def test_by_month_each_month_has_its_own_list() -> None:
    text = waits([5, 6]) + "\n3 | 2026-03-01 08:00 | 2026-03-01 08:07"
    found = readings(text, "longest_response", by=["month"])
    listed = [(row["period"], row["incident_number"], row["value"]) for row in found]
    assert listed == [
        ("2026-01", "2", 6),
        ("2026-01", "1", 5),
        ("2026-03", "3", 7),
        ("2026-02", None, None),
    ]
    assert found[-1]["status"] == "not measured"


def test_without_an_arrival_time_it_is_not_measured() -> None:
    text = "calls\nincident_number | received_at\n1 | 2026-01-05 08:00"
    assert reading(text, "longest_response")["status"] == "not measured"
