"""Each kind of formula as columns of one aggregated query, and those columns as figures.

Values of fractiles come as one list a group, and are ordered and ranked here: value and interval
of p50 and p90 then cost less than two quantiles alone (docs/adr/0002-which-quantile.md).
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from arp.measures.formula import Aggregate, Count, Fractile, Mean, Mix, Parts, Share
from arp.measures.ranks import rank_bounds, wilson

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import numpy as np
    import pandas as pd
    import pyarrow as pa
    from numpy.typing import NDArray

MIX_FAMILIES = ("contact_result", "destination", "contact_label", "disposition_label")
FIGURES = ("value", "n", "numerator", "denominator", "low", "high")
# What is left out, and why; beside the figures: rows whose answer nobody knows, rows whose time is
# not over, months that have only one of a ratio's two totals.
UNKNOWN_N, IMMATURE_N, ALONE_N = "unknown_n", "immature_n", "alone_n"
BESIDE_N = "beside_n"  # rows of the denominator that are told beside the share


class Answer:
    """What one aggregated query gave, in the order of the groups that are asked about.

    `rows` says for each group which row of the answer is its own, −1 where it has none: nothing
    was counted then.
    """

    def __init__(self, table: pa.Table, rows: Sequence[int] | pd.Series) -> None:
        import numpy as np

        self._table = table
        self._rows = np.asarray(rows, dtype=int)
        self._lists: dict[str, list[NDArray[np.float64]]] = {}

    def counts(self, column: str) -> NDArray[np.float64]:
        """A column of counts, 0 for a group without rows."""
        import numpy as np

        return np.nan_to_num(self.numbers(column))

    def numbers(self, column: str) -> NDArray[np.float64]:
        """A column of numbers, nan for a group without rows."""
        import numpy as np

        values = np.append(np.asarray(self._table[column].to_pandas(), dtype=float), np.nan)
        found: NDArray[np.float64] = values[self._rows]
        return found

    def lists(self, column: str) -> list[NDArray[np.float64]]:
        """Each group's values in order; a group without any has an empty array."""
        import numpy as np

        if column not in self._lists:
            lists = [*_ordered(self._table[column]), np.empty(0)]
            self._lists[column] = [lists[row] for row in self._rows]
        return self._lists[column]


def columns_of(key: str, formula: Aggregate, rows: ir.Table) -> dict[str, ir.Scalar]:
    """The aggregates that a formula needs, by column name."""
    if isinstance(formula, Count):
        fulfilled = rows.bind(formula.where)[0]
        return {
            f"{key}_n": rows.count(where=fulfilled),
            f"{key}_unknown": rows.count(where=is_unknown(fulfilled)),
        }
    among = rows.bind(formula.among)[0]
    if isinstance(formula, Mix | Parts):
        return {f"{key}_n": rows.count(where=among)}
    of = rows.bind(formula.of)[0]
    if isinstance(formula, Share):
        return _columns_of_share(key, formula, rows, among, of)
    if isinstance(formula, Fractile):
        return {list_name(formula): of.collect(where=among)}
    of = of.cast("float64")
    value = of.mean(where=among) if isinstance(formula, Mean) else of.sum(where=among)
    return {f"{key}_value": value, f"{key}_n": of.count(where=among)}


def _columns_of_share(
    key: str, formula: Share, rows: ir.Table, among: ir.BooleanValue, of: ir.BooleanValue
) -> dict[str, ir.Scalar]:
    early: dict[str, ir.Scalar] = {}
    if formula.matured is not None:
        matured = rows.bind(formula.matured)[0]
        early = {f"{key}_immature": rows.count(where=among & ~matured)}
        among = among & matured
    if formula.beside is not None:
        told = rows.bind(formula.beside.where)[0]
        early[f"{key}_beside"] = rows.count(where=among & ~is_unknown(of) & told)
    return early | {
        f"{key}_hits": rows.count(where=among & of),
        f"{key}_n": rows.count(where=among & ~is_unknown(of)),
        f"{key}_unknown": rows.count(where=is_unknown(among) | among & is_unknown(of)),
    }


def is_unknown(condition: ir.BooleanValue) -> ir.BooleanValue:
    """Whether nobody can tell; as a number, because SQL reads NOT x IS NULL as NOT (x IS NULL)."""
    return condition.cast("int8").isnull()


def list_name(formula: Fractile) -> str:
    """One name for all fractiles of the same values, so that they share one list."""
    return f"values of {formula.of} among {formula.among}"


def figures_of(
    key: str, formula: Aggregate, answer: Answer, groups: pd.DataFrame
) -> dict[str, Any]:
    """A formula's figures, one a row of the answer and its `groups`; nan where there is none."""
    if isinstance(formula, Fractile):
        return _fractile(answer.lists(list_name(formula)), formula.p)
    n = answer.counts(f"{key}_n")
    if isinstance(formula, Count):
        left_out = {UNKNOWN_N: answer.counts(f"{key}_unknown")}
        return {"value": n, "n": n, "numerator": n} | left_out
    if isinstance(formula, Share):
        left_out = {UNKNOWN_N: answer.counts(f"{key}_unknown")}
        if formula.matured is not None:
            left_out[IMMATURE_N] = answer.counts(f"{key}_immature")
        if formula.beside is not None:
            left_out[BESIDE_N] = answer.counts(f"{key}_beside")
        return share_figures(answer.counts(f"{key}_hits"), n) | left_out
    if isinstance(formula, Mix):
        return share_figures(n, _whole(n, groups, MIX_FAMILIES))
    if isinstance(formula, Parts):
        whole = _whole(n, groups, (formula.part,))
        return {"value": n, "n": whole, "numerator": n, "denominator": whole}
    return {"value": answer.numbers(f"{key}_value"), "n": n}


def share_figures(hits: NDArray[np.float64], n: NDArray[np.float64]) -> dict[str, Any]:
    """A share with its Wilson interval; nan where there is nothing to take a share of."""
    import numpy as np

    with np.errstate(divide="ignore", invalid="ignore"):
        value = hits / n
    low, high = wilson(hits, n)
    return {"value": value, "n": n, "numerator": hits, "denominator": n, "low": low, "high": high}


def _whole(
    parts: NDArray[np.float64], groups: pd.DataFrame, families: Sequence[str]
) -> NDArray[np.float64]:
    """For each part the sum of the parts that it is one of."""
    import numpy as np

    within = [name for name in groups if name not in families]
    if not within:
        return np.full(len(parts), parts.sum())
    summed = groups[within].assign(parts=parts).groupby(within)["parts"]
    whole: NDArray[np.float64] = summed.transform("sum").to_numpy()
    return whole


def _fractile(lists: Sequence[NDArray[np.float64]], p: float) -> dict[str, Any]:
    import numpy as np

    rows = [_ranked(values, p) for values in lists]
    value, n, low, high = np.array(rows, dtype=float).reshape(-1, 4).T
    return {"value": value, "n": n, "low": low, "high": high}


def _ordered(lists: pa.ChunkedArray) -> list[NDArray[np.float64]]:
    import numpy as np

    found = []
    for chunk in lists.chunks:
        values, ends = np.array(chunk.values), np.asarray(chunk.offsets)
        found += [values[start:end] for start, end in pairwise(ends)]
    _sort_each(found)
    return found


def _sort_each(lists: Sequence[NDArray[np.float64]]) -> None:
    """Puts each list in order, on every core: NumPy lets other threads work while it sorts."""
    hands = os.cpu_count() or 1

    def sort(share: Sequence[NDArray[np.float64]]) -> None:
        for values in share:
            values.sort()

    with ThreadPoolExecutor(hands) as pool:
        deque(pool.map(sort, [lists[hand::hands] for hand in range(hands)]), maxlen=0)


def _ranked(values: NDArray[np.float64], p: float) -> tuple[float, int, float, float]:
    """Value, n and bounds of one group's fractile, the value linear-interpolated."""
    n, nan = len(values), float("nan")
    bounds = rank_bounds(n, p)
    if bounds is None:
        return nan, n, nan, nan
    place = (n - 1) * p
    below = int(place)
    above = min(below + 1, n - 1)
    value = values[below] + (place - below) * (values[above] - values[below])
    return value, n, values[bounds[0] - 1], values[bounds[1] - 1]
