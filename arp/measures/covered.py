"""The months in which an indicator can be told: those of which every feed that it needs has rows.

Without units of the police in a month nobody knows whether police were sent; “none was sent” would
be a claim. So such a month is a gap, and not 0.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from arp.measures.indicator import needs_by_grain

if TYPE_CHECKING:
    from arp.measures.evidence import Evidence
    from arp.measures.indicator import Indicator

SAID_BY_ENCOUNTERS = frozenset(  # columns of calls that are known only where encounters are
    {
        "contact_made",
        "contact_result",
        "destination",
        "contact_label",
        "disposition_label",
        "backup_police",
        "backup_other",
        "backup_urgent",
        "police_took_over",
        "encounters_n",
    }
)
OF_PROGRAM_UNITS = frozenset(  # columns that rest on who came: the program, or everybody
    {
        "prog_dispatched",
        "prog_arrived",
        "own_arrived",
        "queue_minutes",
        "turnout_minutes",
        "travel_minutes",
        "response_minutes",
        "own_response_minutes",
        "on_scene_minutes",
    }
)
OF_PROGRAM = frozenset(  # columns that rest on what units or contacts say of the program
    {
        "handled",
        "handled_by_other",
        "routed",
        "missed",
        "missed_why",
        "lever",
        "co_response",
        "joint_scene",
        "police_alone",
    }
)
ALSO_OF = {  # agency: columns of calls that its units tell, though not by their name
    "police": ("upgraded", "joint_scene", "phone_resolved", "phone_handed_back"),
    "ems": ("phone_handed_back",),
    "fire": (),
}
TOLD_BY = {"case_months": "follow_ups"}  # fact: whose months tell of it, also of a month with none


def covered_months(evidence: Evidence, entry: Indicator) -> frozenset[str]:
    """The months of which there are rows of every feed that the indicator needs."""
    months = evidence.known[TOLD_BY.get(entry.grain, entry.grain)].months
    for grain, needs in needs_by_grain(entry).items():
        months &= evidence.known[TOLD_BY.get(grain, grain)].months
        months &= _months_of_needs(evidence, grain, needs, months)
    return months


def _months_of_needs(
    evidence: Evidence, grain: str, needs: Collection[str], months: frozenset[str]
) -> frozenset[str]:
    wanted = set(needs)
    met = evidence.known["encounters"].months
    if grain == "calls" and wanted & SAID_BY_ENCOUNTERS:
        months &= met
    if wanted & OF_PROGRAM_UNITS and not evidence.responder:
        months &= evidence.program_months
    if wanted & OF_PROGRAM:
        months &= evidence.program_months | met
    for agency in ALSO_OF:
        if any(_rests_on(name, agency) for name in wanted):
            months &= evidence.agency_months.get(agency, frozenset())
    return months


def _rests_on(column: str, agency: str) -> bool:
    """Whether a column of calls says what the units of an agency did."""
    told = (f"{agency}_", f"diverted_{agency}")
    return (column.startswith(told) and column != "police_took_over") or column in ALSO_OF[agency]
