"""Tables that stand under the sheet's own: other calls' headers, or a small summary."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from arp.intake.recognition.headers import declared

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    Mask = np.ndarray[Any, np.dtype[np.bool_]]

_HEADER_WIDTH = 3  # declared headers that make a row a header
_LONGEST_NAME = 60  # characters
_FEWEST = 2  # columns of a table


def second_tables(
    cells: pa.Table, header: Sequence[Sequence[str]], blank: Mask, used: int
) -> tuple[Mask, Mask]:
    """Which rows belong to another table, and in which such a table begins.

    One begins under a blank row, with headers of other fields, from there to the end; or with a
    row of names over a block at most half as wide as the sheet's own table, to the next blank row.

    Args:
        cells: the rows under the header, blank cells as null.
        header: the cells of each of the header's rows.
        blank: which rows are blank.
        used: how many columns hold anything.
    """
    import numpy as np

    inside, starts = np.zeros(len(blank), dtype=bool), np.zeros(len(blank), dtype=bool)
    for index in (np.flatnonzero(blank[:-1] & ~blank[1:]) + 1).tolist():
        row = _row(cells, index)
        if row in [list(names) for names in header]:
            continue
        if sum(1 for cell in row if declared(cell)) >= _HEADER_WIDTH:
            starts[index], inside[index:] = True, True
            break
        if _are_names(row) and _FEWEST * sum(map(bool, row)) <= used:
            end = _end_of_block(blank, index)
            if _is_narrow(cells, index, end, row):
                starts[index], inside[index:end] = True, True
    return inside, starts


def _row(cells: pa.Table, index: int) -> list[str]:
    return [(cell or "").strip() for cell in cells.slice(index, 1).to_pylist()[0].values()]


def _are_names(row: Sequence[str]) -> bool:
    """Whether the row is a few short texts, without a digit and nothing twice."""
    filled = [cell for cell in row if cell]
    return len(set(filled)) == len(filled) >= _FEWEST and all(
        len(cell) <= _LONGEST_NAME and not any(character.isdigit() for character in cell)
        for cell in filled
    )


def _end_of_block(blank: Mask, index: int) -> int:
    import numpy as np

    later = np.flatnonzero(blank[index:])
    return index + int(later[0]) if len(later) else len(blank)


def _is_narrow(cells: pa.Table, index: int, end: int, names: Sequence[str]) -> bool:
    """Whether the rows under the names, one at least, hold nothing but in their columns."""
    under = cells.slice(index + 1, end - index - 1)
    return under.num_rows > 0 and all(
        name or column.null_count == len(column)
        for name, column in zip(names, under.columns, strict=True)
    )
