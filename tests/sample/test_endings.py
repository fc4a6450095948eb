import numpy as np

from arp.sample.clock import NEVER
from arp.sample.endings import ARRESTED, TAKEN, draw_arrests, draw_transports
from arp.sample.responders import AGENCIES, handled_by
from arp.sample.tables import ARREST, TRANSPORTED


def test_where_a_team_came_the_transport_is_the_one_that_it_wrote_down(drawn):
    n = len(drawn.calls)
    by_team = handled_by(n, drawn.teams).any(axis=1)
    ambulance = np.zeros(n, dtype=bool)
    ambulance[np.flatnonzero(by_team)[:5]] = True
    taken = draw_transports(3, n, drawn.teams, drawn.others, ambulance)
    assert np.flatnonzero(taken & by_team).tolist() == np.flatnonzero(ambulance).tolist()


def test_else_an_ambulance_takes_somebody_from_some_of_the_calls_that_it_came_to(drawn):
    n = len(drawn.calls)
    taken = draw_transports(3, n, drawn.teams, drawn.others, np.zeros(n, dtype=bool))
    came = np.zeros(n, dtype=bool)
    for crew in drawn.others:
        came[crew.call[(crew.agency == AGENCIES.index("ems")) & (crew.on_scene != NEVER)]] = True
    came &= ~handled_by(n, drawn.teams).any(axis=1)
    assert not (taken & ~came).any()
    assert abs(taken[came].mean() - TAKEN) < 0.05


def test_police_arrest_somebody_on_some_of_the_calls_that_they_came_to(drawn):
    n = len(drawn.calls)
    transported = np.arange(n) % 2 == 0
    arrested = draw_arrests(3, n, drawn.others, transported)
    came = np.zeros(n, dtype=bool)
    for crew in drawn.others:
        of_police = crew.agency == AGENCIES.index("police")
        came[crew.call[of_police & (crew.on_scene != NEVER)]] = True
    assert not (arrested & (transported | ~came)).any()
    assert abs(arrested[came & ~transported].mean() - ARRESTED) < 0.015


def test_dispatch_closes_such_calls_with_a_code_of_their_own(two_months):
    codes = set(two_months.tables["calls"]["disposition"].to_pylist())
    assert {TRANSPORTED, ARREST} <= codes
