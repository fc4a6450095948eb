"""A column of units is used, whether a call has one row or one for each unit."""

from datetime import UTC, datetime

from arp.lake.lake import Lake
from tests.intake.drawn import kinds, rows_of, understood

PRIME = """
    Incident # | Call Type | Received         | primeunit | Time first unit assigned | Call cleared
    26-1       | Noise     | 2026-10-05 14:00 | E1        | 2026-10-05 14:01         | 2026-10-05 14:25
    26-2       | Theft     | 2026-10-05 15:00 | E2        | 2026-10-05 15:01         | 2026-10-05 15:25
    26-3       | Theft     | 2026-10-05 16:00 |           |                          |
"""  # noqa: E501


def test_one_unit_on_a_calls_row_is_a_unit_sent_with_the_calls_clocks():
    found = understood(PRIME)
    times = [datetime(2026, 10, 5, 14, 1), datetime(2026, 10, 5, 14, 25)]
    assert rows_of(
        found, "unit_responses", "incident_number", "unit_id", "dispatched_at", "cleared_at"
    )[0] == ("26-1", "E1", *times)
    tallies = found.change.tallies
    assert (tallies["calls"].rows_read, tallies["unit_responses"].rows_read) == (3, 2)
    assert not found.mappings[0].unit_level
    assert "unused_column" not in kinds(found)


def test_the_next_month_is_read_the_same_way(tmp_path):
    lake = Lake(tmp_path / "lake")
    lake.commit(
        understood(PRIME, lake=lake).change, who="Ana", at=datetime(2026, 11, 2, tzinfo=UTC)
    )
    november = understood(PRIME.replace("26-", "27-").replace("-10-", "-11-"), lake=lake)
    assert not november.mappings[0].unit_level
    assert november.change.tables["unit_responses"].num_rows == 2


def test_a_column_of_lists_of_units_is_no_unit():
    lists = PRIME.replace("E1 ", "E1, M2").replace("E2 ", "E2; M3")
    assert "unit_responses" not in understood(lists).change.tables


def test_on_a_teams_own_sheet_the_contact_says_who_came():
    found = understood(PRIME, {"scope": "program"})
    assert "unit_responses" not in found.change.tables


def test_the_users_word_for_the_unit_holds():
    told = {"scope": "program", "unit_responses.unit_id": "primeunit"}
    assert understood(PRIME, told).change.tables["unit_responses"].num_rows == 2
