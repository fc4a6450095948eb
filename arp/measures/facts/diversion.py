"""Diversion: which agency was spared a call, and which calls an agency shared with the program.

Diverted is never said without an agency's name, and never of a co-response.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from arp.measures.facts.agencies import AGENCIES

if TYPE_CHECKING:
    import ibis.expr.types as ir


def shared(rows: ir.Table) -> dict[str, ir.BooleanValue]:
    """What police and program did at one call.

    * joint_scene: a program response that is no co-response, and police also arrived.
    * police_alone: police arrived, and the program did not handle the call.
    * upgraded: police were first dispatched after the first unit of a team that does not work
      with police; unknown where police are.
    """
    handled, police = rows.handled, rows.police_arrived
    later = rows.police_dispatched_at > rows.own_dispatched_at
    return {
        "joint_scene": handled & police & ~rows.co_response,
        "police_alone": police & ~handled,
        "upgraded": rows.police_dispatched & later,
    }


def diverted(rows: ir.Table, co_response: ir.BooleanValue) -> dict[str, ir.BooleanValue]:
    """By agency: eligible, handled without police in the team, and no unit of it sent at any time.

    EMS and fire only for call types that the settings say they served before launch; unknown where
    the settings do not say. `co_response` is that of any team: such a call is never diverted.
    """
    taken = rows.eligible & rows.handled & ~co_response
    spared = {agency: taken & ~rows[f"{agency}_dispatched"] for agency in AGENCIES}
    served = {agency: rows[f"{agency}_served"] for agency in AGENCIES if agency != "police"}
    return {
        f"diverted_{agency}": served[agency] & flag if agency in served else flag
        for agency, flag in spared.items()
    }
