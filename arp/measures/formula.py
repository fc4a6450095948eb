"""The kinds of formula: row-level data that one engine turns into aggregated queries.

Every `of`, `among`, `where` is an Ibis deferred expression over one row of the entry's fact table
(`from ibis import _`). A null condition is unknown: such a row is in neither numerator nor
denominator.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import ibis.expr.types as ir

Expression = Any  # an Ibis Deferred; Ibis ships no usable type for it


@dataclass(frozen=True, eq=False, kw_only=True)
class Count:
    """How many rows fulfil `where`. n is the count itself; it may be 0."""

    where: Expression


@dataclass(frozen=True, eq=False, kw_only=True)
class Share:
    """Rows with `of` among the rows with `among` for which `of` is known; Wilson 95 % interval."""

    of: Expression
    among: Expression


@dataclass(frozen=True, eq=False, kw_only=True)
class Fractile:
    """The value of `of` that a share `p` of the rows `among` does not exceed.

    Linear interpolation; distribution-free 95 % interval by ranks (METRICS.md §4). Rows whose
    `of` is null are left out.
    """

    of: Expression
    p: float
    among: Expression


@dataclass(frozen=True, eq=False, kw_only=True)
class Mean:
    """The mean of `of` over the rows `among`: only for totals and for comparison with peers."""

    of: Expression
    among: Expression


@dataclass(frozen=True, eq=False, kw_only=True)
class Total:
    """The sum of `of` over the rows `among`."""

    of: Expression
    among: Expression


@dataclass(frozen=True, eq=False, kw_only=True)
class Mix:
    """The share of each value of `parts`, a column, among all rows `among`, blanks as “unknown”."""

    parts: tuple[str, ...]  # one family of shares a column, each adding up to 1
    among: Expression


@dataclass(frozen=True, eq=False, kw_only=True)
class Study:
    """What is more than one aggregate: a function from rows to a tidy table, still one query.

    Called as `run(rows, by)` with the rows `among` of the entry's fact table and the breakdown;
    gives one row a part, with the columns of the breakdown, its own group columns, and value, n,
    and numerator and denominator where there are any; a part that cannot be measured says why in
    `unmeasured`. `by` are the breakdowns that it understands.
    """

    run: Callable[[ir.Table, Sequence[str]], ir.Table]
    among: Expression
    by: tuple[str, ...] = ()


Aggregate = Count | Share | Fractile | Mean | Total | Mix
Formula = Aggregate | Study
