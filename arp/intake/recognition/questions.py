"""What only the user knows of a workbook's columns and dates."""

from __future__ import annotations

from collections.abc import Mapping as Map
from collections.abc import Sequence
from typing import TYPE_CHECKING

from arp.intake.checking.two_columns import date_column
from arp.intake.mapping import Choice, Question
from arp.intake.recognition.aggregated import what_is_added_up
from arp.intake.recognition.header_row import TWIN
from arp.intake.recognition.nameless import what_they_hold
from arp.intake.recognition.own_words import which_word_is_yes
from arp.intake.recognition.rivals import which_clock, which_column
from arp.intake.recognition.sheets import HEADER_ROW
from arp.intake.recognition.span_units import which_units
from arp.words.findings import placed
from arp.words.grammar import UNDATED
from arp.words.tables import TABLES

if TYPE_CHECKING:
    from arp.intake.checking.settling import Settled
    from arp.intake.recognition.content import Content
    from arp.intake.recognition.header_row import Grid
    from arp.intake.recognition.sheets import LookedAt

_MOSTLY = 0.8
_NUMBER, _RECEIVED = "calls.incident_number", "calls.received_at"


def open_questions(looked: Sequence[LookedAt], used: Sequence[LookedAt]) -> tuple[Question, ...]:
    """The questions of the sheets that are used; where none is, of one that might be calls."""
    if not used:
        return next(filter(None, map(_what_is_what, looked)), ())
    asked = [
        question
        for look in used
        for question in (
            *_header_rows(look),
            *_twins(look),
            *which_clock(look),
            *_no_clock(look),
            *what_they_hold(look),
            *which_units(look),
            *which_word_is_yes(look),
            *look.orders.questions,
        )
    ]
    return tuple({question.key: question for question in asked}.values())


def _header_rows(look: LookedAt) -> list[Question]:
    """Whether two rows are one header, unless the layout that they make is known."""
    if look.grid is None or look.layout or not look.grid.place.in_doubt:
        return []
    place, sheet = look.grid.place, look.sheet
    rows = [str(sheet.row_number(index)) for index in place.indices]
    named = ", ".join(f"“{header}”" for header in look.grid.headers[:4] if header)
    both = Choice(value=place.spelled(sheet), label=f"Rows {' and '.join(rows)} together: {named}")
    single = [Choice(value=row, label=f"Row {row} alone") for row in reversed(rows)]
    return [
        Question(
            key=f"{HEADER_ROW}:{sheet.name}",
            prompt=f"Which rows of {placed(sheet.name)} are its header?",
            choices=(both, *single),
        )
    ]


def _twins(look: LookedAt) -> list[Question]:
    """A question for each field that two columns of one name could feed."""
    questions = []
    for column in look.mapping.columns:
        bare = column.header.partition(TWIN)[0]
        twins = [c for c in look.mapping.columns if c.header.startswith(f"{bare}{TWIN}")]
        if look.layout or not column.fields or len(twins) < 2 or twins[0].told or column.told:
            continue
        places = tuple(twin.position for twin in twins)
        questions.append(which_column(look, column.fields[0], places))
    return questions


def _no_clock(look: LookedAt) -> tuple[Question, ...]:
    """Which column says when calls came in, where none was taken for a clock but some could be."""
    known = {name for column in look.mapping.columns for name in column.fields}
    clocks = {f"calls.{name}" for name in TABLES["calls"].clocks}
    if "calls" not in look.mapping.tables or known & clocks or look.layout or look.grid is None:
        return ()
    times = _holding_times(look.grid, look.contents)
    return (which_column(look, _RECEIVED, times),) if times else ()


def _what_is_what(look: LookedAt) -> tuple[Question, ...]:
    """Which column is the call number and which the time, where no header says so."""
    if not look.has_rows or look.grid is None or what_is_added_up(look.grid, look.contents):
        return ()
    headed = [(n, look.contents[n]) for n, header in enumerate(look.grid.headers) if header]
    dates = _holding_times(look.grid, look.contents)
    numbers = tuple(place for place, content in headed if _could_be_number(content))
    if not dates or not numbers:
        return ()
    fed = {name for column in look.mapping.columns for name in column.fields}
    wanted = ((_NUMBER, numbers), (_RECEIVED, dates))
    return tuple(which_column(look, name, places) for name, places in wanted if name not in fed)


def _holding_times(grid: Grid, contents: Sequence[Content]) -> tuple[int, ...]:
    """The columns that hold moments, or times of day whose dates stand beside them."""
    return tuple(
        position
        for position, header in enumerate(grid.headers)
        if header
        and (contents[position].are_moments or date_column(grid, contents, position) is not None)
    )


def _could_be_number(content: Content) -> bool:
    times = content.dates + content.times_of_day
    return content.codes > _MOSTLY and content.repeats < 0.9 and times < 1 - _MOSTLY


def which_month(said: Sequence[str], settled: Map[str, Settled]) -> tuple[Question, ...]:
    """Asks of which month the file is the whole, where what was said is no month of the file."""
    months = {
        month
        for table in settled.values()
        for month in table.rows.column("month").unique().to_pylist()
        if month != UNDATED
    }
    if not settled or months.issuperset(said):
        return ()
    return (
        Question(
            key="whole_month",
            prompt="Of which month does this file hold every row?",
            choices=tuple(Choice(value=month, label=month) for month in sorted(months)),
        ),
    )
