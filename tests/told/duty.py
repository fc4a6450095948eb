"""Duty: who was on duty and who at work, at one moment and hour by hour."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from tests.made_city import Row
from tests.told.settings import Held, ToldSettings, listed
from tests.told.three_valued import Answer, both, some
from tests.told.when import Clock, hour_of_week, month_of

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Shift:
    """Units of a team for an area (None: the whole city), from a second up to another."""

    starts: int
    ends: int
    units: int
    area: str | None


@dataclass(frozen=True)
class Standing:
    """How a team stood for a call when it came in."""

    serves: Answer = None
    staffed: Answer = None
    staffed_anywhere: Answer = None
    free: Answer = None
    free_anywhere: Answer = None


class Duty:
    """The schedule and the work of every team between two days."""

    def __init__(
        self, settings: ToldSettings, clock: Clock, days: tuple[date, date], units: Iterable[Row]
    ) -> None:
        self._clock, self._areas = clock, settings.area_names
        self._schedule: dict[str, list[Held]] = defaultdict(list)
        for held in settings.all("schedule"):
            self._schedule[held.value["team"]].append(held)
        holidays = {held.value["day"] for held in settings.all("holidays")}
        self.shifts = {
            team: [shift for held in entries for shift in self._shifts(held, days, holidays)]
            for team, entries in self._schedule.items()
        }
        self._by_day: dict[tuple[str, int], list[Shift]] = defaultdict(list)
        for team, shifts in self.shifts.items():
            for shift in shifts:
                self._by_day[team, shift.starts // 86_400].append(shift)
        self.work: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for unit in units:
            if unit["team"] and unit["committed"] is not None:
                starts = clock.second(unit["dispatched_at"])
                self.work[unit["team"]].append((starts, starts + round(unit["committed"] * 60)))
        self._begun = {team: sorted(start for start, _ in work) for team, work in self.work.items()}
        self._done = {team: sorted(end for _, end in work) for team, work in self.work.items()}

    def _shifts(self, held: Held, days: tuple[date, date], holidays: set[str]) -> Iterator[Shift]:
        value = held.value
        starts, ends = (time.fromisoformat(value[name]) for name in ("starts", "ends"))
        day = max(held.since, days[0] - timedelta(days=1))
        while day <= min(held.until, days[1]):
            works = WEEKDAYS[day.weekday()] in listed(value["weekdays"])
            if works and (value.get("holidays") is not False or f"{day}" not in holidays):
                last_day = day + timedelta(days=1) if ends <= starts else day
                yield Shift(
                    self._clock.second(datetime.combine(day, starts)),
                    self._clock.second(datetime.combine(last_day, ends)),
                    value["units"],
                    self._area(value),
                )
            day += timedelta(days=1)

    def _area(self, value: Row) -> str | None:
        area = value.get("area")
        return self._areas.get(area, area) if area else None

    def at_work(self, team: str, second: int) -> int | None:
        """Units at work at that second, a unit that is cleared then no more; None: nobody knows."""
        if not self.work.get(team):
            return None
        return bisect_right(self._begun[team], second) - bisect_right(self._done[team], second)

    def on_duty(self, team: str, second: int) -> list[Shift]:
        day = second // 86_400
        near = [shift for ago in (2, 1, 0) for shift in self._by_day[team, day - ago]]
        return [shift for shift in near if shift.starts <= second < shift.ends]

    def standing(self, team: str, area: str | None, moment: datetime | None) -> Standing:
        """How the team stood; its units are one pool wherever they serve."""
        if moment is None or team not in self._schedule:
            return Standing()
        second = self._clock.second(moment)
        entries = [held for held in self._schedule[team] if held.on(moment.date())]
        shifts, working = self.on_duty(team, second), self.at_work(team, second)
        staffed = covers([shift.area for shift in shifts], area)
        serves = some([covers([self._area(held.value) for held in entries], area), staffed])
        pool = sum(shift.units for shift in shifts)
        spare = None if working is None else pool > working
        return Standing(serves, staffed, pool > 0, both(staffed, spare), both(pool > 0, spare))

    def hours(self, first: datetime, last: datetime) -> list[Row]:
        """One row a team and hour of the wall clock: minutes on duty, at work, without a unit.

        `areas` has staffed and busy minutes by area; those of the whole city stand under None.
        """
        begins = first.replace(minute=0, second=0, microsecond=0)
        rows: list[Row] = []
        while begins <= last:
            starts, ends = self._clock.second(begins), self._clock.second(begins + HOUR)
            if ends > starts:
                rows += [self._hour(team, begins, starts, ends) for team in self.shifts]
            begins += HOUR
        return rows

    def _hour(self, team: str, begins: datetime, starts: int, ends: int) -> Row:
        row: Row = {
            "team": team,
            "month": month_of(begins),
            "hour_of_week": hour_of_week(begins),
            "starts_at": begins,
            **dict.fromkeys(("scheduled", "staffed", "committed", "busy"), 0.0),
            "areas": defaultdict(lambda: [0.0, 0.0]),
        }
        for second, lasts in self._pieces(team, starts, ends):
            shifts = self.on_duty(team, second)
            pool, working = sum(shift.units for shift in shifts), self.at_work(team, second) or 0
            busy = lasts if pool and working >= pool else 0
            row["scheduled"] += lasts * pool / 60
            row["staffed"] += (lasts if pool else 0) / 60
            row["committed"] += lasts * min(pool, working) / 60
            row["busy"] += busy / 60
            areas = {shift.area for shift in shifts}
            for area in {None} if None in areas else areas:
                row["areas"][area][0] += lasts / 60
                row["areas"][area][1] += busy / 60
        if not self.work.get(team):  # nobody knows of any work of this team
            row["committed"] = row["busy"] = None
        return row

    def _pieces(self, team: str, starts: int, ends: int) -> Iterator[tuple[int, int]]:
        """The stretches of an hour in which nobody comes on or off duty, to work or from it."""
        turns = {starts, ends}
        day = starts // 86_400
        near = [shift for later in (-2, -1, 0, 1) for shift in self._by_day[team, day + later]]
        turns |= {turn for shift in near for turn in (shift.starts, shift.ends)}
        for moments in (self._begun.get(team, []), self._done.get(team, [])):
            turns |= set(moments[bisect_right(moments, starts) : bisect_right(moments, ends)])
        inside = sorted(turn for turn in turns if starts <= turn <= ends)
        for this, following in zip(inside, inside[1:], strict=False):
            yield this, following - this


def covers(areas: list[str | None], area: str | None) -> Answer:
    """Whether any of the areas is the whole city or this one; unknown without an area."""
    if None in areas or (area is not None and area in areas):
        return True
    return None if area is None and areas else False
