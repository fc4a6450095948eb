"""Familiar neighbors: the few people whom the program meets again and again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from arp.measures.asked import group_values

if TYPE_CHECKING:
    import ibis.expr.types as ir

MONTHS = 12
OFTEN = 5  # contacts from which somebody is a familiar neighbor
Run = Callable[["ir.Table", Sequence[str]], "ir.Table"]


def people_with(least: int) -> Run:
    """A study: how many people have at least so many contacts in the last 12 months."""

    def run(rows: ir.Table, by: Sequence[str]) -> ir.Table:
        people = _people(rows, by)
        often = people.count(where=people.visits_n >= least)
        counted = people.aggregate(by=list(by), value=often, people_n=people.count())
        # Without anybody at all there is nobody to be familiar: no row, rather than a 0.
        known = counted.filter(counted.people_n > 0)
        return known.select(*by, "value", n="value").order_by(*by, "value")

    return run


def share_of_contacts(rows: ir.Table, by: Sequence[str]) -> ir.Table:
    """The share of the last 12 months' contacts that familiar neighbors have."""
    people = _people(rows, by)
    often = people.visits_n.sum(where=people.visits_n >= OFTEN)
    summed = people.aggregate(
        by=list(by), numerator=often.fill_null(0), denominator=people.visits_n.sum()
    )
    known = summed.filter(summed.denominator > 0)
    share = known.numerator / known.denominator
    return known.mutate(value=share, n=known.denominator).order_by(*by, "value")


def _people(rows: ir.Table, by: Sequence[str]) -> ir.Table:
    """One row a person and group: its contacts in the 12 months up to the newest of these rows.

    What several teams record of one call is one contact. Undated contacts are left out.
    """
    import ibis

    month_n = rows.month.left(4).cast("int64") * MONTHS + rows.month.right(2).cast("int64")
    placed = rows.select("person_key", "visit", month_n=month_n, **group_values(rows, by)).mutate(
        newest=lambda dated: dated.month_n.max().over(ibis.window())
    )
    recent = placed.filter(placed.month_n > placed.newest - MONTHS)
    return recent.group_by([*by, "person_key"]).aggregate(visits_n=recent.visit.nunique())
