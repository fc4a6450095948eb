"""Unit responses: which unit was sent to which call, and when it came and went."""

from arp.words.grammar import Field, Kind, Table, spelled
from arp.words.vocabularies import AGENCY

UNIT_RESPONSES = Table(
    name="unit_responses",
    title="Unit responses",
    grain="One row a unit sent to a call",
    meaning=(
        "Crews and vehicles sent to calls. Needed for who came, how busy units were and when none "
        "was free. Cannot tell what a unit did on scene, nor the time it spends between calls."
    ),
    keys=(("incident_number", "unit_id", "sequence"),),
    clocks=("dispatched_at", "en_route_at", "on_scene_at", "cleared_at"),
    fields=(
        Field(
            name="incident_number",
            title="Incident number",
            meaning="The call the unit was sent to, exactly as dispatch writes it",
            kind=Kind.ID,
            required=True,
            headers=spelled(
                "Call number | CAD Event Number | Event number | Event no | CAD number | Call no | "
                "CAD Event ID | Incident ID | Inci ID | CFS number | CFS # | Incident # | Inc # | "
                "Inc no | Call ID | Event ID | Event # | CAD ID | CAD #"
            ),
        ),
        Field(
            name="unit_id",
            title="Unit",
            meaning="The unit's call sign, exactly as dispatch writes it",
            kind=Kind.ID,
            required=True,
            headers=spelled(
                "Unit number | Call sign | Prime unit | Primary unit | Unit name | Radio name | "
                "Vehicle | Apparatus | Officer Serial Num | Unit code | Rescue squad number | "
                "Responding unit"
            ),
        ),
        Field(
            name="sequence",
            title="Sequence",
            meaning="Which unit of the call this was (1 = first), or which time the unit was sent",
            kind=Kind.WHOLE,
            headers=spelled(
                "Unit sequence in call dispatch | Unit sequence | Seq | Unit order | "
                "Dispatch sequence | Assignment number"
            ),
        ),
        Field(
            name="agency",
            title="Agency",
            meaning="The agency the unit belongs to",
            kind=Kind.WORD,
            vocabulary=AGENCY,
            headers=spelled(
                "Unit agency | Service | Agency type | Agency name | Responding agency"
            ),
        ),
        Field(
            name="team",
            title="Team",
            meaning="The program team of the unit; where blank, by the program's list of units",
            kind=Kind.LABEL,
            headers=spelled("Program team | Team name | Program unit | Responding team"),
        ),
        Field(
            name="dispatched_at",
            title="Dispatched",
            meaning="When the unit was told to go",
            kind=Kind.TIMESTAMP,
            required=True,
            headers=spelled(
                "Dispatch date time | Dispatch DtTm | Dispatch date and time | Unit dispatched | "
                "Time dispatch | Time dispatched | Time disp | Dispatch time | "
                "Call Sign Dispatch Time | Unit assigned | Time assigned | Disp | Assigned"
            ),
        ),
        Field(
            name="en_route_at",
            title="En route",
            meaning="When the unit started to travel",
            kind=Kind.TIMESTAMP,
            headers=spelled(
                "En route date time | En route date and time | En route time | Response DtTm | "
                "Time en route | Time enr | Unit en route | Enr | Responding"
            ),
        ),
        Field(
            name="on_scene_at",
            title="On scene",
            meaning="When the unit arrived; blank where it did not",
            kind=Kind.TIMESTAMP,
            headers=spelled(
                "On scene date time | On scene DtTm | On scene date and time | On scene time | "
                "Unit on scene | Time arrive | Time arrived | Time arrv | Arrived | Arrv | Arr | "
                "Arrival time | Unit arrived | Call Sign At Scene Time"
            ),
        ),
        Field(
            name="cleared_at",
            title="Cleared",
            meaning="When the unit was free again",
            kind=Kind.TIMESTAMP,
            required=True,
            headers=spelled(
                "Available DtTm | Unit cleared | Time cleared | Clear time | Available | "
                "In service time | Call Sign In-Service Time | Clr | Clear | Close date time | "
                "Close date and time | Time clear | Unit available"
            ),
        ),
        Field(
            name="self_assigned",
            title="Put itself on the call",
            meaning="The unit joined the call without being sent by dispatch",
            kind=Kind.FLAG,
            headers=spelled("Self dispatched | Self attached | Self assign flag"),
        ),
        Field(
            name="declined_reason",
            title="Reason declined",
            meaning="Why the team did not take a call it was offered, in the city's own words",
            kind=Kind.LABEL,
            headers=spelled(
                "Decline reason | Reason not taken | Reason refused | Reason not responded"
            ),
        ),
    ),
)
