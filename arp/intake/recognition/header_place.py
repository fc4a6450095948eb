"""In which rows of a sheet its header stands: one, two, or none at all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from arp.intake.recognition.headers import declared, fields_named
from arp.intake.recognition.two_rows import joined

if TYPE_CHECKING:
    from arp.intake.sheet import Sheet

LOOKED_AT = 60  # rows from the top in which a header row may stand
NONE = "none"
_TIME = re.compile(r"\d:\d\d")
_NUMBER = re.compile(r"\s*\d+(?:\.0+)?\s*")
_WIDE = 3  # cells in a row of data, where no header says what they are
_MOSTLY = 0.7
_SAID = re.compile(r"(\d{1,7})(?:-(\d{1,7}))?")

Rows = list[list[str]]  # the cells of each row, "" where blank


@dataclass(frozen=True)
class HeaderPlace:
    """The rows of a header, counted from the sheet's first cells, and the first row below them."""

    indices: tuple[int, ...]
    data: int
    in_doubt: bool = False  # two rows were taken for one header

    @property
    def is_none(self) -> bool:
        """Whether the columns have no header."""
        return not self.indices

    def spelled(self, sheet: Sheet) -> str:
        """As an answer says it, in the spreadsheet's own row numbers: "4", "3-4" or "none"."""
        rows = [str(sheet.row_number(index)) for index in self.indices]
        return "-".join(rows) or NONE


def header_place(sheet: Sheet) -> HeaderPlace | None:
    """Where the header stands; None where no row looks like a header or like data."""
    rows = _top(sheet)
    index = _header_index(rows)
    if index is None:
        return _without_names(rows)
    for first in (index, index - 1):
        if first >= 0 and first + 1 < len(rows) and joined(rows[first], rows[first + 1]):
            return HeaderPlace((first, first + 1), first + 2, in_doubt=True)
    return HeaderPlace((index,), index + 1)


def place_said(sheet: Sheet, answer: str | None) -> HeaderPlace | None:
    """The place that an answer names, as in "4", "3-4" or "none"; None where it names none."""
    if answer == NONE:
        wide = _first_wide(_top(sheet))
        return HeaderPlace((), wide or 0)
    said = _SAID.fullmatch(answer or "")
    if said is None:
        return None
    first = int(said[1]) - sheet.first_row
    last = int(said[2] or said[1]) - sheet.first_row
    if not 0 <= first <= last <= first + 1 or last >= sheet.cells.num_rows:
        return None
    return HeaderPlace(tuple(range(first, last + 1)), last + 1)


def single_rows(place: HeaderPlace) -> list[HeaderPlace]:
    """The other ways to read a header of two rows: one of them alone, the lower first."""
    return [HeaderPlace((index,), index + 1) for index in reversed(place.indices)]


def _top(sheet: Sheet) -> Rows:
    top = sheet.cells.slice(0, LOOKED_AT).to_pylist()
    return [[(cell or "").strip() for cell in row.values()] for row in top]


def _header_index(rows: Rows) -> int | None:
    """The row that names most declared fields; near spellings count where none is declared."""
    filled = [[cell for cell in row if cell] for row in rows]
    scoring: tuple[Callable[[list[str]], float], ...] = (_declared_fields, _near_fields)
    for scored in scoring:
        scores = [scored(row) for row in filled]
        best = max(scores, default=0.0)
        if best >= 2:
            return scores.index(best)
    return next((n for n, row in enumerate(filled) if _looks_like_header(row, filled)), None)


def _declared_fields(row: list[str]) -> float:
    return float(sum(1 for cell in dict.fromkeys(row) if declared(cell)))


def _near_fields(row: list[str]) -> float:
    if not _texts(row):
        return 0.0
    return sum(max(fields_named(cell).values(), default=0.0) for cell in dict.fromkeys(row))


def _texts(row: list[str]) -> bool:
    """Whether a row is short texts: no number, no time, no sentence, nothing twice."""
    return len(set(row)) == len(row) >= 2 and all(
        len(cell) <= 60
        and any(character.isalpha() for character in cell)
        and not _TIME.search(cell)
        for cell in row
    )


def _looks_like_header(row: list[str], rows: Rows) -> bool:
    """Whether a row of short texts is as wide as the rows around it."""
    return _texts(row) and len(row) >= _MOSTLY * _usual_width(rows)


def _usual_width(filled: Rows) -> int:
    widths = Counter(len(row) for row in filled if len(row) > 1)
    return max(widths, key=lambda w: (widths[w], w), default=0)


def _without_names(rows: Rows) -> HeaderPlace | None:
    """Of rows none of which has names: where the data begin, if they hold times at all.

    A first row of numbers over columns of times is a header that numbers the columns.
    """
    wide = _first_wide(rows)
    if wide is None:
        return None
    timed = [n for n in range(len(rows[wide])) if _holds_times(rows[wide + 1 :], n)]
    if not timed and not any(map(_TIME.search, rows[wide])):
        return None
    numbered = all(_NUMBER.fullmatch(cell) for cell in rows[wide] if cell)
    if timed and numbered:
        return HeaderPlace((wide,), wide + 1)
    return HeaderPlace((), wide)


def _first_wide(rows: Rows) -> int | None:
    filled = [[cell for cell in row if cell] for row in rows]
    usual = _usual_width(filled)
    if usual < _WIDE:
        return None
    return next(n for n, row in enumerate(filled) if len(row) >= _MOSTLY * usual)


def _holds_times(rows: Rows, position: int) -> bool:
    cells = [row[position] for row in rows if row[position]]
    return bool(cells) and sum(1 for c in cells if _TIME.search(c)) >= _MOSTLY * len(cells)
