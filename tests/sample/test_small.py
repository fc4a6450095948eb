"""The small city: few calls, and everything that belongs to them."""

import pytest

from arp.sample.layout import CAD_EXPORT, RECORDS_EXPORT
from arp.sample.small import SMALL_MONTH, small_city


@pytest.fixture(scope="module")
def made():
    return small_city()


def test_it_is_one_month_that_one_can_read_through(made):
    assert made.months == [SMALL_MONTH]
    assert 100 < made.tables["calls"].num_rows < 400


def test_units_records_and_follow_ups_are_those_of_its_calls(made):
    calls = set(made.tables["calls"]["incident_number"].to_pylist())
    for name in ("unit_responses", "encounters"):
        numbers = set(made.tables[name]["incident_number"].to_pylist())
        assert numbers and numbers <= calls
    records = set(made.tables["encounters"]["encounter_id"].to_pylist())
    assert set(made.tables["follow_ups"]["encounter_id"].to_pylist()) <= records


def test_its_rows_stand_anew_without_gaps_in_one_file_each(made):
    assert made.places["calls"].row[0] == CAD_EXPORT.first_row
    records = made.places["encounters"]
    assert set(records.file) == {0}
    assert records.row.tolist() == [RECORDS_EXPORT.first_row + n for n in range(len(records.row))]
    assert len(records.row) == made.tables["encounters"].num_rows
