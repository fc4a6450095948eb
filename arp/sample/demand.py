"""Calls for service: drawn hour by hour, with a rhythm, a season and some growth."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from arp.sample import place
from arp.sample.chance import lognormal, positions
from arp.sample.clock import NEVER, first_day, local, next_month, utc_seconds

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from arp.sample.chance import Flags, Rng, Whole


TYPES = (
    *(kind.name for kind in place.CALL_TYPES),
    *(name for name, _ in place.NEW_CODES),
    place.PROACTIVE,
)
ORIGINS = ("911", "non-emergency", "988/311 transfer", "self-initiated")
NONE = -1  # no hazard, no other call
QUIET_END = 6 * 3600  # the last file is drawn when these last calls are over


@dataclass
class Calls:
    """One entry a call, in the order received; clocks in seconds of UTC."""

    received: Whole
    queued: Whole
    type: Whole  # position in TYPES, as first coded
    final: Whole  # the same, as coded in the end
    priority: Whole
    district: Whole  # position in DISTRICTS; its length is outside the city
    block: Whole
    street: Whole
    origin: Whole  # position in ORIGINS
    hazard: Whole  # position in HAZARDS, or NONE
    canceled: Flags
    duplicate_of: Whole  # position of the other call, or NONE
    is_test: Flags

    def __len__(self) -> int:
        return len(self.received)

    @property
    def self_initiated(self) -> Flags:
        """Calls that nobody asked for."""
        return np.asarray(self.origin == ORIGINS.index("self-initiated"))

    @property
    def in_scope(self) -> Flags:
        """Calls from the public: see METRICS in_scope, of which this is the city's own truth."""
        real = ~self.is_test & (self.duplicate_of == NONE) & ~self.self_initiated
        return np.asarray(real & (self.queued != NEVER) & (self.district < len(place.DISTRICTS)))


def draw_calls(rng: Rng, months: list[str], expansion_on: date, new_codes_on: date) -> Calls:
    """All calls of these months."""
    end = utc_seconds(first_day(next_month(months[-1]))) - QUIET_END
    received = _moments(rng, utc_seconds(first_day(months[0])), end)
    n = len(received)
    kind = _types(rng, received, utc_seconds(new_codes_on))
    facts = numbers_of(kind)
    self_initiated = facts["self_initiated"] > 0
    outside = (rng.random(n) < 0.015) & ~np.isin(kind, alternative_types())
    calls = Calls(
        received=received,
        queued=received + lognormal(rng, 75, 0.55, n),
        type=kind,
        final=_final_types(rng, kind),
        priority=facts["priority"].astype(np.int64),
        district=np.where(outside, len(place.DISTRICTS), positions(rng, place.DISTRICT_WEIGHTS, n)),
        block=1 + np.minimum(rng.geometric(0.07, n), 48),
        street=rng.integers(0, len(place.STREETS), n),
        origin=np.where(self_initiated, 3, positions(rng, (0.71, 0.265, 0.025), n)),
        hazard=np.where(rng.random(n) < facts["hazard"], positions(rng, (0.3, 0.4, 0.3), n), NONE),
        canceled=np.zeros(n, dtype=bool),
        duplicate_of=np.full(n, NONE, dtype=np.int64),
        is_test=(rng.random(n) < 0.001) & ~self_initiated,
    )
    calls.queued[self_initiated] = calls.received[self_initiated]
    _cancel_and_duplicate(rng, calls)
    _add_proactive(rng, calls, expansion_on)
    return calls


def _moments(rng: Rng, start: int, end: int) -> Whole:
    """Moments of calls: a Poisson count for every hour, spread evenly within it."""
    hours = np.arange(start, end, 3600, dtype=np.int64)
    shown = local(hours)
    month = shown.astype("datetime64[s]").astype("datetime64[M]").astype(np.int64)
    years = (hours - hours[-1]) / (365.25 * 86_400)
    rate = (
        place.CALLS_A_MONTH / (365.25 / 12 * 24)
        * np.array(place.HOURS)[shown // 3600 % 24]
        * np.array(place.WEEKDAYS)[(shown // 86_400 + 3) % 7]
        * np.array(place.SEASON)[month % 12]
        * (1 + place.GROWTH_A_YEAR) ** (years + 1.5)
    )  # fmt: skip
    counts = rng.poisson(rate)
    moments = np.repeat(hours, counts) + rng.integers(0, 3600, counts.sum())
    return np.sort(moments)


def _types(rng: Rng, received: Whole, new_codes_at: int) -> Whole:
    weights = np.array([kind.weight for kind in place.CALL_TYPES])
    kind = rng.choice(len(weights), size=len(received), p=weights / weights.sum())
    recoded = (kind == TYPES.index(place.OLD_CODE)) & (received >= new_codes_at)
    codes = [TYPES.index(name) for name, _ in place.NEW_CODES]
    shares = [share for _, share in place.NEW_CODES]
    kind[recoded] = rng.choice(codes, size=int(recoded.sum()), p=shares)
    return kind.astype(np.int64)


def numbers_of(kind: Whole) -> dict[str, NDArray[np.float64]]:
    """The declared numbers of each call's type; the new codes have the old code's."""
    declared = {fact.name: fact for fact in place.CALL_TYPES}
    of_type = [declared.get(name, declared[place.OLD_CODE]) for name in TYPES]
    names = ("priority", "police", "fire", "ems", "units", "minutes", "self_initiated", "hazard")
    return {
        name: np.array([float(getattr(fact, name)) for fact in of_type])[kind] for name in names
    }


def alternative_types() -> list[int]:
    """The types that some team's list names."""
    named = {name for team in place.TEAMS for name in (*team.call_types, *team.added_types)}
    return [TYPES.index(name) for name in sorted(named)]


def _final_types(rng: Rng, kind: Whole) -> Whole:
    """Most calls keep their type; some turn out to be something else."""
    becomes = np.arange(len(TYPES))
    for i, fact in enumerate(place.CALL_TYPES):
        if fact.becomes:
            becomes[i] = TYPES.index(fact.becomes)
    for name, _ in place.NEW_CODES:
        becomes[TYPES.index(name)] = becomes[TYPES.index(place.OLD_CODE)]
    return np.where(rng.random(len(kind)) < 0.085, becomes[kind], kind)


def _cancel_and_duplicate(rng: Rng, calls: Calls) -> None:
    """Some calls are taken back before they are queued; some are the same call made twice."""
    public = np.flatnonzero(~calls.self_initiated & ~calls.is_test)
    fate = rng.random(len(public))
    calls.canceled[public[fate < 0.018]] = True
    calls.queued[public[fate < 0.018]] = NEVER
    again = public[(fate > 0.978) & (public > 0)]
    calls.duplicate_of[again] = again - 1
    for column in ("type", "final", "priority", "district", "block", "street", "hazard"):
        values = getattr(calls, column)
        values[again] = values[again - 1]


def _add_proactive(rng: Rng, calls: Calls, expansion_on: date) -> None:
    """Some quiet calls of the day become a team's own contacts in the districts it serves."""
    hour = local(calls.received) // 3600 % 24
    served = np.isin(calls.district, [place.DISTRICTS.index(d) for d in place.PILOT_DISTRICTS])
    in_city = calls.district < len(place.DISTRICTS)
    served |= (calls.received >= utc_seconds(expansion_on)) & in_city
    patrol = calls.type == TYPES.index("Directed patrol")
    able = np.flatnonzero(patrol & served & (hour >= 13) & (hour < 18))
    days = (calls.received[-1] - calls.received[0]) / 86_400
    share = min(1.0, place.PROACTIVE_A_DAY * days / max(len(able), 1))
    chosen = able[rng.random(len(able)) < share]
    calls.type[chosen] = calls.final[chosen] = TYPES.index(place.PROACTIVE)
