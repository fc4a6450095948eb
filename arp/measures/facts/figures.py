"""Figures: monthly numbers that come already added up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arp.words.grammar import UNDATED

if TYPE_CHECKING:
    from collections.abc import Mapping

    import ibis.expr.types as ir

    from arp.measures.facts.feeds import Feed

KEYS = ("figure", "month", "area")


def as_known_to(rows: ir.Table, _feed: Feed) -> ir.Table:
    """A feed's figures."""
    return rows.select(*KEYS, "numerator", "denominator", "value")


def figures(rows: ir.Table, areas: Mapping[str, str]) -> ir.Table:
    """One row a figure, month and area; no area is the whole city, no month undated.

    `areas` are the names that the settings give to the data's areas. `in_whole` says which rows
    the whole is added up from: the city's own, else those of its areas, and never both.
    """
    import ibis

    named = rows.mutate(
        month=rows.month.nullif(UNDATED),
        area=rows.area.substitute(areas) if areas else rows.area,
    )
    of_city = named.area.isnull()
    together = of_city.any().over(ibis.window(group_by=["figure", "month"]))
    return named.mutate(in_whole=of_city | ~together)


def of_areas(rows: ir.Table) -> ir.Table:
    """The rows of areas alone, each a whole of its own: for questions about areas."""
    import ibis

    return rows.filter(rows.area.notnull()).mutate(in_whole=ibis.literal(True))
