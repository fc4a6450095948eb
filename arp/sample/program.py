"""The teams' work, call by call: was a team on duty, was a unit free, was it sent, did it come.

The one loop of the sample city: whether a unit is free depends on everything before.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from arp.sample import place
from arp.sample.clock import NEVER, local, utc_seconds
from arp.sample.demand import TYPES, Calls

if TYPE_CHECKING:
    from arp.sample.chance import Flags, Rng, Whole


REASONS = (
    "outside area",
    "outside hours",
    "canceled before dispatch",
    "sent, did not arrive",
    "declined",
    "self-assigned",
    "all units busy",
    "not routed",
)
FIELD_TEAMS = tuple(team for team in place.TEAMS if team.units)  # Care Navigation takes no calls
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
    units = np.zeros((len(calls), len(FIELD_TEAMS)), dtype=np.int64)
    serves = np.zeros(units.shape, dtype=bool)
    for column, team in enumerate(FIELD_TEAMS):
        staffed = np.zeros(len(calls), dtype=bool)
        for shift, now in _shifts(team.key, expanded):
            there = now & (calls.district < len(place.DISTRICTS))
            if shift.district is not None:
                there &= calls.district == place.DISTRICTS.index(shift.district)
            serves[:, column] |= there
            staffed |= there & _running(shift, calls.queued)
        pool = scheduled_units(team.key, calls.queued, expanded)
        units[:, column] = np.where(staffed, pool, 0)
    return units, serves


def scheduled_units(team: str, at: Whole, expanded: Flags) -> Whole:
    """Units of the team on duty anywhere in the city, at each of these moments."""
    units = np.zeros(len(at), dtype=np.int64)
    for shift, now in _shifts(team, expanded):
        units += np.where(now & _running(shift, at), shift.units, 0)
    return units


def _shifts(team: str, expanded: Flags) -> list[tuple[place.Shift, Flags]]:
    """The team's shifts of both eras, each with the moments that belong to its era."""
    eras = ((place.PILOT, ~expanded), (place.EXPANDED, expanded))
    return [(shift, now) for era, now in eras for shift in era if shift.team == team]


def _running(shift: place.Shift, at: Whole) -> Flags:
    shown = local(at)
    hour, weekday = shown // 3600 % 24, (shown // 86_400 + 3) % 7
    return (hour >= shift.start) & (hour < shift.end) & np.isin(weekday, shift.weekdays)


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
    """One draw a call for everything that chance decides, as plain lists (fast to index)."""

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
    def draw(cls, rng: Rng, n: int) -> _Luck:
        even = [rng.random(n).tolist() for _ in range(6)]
        normal = [rng.standard_normal(n).tolist() for _ in range(3)]
        return cls(*even, *normal)


CANCELED, SELF_ASSIGNED = 0.045, 0.08  # cumulative shares of the calls queued while staffed
DECLINES, RECALLED = 0.025, 0.075  # cumulative shares of the calls that a team is sent to
PHONE_ASKS_FIELD = 0.07


def work(rng: Rng, calls: Calls, expansion_on: date) -> Work:
    """Play all eligible calls and the teams' own contacts, in the order queued."""
    eligible = eligibility(calls, expansion_on)
    units, serves = on_duty(calls, expansion_on)
    shift = _Shift(rng, calls, eligible, units)
    own = calls.type == TYPES.index(place.PROACTIVE)
    todo = np.flatnonzero(own | (eligible & (units > 0)).any(axis=1))
    for call in todo[np.argsort(calls.queued[todo], kind="stable")].tolist():
        if own[call]:
            shift.own_contact(call)
        else:
            shift.public_call(call)
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
    """The state of the loop: units, luck, and what is written down on the way."""

    def __init__(self, rng: Rng, calls: Calls, eligible: Flags, units: Whole) -> None:
        self.calls = calls
        self.luck = _Luck.draw(rng, len(calls))
        self.queued: list[int] = calls.queued.tolist()
        self.units: list[list[int]] = units.tolist()
        self.eligible: list[list[bool]] = eligible.tolist()
        self.teams = [_Team(team) for team in FIELD_TEAMS]
        self.responses: list[Response] = []
        self.busy = np.zeros(eligible.shape, dtype=bool)
        self.canceled = np.zeros(len(calls), dtype=bool)
        self.self_assigned = np.zeros(len(calls), dtype=bool)

    def public_call(self, call: int) -> None:
        """One eligible call that comes while a team is on duty for it."""
        at, units = self.queued[call], self.units[call]
        staffed = [t for t, listed in enumerate(self.eligible[call]) if listed and units[t] > 0]
        free = []
        for t in staffed:
            if self.teams[t].committed(at) >= units[t]:
                self.busy[call, t] = True
            else:
                free.append(t)
        fate = self.luck.fate[call]
        if fate < CANCELED:
            self.canceled[call] = True
        elif fate < SELF_ASSIGNED:
            self.self_assigned[call] = True
        elif free:
            self._route(call, free)
        elif self.luck.patience[call] < KEPT_FOR_NEXT_UNIT:
            self._send(call, staffed[0], patience=PATIENCE)

    def own_contact(self, call: int) -> None:
        """A field unit that is free stops for somebody; if none is, police patrol there."""
        crew, start = self.teams[CRT], self.queued[call]
        unit = crew.next_unit(self.units[call][CRT])
        if crew.free_at[unit] > start:
            self.calls.type[call] = self.calls.final[call] = TYPES.index("Directed patrol")
            return
        end = start + _seconds(crew.team.minutes * 0.6, 0.5, self.luck.work[call])
        crew.commit(unit, start, end)
        self.responses.append(Response(call, CRT, unit, start, start, start, end, declined=False))

    def _route(self, call: int, free: list[int]) -> None:
        """Dispatch tries the free teams in turn; each is thought of with its own chance."""
        turn = free if self.luck.first_team[call] < 0.6 else free[::-1]
        chance = self.luck.routed[call]
        for t in turn:
            share = FIELD_TEAMS[t].routed
            if chance < share:
                self._send(call, t, patience=ALREADY_PROMISED)
                return
            chance = (chance - share) / (1 - share)

    def _send(self, call: int, t: int, *, patience: int) -> None:
        crew, at = self.teams[t], self.queued[call]
        unit = crew.next_unit(self.units[call][t])
        start = at + _seconds(crew.team.wait, 0.6, self.luck.wait[call])
        start = max(start, crew.free_at[unit] + 20)
        if start - at > patience:
            return
        arrival = self.luck.arrival[call]
        if arrival < DECLINES:
            unsent = Response(call, t, unit, UNSTAMPED, UNSTAMPED, UNSTAMPED, start, declined=True)
            self.responses.append(unsent)
        elif crew.team.phone:
            end = start + _seconds(crew.team.minutes, 0.55, self.luck.work[call])
            crew.commit(unit, start, end)
            self.responses.append(
                Response(call, t, unit, start, UNSTAMPED, UNSTAMPED, end, declined=False)
            )
            self._phone_asks_field(call, end)
        else:
            self._drive(call, t, unit, start, comes=arrival >= RECALLED)

    def _drive(self, call: int, t: int, unit: int, start: int, *, comes: bool) -> None:
        """A field unit on its way: turnout, travel, and its work if it arrives."""
        crew = self.teams[t]
        en_route = start + 20 + int(100 * self.luck.second[call])
        travel = _seconds(crew.team.travel, 0.45, self.luck.travel[call])
        on_scene = en_route + travel if comes else UNSTAMPED
        work = _seconds(crew.team.minutes, 0.6, self.luck.work[call])
        end = on_scene + work if comes else en_route + travel // 2
        crew.commit(unit, start, end)
        self.responses.append(
            Response(call, t, unit, start, en_route, on_scene, end, declined=False)
        )

    def _phone_asks_field(self, call: int, end: int) -> None:
        """Now and then the clinician on the phone asks a field unit that is free to come too."""
        on_duty = self.units[call][CRT]
        asks = self.luck.second[call] < PHONE_ASKS_FIELD
        if not (asks and self.eligible[call][CRT] and on_duty):
            return
        unit = self.teams[CRT].next_unit(on_duty)
        if self.teams[CRT].free_at[unit] < end - 300:
            self._drive(call, CRT, unit, end - 300, comes=True)


def _seconds(median_minutes: float, spread: float, normal: float) -> int:
    """Whole seconds of a log-normal interval, at least one."""
    return max(1, round(median_minutes * 60 * float(np.exp(spread * normal))))
