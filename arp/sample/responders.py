"""Units on calls: the teams' own beside police, fire and EMS, who go where no team went."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from arp.sample import place
from arp.sample.chance import lognormal
from arp.sample.clock import NEVER, utc_seconds
from arp.sample.demand import NONE, Calls, numbers_of
from arp.sample.program import FIELD_TEAMS, Work

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from arp.sample.chance import Flags, Rng, Whole


AGENCIES = ("police", "fire", "ems", "program")
PROGRAM = AGENCIES.index("program")
PATTERNS = {"police": "P-*", "fire": "ENG*", "ems": "MED*"}
FLEETS = {
    "police": tuple(f"P-{d[0]}{n}" for d in place.DISTRICTS for n in range(11, 23)),
    "fire": tuple(f"ENG{n}" for n in range(1, 10)),
    "ems": tuple(f"MED{n}" for n in range(1, 15)),
    "program": tuple(unit for team in FIELD_TEAMS for unit in team.units),
}
UNITS = tuple(unit for agency in AGENCIES for unit in FLEETS[agency])

# Police at a call that a team took: what their part was, and how often.
POLICE_PARTS = ("none", "before us", "with us", "requested by us", "took over")
PART_SHARES = (0.885, 0.025, 0.05, 0.03, 0.01)

# How much less often each agency is sent of its own to a call that a team took.
LESS_OFTEN = {"police": 0.0, "fire": 0.35, "ems": 0.35}

WAIT = (50, 170, 480, 840, 1400)  # median seconds by priority, from queued to dispatched …
TRAVEL = (280, 370, 460, 540, 600)  # … and from en route to on scene


@dataclass
class UnitRows:
    """One entry a unit on a call; clocks in seconds of UTC."""

    call: Whole
    agency: Whole  # position in AGENCIES
    team: Whole  # position in FIELD_TEAMS, or NONE
    unit: Whole  # position in UNITS
    dispatched: Whole
    en_route: Whole
    on_scene: Whole
    cleared: Whole
    self_assigned: Flags
    declined: Flags

    def __len__(self) -> int:
        return len(self.call)


def program_rows(work: Work) -> UnitRows:
    """The teams' unit responses."""
    told = np.array(work.responses, dtype=np.int64).reshape(-1, 8)
    call, team, unit, dispatched, en_route, on_scene, cleared, declined = told.T
    first = [UNITS.index(team.units[0]) for team in FIELD_TEAMS]
    return UnitRows(
        call=call,
        agency=np.full(len(told), PROGRAM),
        team=team,
        unit=np.array(first)[team] + unit,
        dispatched=dispatched.copy(),
        en_route=en_route.copy(),
        on_scene=on_scene.copy(),
        cleared=cleared.copy(),
        self_assigned=np.zeros(len(told), dtype=bool),
        declined=declined.astype(bool),
    )


def handled_by(n: int, rows: UnitRows) -> Flags:
    """Call × team: a unit of the team arrived, or the phone team took the call."""
    phone = np.array([team.phone for team in FIELD_TEAMS])[rows.team]
    done = (rows.on_scene != NEVER) | (phone & ~rows.declined)
    handled = np.zeros((n, len(FIELD_TEAMS)), dtype=bool)
    handled[rows.call[done], rows.team[done]] = True
    return handled


def draw_police_parts(rng: Rng, n: int, rows: UnitRows) -> Whole:
    """A position in POLICE_PARTS for each call; “none” where no team came."""
    handled = handled_by(n, rows)
    part = np.where(
        handled.any(axis=1), rng.choice(len(PART_SHARES), size=n, p=PART_SHARES), 0
    ).astype(np.int64)
    with_police = [t for t, team in enumerate(FIELD_TEAMS) if team.with_police]
    part[handled[:, with_police].any(axis=1)] = POLICE_PARTS.index("with us")
    return part


def other_agencies(
    rng: Rng,
    calls: Calls,
    work: Work,
    program: UnitRows,
    part: Whole,
    transported: Flags,
    expansion_on: date,
) -> list[UnitRows]:
    """Police, fire and EMS units on all calls; an ambulance wherever one `transported`."""
    numbers = numbers_of(calls.type)
    taken = handled_by(len(calls), program).any(axis=1)
    own = calls.self_initiated & taken
    public = ~calls.canceled & (calls.duplicate_of == NONE) & ~calls.is_test & ~own
    sent = {
        agency: public & (rng.random(len(calls)) < numbers[agency] * np.where(taken, less, 1.0))
        for agency, less in LESS_OFTEN.items()
    }
    sent["police"] |= (taken & (part > 0)) | work.self_assigned
    sent["ems"] |= transported
    crews = []
    for agency in LESS_OFTEN:
        by_police = agency == "police"
        asked = _asked_at(calls, program, part) if by_police else calls.queued
        pace = _pace(calls, expansion_on) if by_police else np.ones(len(calls))
        crews.append(_crew(rng, calls, agency, np.flatnonzero(sent[agency]), asked, pace, numbers))
    police = crews[0]
    police.self_assigned = work.self_assigned[police.call] & _is_first(police.call)
    return crews


def _pace(calls: Calls, expansion_on: date) -> NDArray[np.float64]:
    """Police reach the most urgent calls a little faster since the expansion."""
    faster = (calls.priority == 1) & (calls.received >= utc_seconds(expansion_on))
    return np.where(faster, place.POLICE_P1_AFTER, 1.0)


def _asked_at(calls: Calls, program: UnitRows, part: Whole) -> Whole:
    """When police were asked: at once, or when the team had gone, was there, or did not come."""
    asked = calls.queued.copy()
    later = np.isin(part, (POLICE_PARTS.index("requested by us"), POLICE_PARTS.index("took over")))
    there = np.where(program.on_scene != NEVER, program.on_scene, program.dispatched)
    after = later[program.call] & (there != NEVER)
    asked[program.call[after]] = there[after] + 240
    phone = np.array([team.phone for team in FIELD_TEAMS])[program.team]
    gone = (program.on_scene == NEVER) & (program.declined | ~phone)
    asked[program.call[gone]] = program.cleared[gone]
    return asked


def _is_first(call: Whole) -> Flags:
    """Whether this is the first of the neighboring rows of one call."""
    return np.r_[True, call[1:] != call[:-1]] if len(call) else np.zeros(0, dtype=bool)


def _crew(
    rng: Rng,
    calls: Calls,
    agency: str,
    sent: Whole,
    asked: Whole,
    pace: NDArray[np.float64],
    numbers: dict[str, NDArray[np.float64]],
) -> UnitRows:
    """One agency's units on the calls it was sent to; on its own calls it is there at once."""
    mates = rng.poisson(numbers["units"][sent]).clip(0, 8)
    call = np.repeat(sent, 1 + mates)
    n = len(call)
    place_in_crew = np.arange(n) - np.repeat(np.cumsum(1 + mates) - 1 - mates, 1 + mates)
    urgency = calls.priority[call] - 1
    wait = lognormal(rng, np.array(WAIT)[urgency] * pace[call], 0.7, n)
    travel = lognormal(rng, np.array(TRAVEL)[urgency] * pace[call], 0.5, n)
    on_view = calls.self_initiated[call]
    dispatched = asked[call] + np.where(on_view, 0, wait) + 45 * place_in_crew
    en_route = dispatched + np.where(on_view, 0, rng.integers(5, 95, n))
    on_scene = en_route + np.where(on_view & (place_in_crew == 0), 0, travel)
    cleared = on_scene + lognormal(rng, 60 * numbers["minutes"][call], 0.65, n)
    called_off = (place_in_crew > 0) & (rng.random(n) < 0.14)
    fleet = FLEETS[agency]
    first = UNITS.index(fleet[0])
    lead = _lead(rng, calls, agency, sent)
    return UnitRows(
        call=call,
        agency=np.full(n, AGENCIES.index(agency)),
        team=np.full(n, NONE),
        unit=first + (np.repeat(lead, 1 + mates) + place_in_crew) % len(fleet),
        dispatched=dispatched,
        en_route=en_route,
        on_scene=np.where(called_off, NEVER, on_scene),
        cleared=np.where(called_off, en_route + travel // 2, cleared),
        self_assigned=np.zeros(n, dtype=bool),
        declined=np.zeros(n, dtype=bool),
    )


def _lead(rng: Rng, calls: Calls, agency: str, sent: Whole) -> Whole:
    """The first unit sent; with police, one of the call's own district."""
    if agency != "police":
        return rng.integers(0, len(FLEETS[agency]), len(sent))
    own = len(FLEETS["police"]) // len(place.DISTRICTS)
    return (calls.district[sent] % len(place.DISTRICTS)) * own + rng.integers(0, own, len(sent))


def joined(crews: list[UnitRows]) -> UnitRows:
    """All rows together, by call and then in the order dispatched; those never dispatched last."""
    columns = {
        name: np.concatenate([getattr(crew, name) for crew in crews])
        for name in UnitRows.__dataclass_fields__
    }
    stamped = columns["dispatched"] + np.where(columns["dispatched"] == NEVER, 2**40, 0)
    order = np.lexsort((columns["unit"], stamped, columns["call"]))
    return UnitRows(**{name: values[order] for name, values in columns.items()})
