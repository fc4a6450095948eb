"""In which unit a column of spans counts: as its header says, as was said, else asked."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from collections.abc import Mapping as Map
from dataclasses import replace
from typing import TYPE_CHECKING

from arp.intake.checking.numbers import (
    HOURS_MINUTES,
    MINUTES_SECONDS,
    SECONDS,
    read_number,
    read_span,
)
from arp.intake.mapping import Choice, Column, Question
from arp.intake.recognition.spelling import plain, spoken
from arp.words.findings import placed
from arp.words.grammar import Field, Kind
from arp.words.tables import TABLES

if TYPE_CHECKING:
    from arp.intake.mapping import Mapping
    from arp.intake.recognition.sheets import LookedAt

KEY = "unit"
_SPELLED = {
    "seconds": {"s", "sec", "secs", "second", "seconds"},
    "minutes": {"min", "mins", "minute", "minutes"},
    "hours": {"h", "hr", "hrs", "hour", "hours"},
    "days": {"days"},
}
_TITLES = {
    **{unit: unit for unit in SECONDS},
    MINUTES_SECONDS: "minutes and seconds",
    HOURS_MINUTES: "hours and minutes",
}
_PLAUSIBLE = (60.0, 3 * 3600.0)  # seconds that half of the spans to an arrival or a clear take
_PLAUSIBLE_AT_ONCE = (6.0, 3600.0)  # … to the queue or a dispatch
_AT_ONCE = ("queued_at", "dispatched_at")


def with_units(mapping: Mapping, said: Map[str, str]) -> Mapping:
    """The mapping with the unit of each column of spans, where it is known.

    Args:
        mapping: as the columns were recognized.
        said: header → unit, as the user says or a remembered layout.
    """
    known = {plain(header): unit for header, unit in said.items() if unit in _TITLES}
    return replace(
        mapping,
        columns=tuple(
            replace(column, unit=known.get(plain(column.header)) or _by_header(column.header))
            if any(field.kind is Kind.SPAN for field in _fields(column))
            else column
            for column in mapping.columns
        ),
    )


def which_units(look: LookedAt) -> list[Question]:
    """A question for each column of spans whose unit is not known and makes a difference."""
    return [
        _question(look, column, field)
        for column in look.mapping.columns
        for field in _leading(look.mapping, column)
        if not column.unit and not _is_plain(look, column, field)
    ]


def _by_header(header: str) -> str:
    words = set(spoken(header).split())
    return next((unit for unit, spelled in _SPELLED.items() if words & spelled), "")


def _fields(column: Column) -> Iterator[Field]:
    for name in column.fields:
        table, _, field = name.partition(".")
        yield TABLES[table].field(field)


def _leading(mapping: Mapping, column: Column) -> list[Field]:
    """The spans of this column that lead to a clock without a column of its own."""
    fed = mapping.fields_of("calls").keys()
    given = fed | {f.gives for c in mapping.columns for f in _fields(c) if f.kind is Kind.SPAN}
    return [
        field
        for field in _fields(column)
        if field.kind is Kind.SPAN and field.gives not in fed and field.since in given
    ]


def _is_plain(look: LookedAt, column: Column, field: Field) -> bool:
    """Whether the values can be of the declared unit only, or say hours, minutes and seconds."""
    sample = look.contents[column.position].sample
    if sample and all(read_span(text, "") is not None for text in sample):
        return True
    return _plausible(sample, field) == [field.unit]


def _plausible(sample: tuple[str, ...], field: Field) -> list[str]:
    """The units in which half of the spans take a time that people know from such spans."""
    numbers = [number for text in sample if (number := read_number(text)) is not None]
    if not numbers:
        return []
    least, most = _PLAUSIBLE_AT_ONCE if field.gives in _AT_ONCE else _PLAUSIBLE
    middle = statistics.median(numbers)
    return [unit for unit, seconds in SECONDS.items() if least <= middle * seconds <= most]


def _question(look: LookedAt, column: Column, field: Field) -> Question:
    title = TABLES["calls"].field(field.gives or "").title
    sample = look.contents[column.position].sample
    colons = any(":" in text for text in sample)
    units = (MINUTES_SECONDS, HOURS_MINUTES) if colons else _within_a_day(sample)
    values = ", ".join(sample[:3])
    return Question(
        key=f"{KEY}:{column.header}",
        prompt=f"“{column.header}” of {placed(look.sheet.name)} ({values}) leads to “{title}”. "
        "In which unit is it?",
        choices=tuple(
            Choice(value=unit, label=f"{_TITLES[unit].capitalize()}: {_would_give(sample, unit)}")
            for unit in units
        ),
    )


def _within_a_day(sample: tuple[str, ...]) -> tuple[str, ...]:
    """The units in which half of the spans take a second at least and a day at most."""
    numbers = [number for text in sample if (number := read_number(text)) is not None]
    middle = statistics.median(numbers) if numbers else 0.0
    fitting = tuple(unit for unit, n in SECONDS.items() if 1 <= middle * n <= SECONDS["days"])
    return fitting or tuple(SECONDS)


def _would_give(sample: tuple[str, ...], unit: str) -> str:
    spans = [span for text in sample if (span := read_span(text, unit)) is not None]
    middle = statistics.median(spans) / 60 if spans else 0.0
    return f"{middle:,.1f} minutes in the middle"
