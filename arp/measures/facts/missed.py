"""Missed calls: why an eligible call was not handled, and which lever would have reached it.

Reasons and levers are judged against the area, hours and units of the teams for which the call is
eligible; on a row of a team, against that team's alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from arp.words.reasons import LEVER, MISSED_REASON

if TYPE_CHECKING:
    import ibis.expr.types as ir

(AREA, HOURS, CANCELED, NOT_ARRIVED, DECLINED, SELF_ASSIGNED, ALL_BUSY, NOT_ROUTED, CANNOT_TELL) = (
    MISSED_REASON.keys
)
FLAGS = {  # in the order in which the first that is known to fit is the reason
    "missed_outside_area": AREA,
    "missed_outside_hours": HOURS,
    "missed_canceled": CANCELED,
    "missed_not_arrived": NOT_ARRIVED,
    "missed_declined": DECLINED,
    "missed_self_assigned": SELF_ASSIGNED,
    "missed_all_busy": ALL_BUSY,
    "missed_not_routed": NOT_ROUTED,
}


def why(rows: ir.Table) -> dict[str, ir.BooleanValue]:
    """Each reason as its own flag, whatever comes before it; unknown stays unknown.

    Hours and units are those of the area where it is served, of anywhere where it is not: so it is
    seen whether serving the area alone would have been enough. `missed_not_routed` is only said of
    an area that is served.
    """
    on_duty, free = (_there_or_anywhere(rows, flag) for flag in ("staffed", "free"))
    flags = {
        "missed_outside_area": ~rows.serves,
        "missed_outside_hours": ~on_duty,
        "missed_canceled": rows.canceled & ~rows.anybody_sent,
        "missed_not_arrived": rows.program_sent,
        "missed_declined": rows.declined,
        "missed_self_assigned": rows.self_assigned,
        "missed_all_busy": on_duty & ~free,
        "missed_not_routed": rows.serves & free & ~rows.routed,
    }
    return {name: rows.missed & flag for name, flag in flags.items()}


def _there_or_anywhere(rows: ir.Table, flag: str) -> ir.BooleanValue:
    """A flag of the area where it is served, else of anywhere; in doubt only what both say."""
    import ibis

    there, anywhere = rows[flag], rows[f"{flag}_anywhere"]
    both = ibis.ifelse(there == anywhere, there, ibis.null("boolean"))
    return ibis.cases((rows.serves, there), (~rows.serves, anywhere), else_=both)


def reason(rows: ir.Table) -> dict[str, ir.Value]:
    """The one reason of a missed call: the first that is known to fit; and its lever.

    The lever is what alone would have reached the call; null where none would, or nobody knows.
    """
    import ibis

    found = ibis.cases(*((rows[name], ibis.literal(word)) for name, word in FLAGS.items()))
    missed_why = ibis.ifelse(
        rows.missed, ibis.coalesce(found, ibis.literal(CANNOT_TELL)), ibis.null("string")
    )
    area, hours, units, routing, several = (ibis.literal(word) for word in LEVER.keys)
    more = rows.missed_outside_hours | rows.missed_all_busy
    first = rows.missed_outside_area.fill_null(False)
    second = rows.missed_outside_hours.fill_null(False)
    lever = ibis.cases(
        (~rows.missed.fill_null(False), ibis.null("string")),
        (rows.missed_outside_area.isnull(), ibis.null("string")),
        (first & more, several),
        (first & ~more, area),
        (first, ibis.null("string")),
        (second, hours),
        (missed_why == ALL_BUSY, units),
        (missed_why == NOT_ROUTED, routing),
    )
    return {
        "missed_cannot_tell": rows.missed & (missed_why == CANNOT_TELL),
        "missed_why": missed_why,
        "lever": lever,
    }
