"""Wall clocks without a zone: the real second of one, and the minutes between two."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

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
DAY = 24 * 3600


class Clock:
    """The wall clock of one city; without a zone it never jumps."""

    def __init__(self, zone: str | None) -> None:
        self._zone = ZoneInfo(zone) if zone else UTC

    def second(self, moment: datetime) -> int:
        """The real second; a time that comes twice is the first of the two."""
        return int(self._passes(moment)[0])

    def minutes(self, start: datetime | None, end: datetime | None) -> float | None:
        """Minutes of an interval, None where it is unknown, below 0 or over 24 hours.

        A time that comes twice is that pass which makes it shortest without being negative.
        """
        if start is None or end is None:
            return None
        possible = [last - first for first in self._passes(start) for last in self._passes(end)]
        seconds = min((apart for apart in possible if apart >= 0), default=max(possible))
        return seconds / 60 if 0 <= seconds <= DAY else None

    def _passes(self, moment: datetime) -> list[float]:
        return [moment.replace(tzinfo=self._zone, fold=fold).timestamp() for fold in (0, 1)]


def first_of(row: Row, clocks: Iterable[str]) -> datetime | None:
    return next((row[clock] for clock in clocks if row.get(clock)), None)


def earliest(rows: Iterable[Row], clock: str) -> datetime | None:
    return min((row[clock] for row in rows if row[clock]), default=None)


def month_of(moment: datetime | None) -> str | None:
    return f"{moment:%Y-%m}" if moment else None


def hour_of_week(moment: datetime | None) -> int | None:
    return moment.weekday() * 24 + moment.hour if moment else None
