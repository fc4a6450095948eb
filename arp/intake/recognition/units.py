"""Columns of units: one row a unit sent, or one unit on each call's row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arp.words.tables import TABLES

if TYPE_CHECKING:
    from arp.intake.recognition.header_row import Grid

_SEVERAL = r"\S\s*[,;&\n]\s*\S"  # “E1, M2”
_FEW = 0.05  # of the cells


def rows_are_units(grid: Grid, units: dict[str, int], *, told: bool) -> bool:
    """Whether call numbers repeat with different units; where the unit was told, repeat at all.

    Args:
        grid: the sheet's table.
        units: field of a unit response → position of its column.
        told: whether the user or a remembered layout says which column holds the unit.
    """
    if not {"incident_number", "unit_id"} <= units.keys():
        return False
    import pyarrow as pa

    numbers = grid.cells.column(units["incident_number"])
    named = grid.cells.column(units["unit_id"])
    known = pa.table({"number": numbers, "unit": named}).drop_null()
    both = known if told else known.group_by(["number", "unit"]).aggregate([])
    return bool(both.num_rows > len(known.column("number").unique()))


def each_names_one(grid: Grid, position: int) -> bool:
    """Whether the column of units has one unit a cell, never a list of them."""
    import pyarrow.compute as pc

    cells = grid.cells.column(position).drop_null()
    lists = pc.sum(pc.match_substring_regex(cells, _SEVERAL)).as_py() or 0
    return bool(lists <= _FEW * len(cells))


def share_numbers(calls: dict[str, int], units: dict[str, int]) -> None:
    """A unit's row has the number of the call beside it, whatever the column is called."""
    if "unit_id" in units and "incident_number" in calls:
        units.setdefault("incident_number", calls["incident_number"])


def share_clocks(calls: dict[str, int], units: dict[str, int]) -> None:
    """A call's clocks are those of the units on its rows, whatever they are called."""
    for name in TABLES["unit_responses"].clocks:
        for lacking, having in ((calls, units), (units, calls)):
            if name in having:
                lacking.setdefault(name, having[name])
