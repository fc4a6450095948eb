"""Parts of the calls: so many at a time that what is told of them stays in memory."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from arp.measures.facts.workbench import Workbench

CALLS_AT_ONCE = 2_500_000  # what is joined to more of them would pass through the disk (ADR 22)
ASKED_FOR_BOUNDS = 20_000  # so many numbers tell where to cut: the parts differ by a few percent


@dataclass(frozen=True)
class Part:
    """The calls whose numbers lie from `first` to before `end`.

    A part without a `first` begins with the calls that have no number, one without an `end` goes
    on to the last. Numbers mostly grow with time, so that a part's rows lie together in the file
    and the others are not even read.
    """

    first: str | None = None
    end: str | None = None

    def of(self, rows: ir.Table) -> ir.Table:
        """The rows that are about this part's calls."""
        number = rows.incident_number
        if self.first is not None:
            rows = rows.filter(number >= self.first)
        if self.end is not None:
            before = number < self.end
            rows = rows.filter(before if self.first is not None else before | number.isnull())
        return rows


def parts(bench: Workbench, calls: str) -> list[Part]:
    """The parts of the calls of that name, in order: one, unless they are very many."""
    ((n,),) = bench.ask(f"SELECT count(*) FROM {calls}")
    among = max(1, -(-n // CALLS_AT_ONCE))
    bounds = [None, *_bounds(bench, calls, among), None]
    return [Part(first, end) for first, end in pairwise(bounds)]


def _bounds(bench: Workbench, calls: str, among: int) -> list[str]:
    """The numbers that cut the calls into so many parts of about one size."""
    if among == 1:
        return []
    some = f"SELECT incident_number FROM {calls} USING SAMPLE reservoir({ASKED_FOR_BOUNDS} ROWS)"
    shares = [part / among for part in range(1, among)]
    ((bounds,),) = bench.ask(f"SELECT quantile_disc(incident_number, ?) FROM ({some})", [shares])
    return sorted(set(bounds or []))
