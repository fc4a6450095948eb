"""How old the newest call was on the day it was uploaded."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ibis.expr.types as ir


def upload_lag(rows: ir.Table, by: Sequence[str]) -> ir.Table:
    """One row: whole days from the newest call to the day it was uploaded."""
    import ibis

    return rows.select(
        value=rows.uploaded_on.delta(rows.last_call_on, unit="day").cast("float64"),
        n=ibis.literal(1),
    )
