"""All of a city: its facts by call, by call and team, by encounter and by hour on duty."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from functools import cached_property

from tests.made_city import Row
from tests.told import calls as of_calls
from tests.told import follow_ups, people
from tests.told import units as of_units
from tests.told.cases import case_months
from tests.told.duty import Duty
from tests.told.estimates import taken_from_the_call
from tests.told.lists import Lists, standings, stood_together
from tests.told.missed import why
from tests.told.phone import followed_for_a_day
from tests.told.program import came, did
from tests.told.settings import ToldSettings
from tests.told.shared import diverted, followed
from tests.told.when import UNIT_CLOCKS, Clock, earliest


class ToldCity:
    """A city's stored rows as plain dicts, and the facts that follow."""

    def __init__(self, rows: Mapping[str, list[Row]], today: date) -> None:
        self.rows = rows
        self.settings = ToldSettings(rows["settings"], today)
        self.clock = Clock(self.settings.zone)
        self.units = of_units.units(rows["unit_responses"], self.settings, self.clock)
        self.merged = of_calls.merged_calls(rows["calls"], self.settings)
        teams = self.settings.teams
        self.encounters = people.encounters(rows["encounters"], self.merged, teams)
        follow_ups.add_follow_ups(self.encounters, rows["follow_ups"], today)
        moments = [call["moment"] for call in self.merged.values() if call["moment"]]
        self.span: tuple[datetime, datetime] = (min(moments), max(moments))
        days = (self.span[0].date(), self.span[1].date())
        self.duty = Duty(self.settings, self.clock, days, self.units)
        self._lists = Lists(self.settings)
        self._units_at = by_number(self.units)
        self._met_at = by_number(self.encounters)
        self._sheet_at = by_number(self._sheet_rows())

    @cached_property
    def case_months(self) -> list[Row]:
        """Care Navigation's cases by month."""
        return case_months(self.encounters, self.rows["follow_ups"], self.settings.today)

    @cached_property
    def months(self) -> dict[str, set[str]]:
        """By agency the months of which there are units of it; under “program” of anybody's."""
        months: dict[str, set[str]] = defaultdict(set)
        for unit in self.units:
            if unit["month"]:
                months["program"].add(unit["month"])
                months[unit["agency_said"]].add(unit["month"])
        sheets = {row["feed"] for row in self._sheets()}
        for row in self.rows["calls"]:
            if row["feed"] in sheets and row["month"] != "undated":
                months["program"].add(row["month"])
        return months

    def _sheets(self) -> list[Row]:
        """The calls of feeds that hold only the program's, and no units."""
        with_units = {row["feed"] for row in self.rows["unit_responses"]}
        feeds = self.settings.program_feeds - with_units
        return [row for row in self.rows["calls"] if row["feed"] in feeds]

    def _sheet_rows(self) -> Iterable[Row]:
        """The clocks of such a call are its team's: of the one that its encounters name."""
        rows = self._sheets()
        filled = of_calls.filled_in(rows)
        for row in rows:
            named = {met["team"] for met in self._met_at.get(row["incident_number"], [])} - {None}
            team = named.pop() if len(named) == 1 else None
            set_so = self.settings.teams.get(team, {})
            yield {
                **{name: row[name] for name in ("incident_number", *UNIT_CLOCKS)},
                "left_at": row["en_route_at" if "en_route_at" in filled else "dispatched_at"],
                "team": team,
                "mode": set_so.get("mode"),
                "with_police": bool(set_so.get("works_with_police")),
                "declined": None,
                "from_unit": False,
            }

    @cached_property
    def calls(self) -> list[Row]:
        """The facts of each call."""
        return [self._facts(call, None) for call in self.merged.values()]

    @cached_property
    def call_teams(self) -> list[Row]:
        """The facts of each call and team that may take it, or that responded."""
        of_call = {fact["incident_number"]: fact for fact in self.calls}
        rows = []
        for number, call in self.merged.items():
            teams = {row["team"] for row in self._program_clocks(number)}
            teams |= {row["team"] for row in self._met_at.get(number, [])}
            teams |= set(self._lists.by_team(call, "call_type"))
            teams |= set(self._lists.by_team(call, "call_type_final"))
            rows += [self._facts(call, team, of_call[number]) for team in sorted(teams - {None})]
        return rows

    def _program_clocks(self, number: str) -> list[Row]:
        units = [unit for unit in self._units_at.get(number, []) if unit["is_program"]]
        return units + self._sheet_at.get(number, [])

    def _facts(self, call: Row, team: str | None, of_any: Row | None = None) -> Row:
        number = call["incident_number"]
        units, clocks = self._units_at.get(number, []), self._program_clocks(number)
        met = self._met_at.get(number, [])
        first, last = (self._lists.by_team(call, name) for name in ("call_type", "call_type_final"))
        stood = standings(self.duty, call, first)
        if team:
            clocks, met = ([row for row in rows if row["team"] == team] for rows in (clocks, met))
            first, last, stood = (
                {name: answer for name, answer in found.items() if name == team}
                for found in (first, last, stood)
            )
        fact: Row = {
            **{name: call[name] for name in KEPT},
            "team": team,
            "eligible": self._lists.judge(call, first.values(), "call_type"),
            "eligible_final": self._lists.judge(call, last.values(), "call_type_final"),
            **stood_together(list(stood.values())),
            **people.said_of_the_call(met),
            **self._agencies(call, units),
            **came(clocks, by_team=team is not None),
            "target": of_calls.response_target(self.settings, call, team),
            "is_top_priority": of_calls.top_priority(self.settings, call),
        }
        told_of = call["month"] in self.months["program"]
        declines_told = "declined" in self._recorded
        fact |= did(fact, clocks, told_of=told_of, declines_told=declines_told)
        fact |= self._minutes(call, fact, units)
        fact["phone_taken"] = self._taken_by_phone(fact, team)
        last = min(self.span[1], datetime.combine(self.settings.today, time.max))
        fact |= followed_for_a_day(fact, clocks, met, units, last=last)
        fact["arrest_made"] = call["arrest"]
        if call["arrest"] is False:
            fact["arrest_made"] = any(row["arrested"] for row in met)
        tells = self._tells_of_transports
        fact["ems_transported"] = taken_from_the_call(call, fact, met, tells=tells)
        fact |= followed(fact, of_any)
        return fact | diverted(fact, of_any, self.settings) | why(fact)

    def _taken_by_phone(self, fact: Row, team: str | None) -> bool | None:
        """Of a team that does not answer by phone nobody can say that it did not take a call so."""
        of_phone = self.settings.teams.get(team, {}).get("mode") == "phone"
        taken: bool | None = fact["by_phone"]
        return taken if taken or team is None or of_phone else None

    @cached_property
    def _tells_of_transports(self) -> bool:
        return any(call["transport"] is not None for call in self.merged.values())

    def _agencies(self, call: Row, units: list[Row]) -> Row:
        clocks = [row[name] for row in (*units, call) for name in ("dispatched_at", "on_scene_at")]
        unsaid = False if "self_assigned" in self._recorded else None
        found = of_units.agencies_at(
            units, in_cad=call["in_cad"], month=call["month"], months=self.months
        )
        return found | {
            "anybody_sent": any(clocks),
            "self_assigned": of_units.put_themselves_on_it(units) if units else unsaid,
        }

    @cached_property
    def _recorded(self) -> set[str]:
        """What any unit record says anything of."""
        return {name for unit in self.units for name, value in unit.items() if value is not None}

    def _minutes(self, call: Row, fact: Row, units: list[Row]) -> Row:
        """The intervals of the call that are valid."""
        anybody = earliest(units, "on_scene_at") or call["on_scene_at"]
        pairs = {
            "handling": (call["received_at"], call["ready_at"]),
            "queue": (call["queued_at"], fact["dispatched"]),
            "travel": (fact["left"], fact["arrived"]),
            "response": (call["starts_at"], fact["arrived"]),
            "own_response": (call["starts_at"], fact["own_arrival"]),
            "first_unit": (call["starts_at"], anybody if call["in_cad"] else None),
            "on_scene": (fact["arrived"], fact["cleared"]),
            "police_response": (call["starts_at"], fact["police_on_scene_at"]),
            "police_queue": (call["queued_at"], fact["police_dispatched_at"]),
            "answer": (call["received_at"], call["answered_at"]),
        }
        return {name: self.clock.minutes(*pair) for name, pair in pairs.items()}

    @cached_property
    def responses(self) -> list[Row]:
        """Calls, and encounters without a call, that may be program responses."""
        return self.calls + self._alone

    @cached_property
    def team_responses(self) -> list[Row]:
        return self.call_teams + [row for row in self._alone if row["team"]]

    @property
    def _alone(self) -> list[Row]:
        return [
            row | {"handled": True, "origin": None, "call_type": None}
            for row in self.encounters
            if not row["linked"] and row["responds"]
        ]

    @property
    def figures(self) -> list[Row]:
        """Monthly figures as they were uploaded, areas by the names that the settings give them."""
        names = self.settings.area_names
        return [
            row | {"area": names.get(row["area"], row["area"])}
            for row in self.rows.get("figures", [])
        ]

    @cached_property
    def hours(self) -> list[Row]:
        """Hours on duty by team, in the months of which there are units of anybody."""
        rows = self.duty.hours(*self.span)
        return [row for row in rows if row["month"] in self.months["program"]]

    @cached_property
    def area_hours(self) -> list[Row]:
        """Staffed and busy minutes by team, area that it ever serves, and hour."""
        every = {call["area"] for call in self.merged.values()} - {None}
        served = {
            team: every | ({shift.area for shift in shifts} - {None})
            if any(shift.area is None for shift in shifts)
            else {shift.area for shift in shifts}
            for team, shifts in self.duty.shifts.items()
        }
        rows = []
        for hour in self.hours:
            for area in served[hour["team"]]:
                parts = [hour["areas"].get(name, (0, 0)) for name in (None, area)]
                staffed, busy = (sum(part[place] for part in parts) for place in (0, 1))
                known = hour["busy"] is not None
                rows.append(
                    hour | {"area": area, "staffed": staffed, "busy": busy if known else None}
                )
        return rows

    @cached_property
    def held(self) -> list[Row]:
        """Every value that should have a mapping, and whether it has none."""
        mapped = self.settings.mapped_types
        types = [
            {"month": call["month"], "unmapped": call["call_type"] not in mapped}
            for call in self.merged.values()
            if call["call_type"]
        ]
        units = [{"month": unit["month"], "unmapped": not unit["mapped"]} for unit in self.units]
        labels = [
            {"month": row["month"], "unmapped": row[word] is None}
            for row in self.encounters
            for label, word in (
                ("contact_label", "contact_result"),
                ("disposition_label", "destination"),
            )
            if row[label]
        ]
        return types + units + labels


KEPT = (
    *("incident_number", "month", "hour_of_week", "moment", "call_type", "call_type_final"),
    *("area", "priority", "origin", "in_scope", "in_cad", "recoded", "canceled", "hazard_flags"),
)


def by_number(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row["incident_number"]:
            found[row["incident_number"]].append(row)
    return found
