"""When a definition or a sum last changed, and what changed: the method's own history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class MethodChange:
    """One change of the method: its day, what changed, and the indicators that it moved."""

    on: date
    what: str
    keys: tuple[str, ...] = ()  # none stands for every indicator


METHOD_CHANGES: tuple[MethodChange, ...] = (
    MethodChange(date(2026, 11, 22), "Defined for the first time."),
)
"""In order of time. `METHOD_DATE` is the day of the last."""


def last_change(key: str) -> MethodChange:
    """The last change that moved an indicator."""
    return [change for change in METHOD_CHANGES if not change.keys or key in change.keys][-1]
