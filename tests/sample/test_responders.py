"""Units on calls: whose they are, where they go, in which order they stand."""

import numpy as np

from arp.sample import place
from arp.sample.clock import NEVER
from arp.sample.demand import NONE
from arp.sample.program import FIELD_TEAMS
from arp.sample.responders import AGENCIES, FLEETS, POLICE_PARTS, UNITS, handled_by, joined


def test_each_agency_sends_its_own_units(drawn):
    for crew, agency in zip(drawn.others, ("police", "fire", "ems"), strict=True):
        assert {UNITS[position] for position in np.unique(crew.unit)} <= set(FLEETS[agency])
        assert (crew.agency == AGENCIES.index(agency)).all()
        assert (crew.team == NONE).all()
    assert {UNITS[position] for position in np.unique(drawn.teams.unit)} <= set(FLEETS["program"])


def test_nobody_is_sent_twice_to_one_call_by_one_agency(drawn):
    for crew in drawn.others:
        pairs = np.column_stack([crew.call, crew.unit])
        assert len(np.unique(pairs, axis=0)) == len(crew)


def test_police_stay_away_from_what_a_team_took_but_for_their_part(drawn):
    taken = handled_by(len(drawn.calls), drawn.teams).any(axis=1)
    police = np.zeros(len(drawn.calls), dtype=bool)
    police[drawn.others[0].call] = True
    alone = taken & (drawn.part == 0)
    assert alone.sum() > 100
    assert not (police & alone & ~drawn.work.self_assigned).any()
    assert police[taken & (drawn.part > 0)].all()


def test_a_team_that_works_with_police_always_has_them_along(drawn):
    handled = handled_by(len(drawn.calls), drawn.teams)
    with_police = [t for t, team in enumerate(FIELD_TEAMS) if team.with_police]
    theirs = handled[:, with_police].any(axis=1)
    assert set(drawn.part[theirs]) == {POLICE_PARTS.index("with us")}


def test_the_phone_team_handles_a_call_without_arriving(drawn):
    phone = [t for t, team in enumerate(FIELD_TEAMS) if team.phone]
    rows = np.isin(drawn.teams.team, phone)
    assert (drawn.teams.on_scene[rows] == NEVER).all()
    taken = drawn.teams.call[rows & ~drawn.teams.declined]
    assert handled_by(len(drawn.calls), drawn.teams)[taken][:, phone].all()


def test_nobody_is_sent_to_repeats_and_tests(drawn):
    calls = drawn.calls
    nothing = (calls.duplicate_of != NONE) | calls.is_test
    sent = np.concatenate([crew.call for crew in drawn.others])
    asked_for = drawn.work.self_assigned | (drawn.part > 0)
    assert not (nothing & ~asked_for)[sent].any()


def test_all_rows_stand_by_call_in_the_order_dispatched_and_refusals_last(drawn):
    rows = joined([drawn.teams, *drawn.others])
    assert len(rows) == len(drawn.teams) + sum(map(len, drawn.others))
    assert (np.diff(rows.call) >= 0).all()
    same_call = np.diff(rows.call) == 0
    stamped = np.where(rows.dispatched == NEVER, 2**40, rows.dispatched)
    assert (np.diff(stamped)[same_call] >= 0).all()


def test_districts_have_police_units_of_their_own():
    assert len(FLEETS["police"]) % len(place.DISTRICTS) == 0
