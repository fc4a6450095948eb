"""How old the newest call was on the day it was uploaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arp.measures.asked import Asked

if TYPE_CHECKING:
    import ibis.expr.types as ir


def upload_lag(rows: ir.Table, asked: Asked) -> ir.Table:
    """One row: whole days from the newest call to the day it was uploaded."""
    import ibis

    return rows.select(
        value=rows.uploaded_on.delta(rows.last_call_on, unit="day").cast("float64"),
        n=ibis.literal(1),
    )
