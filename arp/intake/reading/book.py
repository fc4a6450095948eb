"""Sheets of an .xls or .ods workbook as text, by a reader that knows where its cells stand."""

from __future__ import annotations

import io
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Any

from arp.intake.reading import cells
from arp.intake.reading.limits import Box, check_boxes, check_sheet_count
from arp.intake.sheet import Sheet
from arp.words.catalog import CATALOG
from arp.words.findings import Finding

if TYPE_CHECKING:
    import pyarrow as pa


def sheets(data: bytes) -> tuple[list[Sheet], list[Finding]]:
    """Every worksheet that holds something, in the workbook's order.

    What is hidden within a sheet, which cells are errors and which formulas were never
    calculated is not known of these formats.

    Raises:
        Refused: when the workbook is larger than any workbook of calls.
    """
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    tabs = [tab for tab in workbook.sheets_metadata if tab.typ == SheetTypeEnum.WorkSheet]
    check_sheet_count(len(tabs))
    read, notes, boxes = [], [], []
    for tab in tabs:
        hidden = tab.visible != SheetVisibleEnum.Visible
        grid = workbook.get_sheet_by_name(tab.name)
        if grid.start is None:
            continue
        boxes.append(Box(tab.name, grid.end[0] + 1, grid.end[1] + 1, grid.height, grid.width))
        check_boxes(boxes)
        read.append(_sheet(grid, hidden))
        if hidden:
            notes.append(Finding(CATALOG["hidden_sheet"], sheet=tab.name))
    return read, notes


def laid_out(data: bytes, name: str) -> tuple[list[pa.Array], int, int]:
    """One sheet's columns as text, with the row and column where they begin."""
    from python_calamine import CalamineWorkbook

    grid = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_name(name)
    if grid.start is None:
        return [], 1, 1
    return [_texts(column) for column in _columns(grid)], grid.start[0] + 1, grid.start[1] + 1


def _sheet(grid: Any, hidden: bool) -> Sheet:
    columns = _columns(grid)
    clocks = (date, time, timedelta)
    return Sheet(
        name=grid.name,
        cells=cells.table([cells.tidy(_texts(column)) for column in columns]),
        first_row=grid.start[0] + 1,
        first_column=grid.start[1] + 1,
        hidden=hidden,
        typed_dates=tuple(
            n for n, column in enumerate(columns) if any(isinstance(v, clocks) for v in column)
        ),
    )


def _columns(grid: Any) -> list[tuple[object, ...]]:
    return list(zip(*grid.to_python(skip_empty_area=True), strict=True))


def _texts(column: tuple[object, ...]) -> pa.Array:
    import pyarrow as pa

    return pa.array([cells.text_of(value) for value in column], pa.string())
