"""The city's time zone: what times marked as UTC are put into, and when the clocks change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Mapping as Map
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, available_timezones

from arp.intake.mapping import Choice, Question
from arp.words.catalog import CATALOG
from arp.words.findings import Finding
from arp.words.grammar import Kind
from arp.words.tables import TABLES

if TYPE_CHECKING:
    import pyarrow as pa

    from arp.intake.checking.settling import Settled
    from arp.intake.mapping import Column
    from arp.intake.recognition.content import Content

KEY = "time_zone"
_AS_WRITTEN = "as_written"
_US_ZONES = (
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Phoenix",
    "America/Los_Angeles",
    "America/Anchorage",
    "Pacific/Honolulu",
)
_MOSTLY = 0.5


def is_zone(answer: str) -> bool:
    """Whether an answer names a time zone, or says that times are to be kept as written."""
    return answer == _AS_WRITTEN or answer in available_timezones()


def city_zone(answer: str | None) -> str | None:
    """The city's time zone, where the answer names one."""
    return None if answer == _AS_WRITTEN else answer


def zone_of_utc(
    sheet: str, contents: Sequence[Content], answer: str | None
) -> tuple[str | None, tuple[Question, ...]]:
    """The zone for times marked as UTC; a question where there are some and none is known.

    Args:
        sheet: the sheet's name.
        contents: what the columns of dates look like.
        answer: a zone, or that times are kept as written.
    """
    if not any(content.in_utc > _MOSTLY for content in contents):
        return None, ()
    if answer and is_zone(answer):
        return city_zone(answer), ()
    question = Question(
        key=KEY,
        prompt=f"The times of sheet “{sheet}” are marked as UTC. What are they?",
        choices=(
            Choice(value=_AS_WRITTEN, label="The city's own clock, in spite of the mark"),
            *(Choice(value=name, label=f"UTC; the city is in {name}") for name in _US_ZONES),
        ),
    )
    return None, (question,)


def clock_changes(
    sheet: str, column: Column, times: pa.TimestampArray, zone: str | None
) -> list[Finding]:
    """How many times fall in the hour that comes twice in autumn, or in the one spring skips."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if zone is None:
        return []
    days = pc.floor_temporal(times, unit="day")
    changing = [day for day in pc.unique(days).drop_null().to_pylist() if _changes(day, zone)]
    times = times.filter(pc.is_in(days, pa.array(changing, days.type)))
    first = pc.assume_timezone(times, zone, ambiguous="earliest", nonexistent="earliest")
    second = pc.assume_timezone(times, zone, ambiguous="latest", nonexistent="latest")
    skipped = pc.not_equal(pc.local_timestamp(second), times)
    twice = pc.and_not(pc.not_equal(first, second), skipped)
    return [
        Finding(CATALOG[kind], sheet=sheet, column=column.header, n=which.true_count)
        for kind, which in (("repeated_hour", twice), ("nonexistent_hour", skipped))
        if which.true_count
    ]


def about_unknown_zone(settled: Map[str, Settled], zone: str | None) -> list[Finding]:
    """Says, while no zone is known, that the data run across a change of the clocks."""
    if zone is not None:
        return []
    days = sorted(day for name, table in settled.items() for day in _days(name, table.rows))
    changes = (day for day in _each_day(days) if _changes(day, _US_ZONES[0]))
    first = next(changes, None)
    if first is None:
        return []
    return [Finding(CATALOG["zone_unknown"], found=f"{first:%Y-%m-%d}")]


def _days(name: str, rows: pa.Table) -> list[datetime]:
    """The first and the last day on which a table's rows begin."""
    import pyarrow.compute as pc

    table = TABLES[name]
    clocks = [rows[clock] for clock in table.clocks if table.field(clock).kind is Kind.TIMESTAMP]
    if not clocks:
        return []
    known = pc.floor_temporal(pc.coalesce(*clocks), unit="day").drop_null()
    return list(pc.min_max(known).as_py().values()) if len(known) else []


def _each_day(days: Sequence[datetime]) -> Iterator[datetime]:
    """Every day from the first to the last of these."""
    n = (days[-1] - days[0]).days + 1 if days else 0
    return (days[0] + timedelta(days=number) for number in range(n))


def _changes(day: datetime, zone: str) -> bool:
    """Whether the clocks are put back or forward on this day; the last day there is has none."""
    if day.date() == date.max:
        return False
    starts = day.replace(tzinfo=ZoneInfo(zone))
    return starts.utcoffset() != (starts + timedelta(days=1)).utcoffset()
