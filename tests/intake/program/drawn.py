"""Program workbooks drawn as text: one block a section, its title first, then header and rows."""

import re

from arp.intake.mapping import Understanding
from arp.intake.road import understand
from tests.intake.drawn import TODAY, sheet, workbook

TEAMS = """
Teams
Team | Phone or in person | Works with police | Valid from
CRT  | in person          | No                |
CCD  | phone              | No                |
"""
UNITS = {
    "response_p50": ("minutes", "seconds"),
    "eligible_capture": ("share",),
    "longest": ("count",),
}


def program(drawing: str, lake=None) -> Understanding:
    """What a drawn program workbook is understood to be. “Teams” has its header in row 1."""
    book = workbook(*sheets(drawing), file_name="program.xlsx")
    return understand(book, lake=lake, today=TODAY, target_units=target_units)


def target_units(added):
    """The units of every indicator's target; of what is added, those that its own unit allows."""
    return UNITS | {
        key: ("share",) if unit == "share" else ("count",) for key, unit in added.items()
    }


def sheets(drawing: str):
    """The sheets of a drawn workbook."""
    blocks = re.split(r"\n\s*\n", drawing.strip())
    for block in blocks:
        title, _, rows = block.strip().partition("\n")
        yield sheet(rows, name=title.strip())


def faults(understanding: Understanding) -> list[tuple]:
    """Kind, sheet, row, column and what was found, of all that stops the upload."""
    return [
        (found.kind.key, found.sheet, found.row, found.column, found.found)
        for found in understanding.findings
        if found.kind.severity == "stops the upload"
    ]


def settings(understanding: Understanding) -> list[dict]:
    """The settings rows of the change."""
    return understanding.change.tables["settings"].to_pylist()
