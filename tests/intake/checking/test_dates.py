from datetime import datetime

import pyarrow as pa
import pytest

from arp.intake.checking.dates import DMY, MDY, orders_proven, read_times


def read(text, order=None, zone=None):
    return read_times(pa.array([text], pa.string()), order, zone)[0].as_py()


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026-10-05 14:05:11", datetime(2026, 10, 5, 14, 5, 11)),
        ("2026-10-05T14:05:11.600", datetime(2026, 10, 5, 14, 5, 12)),  # to the second
        ("2026-10-05T14:05:11-04:00", datetime(2026, 10, 5, 14, 5, 11)),  # the wall clock
        ("2026/10/05 14:05:11+00", datetime(2026, 10, 5, 14, 5, 11)),
        ("2026-10-05", datetime(2026, 10, 5)),
        ("2026-10-05 24:00", datetime(2026, 10, 6)),
        ("43101.0256944444", datetime(2018, 1, 1, 0, 37)),
        ("2024 Jan 05 01:02:03 PM", datetime(2024, 1, 5, 13, 2, 3)),
        ("05-Jan-2024 13:02", datetime(2024, 1, 5, 13, 2)),
        ("January 5, 2024 12:02 AM", datetime(2024, 1, 5, 0, 2)),
    ],
)
def test_a_date_that_can_be_read_one_way_only_needs_no_order(written, meant):
    assert read(written) == meant


@pytest.mark.parametrize("written", ["2026-10-05 1405", "2026-10-05 14", "2026-13-05", "14:05"])
def test_what_is_in_no_known_shape_is_not_read(written):
    assert read(written) is None


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1/16/18 16:59", datetime(2018, 1, 16, 16, 59)),
        ("12/31/2016 11:57:56 PM", datetime(2016, 12, 31, 23, 57, 56)),
        ("12/31/2016 12:00:00 AM", datetime(2016, 12, 31)),
        ("12/31/2016 12:30 p.m.", datetime(2016, 12, 31, 12, 30)),
        ("10/31/2026 24:00", datetime(2026, 11, 1)),
    ],
)
def test_us_dates_are_read_month_first(written, meant):
    assert read(written, MDY) == meant


def test_the_order_decides_and_without_it_nothing_is_guessed():
    assert read("3/4/2026 10:00", MDY) == datetime(2026, 3, 4, 10)
    assert read("3/4/2026 10:00", DMY) == datetime(2026, 4, 3, 10)
    assert read("3/4/2026 10:00") is None


@pytest.mark.parametrize(
    "written",
    [
        "2026-02-30",
        "13/32/2026",
        "10/5/2026 25:00",
        "10/5/2026 13:00 PM",
        "00:05.0",
        "soon",
        "29999",
    ],
)
def test_what_is_no_date_is_unknown(written):
    assert read(written, MDY) is None


def test_a_column_may_mix_its_shapes():
    cells = pa.array(["2026-10-05 14:05:11", None, "10/5/2026 2:05 PM", "x"])
    assert read_times(cells, MDY).to_pylist() == [
        datetime(2026, 10, 5, 14, 5, 11),
        None,
        datetime(2026, 10, 5, 14, 5),
        None,
    ]


def test_times_marked_as_utc_are_put_into_the_citys_zone_and_others_are_not():
    assert read("2026-07-05T14:00:00Z", zone="America/New_York") == datetime(2026, 7, 5, 10)
    assert read("2026-01-05T14:00:00+00:00", zone="America/New_York") == datetime(2026, 1, 5, 9)
    assert read("2026-07-05T14:00:00-05:00", zone="America/New_York") == datetime(2026, 7, 5, 14)
    assert read("2026-07-05T14:00:00Z") == datetime(2026, 7, 5, 14)


def test_a_number_above_twelve_proves_the_order():
    assert orders_proven(pa.array(["1/2/2026", "1/13/2026"])) == {MDY}
    assert orders_proven(pa.array(["1/2/2026", "13/1/2026"])) == {DMY}
    assert orders_proven(pa.array(["1/2/2026", None])) == {MDY, DMY}
    assert orders_proven(pa.array(["13/1/2026", "1/13/2026"])) == {MDY, DMY}
    assert orders_proven(pa.array(["2026-01-13"])) == set()


def test_one_typing_error_among_hundreds_does_not_raise_the_question():
    assert orders_proven(pa.array(["1/13/2026"] * 500 + ["13/1/2026"])) == {MDY}
