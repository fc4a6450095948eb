"""Calls for service: their order, types, origins and repeats."""

from collections import Counter

import numpy as np

from arp.sample import place
from arp.sample.clock import NEVER, first_day, utc_seconds
from arp.sample.demand import NONE, ORIGINS, TYPES, alternative_types, numbers_of
from tests.sample.conftest import EXPANSION_ON


def test_calls_come_in_the_order_received_within_their_months(drawn):
    received = drawn.calls.received
    assert (np.diff(received) >= 0).all()
    assert received[0] >= utc_seconds(first_day("2026-08"))
    assert received[-1] < utc_seconds(first_day("2026-10"))


def test_a_call_is_queued_after_it_is_received_or_never(drawn):
    calls = drawn.calls
    stamped = calls.queued != NEVER
    assert (calls.queued[stamped] >= calls.received[stamped]).all()
    assert 0 < (~stamped).mean() < 0.04


def test_the_old_code_ends_on_the_day_the_new_ones_begin(drawn):
    calls = drawn.calls
    since = calls.received >= utc_seconds(EXPANSION_ON)
    named = np.array(TYPES, dtype=object)[calls.type]
    fresh = calls.duplicate_of == NONE  # a repeat has the type of the call before it
    assert place.OLD_CODE not in set(named[since & fresh])
    codes = Counter(named[since & fresh])
    urgent, other = (codes[name] for name, _ in place.NEW_CODES)
    assert 0.2 < urgent / (urgent + other) < 0.4
    assert not {name for name, _ in place.NEW_CODES} & set(named[~since])


def test_a_repeat_is_of_the_call_before_it_in_the_same_place(drawn):
    calls = drawn.calls
    again = np.flatnonzero(calls.duplicate_of != NONE)
    assert len(again) > 50
    assert (calls.duplicate_of[again] == again - 1).all()
    first = again[calls.duplicate_of[again - 1] == NONE]
    assert (calls.block[first] == calls.block[first - 1]).all()
    assert (calls.final[first] == calls.final[first - 1]).all()


def test_what_nobody_asked_for_is_out_of_scope(drawn):
    calls = drawn.calls
    own = calls.self_initiated
    assert (calls.origin[own] == ORIGINS.index("self-initiated")).all()
    assert not (calls.in_scope & own).any()
    assert not (calls.in_scope & calls.is_test).any()
    assert calls.in_scope.mean() > 0.5


def test_alternative_types_are_those_on_some_list():
    named = {TYPES[position] for position in alternative_types()}
    assert "Trespass" in named
    assert "Structure fire" not in named


def test_new_codes_have_the_numbers_of_the_old_one():
    old, new = (TYPES.index(name) for name in (place.OLD_CODE, place.NEW_CODES[0][0]))
    numbers = numbers_of(np.array([old, new]))
    assert all(values[0] == values[1] for values in numbers.values())
