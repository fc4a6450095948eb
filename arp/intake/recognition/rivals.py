"""Columns that could each be one and the same clock, and what each would give."""

from __future__ import annotations

from collections.abc import Mapping as Map
from typing import TYPE_CHECKING

from arp.intake.checking import two_columns
from arp.intake.checking.dates import orders_proven, read_times
from arp.intake.mapping import Choice, Question
from arp.words.findings import placed
from arp.words.grammar import Kind
from arp.words.tables import TABLES

if TYPE_CHECKING:
    import pyarrow as pa

    from arp.intake.recognition.content import Content
    from arp.intake.recognition.header_row import Grid
    from arp.intake.recognition.sheets import LookedAt

_NEARLY_AS_WELL = 0.85  # of the best column's score
_SAME = 0.98  # the share of rows alike in two columns that say one thing
_LOOKED_AT = 2_000  # rows

Scores = Map[tuple[str, int], float]


def rivals_of(
    table: str,
    pairs: Map[str, int],
    scores: Scores,
    grid: Grid,
    contents: tuple[Content, ...],
    used: set[int],
) -> dict[str, tuple[int, ...]]:
    """Each clock of a table with the further columns that fit it nearly as well and differ.

    Args:
        table: its name.
        pairs: field → the column that was taken for it.
        scores: how well each column fits each field.
        grid: the sheet's table.
        contents: what each column's cells look like.
        used: the positions of columns that feed something already.
    """
    found = {}
    for field, position in pairs.items():
        if TABLES[table].field(field).kind is not Kind.TIMESTAMP or (field, position) not in scores:
            continue
        enough = _NEARLY_AS_WELL * scores[field, position]
        others = tuple(
            place
            for (name, place), score in scores.items()
            if name == field
            and place not in used
            and score >= enough
            and _of_one_kind(contents[position], contents[place])
            and _differ(grid.cells.column(position), grid.cells.column(place))
        )
        if others:
            found[field] = others
    return found


def which_clock(look: LookedAt) -> list[Question]:
    """A question for each clock that several columns could be, unless somebody has said it."""
    if look.layout or look.recognition is None or look.grid is None:
        return []
    questions = []
    for name, places in look.recognition.rivals.items():
        column = look.mapping.column_of(*name.split("."))
        if column is not None and not column.told:
            questions.append(which_column(look, name, (column.position, *places)))
    return questions


def which_column(look: LookedAt, name: str, positions: tuple[int, ...]) -> Question:
    """Asks which column holds a field, showing of each what it would give."""
    table, _, field = name.partition(".")
    title = TABLES[table].field(field).title
    headers = look.grid.headers if look.grid else ()
    return Question(
        key=name,
        prompt=f"Which column of {placed(look.sheet.name)} holds “{title}”?",
        choices=tuple(
            Choice(value=headers[place], label=headers[place] + told_of(look, name, place))
            for place in positions
        ),
    )


def told_of(look: LookedAt, name: str, position: int) -> str:
    """What a column holds and would give as this field: samples, and the wait it leads to."""
    if look.grid is None:
        return ""
    said = []
    cells = _cells(look, position)
    if samples := cells.drop_null().slice(0, 3).to_pylist():
        said.append("such as " + ", ".join(samples))
    table, _, field = name.partition(".")
    if TABLES[table].field(field).kind is Kind.TIMESTAMP:
        said += _wait(look, table, field, position)
    return f" ({'; '.join(said)})" if said else ""


def _of_one_kind(first: Content, second: Content) -> bool:
    """Whether both hold moments, or both times of day."""
    return second.filled > 0 and (first.times_of_day > 0.5) == (second.times_of_day > 0.5)


def _differ(first: pa.ChunkedArray, second: pa.ChunkedArray) -> bool:
    import pyarrow.compute as pc

    same = pc.sum(pc.equal(first, second)).as_py() or 0
    either = len(first) - pc.sum(pc.and_(first.is_null(), second.is_null())).as_py()
    return bool(same < _SAME * either)


def _cells(look: LookedAt, position: int) -> pa.StringArray:
    if look.grid is None:
        raise ValueError("a sheet without a table has no cells")
    return two_columns.cells_of(look.grid, look.contents, position).slice(0, _LOOKED_AT)


def _times(look: LookedAt, position: int) -> pa.TimestampArray:
    cells = _cells(look, position)
    proven = orders_proven(cells)
    order = look.orders.by_position.get(position) or look.orders.of_sheet
    return read_times(cells, order or (next(iter(proven)) if len(proven) == 1 else None))


def _wait(look: LookedAt, table: str, field: str, position: int) -> list[str]:
    """The median minutes between this clock and the arrival or else another one, if known."""
    import pyarrow.compute as pc

    clocks = TABLES[table].clocks
    for other in sorted(clocks, key=lambda clock: clock != "on_scene_at"):
        column = look.mapping.column_of(table, other)
        if field not in clocks or other == field or column is None or column.position == position:
            continue
        times = _times(look, position), _times(look, column.position)
        is_first = clocks.index(field) < clocks.index(other)
        earlier, later = times if is_first else times[::-1]
        middle = pc.quantile(pc.cast(pc.subtract(later, earlier), "int64"), q=0.5)[0].as_py()
        if middle is not None:
            title = TABLES[table].field(other).title
            return [f"{middle / 60e6:,.1f} minutes {'to' if is_first else 'from'} “{title}”"]
    return []
