"""What can be wrong or odd in an upload: kinds of findings, and one finding.

Users' data faults are findings (data, all shown at once); programmers' faults are exceptions.
The kinds themselves are in `arp.words.catalog`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

WHOLE_FILE = "the file"  # stands for the sheet where a file has none, as a CSV


class Severity(StrEnum):
    """What a finding costs."""

    STOPS_UPLOAD = "stops the upload"
    SETS_ROW_ASIDE = "sets the row aside"
    COSTS_A_VALUE = "costs a value"
    NOTE = "nothing to do"


@dataclass(frozen=True)
class FindingKind:
    """One entry of the catalog: a title, a sentence with blanks, and what to do.

    The template's blanks are the finding's own fields: {sheet}, {row}, {column}, {found}, {n},
    {other}. It must read as one plain sentence with those that its finders fill.
    """

    key: str
    title: str
    template: str
    remedy: str
    severity: Severity


def placed(sheet: str | None) -> str:
    """A sheet as sentences name it; a file without sheets is “the file”."""
    return WHOLE_FILE if sheet in (None, WHOLE_FILE) else f"sheet “{sheet}”"


@dataclass(frozen=True)
class Finding:
    """One thing noticed, at one place of the user's own spreadsheet.

    `row` is the row number as the spreadsheet shows it. `found` is what stood there; it goes to
    the user's own screen and never into a log. `n` is how many rows or cells it is about when
    the finding speaks of several; `other` is a second value that the sentence needs.
    """

    kind: FindingKind
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    found: str | None = None
    n: int | None = None
    other: str | None = None

    @property
    def message(self) -> str:
        """The catalog's sentence with this finding's place and value in it."""
        blanks = {
            "sheet": placed(self.sheet),
            "row": "" if self.row is None else f"{self.row:,}",
            "column": self.column or "",
            "found": self.found if self.found is not None else "",
            "n": "" if self.n is None else f"{self.n:,}",
            "other": self.other or "",
        }
        sentence = self.kind.template.format(**blanks)
        return sentence[:1].upper() + sentence[1:]


class Refused(Exception):
    """The whole file is refused; carries the one finding that says why, where and what to do."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.kind.key)  # the key only: no cell content in exceptions
        self.finding = finding
