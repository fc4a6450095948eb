"""How completely the required fields are filled in, and the index: the lowest of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ibis.expr.types as ir

WHOLE, INDEX = "all", "index"
NO_COLUMN = (
    "No feed has a column for this field, or every cell of it is blank. Upload a file that has it."
)


def completeness(rows: ir.Table, by: Sequence[str]) -> ir.Table:
    """One row a required field of a table that has rows, and one of the index.

    A field that no feed ever fills has no value and is not in the index.
    """
    import ibis

    groups = [*by, "table", "field"]
    summed = rows.group_by(groups).aggregate(
        numerator=rows.filled_n.sum(),
        denominator=rows.rows_n.sum(),
        supplied=rows.ever_filled.any(),
    )
    share = ibis.ifelse(
        summed.supplied, summed.numerator / summed.denominator, ibis.null("float64")
    )
    absent = ibis.ifelse(summed.supplied, ibis.null("string"), ibis.literal(NO_COLUMN))
    fields = summed.mutate(value=share, n=summed.denominator, unmeasured=absent).drop("supplied")
    order = [fields.value, fields.table, fields.field]
    ranked = fields.filter(fields.value.notnull()).mutate(
        place=ibis.row_number().over(ibis.window(group_by=list(by), order_by=order))
    )
    lowest = ranked.filter(ranked.place == 0).drop("place")
    index = lowest.mutate(table=ibis.literal(WHOLE), field=ibis.literal(INDEX))
    return fields.union(index.select(fields.columns)).order_by(groups)
