"""Sampleton in August and September 2026; the expansion and the new codes come in between."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pytest

from arp.sample import City, city
from arp.sample.contacts import draw_encounters
from arp.sample.demand import Calls, draw_calls
from arp.sample.program import Work, work
from arp.sample.responders import UnitRows, draw_police_parts, other_agencies, program_rows

if TYPE_CHECKING:
    from arp.sample.chance import Columns, Whole

EXPANSION_ON = date(2026, 9, 1)


@dataclass(frozen=True)
class Drawn:
    """The simulation's own columns, before any fault is put in. Not to be changed by a test."""

    calls: Calls
    work: Work
    teams: UnitRows
    part: Whole
    encounters: Columns
    others: list[UnitRows]


@pytest.fixture(scope="session")
def two_months() -> City:
    """August before the expansion, September since; no clock change between them."""
    return city(months=2, end="2026-09")


@pytest.fixture(scope="session")
def drawn() -> Drawn:
    """The same two months, of another seed."""
    rng = np.random.default_rng(3)
    calls = draw_calls(rng, ["2026-08", "2026-09"], EXPANSION_ON, EXPANSION_ON)
    done = work(rng, calls, EXPANSION_ON)
    teams = program_rows(done)
    part = draw_police_parts(rng, len(calls), teams)
    encounters = draw_encounters(rng, calls, teams, part)
    nobody = np.zeros(len(calls), dtype=bool)
    others = other_agencies(rng, calls, done, teams, part, nobody, EXPANSION_ON)
    return Drawn(calls, done, teams, part, encounters, others)
