"""The program's settings as the stored rows say them: which value of a section holds on a day."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from fnmatch import fnmatchcase
from functools import cache

from tests.made_city import Row


@dataclass(frozen=True)
class Held:
    """One value of a section, and the first and last day on which it holds."""

    name: str
    since: date
    until: date
    value: Row

    def on(self, day: date | None) -> bool:
        return day is not None and self.since <= day <= self.until


class ToldSettings:
    """All settings; what is not dated in the data is read as it stands today."""

    def __init__(self, rows: Iterable[Row], today: date) -> None:
        self.today = today
        of_name: dict[tuple[str, str], list[Row]] = defaultdict(list)
        for row in rows:
            of_name[row["section"], row["name"]].append(row)
        self._sections: dict[str, list[Held]] = defaultdict(list)
        for (section, name), found in of_name.items():
            found.sort(key=lambda row: row["valid_from"] or date.min)
            for place, row in enumerate(found):
                until = row["valid_to"] or date.max
                if place + 1 < len(found):  # the next of its name ends it
                    until = min(until, found[place + 1]["valid_from"] - timedelta(days=1))
                since, value = row["valid_from"] or date.min, json.loads(row["value"])
                self._sections[section].append(Held(name, since, until, value))
        self.unit_of = cache(self._unit_of)

    def all(self, section: str) -> list[Held]:
        return self._sections[section]

    def now(self, section: str) -> list[Row]:
        return [held.value for held in self.all(section) if held.on(self.today)]

    def _unit_of(self, unit_id: str) -> list[Held]:
        """The entries of the closest name: the call sign itself, else the longest pattern."""
        fitting = [
            held for held in self.all("units") if fnmatchcase(unit_id.lower(), held.name.lower())
        ]
        if not fitting:
            return []
        by_closeness = sorted(
            fitting, key=lambda held: (held.name.lower() == unit_id.lower(), len(held.name))
        )
        return [held for held in fitting if held.name == by_closeness[-1].name]

    @property
    def teams(self) -> dict[str, Row]:
        return {value["team"]: value for value in self.now("teams")}

    @property
    def zone(self) -> str | None:
        return next((value["time_zone"] for value in self.now("program")), None)

    @property
    def area_names(self) -> dict[str, str]:
        return {value["label"]: value["area"] for value in self.now("areas") if value.get("area")}

    @property
    def outside(self) -> set[str]:
        areas = self.now("areas")
        return {value["label"] for value in areas if value.get("in_jurisdiction") is False}

    @property
    def program_feeds(self) -> set[str]:
        return {value["feed"] for value in self.now("feeds") if value.get("scope") == "program"}

    @property
    def mapped_types(self) -> set[str]:
        return {
            held.value["call_type"]
            for section in ("eligibility", "call_type_groups")
            for held in self.all(section)
        }

    def served(self, agency: str) -> set[str] | None:
        """The call types that an agency served before launch; None where nobody says."""
        lists = [
            listed(value.get("served_call_types"))
            for value in self.now("agencies")
            if value.get("agency") == agency
        ]
        names = {name for found in lists for name in found}
        return names or None


def listed(text: str | None) -> list[str]:
    return [part.strip() for part in (text or "").split(";") if part.strip()]
