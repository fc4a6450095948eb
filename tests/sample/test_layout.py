"""Where rows stand in the monthly files, on cities of a few rows."""

import numpy as np

from arp.sample.layout import CAD_EXPORT, KIND_OF, RECORDS_EXPORT, in_export, in_turn


def test_rows_stand_below_one_another_and_anew_in_each_file():
    place = in_turn(np.array([0, 0, 0, 2, 2]), RECORDS_EXPORT)
    first = RECORDS_EXPORT.first_row
    assert place.row.tolist() == [first, first + 1, first + 2, first, first + 1]


def test_a_call_takes_a_row_a_unit_and_one_without_any():
    #        call: 0 with two units, 1 with none, 2 with one; 3 in the next month's file
    calls, units = in_export(np.array([0, 0, 0, 1]), np.array([0, 0, 2, 3]))
    first = CAD_EXPORT.first_row
    assert calls.row.tolist() == [first, first + 2, first + 3, first]
    assert units.row.tolist() == [first, first + 1, first + 3, first]
    assert units.file.tolist() == [0, 0, 0, 1]


def test_a_file_is_named_by_its_title_and_month():
    assert CAD_EXPORT.file_name("2026-10") == "Police-Fire CAD 2026-10.xlsx"


def test_settings_come_in_no_monthly_file():
    assert "settings" not in KIND_OF
    assert KIND_OF["calls"] == KIND_OF["unit_responses"]
