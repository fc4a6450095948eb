"""The facts of a city a second time, by loops over dicts: what the oracle counts.

What is written here follows METRICS §3.4 word by word and shares no code with the engine.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from fnmatch import fnmatchcase
from functools import cached_property

from tests.made_city import Row

CALL_CLOCKS = (
    "received_at",
    "queued_at",
    "dispatched_at",
    "en_route_at",
    "on_scene_at",
    "cleared_at",
)
UNIT_CLOCKS = CALL_CLOCKS[2:]


def minutes(start: datetime | None, end: datetime | None) -> float | None:
    if start is None or end is None:
        return None
    seconds = (end - start).total_seconds()
    return seconds / 60 if 0 <= seconds <= 24 * 3600 else None


def earliest(rows: Iterable[Row], clock: str) -> datetime | None:
    return min((row[clock] for row in rows if row[clock]), default=None)


def month_of(*clocks: datetime | None) -> str | None:
    return next((f"{clock:%Y-%m}" for clock in clocks if clock), None)


def kleene_any(flags: list[bool | None]) -> bool | None:
    if any(flags):
        return True
    return None if None in flags else False


def contact_made(row: Row) -> bool | None:
    result = row["contact_result"]
    if result in (None, "unknown"):
        return None
    return result in ("engaged", "declined", "information only")


def by_number(rows: Iterable[Row]) -> dict[str | None, list[Row]]:
    found = defaultdict(list)
    for row in rows:
        found[row["incident_number"]].append(row)
    return found


@dataclass
class ToldCity:
    """A city's stored rows and its settings as plain dicts, and the facts that follow.

    teams: mode, works with police, only follows up; units: the team of a pattern, None for
    another agency's; targets: minutes by team and call type, None for any.
    """

    rows: Mapping[str, list[Row]]
    teams: Mapping[str, tuple[str, bool, bool]]
    units: Mapping[str, str | None]
    targets: Mapping[tuple[str | None, str | None], float]
    mapped_types: frozenset[str]
    outside: frozenset[str] = frozenset()  # areas that are not in the jurisdiction

    def team_of(self, unit: Row) -> str | None:
        names = (team for name, team in self.units.items() if fnmatchcase(unit["unit_id"], name))
        return next(names, None)

    def is_mapped(self, unit: Row) -> bool:
        known = any(fnmatchcase(unit["unit_id"], name) for name in self.units)
        return known or unit.get("agency") is not None

    def in_scope(self, call: Row) -> bool:
        return not (
            call["origin"] == "self-initiated"
            or call["is_test"]
            or call["duplicate_of"]
            or (call["canceled"] and not call["queued_at"])
            or call["area"] in self.outside
        )

    def target(self, team: str | None, call_type: str | None) -> float:
        of_both = ((team, call_type), (team, None), (None, call_type), (None, None))
        return next(self.targets[names] for names in of_both if names in self.targets)

    def facts(self, call: Row, team: str | None = None) -> Row:
        """The facts of a call, or of a call as far as one team is concerned."""
        number = call["incident_number"]
        wanted = [team] if team else list(self.teams)
        all_units = self.units_of[number]
        concerned = [name for name in wanted if not self.teams[name][2]]
        units = [unit for unit in all_units if self.team_of(unit) in concerned]
        own = [unit for unit in units if team or not self.teams[self.team_of(unit)][1]]
        met = [row for row in self.encounters_of[number] if row["team"] in wanted]
        dispatched, arrived = earliest(units, "dispatched_at"), earliest(units, "on_scene_at")
        cleared = max((unit["cleared_at"] for unit in units if unit["cleared_at"]), default=None)
        received, scope = call["received_at"], self.in_scope(call)
        first = earliest(all_units, "on_scene_at") or call["on_scene_at"]
        reached = kleene_any([contact_made(row) for row in met])
        return {
            "incident_number": number,
            "month": month_of(*(call.get(clock) for clock in CALL_CLOCKS)),
            "call_type": call["call_type_initial"] or "unknown",
            "in_scope": scope,
            "anything": True,
            "prog_dispatched": dispatched is not None,
            "prog_arrived": arrived is not None,
            "prog_arrived_in_scope": arrived is not None and scope,
            "queue": minutes(call["queued_at"], dispatched),
            "travel": minutes(earliest(units, "en_route_at"), arrived),
            "response": minutes(received, arrived),
            "own_response": minutes(received, earliest(own, "on_scene_at")),
            "first_unit": minutes(received, first),
            "on_scene": minutes(arrived, cleared),
            "contact_made": reached if met else None,
            "handled": self.handled(units, met, arrived),
            "target": self.target(team, call["call_type_initial"]),
        }

    def handled(self, units: list[Row], met: list[Row], arrived: datetime | None) -> bool:
        attempted = any(
            (row["mode"] or self.teams[row["team"]][0]) == "in person"
            and row["contact_result"] != "canceled en route"
            and not self.teams[row["team"]][2]
            for row in met
        )
        phoned = any(
            (row["mode"] or self.teams[row["team"]][0]) == "phone"
            and self.teams[row["team"]][0] == "phone"
            for row in met
        )
        sent = any(
            self.teams[self.team_of(unit)][0] == "phone" and unit["dispatched_at"] for unit in units
        )
        return arrived is not None or attempted or phoned or sent

    @cached_property
    def units_of(self) -> dict[str | None, list[Row]]:
        return by_number(self.rows["unit_responses"])

    @cached_property
    def encounters_of(self) -> dict[str | None, list[Row]]:
        return by_number(self.rows["encounters"])

    @cached_property
    def calls(self) -> list[Row]:
        return [self.facts(call) for call in self.rows["calls"]]

    @cached_property
    def call_teams(self) -> list[Row]:
        follow_up = {name for name, (_, _, only) in self.teams.items() if only}
        rows = []
        for call in self.rows["calls"]:
            number = call["incident_number"]
            came = {self.team_of(unit) for unit in self.units_of[number]} - {None, *follow_up}
            came |= {row["team"] for row in self.encounters_of[number]}
            rows += [self.facts(call, team) | {"team": team} for team in came]
        return rows

    @cached_property
    def encounters(self) -> list[Row]:
        known = {call["incident_number"]: call for call in self.calls}
        rows = []
        for row in self.rows["encounters"]:
            call = known.get(row["incident_number"], {})
            month = call.get("month") or month_of(row["started_at"], row.get("ended_at"))
            call_type = call.get("call_type", "unknown")
            rows.append(row | {"month": month, "call_type": call_type, "linked": bool(call)})
        return rows

    def responses(self, by_team: bool) -> list[Row]:
        alone = [
            row | {"handled": True}
            for row in self.encounters
            if not row["linked"] and not self.teams[row["team"]][2]
        ]
        return (self.call_teams if by_team else self.calls) + alone

    @cached_property
    def held(self) -> list[Row]:
        """Every value that should have a mapping, and whether it has none."""
        month = {call["incident_number"]: call["month"] for call in self.calls}
        types = [
            {
                "month": month[row["incident_number"]],
                "unmapped": row["call_type_initial"] not in self.mapped_types,
            }
            for row in self.rows["calls"]
            if row["call_type_initial"]
        ]
        units = [
            {
                "month": month_of(*(row.get(clock) for clock in UNIT_CLOCKS)),
                "unmapped": not self.is_mapped(row),
            }
            for row in self.rows["unit_responses"]
        ]
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
