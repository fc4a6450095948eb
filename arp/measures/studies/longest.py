"""The longest waits: a list of calls, longest first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from arp.measures.asked import group_values

if TYPE_CHECKING:
    import ibis.expr.types as ir

LISTED = 20


def longest(rows: ir.Table, by: Sequence[str]) -> ir.Table:
    """The calls with the longest response, at most 20 a group: one row a call, in minutes."""
    import ibis

    groups = group_values(rows, by)
    order = [rows.own_response_minutes.desc(), rows.incident_number]
    place = ibis.row_number().over(ibis.window(group_by=list(groups.values()), order_by=order))
    named = rows.select(
        **groups,
        incident_number=rows.incident_number,
        value=rows.own_response_minutes,
        n=ibis.literal(1),
        place=place,
    )
    return named.filter(named.place < LISTED).order_by(*by, "place").drop("place")
