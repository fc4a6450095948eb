"""What a city wants to reach: its targets of one day, in the units of the figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from arp.measures.facts.calls import MINUTES_IN
from arp.measures.settings import Entry
from arp.words.settings.validity import SINCE_EVER

FITTING = {  # a figure's unit: the units its target may be in, and by what each is multiplied
    "minutes": MINUTES_IN,
    "hours": {unit: minutes / MINUTES_IN["hours"] for unit, minutes in MINUTES_IN.items()},
    "share": {"share": 1.0},
    "days": {"days": 1.0},
}
DIFFERENT_UNIT = "The target's unit does not fit the figure."


@dataclass(frozen=True, kw_only=True)
class Target:
    """One target in its figure's unit, with who set it and since when it holds."""

    value: float | None  # None where its unit does not fit; for a band its upper end
    at_least: float | None = None  # a band's lower end
    set_by: str = ""
    since: date | None = None
    source: str = ""


def targets_on(
    entries: Iterable[Entry], day: date, units: Mapping[str, str], team: str | None = None
) -> dict[str, Target]:
    """The targets that hold on that day, by indicator.

    Targets of one priority or call type are left out: they are not of the figure as a whole. A
    team's own target comes before the one of all teams.

    Args:
        entries: the settings' section `targets`.
        day: the day on which they are looked at.
        units: the unit of each indicator, by key.
        team: the team asked about; None is the whole program.
    """
    found: dict[str, Target] = {}
    holding = [
        entry
        for entry in entries
        if entry.holds_on(day)
        and entry.value.get("target") is not None
        and not entry.value.get("priority")
        and not entry.value.get("call_type")
        and (entry.value.get("team") or None) in (None, team)
    ]
    for entry in sorted(holding, key=lambda entry: bool(entry.value.get("team"))):
        key = str(entry.value["indicator"])
        if key in units:
            found[key] = _target(entry, units[key])
    return found


def _target(entry: Entry, unit: str) -> Target:
    factor = _factor(str(entry.value.get("unit") or "").strip().casefold(), unit)
    low = entry.value.get("at_least")
    return Target(
        value=None if factor is None else float(entry.value["target"]) * factor,
        at_least=None if factor is None or low is None else float(low) * factor,
        set_by=entry.set_by or "",
        since=None if entry.first_day == SINCE_EVER else entry.first_day,
        source=str(entry.value.get("source") or entry.why or ""),
    )


def _factor(of_target: str, of_figure: str) -> float | None:
    """By what a target is multiplied to be in the figure's unit; None where it does not fit."""
    if of_figure in FITTING:
        return FITTING[of_figure].get(of_target)
    measured = {unit for factors in FITTING.values() for unit in factors}
    return None if not of_target or of_target in measured else 1.0
