"""The simulation's columns as typed tables: firsts and lasts, words, and unknowns."""

from datetime import datetime

import numpy as np
import pyarrow as pa
import pytest

from arp.sample.clock import NEVER, local
from arp.sample.demand import NONE
from arp.sample.responders import joined
from arp.sample.tables import CANCELED, DECLINED, calls_table, clock, rows_table, typed, units_table
from arp.words.tables import TABLES


@pytest.fixture(scope="module")
def numbers(drawn):
    return np.array([f"N{n}" for n in range(len(drawn.calls))], dtype=object)


@pytest.fixture(scope="module")
def rows(drawn):
    return joined([drawn.teams, *drawn.others])


@pytest.fixture(scope="module")
def calls(drawn, rows, numbers):
    types = np.full(len(drawn.calls), "Noise", dtype=object)
    return calls_table(drawn.calls, rows, types, numbers)


def test_a_call_has_its_units_first_dispatch_and_last_clear(calls, drawn, rows):
    at = int(np.bincount(rows.call).argmax())
    mine = rows.call == at
    dispatched = rows.dispatched[mine][rows.dispatched[mine] != NEVER]
    shown = local(np.array([dispatched.min(), rows.cleared[mine].max()]))
    expected = [pa.scalar(int(second), pa.timestamp("s")).as_py() for second in shown]
    row = calls.slice(at, 1).to_pylist()[0]
    assert [row["dispatched_at"], row["cleared_at"]] == expected


def test_a_call_without_a_unit_has_no_dispatch(calls, drawn, rows):
    nobody = np.setdiff1d(np.arange(len(drawn.calls)), rows.call)
    assert len(nobody) > 0
    assert calls["dispatched_at"].take(pa.array(nobody)).null_count == len(nobody)


def test_a_repeat_names_the_other_calls_number_and_canceled_ones_say_so(calls, drawn, numbers):
    again = np.flatnonzero(drawn.calls.duplicate_of != NONE)
    named = calls["duplicate_of"].take(pa.array(again)).to_pylist()
    assert named == numbers[again - 1].tolist()
    off = np.flatnonzero(drawn.calls.canceled & (drawn.calls.duplicate_of == NONE))
    assert set(calls["disposition"].take(pa.array(off)).to_pylist()) == {CANCELED}


def test_a_unit_response_names_its_call_and_why_it_was_declined(rows, numbers):
    table = units_table(rows, numbers)
    assert table["incident_number"].to_pylist() == numbers[rows.call].tolist()
    reasons = np.array(table["declined_reason"].to_pylist(), dtype=object)
    assert set(reasons[rows.declined]) == {DECLINED}
    assert set(reasons[~rows.declined]) == {None}


def test_a_clock_never_stamped_is_unknown_and_others_are_local():
    noon_utc = int(datetime.fromisoformat("2026-07-01T12:00:00+00:00").timestamp())
    shown = clock(np.array([noon_utc, NEVER])).to_pylist()
    assert shown == [datetime(2026, 7, 1, 8), None]


def test_a_field_that_nobody_gave_is_unknown_and_typed():
    table = typed("figures", {"figure": pa.array(["population"])})
    assert table.column_names == [field.name for field in TABLES["figures"].stored_fields]
    assert table["value"].to_pylist() == [None]
    assert pa.types.is_floating(table["value"].type)


def test_rows_given_one_by_one_become_columns():
    table = rows_table("figures", [{"figure": "a", "value": 1.0}, {"figure": "b", "value": None}])
    assert table["figure"].to_pylist() == ["a", "b"]
    assert table["value"].to_pylist() == [1.0, None]
