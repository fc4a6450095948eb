"""A figure that moved between two snapshots: from what, to what."""

from __future__ import annotations

from dataclasses import dataclass

from arp.measures.readings import GAP, NOT_MEASURED

WHOLE = ""  # the period of everything there is, rows without a date too


@dataclass(frozen=True, kw_only=True)
class Said:
    """What one snapshot tells of a figure: its value, or why there is none."""

    value: float | None = None
    status: str = NOT_MEASURED
    reason: str = GAP


@dataclass(frozen=True, kw_only=True)
class Moved:
    """A figure of one month, or of the whole, that moved."""

    key: str
    period: str  # "2026-10", or WHOLE
    before: Said
    after: Said

    @property
    def is_lost(self) -> bool:
        """Whether the figure was told before and is not any more."""
        return self.before.value is not None and self.after.value is None

    @property
    def size(self) -> float:
        """How far it moved, as a share of the larger value; 1 where it came or went."""
        then, now = self.before.value, self.after.value
        if then is None or now is None:
            return 1.0
        return abs(now - then) / (max(abs(now), abs(then)) or 1.0)
