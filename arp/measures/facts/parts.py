"""Parts of the calls: so many at a time that what is joined to them stays in memory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ibis.expr.types as ir

# What is joined to a call takes some 0.3 KB. Of more calls it would pass through the disk, which
# takes longer than to read every call once for each part: a fifth of all time at 20 million.
CALLS_AT_ONCE = 7_000_000


@dataclass(frozen=True)
class Part:
    """Some of the calls, by their number: all that is told of one call falls to one part."""

    number: int
    among: int

    def of(self, rows: ir.Table) -> ir.Table:
        """The rows of this part's calls."""
        if self.among == 1:
            return rows
        return rows.filter(rows.incident_number.hash() % self.among == self.number)


def parts(calls: int) -> list[Part]:
    """The parts of so many calls: one, unless they are very many."""
    among = max(1, -(-calls // CALLS_AT_ONCE))
    return [Part(number, among) for number in range(among)]
