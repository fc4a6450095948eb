"""One line of the catalog: a file's name, how it is made, and what it must get."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Maker = Callable[[], bytes]
SAVED, ASKED, REFUSED = "saved", "needs_answer", "refused"
ANSWERS = {"scope": "all", "time_zone": "America/New_York"}  # what any city's first file is asked


@dataclass(frozen=True, kw_only=True)
class Case:
    """A made file with its outcome.

    `says` holds kinds of findings that must be among the file's (of a refusal, the one reason),
    or of a file that is asked about, the keys of its questions. `rows` is how many rows of calls
    are read.
    """

    name: str
    make: Maker
    outcome: str
    says: tuple[str, ...] = ()
    rows: int | None = None
    heavy: bool = False  # takes many seconds though all is well: read and understood, no more

    def __str__(self) -> str:
        return self.name[:40]


def accepted(name: str, make: Maker, *notes: str, rows: int = 40, heavy: bool = False) -> Case:
    """Saved as it is, with these notes."""
    return Case(name=name, make=make, outcome=SAVED, says=notes, rows=rows, heavy=heavy)


def asked(name: str, make: Maker, *keys: str) -> Case:
    """Saved once these questions are answered."""
    return Case(name=name, make=make, outcome=ASKED, says=keys)


def refused(name: str, make: Maker, kind: str, heavy: bool = False) -> Case:
    """Not saved, with this reason."""
    return Case(name=name, make=make, outcome=REFUSED, says=(kind,), heavy=heavy)
