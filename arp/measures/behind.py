"""What is behind a number: the SQL that gives it, and the rows it is counted from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from arp.measures.asked import CLOCK_DIMENSIONS, UNKNOWN, Asked, Filters, of_dated
from arp.measures.compiled import sql_of
from arp.measures.evidence import Evidence
from arp.measures.formula import Aggregate, Count, Formula, Fractile, Mean, Mix, Share, Study
from arp.measures.plan import (
    aggregated,
    asked_for,
    breakdowns,
    chosen_rows,
    studied,
    why_not,
    with_chosen,
)
from arp.measures.registry import INDICATORS

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pandas as pd

IDENTITY = ("incident_number", "team", "month", "table", "field", "label", "feed")
Months = tuple[str | None, str | None]


def sql(
    evidence: Evidence,
    key: str,
    *,
    by: Sequence[str] = (),
    months: Months = (None, None),
    where: Filters | None = None,
) -> str:
    """SQL that gives an indicator's figures from the facts, for people to read and run.

    One query, or one a family of a mix, parted by “;”. The engine itself orders the values of
    fractiles; this asks DuckDB for the quantile, which is the same number.

    Raises:
        ValueError: when the indicator cannot be measured, or not so broken down.
    """
    entry, asked, fact, chosen = _opened(evidence, key, by, months, where)
    if isinstance(entry.formula, Study):
        queries = [studied(entry.formula, chosen, asked.by)]
    else:
        queries = [
            _told(entry.formula, of_dated(chosen, dimensions), dimensions)
            for dimensions in breakdowns(entry, asked)
        ]
    return ";\n\n".join(with_chosen(evidence, fact, asked, sql_of(query)) for query in queries)


def rows(
    evidence: Evidence,
    key: str,
    *,
    group: Mapping[str, Any] | None = None,
    months: Months = (None, None),
    where: Filters | None = None,
    limit: int | None = None,
) -> pd.DataFrame:
    """The rows behind a number, each with its incident number and what the formula read of it.

    `group` holds the group columns of the reading. One row a row of the indicator's fact table
    that is in the denominator; `counted` says whether it is in the numerator too.

    Raises:
        ValueError: when the indicator cannot be measured, or not so broken down.
    """
    named = {name: value for name, value in (group or {}).items() if name != "responder"}
    by = [name for name in named if name == "team"]
    entry, asked, fact, chosen = _opened(evidence, key, by, months, where)
    for name, value in named.items():
        column = chosen[name]
        chosen = chosen.filter(
            (column if name in CLOCK_DIMENSIONS else column.fill_null(UNKNOWN)) == value
        )
    inside, counted = _counted(entry.formula, chosen)
    behind = chosen.filter(inside)
    identity = [name for name in IDENTITY if name in chosen.columns]
    columns = list(dict.fromkeys([*identity, *named, *entry.needs]))
    shown = behind.select(*columns, counted=counted).order_by(identity)
    if limit is not None:
        shown = shown.limit(limit)
    return evidence.ask(with_chosen(evidence, fact, asked, sql_of(shown)))


def _opened(
    evidence: Evidence, key: str, by: Sequence[str], months: Months, where: Filters | None
) -> tuple[Any, Asked, str, ir.Table]:
    entry, asked = INDICATORS[key], asked_for(by, months, where)
    reason = why_not(evidence, entry, asked)
    if reason:
        raise ValueError(reason)
    fact = asked.fact(entry.grain)
    return entry, asked, fact, chosen_rows(evidence.facts[fact])


def _told(formula: Aggregate, rows: ir.Table, dimensions: Sequence[str]) -> ir.Table:
    """An indicator's value and n by group, as one would write it by hand."""
    import ibis

    inside, counted = _counted(formula, rows)
    n = rows.count(where=inside)
    if isinstance(formula, Fractile | Mean):
        of = rows.bind(formula.of)[0]
        value = (
            of.quantile(formula.p, where=inside)
            if isinstance(formula, Fractile)
            else of.mean(where=inside)
        )
        told = aggregated(rows, dimensions, {"value": value, "n": n})
    elif isinstance(formula, Share):
        hits = rows.count(where=inside & counted)
        told = aggregated(rows, dimensions, {"numerator": hits, "n": n})
        told = told.mutate(value=told.numerator / told.n.nullif(0))
    elif isinstance(formula, Mix):
        told = aggregated(rows, dimensions, {"numerator": n})
        whole = told.numerator.sum().over(ibis.window(group_by=list(dimensions[:-1])))
        told = told.mutate(value=told.numerator / whole, n=whole)
    else:
        value = n if isinstance(formula, Count) else rows.bind(formula.of)[0].sum(where=inside)
        told = aggregated(rows, dimensions, {"value": value, "n": n})
    return told.order_by(list(dimensions)) if dimensions else told


def _counted(formula: Formula, rows: ir.Table) -> tuple[ir.BooleanValue, ir.BooleanValue]:
    """Whether a row is in the denominator, and whether in the numerator too."""
    import ibis

    if isinstance(formula, Count):
        return rows.bind(formula.where)[0], ibis.literal(True)
    among = rows.bind(formula.among)[0]
    if isinstance(formula, Mix | Study):
        return among, ibis.literal(True)
    of = rows.bind(formula.of)[0]
    known = among & of.notnull()
    return known, of if isinstance(formula, Share) else ibis.literal(True)
