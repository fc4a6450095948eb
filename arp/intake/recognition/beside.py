"""A smaller table that stands beside the sheet's own, parted from it by a blank column."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from arp.intake.recognition.headers import declared
from arp.words.catalog import CATALOG
from arp.words.findings import Finding

if TYPE_CHECKING:
    import pyarrow as pa

_FEWEST = 2  # columns of a table

Block = range  # of positions between blank columns


def tables_beside(cells: pa.Table, header: Sequence[str]) -> list[Block]:
    """The columns of each such table: filled throughout in some rows, and blank in all others.

    Args:
        cells: the rows under the header, blank cells as null.
        header: the name of each column, "" for a blank one.
    """
    blocks = _blocks(cells, header)
    if len(blocks) < _FEWEST:
        return []
    own = max(blocks, key=lambda block: sum(1 for n in block if declared(header[n])))
    longest = max(_filled(cells, n) for n in own)
    return [block for block in blocks if block != own and _is_smaller(cells, block, longest)]


def about(sheet: str, letter: str) -> Finding:
    """Says that such a table was not read."""
    return Finding(CATALOG["table_beside"], sheet=sheet, column=letter)


def _blocks(cells: pa.Table, header: Sequence[str]) -> list[Block]:
    blocks, start = [], None
    for position in range(cells.num_columns + 1):
        blank = position == cells.num_columns or not (header[position] or _filled(cells, position))
        if blank and start is not None:
            blocks.append(range(start, position))
        start = None if blank else position if start is None else start
    return blocks


def _filled(cells: pa.Table, position: int) -> int:
    return int(cells.num_rows - cells.column(position).null_count)


def _is_smaller(cells: pa.Table, block: Block, longest: int) -> bool:
    """Whether the block is a full rectangle of fewer rows than the sheet's own table has."""
    import numpy as np
    import pyarrow.compute as pc

    n = _filled(cells, block[0])
    if len(block) < _FEWEST or not 0 < n < longest:
        return False
    if any(_filled(cells, position) != n for position in block):
        return False
    places = [np.asarray(pc.indices_nonzero(cells.column(p).is_valid())) for p in block]
    together = int(places[0][-1] - places[0][0]) == n - 1
    return together and all(np.array_equal(places[0], place) for place in places)
