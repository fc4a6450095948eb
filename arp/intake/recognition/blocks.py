"""Places kept at block level: house numbers are gone before any cell of a sheet is read.

A column that feeds the place of a call never keeps an exact address: it is rounded to its hundred
block. A column of addresses becomes the place only where its feed's setting allows it; else it is
left out like every personal column.
"""

from __future__ import annotations

from collections.abc import Mapping as Map
from dataclasses import replace
from typing import TYPE_CHECKING

from arp.intake.recognition import addresses, privacy
from arp.intake.recognition.content import content_of
from arp.intake.recognition.headers import declared
from arp.intake.recognition.spelling import plain
from arp.words.catalog import CATALOG
from arp.words.findings import Finding
from arp.words.personal import OF_THE_CALL

if TYPE_CHECKING:
    import pyarrow as pa

    from arp.intake.recognition.header_row import Grid

PLACE = "calls.place"
Told = Map[str, tuple[str, ...]]


def at_block_level(grid: Grid, told: Told, *, allowed: bool) -> tuple[Grid, Told]:
    """The grid without house numbers in its place column, and what each header is told to be.

    Args:
        grid: the sheet's table as it was found.
        told: header → fields, as the user or a remembered layout says.
        allowed: whether the feed's setting keeps addresses by their block.
    """
    place = _place(grid, told)
    if place is None and allowed:
        place = _addresses(grid, told)
        told = told if place is None else {**told, grid.headers[place]: (PLACE,)}
    if place is None:
        return grid, told
    header = grid.headers[place]
    cells: pa.StringArray = grid.cells.column(place).combine_chunks()
    named_personal = privacy.kind_of_header(header) is not None
    if not allowed and privacy.why_personal(header, content_of(cells), told.get(header, ())):
        return grid, told  # the column is left out as a whole
    return _rounded(grid, place, cells, strictly=named_personal), told


def _place(grid: Grid, told: Told) -> int | None:
    """The column that is told, or by its header known, to be the place."""
    for position, header in enumerate(grid.headers):
        if PLACE in told.get(header, ()):
            return position
    return next(
        (
            position
            for position, header in enumerate(grid.headers)
            if header not in told and PLACE in declared(header)
        ),
        None,
    )


def _addresses(grid: Grid, told: Told) -> int | None:
    """The column of the calls' addresses; never one of where a person lives."""
    of_the_call = {plain(header) for header in OF_THE_CALL}
    return next(
        (
            position
            for position, header in enumerate(grid.headers)
            if header not in told and plain(header) in of_the_call
            if _are_places(grid.cells.column(position).combine_chunks())
        ),
        None,
    )


def _are_places(cells: pa.StringArray) -> bool:
    """Whether most cells name a block; “(37.7, -122.4)” under “Location” does not."""
    sample = content_of(cells).sample
    return sum(1 for text in sample if addresses.block_of(text)) > len(sample) / 2


def _rounded(grid: Grid, place: int, cells: pa.StringArray, *, strictly: bool) -> Grid:
    """The grid with this column at block level, and what was done to it as findings.

    Args:
        grid: the sheet's table.
        place: position of the column.
        cells: the column's.
        strictly: whether what is no block, corner or address is left out; else it stays.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    coded = cells.dictionary_encode()
    texts: list[str] = coded.dictionary.to_pylist()
    exact = any(map(addresses.is_exact, texts))
    if not exact and not strictly:
        return grid
    blocks = [addresses.block_of(text) for text in texts]
    kept = blocks if strictly else [b or t for b, t in zip(blocks, texts, strict=True)]
    new = pa.array(kept, pa.string()).take(coded.indices)
    changed = pc.sum(pc.fill_null(pc.not_equal(new, cells), False)).as_py() or 0
    lost = new.null_count - cells.null_count

    def about(kind: str, n: int) -> list[Finding]:
        finding = Finding(CATALOG[kind], sheet=grid.sheet.name, column=grid.headers[place], n=n)
        return [finding] if n else []

    found = about("address_by_block", changed) + about("place_not_kept", lost)
    names = grid.cells.column_names
    return replace(
        grid,
        cells=grid.cells.set_column(place, names[place], new),
        findings=(*grid.findings, *found),
    )
