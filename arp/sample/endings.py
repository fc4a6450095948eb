"""How dispatch closed calls beyond who came: somebody was taken to a hospital, or arrested.

Each is drawn from a stream of its own, so that everything else in the city stays as it was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from arp.sample.clock import NEVER
from arp.sample.responders import AGENCIES, UnitRows, handled_by

if TYPE_CHECKING:
    from arp.sample.chance import Flags

STREAM, OF_ARRESTS = 911, 912  # of the seed
TAKEN = 0.4  # of the calls to which an ambulance came and no team did
ARRESTED = 0.035  # of the calls to which police came


def draw_transports(
    seed: int, n: int, teams: UnitRows, others: list[UnitRows], ambulance: Flags
) -> Flags:
    """For each of `n` calls whether an ambulance took somebody to a hospital.

    Where a team came, `ambulance` says it: the calls of which the team wrote it down.
    """
    rng = np.random.default_rng([seed, STREAM])
    came = np.zeros(n, dtype=bool)
    for crew in others:
        there = (crew.agency == AGENCIES.index("ems")) & (crew.on_scene != NEVER)
        came[crew.call[there]] = True
    taken = came & (rng.random(n) < TAKEN)
    return np.where(handled_by(n, teams).any(axis=1), ambulance, taken)


def draw_arrests(seed: int, n: int, others: list[UnitRows], transported: Flags) -> Flags:
    """For each of `n` calls whether dispatch closed it with an arrest; none where `transported`."""
    came = np.zeros(n, dtype=bool)
    for crew in others:
        there = (crew.agency == AGENCIES.index("police")) & (crew.on_scene != NEVER)
        came[crew.call[there]] = True
    drawn = np.random.default_rng([seed, OF_ARRESTS]).random(n) < ARRESTED
    return np.asarray(came & drawn & ~transported)
