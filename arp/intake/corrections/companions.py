"""Which rows go into a corrections workbook: those at fault, and those they cannot be without."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa

    from arp.intake.corrections.source import SourceSheet
    from arp.intake.mapping import Understanding
    from arp.intake.sheet import Sheet
    from arp.words.findings import Finding

_CONTRADICTS = "contradicting_repeat"
_CALL = "incident_number"
_PARTED, _SHOWN_PARTED = "\x1f", " / "


def rows_wanted(
    known: Sequence[tuple[SourceSheet, Sheet]], found: Sequence[Finding], understood: Understanding
) -> dict[str, set[int]]:
    """By sheet the numbers of the rows at fault, and of those that must stand beside them.

    A call is made of all its units, and of two rows under one number somebody must choose.

    Args:
        known: the sheets that were used, and how each was read.
        found: the findings about rows.
        understood: what was understood of the file.
    """
    wanted: dict[str, set[int]] = defaultdict(set)
    for finding in found:
        wanted[finding.sheet or ""].add(finding.row or 0)
    for name, row in _first_rows([f for f in found if f.kind.key == _CONTRADICTS], understood):
        wanted[name].add(row)
    of_units = [pair for pair in known if "unit_responses" in pair[0].mapping.tables]
    calls = {
        call
        for sheet, grid in of_units
        for call in _calls(sheet, grid, wanted[sheet.mapping.sheet])
    }
    for sheet, grid in of_units:
        wanted[sheet.mapping.sheet] |= _rows_of_calls(sheet, grid, calls)
    return wanted


def _first_rows(
    contradicting: Sequence[Finding], understood: Understanding
) -> Iterator[tuple[str, int]]:
    """The rows that stay under the numbers that these rows repeat, on whatever sheet.

    One that is not in the change, as it is to stay as it is, stands on the same sheet.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    keys = pa.array(sorted({f.found or "" for f in contradicting}), pa.string())
    held: set[str] = set()
    for rows in understood.change.tables.values() if understood.change and len(keys) else ():
        shown = pc.replace_substring(rows["row_key"], _PARTED, _SHOWN_PARTED)
        kept = rows.filter(pc.is_in(shown, keys))
        held.update(shown.filter(pc.is_in(shown, keys)).to_pylist())
        yield from zip(kept["sheet"].to_pylist(), kept["sheet_row"].to_pylist(), strict=True)
    for finding in contradicting:
        if finding.found not in held:
            yield finding.sheet or "", int((finding.other or "0").replace(",", ""))


def _calls(sheet: SourceSheet, grid: Sheet, rows: set[int]) -> set[str]:
    """The numbers of the calls on these rows."""
    column = _number_column(sheet, grid)
    if column is None:
        return set()
    return {text for row in rows if (text := column[row - grid.first_row].as_py())}


def _rows_of_calls(sheet: SourceSheet, grid: Sheet, calls: set[str]) -> set[int]:
    """The rows on which any of these calls stands."""
    import pyarrow as pa
    import pyarrow.compute as pc

    column = _number_column(sheet, grid)
    if column is None or not calls:
        return set()
    below = max(sheet.mapping.header_row - grid.first_row + 1, 0)
    there = pc.is_in(column.slice(below), pa.array(sorted(calls)))
    return {grid.row_number(below + at) for at in pc.indices_nonzero(there).to_pylist()}


def _number_column(sheet: SourceSheet, grid: Sheet) -> pa.Array | None:
    column = sheet.mapping.column_of("unit_responses", _CALL)
    return None if column is None else grid.cells.column(column.position).combine_chunks()
