"""Who was taken to a hospital from a call, as dispatch closed the call and as contacts say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arp.measures.facts.outcomes import either

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from arp.measures.facts.grounds import Grounds

TRANSPORT = r"\btransport(s|ed|ing)?\b"
NONE = r"\b(no|not|non|without|declin\w*|refus\w*|unable|cancel\w*)\b"  # “Declined Transport”


def recorded(disposition: ir.StringValue) -> ir.BooleanValue:
    """Whether dispatch closed the call with a transport, by the words of one feed.

    As San Francisco writes: “Code 2 Transport” is one, “Patient Declined Transport” is none.
    Unknown without a disposition, and in a feed that never says so of any call.
    """
    import ibis

    said = disposition.lower()
    taken = said.re_search(TRANSPORT) & ~said.re_search(NONE)
    return ibis.ifelse(taken.any().as_scalar(), taken, ibis.null("boolean"))


def from_the_call(rows: ir.Table, grounds: Grounds) -> ir.BooleanValue:
    """Whether anybody was taken to a hospital: by an ambulance that came, or as a contact says.

    Where no ambulance came nobody was taken by one. Unknown of every call while no feed tells of
    transports: contacts alone know only the program's calls.
    """
    import ibis

    if not grounds.transports:
        return ibis.null("boolean")
    by_ambulance = rows.ems_arrived & rows.transport_recorded
    return either(by_ambulance, rows.taken_to_hospital)
