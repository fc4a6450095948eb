"""Rare harm: how many days since it last happened, which says more than a share that is near 0."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from arp.measures.asked import Filters
from arp.measures.compiled import sql_of
from arp.measures.evidence import Evidence
from arp.measures.formula import Count, Share
from arp.measures.indicator import Indicator
from arp.measures.plan import asked_for, chosen_rows, why_not, with_chosen

if TYPE_CHECKING:
    import ibis.expr.types as ir

Months = tuple[str | None, str | None]


def days_since(
    evidence: Evidence, key: str, months: Months, where: Filters | None, today: date
) -> int | None:
    """Days from the last time that a count, or the numerator of a share, had a row.

    Counted up to the last day of the data: of the indicator's fact table in these months, whatever
    the filters, and never after today. None where it never happened then, or nobody can tell.
    Where some rows do not say, it is the last time that is known of.

    Raises:
        ValueError: for an indicator that is neither a count nor a share of dated rows.
    """
    entry = evidence.indicators[key]
    asked, everywhere = asked_for((), months, where), asked_for((), months, None)
    if why_not(evidence, entry, asked):
        return None
    fact = asked.fact(entry.grain)
    rows = chosen_rows(evidence.facts[fact])
    last = _last_day(evidence, fact, asked, rows.filter(_happened(entry, rows)), today)
    fact = everywhere.fact(entry.grain)
    end = _last_day(evidence, fact, everywhere, chosen_rows(evidence.facts[fact]), today)
    return (end - last).days if last and end else None


def _happened(entry: Indicator, rows: ir.Table) -> ir.BooleanValue:
    formula = entry.formula
    if "first_clock_at" in rows.columns:
        if isinstance(formula, Count):
            return rows.bind(formula.where)[0]
        if isinstance(formula, Share):
            among, of = rows.bind(formula.among, formula.of)
            return among & of
    raise ValueError(f"{entry.key} is no count or share of dated rows")


def _last_day(
    evidence: Evidence, fact: str, asked: Any, rows: ir.Table, today: date
) -> date | None:
    """The day of the latest of some rows, never after today."""
    day = rows.first_clock_at.date()
    query = sql_of(rows.filter(day <= today).aggregate(last=day.max()))
    with evidence.cursor() as cursor:
        ((last,),) = cursor.execute(with_chosen(evidence, fact, asked, query)).fetchall()
    return last if isinstance(last, date) else None
