"""The program's settings as the facts read them: sections of effective-dated entries."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any

from arp.words.settings.validity import SINCE_EVER, UNTIL_FURTHER_NOTICE, last_days

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True)
class Entry:
    """One setting while it holds: from its first day up to and with its last."""

    name: str
    first_day: date
    last_day: date
    value: Mapping[str, Any]
    set_by: str | None = None
    why: str | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the setting holds on that day."""
        return self.first_day <= day <= self.last_day


class Settings:
    """All settings of a snapshot, read once."""

    def __init__(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Takes the stored rows of the table `settings`: section, name, valid_from, … value."""
        by_name: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        for row in rows:
            entry = Entry(
                row["name"],
                row["valid_from"] or SINCE_EVER,
                row["valid_to"] or UNTIL_FURTHER_NOTICE,
                json.loads(row["value"]),
                row.get("set_by"),
                row.get("why"),
            )
            by_name[row["section"], row["name"]].append(entry)
        self._sections: dict[str, list[Entry]] = defaultdict(list)
        for (section, _), entries in sorted(by_name.items()):
            self._sections[section] += one_after_the_other(entries)

    def entries(self, section: str) -> list[Entry]:
        """Every entry of a section with the days on which it holds, by name and first day."""
        return self._sections[section]

    def on(self, section: str, day: date) -> list[Mapping[str, Any]]:
        """The values of a section that hold on that day."""
        return [entry.value for entry in self.entries(section) if entry.holds_on(day)]

    def matching(self, section: str, text: str) -> list[Entry]:
        """The entries whose name, or pattern such as CRT*, a text fits: only the closest name's.

        The name in full comes before a pattern, and a longer pattern before a shorter one.
        """
        fitting = [
            entry
            for entry in self.entries(section)
            if fnmatchcase(text.casefold(), entry.name.casefold())
        ]
        closest = max(fitting, key=lambda entry: _closeness(entry.name, text), default=None)
        return [entry for entry in fitting if closest and entry.name == closest.name]


def one_after_the_other(entries: list[Entry]) -> list[Entry]:
    """The entries of one name in time: each ends, at the latest, the day before the next begins."""
    last = last_days([(entry.first_day, entry.last_day) for entry in entries])
    ended = [replace(entry, last_day=day) for entry, day in zip(entries, last, strict=True)]
    return sorted(ended, key=lambda entry: entry.first_day)


def _closeness(name: str, text: str) -> tuple[bool, int]:
    return (name.casefold() == text.casefold(), len(name))
