"""The faults that real files have, put in by chance.

They never touch what decides a planted count: whether a call was eligible, staffed, handled, and
why it was missed. They do cost intervals, outcomes and dates.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from arp.sample.clock import NEVER
from arp.sample.demand import NONE, TYPES, Calls, alternative_types
from arp.sample.responders import PROGRAM, UnitRows

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from arp.sample.chance import Columns, Flags, Rng


def spoil_units(rng: Rng, rows: UnitRows, recorded: Flags) -> None:
    """Clocks not pressed, and an arrival before the dispatch.

    A team's arrival is only lost where a record (`recorded`, one flag a row) still tells of it.
    """
    n = len(rows)
    own = rows.agency == PROGRAM
    rows.en_route[rng.random(n) < 0.05] = NEVER
    lost = rng.random(n) < np.where(own, 0.012, 0.02)
    rows.on_scene[lost & (~own | recorded)] = NEVER
    early = (rng.random(n) < 0.005) & (rows.on_scene != NEVER) & (rows.dispatched != NEVER)
    rows.on_scene[early] = rows.dispatched[early] - rng.integers(60, 600, int(early.sum()))


def spoil_calls(rng: Rng, calls: Calls) -> None:
    """Queue times missing on calls no team may take; some duplicates have no time at all."""
    n = len(calls)
    ordinary = ~np.isin(calls.type, alternative_types())
    calls.queued[ordinary & (rng.random(n) < 0.015)] = NEVER
    timeless = (calls.duplicate_of != NONE) & (rng.random(n) < 0.03)
    calls.received[timeless] = NEVER
    calls.queued[timeless] = NEVER


def shouted_types(rng: Rng, calls: Calls) -> NDArray[Any]:
    """Each call's first type; some in capitals, as an older entry screen writes them."""
    named = np.array(TYPES, dtype=object)[calls.type]
    shouted = np.array([name.upper() for name in TYPES], dtype=object)[calls.type]
    ordinary = ~np.isin(calls.type, alternative_types())
    return np.where(ordinary & (rng.random(len(calls)) < 0.01), shouted, named)


def spoil_encounters(rng: Rng, encounters: Columns) -> None:
    """Outcomes left blank, and records without any date."""
    n = len(encounters["call"])
    went = encounters["contact_label"] != "Cancelled en route"
    encounters["contact_label"][went & (rng.random(n) < 0.02)] = None
    encounters["disposition_label"][rng.random(n) < 0.03] = None
    undated = rng.random(n) < 0.004
    encounters["started_at"][undated] = NEVER
    encounters["ended_at"][undated] = NEVER
