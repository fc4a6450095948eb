"""The teams' work: lists, shifts, and that no unit is in two places."""

from collections import defaultdict

import numpy as np

from arp.sample import place
from arp.sample.clock import utc_seconds
from arp.sample.demand import TYPES
from arp.sample.program import FIELD_TEAMS, UNSTAMPED, eligibility, scheduled_units
from tests.sample.conftest import EXPANSION_ON

TEAMS = [team.key for team in FIELD_TEAMS]
NOON_MONDAY = utc_seconds(EXPANSION_ON.replace(day=7)) + 12 * 3600


def test_no_unit_is_on_two_calls_at_once(drawn):
    busy = defaultdict(list)
    for response in drawn.work.responses:
        if not response.declined:
            unit = (response.team, response.unit)
            busy[unit].append((response.dispatched, response.cleared))
    assert busy
    for spans in busy.values():
        spans.sort()
        assert all(end <= start for (_, end), (start, _) in zip(spans, spans[1:], strict=False))


def test_the_clocks_of_a_response_run_forward(drawn):
    for response in drawn.work.responses:
        clocks = response[3:7]
        stamped = [clock for clock in clocks if clock != UNSTAMPED]
        assert stamped == sorted(stamped)
        assert response.cleared != UNSTAMPED


def test_a_hazard_rules_out_the_teams_that_say_so(drawn):
    calls, eligible = drawn.calls, eligibility(drawn.calls, EXPANSION_ON)
    armed = calls.hazard == place.HAZARDS.index("weapon")
    assert not eligible[armed, TEAMS.index("CRT")].any()
    assert eligible[armed, TEAMS.index("CoR")].any()


def test_a_type_added_by_the_expansion_counts_only_since(drawn):
    calls, crt = drawn.calls, TEAMS.index("CRT")
    nuisance = calls.type == TYPES.index("Nuisance")
    since = calls.queued >= utc_seconds(EXPANSION_ON)
    eligible = eligibility(calls, EXPANSION_ON)[:, crt]
    assert eligible[nuisance & since].any()
    assert not eligible[nuisance & ~since].any()


def test_units_on_duty_are_those_of_all_shifts_that_run():
    at = np.array([NOON_MONDAY, NOON_MONDAY - 12 * 3600, NOON_MONDAY + 8 * 3600])
    assert scheduled_units("CRT", at, np.array([True] * 3)).tolist() == [3, 0, 2]
    assert scheduled_units("CRT", at, np.array([False] * 3)).tolist() == [2, 0, 2]


def test_a_place_the_pilot_does_not_serve_has_nobody_on_duty(drawn):
    calls, crt = drawn.calls, TEAMS.index("CRT")
    before = calls.queued < utc_seconds(EXPANSION_ON)
    north = calls.district == place.DISTRICTS.index("North")
    outside = calls.district == len(place.DISTRICTS)
    assert not drawn.work.serves[before & north, crt].any()
    assert not drawn.work.on_duty[before & north, crt].any()
    assert drawn.work.serves[~before & north, crt].all()
    assert not drawn.work.serves[outside].any()


def test_nobody_is_sent_to_a_call_taken_back_or_taken_by_police(drawn):
    sent = {response.call for response in drawn.work.responses}
    gone = np.flatnonzero(drawn.work.canceled | drawn.work.self_assigned)
    assert len(gone) > 20
    assert not sent & set(gone.tolist())
