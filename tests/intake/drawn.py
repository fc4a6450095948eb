"""Sheets and workbooks drawn as text: one line a row, cells parted by “|”, blank cells unknown."""

from datetime import date

import pyarrow as pa

from arp.intake.mapping import Understanding
from arp.intake.road import understand
from arp.intake.sheet import Sheet, Workbook

TODAY = date(2026, 11, 22)


def sheet(drawing: str, name: str = "Calls", **about) -> Sheet:
    """The sheet that the drawing shows, its first line in row 1."""
    lines = [line for line in drawing.strip("\n").split("\n") if line.strip()]
    return of_rows(
        [[cell.strip() or None for cell in line.split("|")] for line in lines], name, **about
    )


def of_rows(rows: list[list[str | None]], name: str = "Calls", **about) -> Sheet:
    """A sheet of these rows, the first in row 1."""
    width = max(len(row) for row in rows)
    columns = [
        pa.array([row[n] if n < len(row) else None for row in rows], pa.string())
        for n in range(width)
    ]
    return Sheet(name=name, cells=pa.table(columns, names=[str(n) for n in range(width)]), **about)


def workbook(*sheets: Sheet, file_name: str = "cad_calls_2026-10.xlsx") -> Workbook:
    """A workbook of these sheets."""
    return Workbook(file_name=file_name, sha256="0" * 64, format="xlsx", size=1, sheets=sheets)


def understood(drawing: str, answers: dict[str, str] | None = None, **how) -> Understanding:
    """What a workbook of one drawn sheet is understood to be."""
    how = {"lake": None, "today": TODAY} | how
    return understand(workbook(sheet(drawing)), answers=answers or {}, **how)


def rows_of(understanding: Understanding, table: str, *columns: str) -> list[tuple]:
    """The values of these columns of a table, row by row."""
    rows = understanding.change.tables[table].select(list(columns)).to_pylist()
    return [tuple(row.values()) for row in rows]


def kinds(understanding: Understanding) -> list[str]:
    """The kinds of the findings, each once, in order."""
    return list(dict.fromkeys(finding.kind.key for finding in understanding.findings))
