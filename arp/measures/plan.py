"""Whether a question can be answered, and as which query over which rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from arp.measures.aggregates import MIX_FAMILIES
from arp.measures.asked import DIMENSIONS, Asked, Filters, group_values, of_dated
from arp.measures.evidence import Evidence
from arp.measures.formula import Aggregate, Mix, Parts, Ratio, Study, Sum, Worked
from arp.measures.indicator import Indicator, needs_by_grain
from arp.measures.readings import IS_HIDDEN

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
    if entry.key in evidence.hidden:
        return IS_HIDDEN
    wanted = needs_by_grain(entry)
    if not all(evidence.known[grain].columns.issuperset(wanted[grain]) for grain in wanted):
        return entry.to_measure_it
    lacking = _lacking(evidence, entry, asked)
    if lacking:
        return f"It has no breakdown by {', '.join(lacking).replace('_', ' ')}."
    if "team" in asked.by and "team" not in evidence.known[asked.fact(entry.grain)].columns:
        return NO_TEAM
    return None


def _lacking(evidence: Evidence, entry: Indicator, asked: Asked) -> list[str]:
    """The breakdowns and filters of a question that an indicator does not have."""
    lacking = []
    for grain, needs in needs_by_grain(entry).items():
        fact = asked.fact(grain)
        lacking += asked.lacks(evidence.facts[fact].columns, fact)
        if not set(needs) <= set(evidence.facts[fact].columns):
            lacking.append("area")  # the facts of areas hold less than those of the whole
    if isinstance(entry.formula, Study | Worked):
        lacking += [name for name in asked.by if name not in (*entry.formula.by, *lacking)]
    if asked.of_teams and not entry.of_a_team:
        lacking.append("team")
    return list(dict.fromkeys(lacking))


def aggregates_of(entry: Indicator) -> list[tuple[str, str, Aggregate]]:
    """What is aggregated for an entry: a name, the fact table and the formula.

    One of each, but for a ratio, which is two totals.
    """
    formula = entry.formula
    if isinstance(formula, Ratio):
        parts: dict[str, Sum] = {"top": formula.top, "bottom": formula.bottom}
        return [
            (f"{entry.key} {name}", sum_.grain or entry.grain, sum_) for name, sum_ in parts.items()
        ]
    if isinstance(formula, Study | Worked):
        return []
    return [(entry.key, entry.grain, formula)]


def breakdowns(entry: Indicator, asked: Asked) -> list[tuple[str, ...]]:
    """The breakdowns of one indicator: a mix has one a family of parts."""
    if isinstance(entry.formula, Parts):
        return [(*asked.by, entry.formula.part)]
    if isinstance(entry.formula, Ratio):
        return [tuple(dict.fromkeys((*asked.by, "month")))]  # see ratios.py
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
