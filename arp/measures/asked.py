"""What is asked of the facts: which breakdown, which months, which part of the program."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pandas as pd

UNKNOWN = "unknown"  # the group of rows whose value of the breakdown is not known
DEMOGRAPHICS = ("age_band", "race_ethnicity", "gender", "language", "housing_status")
DIMENSIONS = (
    "team",
    "month",
    "call_type",
    "area",
    "hour_of_week",
    "priority",
    "origin",
    "contact_result",
    "destination",
    "contact_label",
    "disposition_label",
    "primary_need",
    *DEMOGRAPHICS,
)
CLOCK_DIMENSIONS = ("month", "hour_of_week")  # a row without a date is in none of their groups
OF_TEAMS = {"calls": "call_teams", "responses": "team_responses"}  # fact: the same by team
ADDED_UP = ("answers", "area_answers", "area_figures", "figures")  # facts of monthly figures
NO_TIME_AXIS = (*ADDED_UP, "cases")  # a case may have been opened long before the data begins
OF_AREAS = {  # fact: the same by area
    "answers": "area_answers",
    "coverage": "area_coverage",
    "figures": "area_figures",
}
TEAM_LINKS = {  # fact without a team: by which column, and in which fact, to find its teams
    "calls": ("incident_number", "call_teams"),
    "responses": ("response_key", "team_responses"),
    "held_values": ("incident_number", "call_teams"),
}


@dataclass(frozen=True)
class Filters:
    """A part of the program: any of these teams, areas and call types; None is all of them.

    With one team every fact is that team's. With several, calls to which any of them came are
    counted once, with the facts of the whole call.
    """

    team: tuple[str, ...] | None = None
    area: tuple[str, ...] | None = None
    call_type: tuple[str, ...] | None = None

    @property
    def chosen(self) -> dict[str, tuple[str, ...]]:
        """The filters that are set."""
        return {name: values for name, values in vars(self).items() if values is not None}


@dataclass(frozen=True)
class Asked:
    """One question to the facts."""

    by: tuple[str, ...] = ()
    months: tuple[str | None, str | None] = (None, None)
    where: Filters = field(default_factory=Filters)

    @property
    def of_teams(self) -> bool:
        """Whether it is about some team rather than the whole."""
        return "team" in self.by or self.where.team is not None

    def only(self, names: Collection[str]) -> Asked:
        """The same months, and of the filters those of these names."""
        kept = {name: values for name, values in self.where.chosen.items() if name in names}
        return replace(self, by=(), where=Filters(**kept))

    def fact(self, grain: str) -> str:
        """The fact table that answers it: call × team where a team is asked for."""
        if "area" in self.by or self.where.area is not None:
            grain = OF_AREAS.get(grain, grain)
        by_team = "team" in self.by or (self.of_teams and len(self.where.team or ()) == 1)
        return OF_TEAMS.get(grain, grain) if by_team else grain

    def lacks(self, columns: Collection[str], fact: str) -> list[str]:
        """What it breaks down or filters by and a fact table with these columns does not have."""
        wanted = [*self.by, *(name for name in self.where.chosen if name != "team")]
        if self.where.team is not None and fact not in TEAM_LINKS:
            wanted.append("team")
        return [name for name in dict.fromkeys(wanted) if name not in columns]

    def chosen_sql(self, fact: str, columns: Collection[str]) -> str:
        """The rows it is about, as a SELECT."""
        first, last = self.months
        conditions = [f"month >= {quoted(first)}"] if first else []
        conditions += [f"month <= {quoted(last)}"] if last else []
        for name, values in self.where.chosen.items():
            listed = ", ".join(quoted(value) for value in values) or "NULL"
            within = f"coalesce({name}, {quoted(UNKNOWN)}) IN ({listed})"
            if name not in columns:
                link, by_team = TEAM_LINKS[fact]
                within = f"{link} IN (SELECT {link} FROM {by_team} WHERE {within})"
            conditions.append(within)
        return " ".join([f"SELECT * FROM {fact}", *_joined(conditions)])


def is_known(groups: pd.Series[Any]) -> pd.Series[bool]:
    """Which names are of a group: not the engine's unknown, nor the same word in a city's file."""
    return groups.astype(str).str.lower() != UNKNOWN


def quoted(text: str) -> str:
    """A text as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"


def _joined(conditions: Sequence[str]) -> list[str]:
    return [f"WHERE {' AND '.join(conditions)}"] if conditions else []


def group_values(rows: ir.Table, by: Sequence[str]) -> dict[str, ir.Value]:
    """The columns of a breakdown, a blank as “unknown”."""
    return {
        name: rows[name] if name in CLOCK_DIMENSIONS else rows[name].fill_null(UNKNOWN)
        for name in by
    }


def of_dated(rows: ir.Table, by: Sequence[str]) -> ir.Table:
    """The rows without those that have no group: the undated, where a clock is the breakdown."""
    missing = [rows[name].notnull() for name in by if name in CLOCK_DIMENSIONS]
    return rows.filter(*missing) if missing else rows
