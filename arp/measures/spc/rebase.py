"""The months at which limits start anew: process changes that a person has named in the settings.

Limits are never moved because the figures moved.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from arp.measures.settings import Entry

PROCESS_CHANGES = frozenset({"launch", "expansion", "reduction", "code change"})
MIDDLE = 15  # a change up to this day makes the month the first of the new state


def marked_changes(
    changes: Iterable[Entry], team: str | None = None
) -> tuple[tuple[str, str], ...]:
    """Every dated change as its month and its words, in time order: what a time axis marks.

    Args:
        changes: the settings' section `changes`.
        team: only its own changes and those of all teams; None is every change.
    """
    found = sorted((_day(entry), str(entry.value["change"])) for entry in _of(changes, team))
    return tuple((f"{day:%Y-%m}", words) for day, words in found)


def rebase_months(changes: Iterable[Entry], team: str | None = None) -> tuple[str, ...]:
    """The first month of each new segment: the first that lies mostly under the new state.

    Only launches, expansions, reductions and changes of codes; other changes are drawn, not more.
    """
    days = (
        _day(entry) for entry in _of(changes, team) if entry.value.get("kind") in PROCESS_CHANGES
    )
    return tuple(sorted({_first_month(day) for day in days}))


def _of(changes: Iterable[Entry], team: str | None) -> list[Entry]:
    return [
        entry
        for entry in changes
        if entry.value.get("changed_on")
        and (team is None or entry.value.get("team") in (None, "", team))
    ]


def _day(entry: Entry) -> date:
    return date.fromisoformat(entry.value["changed_on"])


def _first_month(day: date) -> str:
    if day.day <= MIDDLE:
        return f"{day:%Y-%m}"
    year, month = (day.year, day.month + 1) if day.month < 12 else (day.year + 1, 1)
    return f"{year:04d}-{month:02d}"
