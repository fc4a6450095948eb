"""Whether a question can be answered, and as which query over which rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from arp.measures.aggregates import MIX_FAMILIES
from arp.measures.asked import DIMENSIONS, Asked, Filters, group_values, of_dated
from arp.measures.evidence import Evidence
from arp.measures.formula import Mix, Study
from arp.measures.indicator import Indicator

if TYPE_CHECKING:
    import ibis.expr.types as ir

CHOSEN = "chosen"  # the name under which every query knows the rows that it is about
NO_TEAM = (
    "No team is known. Upload the program's records, or a dispatch (CAD) export, with a column "
    "that names the team."
)


def asked_for(
    by: Sequence[str], months: tuple[str | None, str | None], where: Filters | None
) -> Asked:
    """The question in its one form.

    Raises:
        KeyError: for a breakdown that does not exist.
    """
    unknown = [name for name in by if name not in DIMENSIONS]
    if unknown:
        raise KeyError(f"no such breakdown: {', '.join(unknown)}")
    return Asked(tuple(dict.fromkeys(by)), months, where or Filters())


def why_not(evidence: Evidence, entry: Indicator, asked: Asked) -> str | None:
    """Why an indicator cannot be measured, or not so broken down; None when it can."""
    if not evidence.known[entry.grain].columns.issuperset(entry.needs):
        return entry.to_measure_it
    fact = asked.fact(entry.grain)
    lacking = asked.lacks(evidence.facts[fact].columns, fact)
    if isinstance(entry.formula, Study):
        lacking += [name for name in asked.by if name not in (*entry.formula.by, *lacking)]
    if asked.of_teams and not entry.of_a_team and "team" not in lacking:
        lacking.append("team")
    if lacking:
        return f"It has no breakdown by {', '.join(lacking).replace('_', ' ')}."
    if "team" in asked.by and "team" not in evidence.known[fact].columns:
        return NO_TEAM
    return None


def breakdowns(entry: Indicator, asked: Asked) -> list[tuple[str, ...]]:
    """The breakdowns of one indicator: a mix has one a family of parts."""
    if not isinstance(entry.formula, Mix):
        return [asked.by]
    parts = [name for name in asked.by if name in MIX_FAMILIES] or entry.formula.parts
    others = tuple(name for name in asked.by if name not in MIX_FAMILIES)
    return [(*others, part) for part in parts]


def chosen_rows(fact: ir.Table) -> ir.Table:
    """The rows a question is about, by the name that `with_chosen` gives them."""
    import ibis

    return ibis.table(fact.schema(), name=CHOSEN)


def with_chosen(evidence: Evidence, fact: str, asked: Asked, query: str) -> str:
    """A query over `chosen` together with what is chosen."""
    chosen = asked.chosen_sql(fact, evidence.facts[fact].columns)
    return f"WITH {CHOSEN} AS (\n  {chosen}\n)\nSELECT * FROM (\n{query}\n)"


def aggregated(
    rows: ir.Table, dimensions: Sequence[str], wanted: Mapping[str, ir.Scalar]
) -> ir.Table:
    """One row a group of the rows that have a group."""
    groups = [value.name(name) for name, value in group_values(rows, dimensions).items()]
    return rows.aggregate(by=groups, **wanted)


def studied(formula: Study, rows: ir.Table, by: Sequence[str]) -> ir.Table:
    """What a study gives for the rows that it is about."""
    return formula.run(of_dated(rows, by).filter(formula.among), by)
