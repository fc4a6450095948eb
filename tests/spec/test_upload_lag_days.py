from tests.measures.drawn import reading

TEXT = """
    program
    program | time_zone
    HEART   | America/New_York

    calls
    incident_number | received_at
    1               | 2026-01-05 08:00
    2               | 2026-01-31 23:00
    3               |

    uploads
    upload_id | at
    first     | 2026-02-11 03:00
    """


def test_days_from_the_newest_call_to_the_upload_that_brought_it() -> None:
    found = reading(TEXT, "upload_lag_days")  # late in the evening of the 10th, in the city
    assert (found["value"], found["status"]) == (10, "ok")


def test_a_later_upload_that_brought_no_newer_call_is_not_it() -> None:
    later = TEXT.rstrip() + "\n    second    | 2026-03-10 12:00"
    assert reading(later, "upload_lag_days")["value"] == 10


def test_without_a_dated_call_it_is_not_measured() -> None:
    text = "calls\nincident_number | received_at\n1 |"
    assert reading(text, "upload_lag_days")["status"] == "not measured"


def test_it_has_no_breakdown() -> None:
    assert reading(TEXT, "upload_lag_days", by=["month"])["status"] == "not measured"
