"""What the settings say of call types and priorities: groups, who served them, which are urgent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arp.measures.facts.eligibility import parted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    import ibis.expr.types as ir
    import pyarrow as pa

    from arp.measures.settings import Entry, Settings

SERVED = ("ems", "fire")  # agencies that are only spared the calls that they served before


def call_type_map(settings: Settings, call_types: Iterable[str], today: date) -> pa.Table:
    """One row a call type: its group, and which agencies served it before launch.

    `…_served` is unknown where the settings do not say what that agency served.
    """
    import pyarrow as pa

    groups = {
        value["call_type"]: value["group"] for value in settings.on("call_type_groups", today)
    }
    served = served_types(settings, today)
    rows = [
        {"call_type": call_type, "call_type_group": groups.get(call_type)}
        | {f"{agency}_served": call_type in types for agency, types in served.items()}
        for call_type in call_types
    ]
    columns = [("call_type", pa.string()), ("call_type_group", pa.string())]
    columns += [(f"{agency}_served", pa.bool_()) for agency in SERVED]
    return pa.Table.from_pylist(rows, schema=pa.schema(columns))


def served_types(settings: Settings, today: date) -> dict[str, set[str]]:
    """The call types that an agency answered before launch, of the agencies of which it is said."""
    served: dict[str, set[str]] = {}
    for value in settings.on("agencies", today):
        listed = parted(value.get("served_call_types"))
        if listed and value.get("agency") in SERVED:
            served.setdefault(value["agency"], set()).update(listed)
    return served


def is_top_priority(rows: ir.Table, priorities: Sequence[Entry]) -> ir.BooleanValue:
    """Whether a call's priority is one of the most urgent; unknown where the settings name none."""
    import ibis

    tops = [entry for entry in priorities if entry.value.get("is_top")]
    if not tops:
        return ibis.null("boolean")
    day = rows.first_clock_at.date()
    urgent = [
        (rows.priority == entry.value["priority"]) & day.between(entry.first_day, entry.last_day)
        for entry in tops
    ]
    return ibis.ifelse(rows.priority.isnull(), ibis.null("boolean"), ibis.or_(*urgent))
