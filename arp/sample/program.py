"""The teams' work, call by call: was a team on duty, was a unit free, was it sent, did it come.

The one loop of the sample city: whether a unit is free depends on everything before.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from arp.sample import place
from arp.sample.clock import HOURS_A_WEEK, NEVER, hour_of_week, utc_seconds
from arp.sample.demand import TYPES, Calls
from arp.words.reasons import MISSED_REASON

if TYPE_CHECKING:
    from arp.sample.chance import Flags, Rng, Whole


REASONS = MISSED_REASON.keys[:-1]  # the city itself can always tell
FIELD_TEAMS = tuple(team for team in place.TEAMS if team.units)  # Care Navigation takes no calls
ERAS = (place.PILOT, place.EXPANDED)  # before the expansion, and since
CRT = [team.key for team in FIELD_TEAMS].index("CRT")
UNSTAMPED = int(NEVER)
PATIENCE = 25 * 60  # seconds dispatch will hold a call for a busy team
KEPT_FOR_NEXT_UNIT = 0.30
ALREADY_PROMISED = 30 * 60  # a free unit promised elsewhere for longer is not waited for


class Response(NamedTuple):
    """One program unit sent to one call; clocks in seconds of UTC."""

    call: int
    team: int  # position in FIELD_TEAMS
    unit: int  # position in that team's units
    dispatched: int
    en_route: int
    on_scene: int
    cleared: int
    declined: bool


@dataclass(frozen=True)
class Work:
    """What the teams did, and for every call and team the facts that decided it."""

    responses: list[Response]  # in the order decided
    eligible: Flags  # call × team: on that team's list that day
    serves: Flags  # call × team: the district is in the team's schedule of that day
    on_duty: Whole  # call × team: units on duty for that district at that minute
    busy: Flags  # call × team: every unit on duty was committed
    canceled: Flags  # call: taken back after queueing, before any unit
    self_assigned: Flags  # call: police put themselves on it first


def eligibility(calls: Calls, expansion_on: date) -> Flags:
    """Call × team: in scope, the first type on the team's list that day, no hazard against it."""
    expanded = calls.queued >= utc_seconds(expansion_on)
    columns = []
    for team in FIELD_TEAMS:
        listed = np.isin(calls.type, [TYPES.index(name) for name in team.call_types])
        added = np.isin(calls.type, [TYPES.index(name) for name in team.added_types])
        ruled_out = np.isin(calls.hazard, [place.HAZARDS.index(name) for name in team.not_with])
        columns.append(calls.in_scope & (listed | (added & expanded)) & ~ruled_out)
    return np.column_stack(columns)


def on_duty(calls: Calls, expansion_on: date) -> tuple[Whole, Flags]:
    """Call × team: units on duty there and then, and whether the team serves the place at all.

    A team's units are one pool: where it serves the call's district at that minute, all its units
    on duty at that minute count.
    """
    expanded = calls.queued >= utc_seconds(expansion_on)
    era, hour = expanded.astype(np.int64), hour_of_week(calls.queued)
    units = np.zeros((len(calls), len(FIELD_TEAMS)), dtype=np.int64)
    serves = np.zeros(units.shape, dtype=bool)
    for column, team in enumerate(FIELD_TEAMS):
        staffed = np.stack([_staffed(team.key, shifts) for shifts in ERAS])
        serves[:, column] = np.asarray(staffed.any(axis=2))[era, calls.district]
        pool = scheduled_units(team.key, calls.queued, expanded)
        units[:, column] = np.where(staffed[era, calls.district, hour], pool, 0)
    return units, serves


def scheduled_units(team: str, at: Whole, expanded: Flags) -> Whole:
    """Units of the team on duty anywhere in the city, at each of these moments."""
    units = np.zeros((len(ERAS), HOURS_A_WEEK), dtype=np.int64)
    for era, shifts in enumerate(ERAS):
        for shift in shifts:
            if shift.team == team:
                units[era, _hours(shift)] += shift.units
    return units[expanded.astype(np.int64), hour_of_week(at)]


def _staffed(team: str, shifts: tuple[place.Shift, ...]) -> Flags:
    """District × hour of the week: some shift of the team runs there; outside the city none."""
    staffed = np.zeros((len(place.DISTRICTS) + 1, HOURS_A_WEEK), dtype=bool)
    for shift in shifts:
        served = (shift.district,) if shift.district else place.DISTRICTS
        if shift.team == team:
            for district in served:
                staffed[place.DISTRICTS.index(district), _hours(shift)] = True
    return staffed


def _hours(shift: place.Shift) -> list[int]:
    """The hours of the week in which the shift runs."""
    return [24 * day + hour for day in shift.weekdays for hour in range(shift.start, shift.end)]


class _Team:
    """The units of one team while the city's calls go by."""

    def __init__(self, team: place.Team) -> None:
        self.team = team
        self.free_at = [0] * len(team.units)
        self.commitments: list[tuple[int, int]] = []

    def committed(self, at: int) -> int:
        """Units committed at that second; a unit cleared at that second is free."""
        self.commitments = [span for span in self.commitments if span[1] > at]
        return sum(start <= at for start, _ in self.commitments)

    def next_unit(self, on_duty: int) -> int:
        """The unit on duty that is free first."""
        return min(range(on_duty), key=self.free_at.__getitem__)

    def commit(self, unit: int, start: int, end: int) -> None:
        self.free_at[unit] = end
        self.commitments.append((start, end))


@dataclass(frozen=True)
class _Luck:
    """One draw a call played, of everything that chance decides: plain lists, fast to index."""

    fate: list[float]  # canceled, or self-assigned by police
    routed: list[float]
    patience: list[float]
    arrival: list[float]  # declines, is recalled, or comes
    second: list[float]  # the phone team asks the field team to come too
    first_team: list[float]
    wait: list[float]  # standard normal
    travel: list[float]
    work: list[float]

    @classmethod
    def draw(cls, rng: Rng, n: int, played: Whole) -> _Luck:
        """Every one of the `n` calls draws, so that no call's luck hangs on who plays."""
        even = [rng.random(n)[played].tolist() for _ in range(6)]
        normal = [rng.standard_normal(n)[played].tolist() for _ in range(3)]
        return cls(*even, *normal)


CANCELED, SELF_ASSIGNED = 0.045, 0.08  # cumulative shares of the calls queued while staffed
DECLINES, RECALLED = 0.025, 0.075  # cumulative shares of the calls that a team is sent to
PHONE_ASKS_FIELD = 0.07


def work(rng: Rng, calls: Calls, expansion_on: date) -> Work:
    """Play all eligible calls and the teams' own contacts, in the order queued."""
    eligible = eligibility(calls, expansion_on)
    units, serves = on_duty(calls, expansion_on)
    own = calls.type == TYPES.index(place.PROACTIVE)
    played = np.flatnonzero(own | (eligible & (units > 0)).any(axis=1))
    played = played[np.argsort(calls.queued[played], kind="stable")]
    shift = _Shift(rng, calls, eligible, units, played)
    for turn, is_own in enumerate(own[played].tolist()):
        if is_own:
            shift.own_contact(turn)
        else:
            shift.public_call(turn)
    calls.canceled |= shift.canceled
    return Work(
        responses=shift.responses,
        eligible=eligible,
        serves=serves,
        on_duty=units,
        busy=shift.busy,
        canceled=shift.canceled,
        self_assigned=shift.self_assigned,
    )


class _Shift:
    """The state of the loop: units, luck, and what is written down on the way.

    A `turn` is a position among the calls `played`.
    """

    def __init__(
        self, rng: Rng, calls: Calls, eligible: Flags, units: Whole, played: Whole
    ) -> None:
        self.calls = calls
        self.luck = _Luck.draw(rng, len(calls), played)
        self.call: list[int] = played.tolist()
        self.queued: list[int] = calls.queued[played].tolist()
        self.units: list[list[int]] = units[played].tolist()
        self.eligible: list[list[bool]] = eligible[played].tolist()
        self.teams = [_Team(team) for team in FIELD_TEAMS]
        self.responses: list[Response] = []
        self.busy = np.zeros(eligible.shape, dtype=bool)
        self.canceled = np.zeros(len(calls), dtype=bool)
        self.self_assigned = np.zeros(len(calls), dtype=bool)

    def public_call(self, turn: int) -> None:
        """One eligible call that comes while a team is on duty for it."""
        at, units = self.queued[turn], self.units[turn]
        staffed = [t for t, listed in enumerate(self.eligible[turn]) if listed and units[t] > 0]
        free = []
        for t in staffed:
            if self.teams[t].committed(at) >= units[t]:
                self.busy[self.call[turn], t] = True
            else:
                free.append(t)
        fate = self.luck.fate[turn]
        if fate < CANCELED:
            self.canceled[self.call[turn]] = True
        elif fate < SELF_ASSIGNED:
            self.self_assigned[self.call[turn]] = True
        elif free:
            self._route(turn, free)
        elif self.luck.patience[turn] < KEPT_FOR_NEXT_UNIT:
            self._send(turn, staffed[0], patience=PATIENCE)

    def own_contact(self, turn: int) -> None:
        """A field unit that is free stops for somebody; if none is, police patrol there."""
        crew, start = self.teams[CRT], self.queued[turn]
        unit = crew.next_unit(self.units[turn][CRT])
        if crew.free_at[unit] > start:
            call = self.call[turn]
            self.calls.type[call] = self.calls.final[call] = TYPES.index("Directed patrol")
            return
        end = start + _seconds(crew.team.minutes * 0.6, 0.5, self.luck.work[turn])
        crew.commit(unit, start, end)
        self.responses.append(
            Response(self.call[turn], CRT, unit, start, start, start, end, declined=False)
        )

    def _route(self, turn: int, free: list[int]) -> None:
        """Dispatch tries the free teams one by one; each is thought of with its own chance."""
        order = free if self.luck.first_team[turn] < 0.6 else free[::-1]
        chance = self.luck.routed[turn]
        for t in order:
            share = FIELD_TEAMS[t].routed
            if chance < share:
                self._send(turn, t, patience=ALREADY_PROMISED)
                return
            chance = (chance - share) / (1 - share)

    def _send(self, turn: int, t: int, *, patience: int) -> None:
        crew, at = self.teams[t], self.queued[turn]
        unit = crew.next_unit(self.units[turn][t])
        start = at + _seconds(crew.team.wait, 0.6, self.luck.wait[turn])
        start = max(start, crew.free_at[unit] + 20)
        if start - at > patience:
            return
        arrival = self.luck.arrival[turn]
        if arrival < DECLINES:
            unsent = Response(
                self.call[turn], t, unit, UNSTAMPED, UNSTAMPED, UNSTAMPED, start, declined=True
            )
            self.responses.append(unsent)
        elif crew.team.phone:
            end = start + _seconds(crew.team.minutes, 0.55, self.luck.work[turn])
            crew.commit(unit, start, end)
            self.responses.append(
                Response(self.call[turn], t, unit, start, UNSTAMPED, UNSTAMPED, end, declined=False)
            )
            self._phone_asks_field(turn, end)
        else:
            self._drive(turn, t, unit, start, comes=arrival >= RECALLED)

    def _drive(self, turn: int, t: int, unit: int, start: int, *, comes: bool) -> None:
        """A field unit on its way: turnout, travel, and its work if it arrives."""
        crew = self.teams[t]
        en_route = start + 20 + int(100 * self.luck.second[turn])
        travel = _seconds(crew.team.travel, 0.45, self.luck.travel[turn])
        on_scene = en_route + travel if comes else UNSTAMPED
        work = _seconds(crew.team.minutes, 0.6, self.luck.work[turn])
        end = on_scene + work if comes else en_route + travel // 2
        crew.commit(unit, start, end)
        self.responses.append(
            Response(self.call[turn], t, unit, start, en_route, on_scene, end, declined=False)
        )

    def _phone_asks_field(self, turn: int, end: int) -> None:
        """Now and then the clinician on the phone asks a field unit that is free to come too."""
        on_duty = self.units[turn][CRT]
        asks = self.luck.second[turn] < PHONE_ASKS_FIELD
        if not (asks and self.eligible[turn][CRT] and on_duty):
            return
        unit = self.teams[CRT].next_unit(on_duty)
        if self.teams[CRT].free_at[unit] < end - 300:
            self._drive(turn, CRT, unit, end - 300, comes=True)


def _seconds(median_minutes: float, spread: float, normal: float) -> int:
    """Whole seconds of a log-normal interval, at least one."""
    return max(1, round(median_minutes * 60 * math.exp(spread * normal)))
