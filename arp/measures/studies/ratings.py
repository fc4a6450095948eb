"""How the people served rate the program, and how many of them said so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from arp.measures.asked import group_values
from arp.measures.facts.help_given import BEST

if TYPE_CHECKING:
    import ibis.expr.types as ir

NOBODY_RATED = "None of the people who were reached left a rating."
RATE = "Response rate: {} of the contacts at which the person was reached."


def mean_rating(rows: ir.Table, by: Sequence[str]) -> ir.Table:
    """One row a group: the mean rating, and how many ratings it is of."""
    rated = _rated(rows, by)
    return rated.drop("top_n").order_by(*by, "value")


def top_rating(rows: ir.Table, by: Sequence[str]) -> ir.Table:
    """One row a group: the share of the ratings that are the best one."""
    rated = _rated(rows, by)
    shared = rated.mutate(
        value=rated.top_n / rated.n.nullif(0), numerator=rated.top_n, denominator=rated.n
    )
    return shared.drop("top_n").order_by(*by, "value")


def _rated(rows: ir.Table, by: Sequence[str]) -> ir.Table:
    """One row a group of contacts at which the person was reached: ratings, and how many."""
    import ibis

    counted = rows.aggregate(
        by=[value.name(name) for name, value in group_values(rows, by).items()],
        value=rows.satisfaction.mean(),
        n=rows.satisfaction.count(),
        top_n=rows.count(where=rows.satisfaction == BEST),
        reached_n=rows.count(),
    )
    counted = counted.filter(counted.reached_n > 0)
    percent = (100 * counted.n / counted.reached_n).round()
    share = ibis.ifelse(
        (percent == 0) & (counted.n > 0),
        "under 1%",
        percent.cast("int64").cast("string") + ibis.literal("%"),
    )
    before, after = RATE.split("{}")
    return counted.mutate(
        note=ibis.literal(before) + share + ibis.literal(after),
        unmeasured=ibis.ifelse(counted.n == 0, ibis.literal(NOBODY_RATED), ibis.null("string")),
    ).drop("reached_n")
