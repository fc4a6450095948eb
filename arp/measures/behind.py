"""What is behind a number: the SQL that gives it, and the rows it is counted from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from arp.measures.asked import (
    CLOCK_DIMENSIONS,
    UNKNOWN,
    Asked,
    Filters,
    of_dated,
)
from arp.measures.compiled import sql_of
from arp.measures.counting import counted, why
from arp.measures.evidence import Evidence
from arp.measures.formula import (
    Aggregate,
    Count,
    Fractile,
    Mean,
    Mix,
    Parts,
    Share,
    Study,
    Worked,
)
from arp.measures.indicator import Indicator
from arp.measures.plan import (
    aggregated,
    aggregates_of,
    asked_for,
    breakdowns,
    chosen_rows,
    studied,
    why_not,
    with_chosen,
)

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pandas as pd

IDENTITY = ("incident_number", "encounter_id", "team", "month", "table", "field", "label", "feed")
NEVER_SHOWN = ("person_key",)  # who was met often is nobody's to look up
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
    entry, asked = _opened(evidence, key, by, months, where)
    queries = []
    for fact, query in _queries(evidence, entry, asked):
        queries.append(with_chosen(evidence, fact, asked, sql_of(query)))
    return ";\n\n".join(queries)


def _queries(evidence: Evidence, entry: Indicator, asked: Asked) -> Iterator[tuple[str, ir.Table]]:
    """Each query of an entry and the fact table that it reads.

    What is worked out from several figures has no query of its own: it shows its rows.
    """
    fact = asked.fact(entry.grain)
    chosen = chosen_rows(evidence.facts[fact])
    if isinstance(entry.formula, Study):
        yield fact, studied(entry.formula, chosen, asked.by)
    elif isinstance(entry.formula, Worked):
        yield fact, chosen.filter(entry.formula.among)
    for dimensions in breakdowns(entry, asked):
        for _, grain, formula in aggregates_of(entry):
            fact = asked.fact(grain)
            chosen = chosen_rows(evidence.facts[fact])
            yield fact, _told(formula, of_dated(chosen, dimensions), dimensions)


def rows(
    evidence: Evidence,
    key: str,
    *,
    group: Mapping[str, Any] | None = None,
    months: Months = (None, None),
    where: Filters | None = None,
    limit: int | None = None,
    left_out: bool = False,
) -> pd.DataFrame:
    """The rows behind a number, each with its incident number and what the formula read of it.

    `group` holds the group columns of the reading. One row a row of the indicator's fact table
    that is in the denominator; `counted` says whether it is in the numerator too, and `why` says
    it in words. With `left_out` also the rows that are in neither, after those that are.

    Raises:
        ValueError: when the indicator cannot be measured, or not so broken down.
    """
    named = {name: value for name, value in (group or {}).items() if name != "responder"}
    by = [name for name in named if name == "team"]
    entry, asked = _opened(evidence, key, by, months, where)
    fact = asked.fact(entry.grain)
    chosen = chosen_rows(evidence.facts[fact])
    for name, value in named.items():
        column = chosen[name]
        chosen = chosen.filter(
            (column if name in CLOCK_DIMENSIONS else column.fill_null(UNKNOWN)) == value
        )
    inside, above = counted(entry.formula, chosen)
    chosen = chosen.mutate(
        inside=inside.fill_null(False), counted=above, why=why(entry.formula, chosen)
    )
    behind = chosen if left_out else chosen.filter(chosen.inside)
    identity = [name for name in IDENTITY if name in chosen.columns]
    read = [name for name in entry.needs if name not in NEVER_SHOWN]
    columns = list(dict.fromkeys([*identity, *named, *read]))
    shown = behind.select(*columns, "counted", "why", "inside")
    shown = shown.order_by([shown.inside.desc(), *identity])
    if limit is not None:
        shown = shown.limit(limit)
    found = evidence.ask(with_chosen(evidence, fact, asked, sql_of(shown)))
    return found.drop(columns="inside")


def openable(evidence: Evidence, key: str, groups: Sequence[str]) -> list[str]:
    """Those of the groups of a reading that are columns of the rows behind it."""
    grain = evidence.indicators[key].grain
    fact = Asked(("team",) if "team" in groups else ()).fact(grain)
    return [name for name in groups if name in evidence.facts[fact].columns]


def _opened(
    evidence: Evidence, key: str, by: Sequence[str], months: Months, where: Filters | None
) -> tuple[Indicator, Asked]:
    entry, asked = evidence.indicators[key], asked_for(by, months, where)
    reason = why_not(evidence, entry, asked)
    if reason:
        raise ValueError(reason)
    return entry, asked


def _told(formula: Aggregate, rows: ir.Table, dimensions: Sequence[str]) -> ir.Table:
    """An indicator's value and n by group, as one would write it by hand."""
    import ibis

    inside, above = counted(formula, rows)
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
        hits = rows.count(where=inside & above)
        told = aggregated(rows, dimensions, {"numerator": hits, "n": n})
        told = told.mutate(value=told.numerator / told.n.nullif(0))
    elif isinstance(formula, Mix | Parts):
        told = aggregated(rows, dimensions, {"numerator": n})
        whole = told.numerator.sum().over(ibis.window(group_by=list(dimensions[:-1])))
        told = told.mutate(value=told.numerator / whole, n=whole)
    else:
        value = n if isinstance(formula, Count) else rows.bind(formula.of)[0].sum(where=inside)
        told = aggregated(rows, dimensions, {"value": value, "n": n})
    return told.order_by(list(dimensions)) if dimensions else told
