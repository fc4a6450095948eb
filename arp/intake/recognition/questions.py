"""What only the user knows of a workbook's columns and dates."""

from __future__ import annotations

from collections.abc import Mapping as Map
from collections.abc import Sequence
from typing import TYPE_CHECKING

from arp.intake.checking.two_columns import date_column
from arp.intake.mapping import Choice, Question
from arp.intake.recognition.aggregated import what_is_added_up
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
        for question in (*_twins(look), *_no_clock(look), *look.orders.questions)
    ]
    return tuple({question.key: question for question in asked}.values())


def _twins(look: LookedAt) -> list[Question]:
    """A question for each field that two columns of one name could feed."""
    questions = []
    for column in look.mapping.columns:
        bare = column.header.partition(" (column ")[0]
        twins = [c for c in look.mapping.columns if c.header.startswith(f"{bare} (column ")]
        if look.layout or not column.fields or len(twins) < 2 or twins[0].told or column.told:
            continue
        field = column.fields[0]
        questions.append(_which_column(field, [c.header for c in twins]))
    return questions


def _no_clock(look: LookedAt) -> tuple[Question, ...]:
    """Which column says when calls came in, where none was taken for a clock but some could be."""
    known = {name for column in look.mapping.columns for name in column.fields}
    clocks = {f"calls.{name}" for name in TABLES["calls"].clocks}
    if "calls" not in look.mapping.tables or known & clocks or look.layout or look.grid is None:
        return ()
    times = _holding_times(look.grid, look.contents)
    return (_which_column(_RECEIVED, times),) if times else ()


def _what_is_what(look: LookedAt) -> tuple[Question, ...]:
    """Which column is the call number and which the time, where no header says so."""
    if not look.has_rows or look.grid is None or what_is_added_up(look.grid, look.contents):
        return ()
    headed = [(h, c) for h, c in zip(look.grid.headers, look.contents, strict=True) if h]
    dates = _holding_times(look.grid, look.contents)
    numbers = [header for header, content in headed if _could_be_number(content)]
    if not dates or not numbers:
        return ()
    fed = {name for column in look.mapping.columns for name in column.fields}
    wanted = ((_NUMBER, numbers), (_RECEIVED, dates))
    return tuple(_which_column(name, headers) for name, headers in wanted if name not in fed)


def _holding_times(grid: Grid, contents: Sequence[Content]) -> list[str]:
    """The headers of columns that hold moments, or times of day whose dates stand beside them."""
    return [
        header
        for position, header in enumerate(grid.headers)
        if header
        and (contents[position].are_moments or date_column(grid, contents, position) is not None)
    ]


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


def _which_column(name: str, headers: Sequence[str]) -> Question:
    table, _, field = name.partition(".")
    title = TABLES[table].field(field).title
    return Question(
        key=name,
        prompt=f"Which column holds “{title}”?",
        choices=tuple(Choice(value=header, label=header) for header in headers),
    )
