"""Some rows of a sheet as a table of their own, read as the whole sheet was."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from arp.intake.recognition.blocks import at_block_level
from arp.intake.recognition.header_place import HeaderPlace
from arp.intake.recognition.header_row import Grid

if TYPE_CHECKING:
    import pyarrow as pa

    from arp.intake.corrections.source import SourceSheet
    from arp.intake.sheet import Sheet


def grid_of(
    known: SourceSheet, sheet: Sheet, index: int, columns: Sequence[pa.Array], rows: Sequence[int]
) -> Grid:
    """The table of these rows; blank cells are null, and a place is kept by its block.

    Args:
        known: how the whole sheet was read.
        sheet: where the rows stand.
        index: of the header among the sheet's cells.
        columns: the rows' cells, in the columns of the source.
        rows: the rows' numbers.
    """
    import pyarrow as pa

    cells = pa.table(
        [_blank_as_null(column) for column in columns],
        names=[str(place) for place in range(len(columns))],
    )
    headers = {column.position: column.header for column in known.mapping.columns}
    grid = Grid(
        sheet=sheet,
        place=HeaderPlace((index,), index + 1),
        headers=tuple(headers.get(place, "") for place in range(len(columns))),
        cells=cells,
        rows=pa.array(rows, pa.int64()),
        findings=(),
    )
    told = {column.header: column.fields for column in known.mapping.columns}
    return at_block_level(grid, told, allowed=True)[0]


def _blank_as_null(column: pa.Array) -> pa.Array:
    import pyarrow.compute as pc

    return pc.if_else(pc.equal(pc.utf8_trim_whitespace(column), ""), None, column)
