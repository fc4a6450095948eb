"""Each kind of formula as columns of one aggregated query, and those columns as figures.

Values of fractiles come as one list a group, and are ordered and ranked here: value and interval
of p50 and p90 then cost less than two quantiles alone (docs/adr/0002-which-quantile.md).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from arp.measures.formula import Count, Formula, Fractile, Mean, Mix, Share, Total
from arp.measures.ranks import rank_bounds, wilson

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import numpy as np
    import pandas as pd
    import pyarrow as pa
    from numpy.typing import NDArray

MIX_FAMILIES = ("contact_result", "destination", "contact_label", "disposition_label")
FIGURES = ("value", "n", "numerator", "denominator", "low", "high")


class Answer:
    """What one aggregated query gave: one row a group."""

    def __init__(self, table: pa.Table) -> None:
        self._table = table
        self._lists: dict[str, list[NDArray[np.float64]]] = {}

    def numbers(self, column: str) -> NDArray[np.float64]:
        """A column as numbers, nan where there is none."""
        import numpy as np

        values: NDArray[np.float64] = np.array(self._table[column].to_pandas(), dtype=float)
        return values

    def lists(self, column: str) -> list[NDArray[np.float64]]:
        """Each group's values in order; a group without any is an empty array."""
        if column not in self._lists:
            self._lists[column] = _ordered(self._table[column])
        return self._lists[column]


def columns_of(key: str, formula: Formula, rows: ir.Table) -> dict[str, ir.Scalar]:
    """The aggregates that a formula needs, by column name."""
    if isinstance(formula, Count):
        return {f"{key}_n": rows.count(where=rows.bind(formula.where)[0])}
    among = rows.bind(formula.among)[0]
    if isinstance(formula, Mix):
        return {f"{key}_n": rows.count(where=among)}
    of = rows.bind(formula.of)[0]
    if isinstance(formula, Share):
        return {
            f"{key}_hits": rows.count(where=among & of),
            f"{key}_n": rows.count(where=among & of.notnull()),
        }
    if isinstance(formula, Fractile):
        return {list_name(formula): of.collect(where=among)}
    of = of.cast("float64")
    value = of.mean(where=among) if isinstance(formula, Mean) else of.sum(where=among)
    return {f"{key}_value": value, f"{key}_n": of.count(where=among)}


def list_name(formula: Fractile) -> str:
    """One name for all fractiles of the same values, so that they share one list."""
    return f"values of {formula.of} among {formula.among}"


def figures_of(
    key: str, formula: Formula, answer: Answer, groups: pd.DataFrame
) -> dict[str, Any]:
    """A formula's figures, one a row of the answer and its `groups`; nan where there is none."""

    def column(part: str) -> NDArray[np.float64]:
        return answer.numbers(f"{key}_{part}")

    if isinstance(formula, Fractile):
        return _fractile(answer.lists(list_name(formula)), formula.p)
    if isinstance(formula, Count):
        return {"value": column("n"), "n": column("n"), "numerator": column("n")}
    if isinstance(formula, Share):
        return share_figures(column("hits"), column("n"))
    if isinstance(formula, Mix):
        parts = column("n")
        return share_figures(parts, _whole(parts, groups))
    return {"value": column("value"), "n": column("n")}


def share_figures(hits: NDArray[np.float64], n: NDArray[np.float64]) -> dict[str, Any]:
    """A share with its Wilson interval; nan where there is nothing to take a share of."""
    import numpy as np

    with np.errstate(divide="ignore", invalid="ignore"):
        value = hits / n
    low, high = wilson(hits, n)
    return {"value": value, "n": n, "numerator": hits, "denominator": n, "low": low, "high": high}


def _whole(parts: NDArray[np.float64], groups: pd.DataFrame) -> NDArray[np.float64]:
    """For each part of a mix the sum of the parts that it is one of."""
    import numpy as np

    within = [name for name in groups if name not in MIX_FAMILIES]
    if not within:
        return np.full(len(parts), parts.sum())
    summed = groups[within].assign(parts=parts).groupby(within)["parts"]
    whole: NDArray[np.float64] = summed.transform("sum").to_numpy()
    return whole


def figures_of_none(formula: Formula, figures: pd.DataFrame, groups: Sequence[str]) -> dict[str, Any]:
    """A formula's figures where groups without any row have none yet: what they count is 0."""
    if isinstance(formula, Mix):
        parts = figures["numerator"].fillna(0).to_numpy(dtype=float)
        return share_figures(parts, _whole(parts, figures[[*groups, "month"]]))
    if isinstance(formula, Count):
        return {name: figures[name].fillna(0) for name in ("value", "n", "numerator")}
    if isinstance(formula, Share):
        return {name: figures[name].fillna(0) for name in ("n", "numerator", "denominator")}
    return {"n": figures["n"].fillna(0)}


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
        for start, end in zip(ends[:-1], ends[1:], strict=True):
            values[start:end].sort()
            found.append(values[start:end])
    return found


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
