"""Who came: police, ambulances and fire engines on each call, by the records of units."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from arp.measures.facts.contacts import any_of
from arp.measures.facts.grounds import Grounds, no_if, no_where
from arp.measures.facts.phone import field_units
from arp.measures.facts.units import earliest_clocks

if TYPE_CHECKING:
    import ibis.expr.types as ir

AGENCIES = ("police", "ems", "fire")


def units_of_the_call(rows: ir.Table) -> dict[str, Any]:
    """What all units of a call say together, as aggregates of the fact `unit_responses`.

    The clocks of any agency, of which agencies a unit was sent and came, the first clocks and the
    committed minutes of police, when a field unit was first sent, and whether an agency put itself
    on the call. A unit that arrived was sent, though nobody pressed a button for it.
    """
    agency = _agency(rows)
    came = rows.on_scene_at.notnull()
    sent = came | rows.dispatched_at.notnull()
    of_police = (agency == "police").fill_null(False)
    told: dict[str, Any] = earliest_clocks(rows)
    for name in AGENCIES:
        told[f"{name}_sent"] = (sent & (agency == name)).any()
        told[f"{name}_came"] = (came & (agency == name)).any()
    return told | {
        "somebody_sent": (sent & agency.isnull()).any(),
        "somebody_came": (came & agency.isnull()).any(),
        "police_dispatched_at": rows.dispatched_at.min(where=of_police),
        "police_on_scene_at": rows.on_scene_at.min(where=of_police),
        "police_minutes": rows.committed_minutes.sum(where=of_police),
        "self_assigned": any_of(agency.isin(AGENCIES) & rows.self_assigned),
        **field_units(rows),
    }


def _agency(rows: ir.Table) -> ir.StringValue:
    """The agency of a unit; null where nobody knows it, who may then be anybody."""
    import ibis

    of_program = rows.team.notnull() | rows.is_program
    return ibis.coalesce(rows.agency, ibis.ifelse(of_program, "program", ibis.null("string")))


def who_came(
    rows: ir.Table, anybody: ir.Table, months: ir.Table, grounds: Grounds
) -> dict[str, ir.Value]:
    """By agency whether a unit was dispatched and arrived, and what is told of police beside.

    That none came is known only of a call that a feed of all calls holds, in a month of which units
    of that agency are recorded (`months`), and while no unit of an unknown agency came.
    """
    import ibis

    unknown = ibis.null("boolean")
    flags: dict[str, ir.Value] = {}
    for agency in AGENCIES:
        none = no_where(rows.in_cad & months[f"{agency}_told"])
        for fact, did in (("dispatched", "sent"), ("arrived", "came")):
            doubt = ibis.ifelse(anybody[f"somebody_{did}"], unknown, none)
            flags[f"{agency}_{fact}"] = anybody[f"{agency}_{did}"].fill_null(False) | doubt
    recorded = anybody.incident_number.notnull()
    unsaid = no_if(grounds.self_assignments)
    sent_at = ("police_dispatched_at", "ems_dispatched_at", "field_sent_at", "stranger_sent_at")
    return flags | {
        **{name: anybody[name] for name in sent_at},
        "police_on_scene_at": anybody.police_on_scene_at,
        "police_minutes": ibis.ifelse(
            flags["police_dispatched"],
            anybody.police_minutes,
            ibis.ifelse(~flags["police_dispatched"], 0.0, ibis.null("float64")),
        ),
        "self_assigned": ibis.ifelse(recorded, anybody.self_assigned, unsaid),
    }
