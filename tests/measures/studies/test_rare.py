from datetime import date

import pytest

from arp.measures.asked import Filters
from arp.measures.studies.rare import days_since
from tests.measures.drawn import TODAY, evidence

WHOLE = (None, None)
TEXT = """
    encounters
    encounter_id | team | started_at       | responder_injury | person_injury | use_of_force
    a            | CRT  | 2026-01-03 08:00 | minor            | no            | no
    b            | CRT  | 2026-01-13 23:00 | serious          | no            |
    c            | CRT  | 2026-02-02 01:00 | none             | no            |
    d            | CoR  | 2026-02-14 09:00 | none             | no            |
    """


def since(key: str, months: tuple = WHOLE, **where: tuple[str, ...]) -> int | None:
    return days_since(evidence(TEXT), key, months, Filters(**where) if where else None, TODAY)


def test_days_from_the_last_time_to_the_last_day_of_the_data() -> None:
    assert since("responder_injuries") == 18 + 14  # January 13 to February 14


def test_a_period_ends_with_its_own_data_and_looks_at_nothing_before() -> None:
    assert since("responder_injuries", ("2026-01", "2026-01")) == 0
    assert since("responder_injuries", ("2026-02", None)) is None


def test_a_filter_chooses_what_happened_and_not_when_the_data_end() -> None:
    assert since("responder_injuries", team=("CRT",)) == 18 + 14
    assert since("responder_injuries", team=("CoR",)) is None


def test_what_never_happened_or_is_not_recorded_has_no_days() -> None:
    assert since("person_injuries") is None
    assert since("urgent_backup_rate") is None


def test_a_row_dated_after_today_is_not_the_end_of_the_data() -> None:
    late = TEXT + "    e | CRT | 2062-01-01 08:00 | none | no | no\n"
    assert days_since(evidence(late), "responder_injuries", WHOLE, None, date(2026, 2, 20)) == 32


def test_it_counts_days_of_what_is_counted_or_shared() -> None:
    with pytest.raises(ValueError, match="people_served is no count"):
        days_since(evidence(KNOWN), "people_served", WHOLE, None, TODAY)


KNOWN = """
    encounters
    encounter_id | person_key | started_at       | contact_result
    a            | ann        | 2026-01-03 08:00 | engaged
    """
