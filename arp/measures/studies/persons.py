"""How many different people the program met."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from arp.measures.asked import group_values

if TYPE_CHECKING:
    import ibis.expr.types as ir

NOBODY_KNOWN = "None of these contacts has a person number, so nobody can tell how many people met."


def people_served(rows: ir.Table, by: Sequence[str]) -> ir.Table:
    """One row a group: the different persons who were reached.

    Contacts without a person number, or of which nobody says whether the person was reached, are
    left out. Where that leaves nobody at all, the number is not known rather than 0.
    """
    import ibis

    met = rows.contact_made & rows.person_key.notnull()
    unknown = rows.contact_made.isnull() | (rows.contact_made & rows.person_key.isnull())
    counted = rows.aggregate(
        by=[value.name(name) for name, value in group_values(rows, by).items()],
        value=rows.person_key.nunique(where=met),
        unknown_n=rows.count(where=unknown),
    )
    nobody = (counted.value == 0) & (counted.unknown_n > 0)
    return counted.mutate(
        n=counted.value,
        unmeasured=ibis.ifelse(nobody, ibis.literal(NOBODY_KNOWN), ibis.null("string")),
    ).order_by(*by, "value")
