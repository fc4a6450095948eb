"""The columns of a sheet as the user sees them: what each feeds, or why it feeds nothing."""

from __future__ import annotations

from collections.abc import Mapping as Map
from collections.abc import Sequence
from typing import TYPE_CHECKING

from arp.intake.checking.two_columns import date_column
from arp.intake.mapping import Certainty, Column
from arp.intake.recognition.headers import fields_named
from arp.intake.recognition.units import each_names_one

if TYPE_CHECKING:
    from arp.intake.recognition.content import Content
    from arp.intake.recognition.header_row import Grid

LEFT_OUT = "left out: "
SEVERAL = "several in a cell: "
_SAMPLES = 3
_MOSTLY = 0.5


def described(
    grid: Grid,
    contents: Sequence[Content],
    fields: Map[int, tuple[str, ...]],
    certainties: Map[int, Certainty],
    told: Map[str, tuple[str, ...]],
    left_out: Map[str, str],
) -> tuple[Column, ...]:
    """Every column that has a header or cells, in sheet order.

    Args:
        grid: the sheet's table.
        contents: what each column's cells look like.
        fields: position → the fields it feeds.
        certainties: position → how sure that is.
        told: header → fields, as the user or a remembered layout says.
        left_out: header → the kind of personal data; such a column shows no samples.
    """
    dated = _dated(grid, contents, fields)
    return tuple(
        Column(
            position=position,
            letter=grid.letter(position),
            header=header,
            fields=fields.get(position, ()),
            certainty=certainties.get(position, Certainty.CERTAIN),
            samples=() if header in left_out else _samples(grid, position),
            told=header in told,
            dates_of=dated.get(position, ()),
            note=""
            if position in fields or position in dated
            else _why_unused(grid, position, contents[position], left_out.get(header), told),
        )
        for position, header in enumerate(grid.headers)
        if header
    )


def _dated(
    grid: Grid, contents: Sequence[Content], fields: Map[int, tuple[str, ...]]
) -> dict[int, tuple[str, ...]]:
    """Position of each column of dates → the headers of the times of day that it dates."""
    times: dict[int, list[str]] = {}
    for position in sorted(fields):
        place = date_column(grid, contents, position)
        if place is not None:
            times.setdefault(place, []).append(grid.headers[position])
    return {place: tuple(headers) for place, headers in times.items()}


def _samples(grid: Grid, position: int) -> tuple[str, ...]:
    """The first values of the column."""
    values: list[str] = grid.cells.column(position).slice(0, 200).drop_null().to_pylist()
    return tuple(values[:_SAMPLES])


def _why_unused(
    grid: Grid,
    position: int,
    content: Content,
    personal: str | None,
    told: Map[str, tuple[str, ...]],
) -> str:
    if personal:
        return f"{LEFT_OUT}{personal}"
    if grid.headers[position] in told:
        return "left out, as you said"
    if not content.filled:
        return "empty"
    if several := _several(grid, position, content):
        return f"{SEVERAL}{several}"
    counted = content.distinct == grid.cells.num_rows and _counts_up(grid, position)
    return "numbers the rows" if counted else "not used"


def _several(grid: Grid, position: int, content: Content) -> str:
    """What the cells hold several of, where that is times or units: nobody can part them."""
    if content.several_times > _MOSTLY and content.dates < 1 - _MOSTLY:
        return "times"
    of_units = any(
        name.startswith("unit_responses.") for name in fields_named(grid.headers[position])
    )
    return "units" if of_units and not each_names_one(grid, position) else ""


def _counts_up(grid: Grid, position: int) -> bool:
    """Whether the cells count 1, 2, 3 and so on."""
    first: list[str | None] = grid.cells.column(position).slice(0, 50).to_pylist()
    return first == [str(number) for number in range(1, len(first) + 1)]
