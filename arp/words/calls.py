"""Calls for service, as the dispatch system (CAD) exports them."""

from arp.words.grammar import Field, Kind, Table, spelled
from arp.words.spans import SPANS
from arp.words.vocabularies import AGENCY, HAZARD, ORIGIN

IDENTITY = (
    Field(
        name="incident_number",
        title="Incident number",
        meaning="The dispatch system's own number of the call, exactly as written",
        kind=Kind.ID,
        required=True,
        headers=spelled(
            "Call number | CAD Event Number | Event number | Event no | CAD number | Call no | "
            "CAD Event ID | Incident ID | Inci ID | CFS number | CFS # | EMS Call Number | "
            "Incident # | Inc # | Inc no | Call ID | Event ID | Event # | NOPD Item | "
            "Item number | CAD ID | CAD # | Run number | Run # | Master Incident Number | "
            "Incident number w/ year | Incident entry ID | CFS ID | Case number | Report number | "
            "ID | Number"
        ),
    ),
    Field(
        name="call_type_initial",
        title="Call type (initial)",
        meaning="What dispatch took the call to be when it was sent; eligibility is judged by this",
        kind=Kind.LABEL,
        required=True,
        headers=spelled(
            "Initial call type | Case Type Initial Desc | Initial type text | Initial type | "
            "Call type original desc | Call type original | Original call type | "
            "Incident type desc | Nature of call | Nature | Call type | Call description | "
            "Problem | Type text | Type | Incident type | Problem nature | Call nature | "
            "Reason for dispatch #1 | Reason for dispatch | Event type | Type description | "
            "Complaint | Call reason"
        ),
    ),
    Field(
        name="call_type_final",
        title="Call type (final)",
        meaning="What the call turned out to be when it was closed",
        kind=Kind.LABEL,
        headers=spelled(
            "Call type final desc | Final call type | Case Type Final Desc | Final type | "
            "Close type | Closing call type | Closed as type | Final type text | Type text | Type"
        ),
    ),
    Field(
        name="priority",
        title="Priority",
        meaning="The city's own priority code; the scale differs: 0, 1, A or E may be the highest",
        kind=Kind.LABEL,
        headers=spelled(
            "Call priority | Call priority code | Priority original | Original priority | "
            "Initial priority | Priority code | Priority description | Priority level | Pri | "
            "Priority final | Final priority | Priority color"
        ),
    ),
)

CLOCKS = (
    Field(
        name="received_at",
        title="Received",
        meaning="When the call reached the 911 center: the start of the caller's clock",
        kind=Kind.TIMESTAMP,
        required=True,
        headers=spelled(
            "Received date time | Received DtTm | Received time | Rcvd | Time received | "
            "Call received | Date time received | Dispatch request date & time | "
            "Request date & time | Create time incident | Time create | Created | Create time | "
            "Created time | Call received date time | Create date time | Created date time | "
            "Called at | Call timestamp | Call received time | Time of call | "
            "Call time | Call date time | Call date and time | Call created | "
            "Start time | Incident date time | Incident date | Event date time | "
            "Time phone pick up | Rcvd time | Call entered date | Call date | Date received | "
            "Date and time | Date time | Date | Time"
        ),
    ),
    Field(
        name="answered_at",
        title="Answered",
        meaning="When a call-taker picked up; from the phone system, rarely exported",
        kind=Kind.TIMESTAMP,
        headers=spelled("Answer time | Call answered | Pickup time | Time answered"),
    ),
    Field(
        name="queued_at",
        title="Queued",
        meaning="When the call was entered and ready to be dispatched",
        kind=Kind.TIMESTAMP,
        headers=spelled(
            "CAD Event Original Time Queued | Original time queued | Entry date time | "
            "Entry DtTm | Entry date and time | Entered | Entry time | Time queued | Queue time | "
            "Time entered | Time call entered queue | Entered queue | Time in queue at"
        ),
    ),
    Field(
        name="dispatched_at",
        title="Dispatched",
        meaning="When the first unit was told to go",
        kind=Kind.TIMESTAMP,
        required=True,
        headers=spelled(
            "Dispatch date time | Dispatch DtTm | Dispatch date and time | Time dispatch | "
            "Time dispatched | Time disp | Disp time | Dispatch time primary unit | "
            "Event First Dispatch Time ATTR | First dispatch time | Call Sign Dispatch Time | "
            "Time first unit assigned | First unit assigned | Disp | "
            "First SPD Call Sign Dispatch Time | First CARE Call Sign Dispatch Time | "
            "First Co-Response Call Sign Dispatch Time | Call dispatch date time | "
            "First unit dispatched | Dispatched date time | Call dispatched | "
            "Dispatch time | Dispatch | Assigned time"
        ),
    ),
    Field(
        name="en_route_at",
        title="En route",
        meaning="When the first unit started to travel",
        kind=Kind.TIMESTAMP,
        headers=spelled(
            "En route date time | En route date and time | En route time | Time en route | "
            "Response DtTm | Time enr | Enr | First unit en route | Responding | "
            "Time first unit en route"
        ),
    ),
    Field(
        name="on_scene_at",
        title="On scene",
        meaning="When the first unit arrived; blank where no unit did",
        kind=Kind.TIMESTAMP,
        required=True,
        headers=spelled(
            "On scene date time | On scene DtTm | On scene date and time | On scene time | "
            "Arrival on scene date & time | Arrival time primary unit | CAD Event Arrived Time | "
            "Time arrive | Time arrived | Time arrv | Arrived | Arrv | Arrival time | Arrived at | "
            "Time on scene at | Time first unit arrived | Arr | Arrival | First unit on scene | "
            "First SPD Call Sign At Scene Time | Arrive time | At scene time | "
            "First CARE Call Sign At Scene Time | First Co-Response Call Sign At Scene Time | "
            "Arr time | Arrival date & time | Call arrival date time | Arrived date time | "
            "First arrived"
        ),
    ),
    Field(
        name="cleared_at",
        title="Cleared",
        meaning="When the last unit was free again (some exports give the call's closing instead)",
        kind=Kind.TIMESTAMP,
        headers=spelled(
            "Close date time | Close date and time | Closed time incident | Time closed | "
            "Time close | Time call closed | End time | Available DtTm | Clear time | "
            "Last CARE Call Sign In-Service Time | MCIT Departure Date & Time | "
            "Departure date & time | Departure time | Closed at | Closed | Close time | "
            "Time cleared | Clr | Clear | Call cleared | In service time | Last unit cleared | "
            "Departed | Call cleared date time | Cleared date time | Closed date time | "
            "Call closed date time | Call closed | Closed date"
        ),
    ),
)

CIRCUMSTANCES = (
    Field(
        name="origin",
        title="Origin",
        meaning="How the call came in; self-initiated calls are out of scope",
        kind=Kind.WORD,
        vocabulary=ORIGIN,
        headers=spelled(
            "Call source | Call type desc | Source | On view flag | Self initiated | Onview | "
            "How received | Call origin | Method received | Officer initiated"
        ),
    ),
    Field(
        name="agency",
        title="Agency",
        meaning="The agency whose call it is",
        kind=Kind.WORD,
        vocabulary=AGENCY,
        headers=spelled("Service | Agency type | Agency name | Discipline | Responding agency"),
    ),
    Field(
        name="area",
        title="Area",
        meaning="Beat, district or neighborhood, by the city's own division",
        kind=Kind.LABEL,
        headers=spelled(
            "Beat | Police beat | District | Police district | Police district number | Precinct | "
            "Sector | Zone | Neighborhood district | Neighborhooods - Analysis Boundaries | "
            "Neighborhood | Neighborhoods - Analysis Boundaries | CPD Neighborhood | "
            "SNA Neighborhood | Community council neighborhood | Battalion | Division | Region | "
            "Patrol area | Supervisor district | Ward | Dispatch beat | Dispatch sector | "
            "Dispatch precinct | Station area | City | Zip code | Zip"
        ),
    ),
    Field(
        name="place",
        title="Place",
        meaning="Block, intersection or beat, never an exact address; for repeats at a place",
        kind=Kind.LABEL,
        headers=spelled(
            "Block address | Address X | Intersection name | Intersection | Block | "
            "Hundred block | 100 block | Block range | Common location"
        ),
    ),
    Field(
        name="disposition",
        title="Disposition",
        meaning="How dispatch closed the call, in the city's own code or words",
        kind=Kind.LABEL,
        headers=spelled(
            "Disposition text | Disposition desc | Disposition code | Call final disposition | "
            "Call disposition | Final disposition | Clear by desc | Closed as | Close code | "
            "Dispo | Disp code | Clearance code | Closing code | Disposition description | "
            "Result of call | CAD Event Clearance Description | Event clearance description"
        ),
    ),
    Field(
        name="hazard_flags",
        title="Hazards",
        meaning="Weapon, violence or medical need known at dispatch; conditions of eligibility",
        kind=Kind.WORDS,
        vocabulary=HAZARD,
        headers=spelled("Hazard | Caution flags | Flags | Cautions | Weapons or violence"),
    ),
    Field(
        name="units_dispatched_n",
        title="Units dispatched",
        meaning="How many units were sent, where an export counts them",
        kind=Kind.WHOLE,
        unit="units",
        headers=spelled("Units dispd | Number of units dispatched | Unit count | Units assigned"),
    ),
    Field(
        name="units_arrived_n",
        title="Units arrived",
        meaning="How many units arrived, where an export counts them",
        kind=Kind.WHOLE,
        unit="units",
        headers=spelled("Units arrvd | Number of units arrived | Units on scene"),
    ),
    Field(
        name="canceled",
        title="Canceled",
        meaning="The call was canceled; before it was queued it is out of scope",
        kind=Kind.FLAG,
        headers=spelled("Cancelled | Cancel flag | Is canceled | Call canceled | Canceled flag"),
    ),
    Field(
        name="duplicate_of",
        title="Duplicate of",
        meaning="The number of the call that this one repeats; such calls are out of scope",
        kind=Kind.ID,
        headers=spelled(
            "Duplicate call number | Duplicate incident | Parent ID | Merged into | Dup of | "
            "Parent incident"
        ),
    ),
    Field(
        name="is_test",
        title="Test call",
        meaning="Made to try the system out; such calls are out of scope",
        kind=Kind.FLAG,
        headers=spelled("Test | Test flag | Training call"),
    ),
)

CALLS = Table(
    name="calls",
    title="Calls",
    grain="One row a call for service",
    meaning=(
        "Requests for help recorded by dispatch. Unit-level exports are collapsed: "
        "first dispatch, en route and arrival, last clear. Cannot tell which units came, nor "
        "what came of the contact; a program's own file cannot tell what the program did not take."
    ),
    keys=(("incident_number",),),
    clocks=(
        "received_at",
        "queued_at",
        "dispatched_at",
        "en_route_at",
        "on_scene_at",
        "cleared_at",
    ),
    fields=IDENTITY + CLOCKS + SPANS + CIRCUMSTANCES,
)
