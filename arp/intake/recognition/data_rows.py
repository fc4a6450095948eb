"""Which rows under a header hold data, and what the others are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from arp.intake.recognition.second_table import second_tables
from arp.words.catalog import CATALOG
from arp.words.findings import Finding

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    Mask = np.ndarray[Any, np.dtype[np.bool_]]

_TOTAL = (
    r"(?i)^\s*(?:(?:grand|sub)[ -]?)?totals?\b(?: (?:calls|rows|records|incidents))?\s*[:=]?\s*"
    r"[\d,.]*\s*$|^\s*(?:sum|average|avg|mean|median|count)(?: of .*)?\s*:?\s*$"
)
_SENTENCE = r"\S\s+\S"
_TABLE_WIDTH = 4  # columns; in a narrower table a row with one cell may be data


def rows_of_data(
    sheet: str, cells: pa.Table, header: Sequence[Sequence[str]], first_row: int
) -> tuple[Mask, list[Finding]]:
    """Which rows hold data, and a finding for each that does not (one for all blank rows).

    Args:
        sheet: the sheet's name.
        cells: the rows under the header, blank cells as null.
        header: the cells of each of the header's rows, "" for a blank one.
        first_row: the spreadsheet's number of the first of these rows.
    """
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    filled = np.array([column.is_valid().to_numpy() for column in cells.columns])
    width = filled.sum(axis=0) if len(filled) else np.zeros(cells.num_rows, dtype=int)
    used = int(filled.any(axis=1).sum()) if len(filled) else 0
    first = pc.coalesce(*cells.columns) if len(filled) else pa.nulls(cells.num_rows, pa.string())

    def listed(kind: str, which: Mask) -> list[Finding]:
        return [
            Finding(CATALOG[kind], sheet=sheet, row=first_row + index, found=first[index].as_py())
            for index in np.flatnonzero(which).tolist()
        ]

    blank = width == 0
    second, starts = second_tables(cells, header, blank, used)
    total = _matches(first, _TOTAL) & (width < max(2, used)) & ~second
    note = _matches(first, _SENTENCE) & (width == 1) & (used >= _TABLE_WIDTH) & ~total & ~second
    note &= filled[0] if len(filled) else False
    repeated = np.zeros(cells.num_rows, dtype=bool)
    for row in header:
        repeated |= _repeats(cells, row) & ~blank & ~second
    data = ~(blank | total | note | repeated | second)
    findings = listed("totals_row", total | note) + listed("repeated_header", repeated)
    findings += listed("second_table", starts)
    between = int(blank[: int(np.flatnonzero(data)[-1])].sum()) if data.any() else 0
    if between:
        findings.append(Finding(CATALOG["blank_rows"], sheet=sheet, n=between))
    return data, findings


def _matches(cells: pa.Array, pattern: str) -> Mask:
    import pyarrow.compute as pc

    matches: Mask = pc.fill_null(pc.match_substring_regex(cells, pattern), False).to_numpy(
        zero_copy_only=False
    )
    return matches


def _repeats(cells: pa.Table, header: Sequence[str]) -> Mask:
    """Which rows begin as this row of the header does."""
    import numpy as np
    import pyarrow.compute as pc

    named = [position for position, name in enumerate(header) if name][:3]
    repeats = np.full(cells.num_rows, bool(named))
    for position in named:
        same = pc.equal(pc.utf8_trim_whitespace(cells.column(position)), header[position])
        repeats &= pc.fill_null(same, False).to_numpy()
    return repeats
