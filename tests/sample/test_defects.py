"""Faults cost clocks and labels, and never what decides a planted truth."""

from copy import deepcopy

import numpy as np
import pytest

from arp.sample import defects
from arp.sample.clock import NEVER
from arp.sample.demand import NONE, alternative_types
from arp.sample.responders import PROGRAM, joined


@pytest.fixture
def rng():
    return np.random.default_rng(5)


def test_a_teams_arrival_is_lost_only_where_a_record_still_tells_of_it(drawn, rng):
    rows = joined([drawn.teams, *drawn.others])
    before, recorded = rows.on_scene.copy(), np.arange(len(rows)) % 2 == 0
    defects.spoil_units(rng, rows, recorded)
    lost = (before != NEVER) & (rows.on_scene == NEVER)
    own = rows.agency == PROGRAM
    assert lost[own].any()
    assert recorded[lost & own].all()
    assert lost[~own & ~recorded].any()


def test_some_arrivals_stand_before_their_dispatch(drawn, rng):
    rows = joined([drawn.teams, *drawn.others])
    defects.spoil_units(rng, rows, np.ones(len(rows), dtype=bool))
    early = (rows.on_scene != NEVER) & (rows.on_scene < rows.dispatched)
    assert 0.002 < early.mean() < 0.01


def test_queue_times_of_calls_that_a_team_may_take_are_kept(drawn, rng):
    calls = deepcopy(drawn.calls)
    defects.spoil_calls(rng, calls)
    lost = (drawn.calls.queued != NEVER) & (calls.queued == NEVER)
    takeable = np.isin(calls.type, alternative_types()) & (calls.duplicate_of == NONE)
    assert lost.any()
    assert not lost[takeable].any()


def test_only_repeats_lose_every_time(drawn, rng):
    calls = deepcopy(drawn.calls)
    defects.spoil_calls(rng, calls)
    timeless = calls.received == NEVER
    assert timeless.any()
    assert (calls.duplicate_of[timeless] != NONE).all()


def test_only_types_on_no_list_are_shouted(drawn, rng):
    shouted = defects.shouted_types(rng, drawn.calls)
    loud = np.array([name.isupper() for name in shouted])
    assert 0.003 < loud.mean() < 0.02
    assert not np.isin(drawn.calls.type[loud], alternative_types()).any()


def test_some_records_have_no_date_and_some_no_outcome(drawn, rng):
    encounters = deepcopy(drawn.encounters)
    defects.spoil_encounters(rng, encounters)
    undated = encounters["started_at"] == NEVER
    assert 0 < undated.mean() < 0.02
    assert (encounters["ended_at"][undated] == NEVER).all()
    assert None in encounters["contact_label"]
    assert None in encounters["disposition_label"]
