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
    import pandas as pd

    from arp.measures.asked import Asked
    from arp.measures.evidence import Evidence

Expression = Any  # an Ibis Deferred; Ibis ships no usable type for it


@dataclass(frozen=True, eq=False, kw_only=True)
class Count:
    """How many rows fulfil `where`. n is the count itself; it may be 0."""

    where: Expression


@dataclass(frozen=True, eq=False, kw_only=True)
class Beside:
    """Rows of the denominator that a share does not count and yet tells, in the reading's reason.

    `words` is a sentence with their number as {:,}.
    """

    where: Expression
    words: str


@dataclass(frozen=True, eq=False, kw_only=True)
class Share:
    """Rows with `of` among the rows with `among` for which `of` is known; Wilson 95 % interval.

    Rows that are not `matured` are left out: the window they are watched for has not passed. A
    month that has any such row is not mature.
    """

    of: Expression
    among: Expression
    matured: Expression | None = None
    beside: Beside | None = None


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
class Parts:
    """How many rows `among` have each of the declared `values` of a group; 0 where none has.

    `part` is the group, by its name in readings. The denominator is the rows `among` that have any
    of the values: no lever reaches the others.
    """

    part: str
    values: tuple[str, ...]
    among: Expression


@dataclass(frozen=True, eq=False, kw_only=True)
class Sum:
    """One of the two totals of a ratio, of the entry's own fact table or of another `grain`.

    `needs` are the columns that it reads of that other table.
    """

    of: Expression
    among: Expression
    grain: str | None = None
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False, kw_only=True)
class Ratio:
    """One total divided by another, times `times`. n is the rows behind the lower total."""

    top: Sum
    bottom: Sum
    times: float = 1.0


@dataclass(frozen=True, eq=False, kw_only=True)
class Study:
    """What is more than one aggregate: a function from rows to a tidy table, still one query.

    Called as `run(rows, by)` with the rows `among` of the entry's fact table and the breakdown;
    gives one row a part, with the columns of the breakdown, its own group columns, and value, n,
    and numerator and denominator where there are any; a part that cannot be measured says why in
    `unmeasured`, and one that leaves rows out as unknown says how many in `unknown_n`. `by` are the
    breakdowns that it understands.
    """

    run: Callable[[ir.Table, Sequence[str]], ir.Table]
    among: Expression
    by: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False, kw_only=True)
class Worked:
    """What no single query gives, a model or a judgment: a function from the evidence to figures.

    Called as `run(evidence, asked)`; gives what a study gives, and may say in `too_few` why a part
    has no value although it was measured. `among` are the rows behind it. `by` are the breakdowns
    that it understands.
    """

    run: Callable[[Evidence, Asked], pd.DataFrame]
    among: Expression
    by: tuple[str, ...] = ()


Aggregate = Count | Share | Fractile | Mean | Total | Mix | Parts | Sum
Formula = Aggregate | Ratio | Study | Worked
