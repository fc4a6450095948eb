"""Encounters: what came of each contact, or attempt, by a program team."""

from arp.words.grammar import Field, Kind, Table, spelled
from arp.words.vocabularies import (
    AGENCY,
    BACKUP_URGENCY,
    CONNECTED,
    CONTACT_RESULT,
    DESTINATION,
    INJURY,
    MODE,
    POLICE_ROLE,
    PRIMARY_NEED,
    SERVICE,
)


def _flag(name: str, title: str, meaning: str, headers: str) -> Field:
    return Field(name=name, title=title, meaning=meaning, kind=Kind.FLAG, headers=spelled(headers))


def _label(name: str, title: str, meaning: str, headers: str) -> Field:
    return Field(name=name, title=title, meaning=meaning, kind=Kind.LABEL, headers=spelled(headers))


CONTACT = (
    Field(
        name="encounter_id",
        title="Encounter number",
        meaning="The program's own number of the contact, exactly as written",
        kind=Kind.ID,
        headers=spelled(
            "Encounter | Contact ID | Contact number | Record ID | Visit ID | Form ID | "
            "Response ID | Record number | Note ID"
        ),
    ),
    Field(
        name="incident_number",
        title="Incident number",
        meaning="The call the contact belongs to; blank where there was no call",
        kind=Kind.ID,
        headers=spelled(
            "CAD number | CAD # | CAD incident number | CFS number | CFS # | Call number | "
            "CAD Event Number | Event number | Incident ID | Incident # | CAD ID | "
            "911 call number | Call ID | Case number | Call no | Inci ID | Event no | ID"
        ),
    ),
    _label(
        "team",
        "Team",
        "The program team that made the contact",
        "Program team | Team name | Program | Responding team | Response team | Program unit | "
        "Response unit",
    ),
    Field(
        name="started_at",
        title="Contact began",
        meaning="When the program's contact with the person began",
        kind=Kind.TIMESTAMP,
        required=True,
        headers=spelled(
            "Engagement with Client Date & Time | Engagement date & time | Encounter start | "
            "Encounter date | Contact date | Contact start | Date of contact | "
            "Encounter date and time | Contact time | Date of service | Service date | "
            "Start time | Encounter started | Visit date | Encounter start time | "
            "Contact date and time"
        ),
    ),
    Field(
        name="ended_at",
        title="Contact ended",
        meaning="When the program's contact with the person ended",
        kind=Kind.TIMESTAMP,
        headers=spelled(
            "Encounter end | Contact end | Encounter ended | End of contact | Encounter end time | "
            "End time | Completed at | Completion time"
        ),
    ),
    Field(
        name="mode",
        title="Phone or in person",
        meaning="How the person was met",
        kind=Kind.WORD,
        vocabulary=MODE,
        headers=spelled(
            "Contact mode | Contact method | Type of contact | Contact type | Response mode | "
            "Encounter type | Modality"
        ),
    ),
)

HOW_IT_ENDED = (
    _label(
        "contact_label",
        "How the contact went",
        "Whether the person was reached, in the city's own words",
        "End Point of Dispatch | Contact outcome | Result of contact | Outcome of contact | "
        "Engagement outcome | Engagement | Contact status | End point | Encounter status | "
        "Response status | Result",
    ),
    Field(
        name="contact_result",
        title="Contact result",
        meaning="Whether the person was reached, as one of the declared words",
        kind=Kind.WORD,
        required=True,
        vocabulary=CONTACT_RESULT,
        read_from="contact_label",
    ),
    _label(
        "disposition_label",
        "Outcome",
        "Where the contact led, in the city's own words",
        "Disposition | Encounter disposition | Final disposition | Dispo | Encounter outcome | "
        "Client disposition | Final outcome | Disposition of client | Resolution | "
        "Outcome of encounter | Disposition type",
    ),
    Field(
        name="destination",
        title="Destination",
        meaning="Where the person went, as one of the declared words",
        kind=Kind.WORD,
        required=True,
        vocabulary=DESTINATION,
        read_from="disposition_label",
        headers=spelled("Transported to | Transport destination | Taken to | Destination type"),
    ),
    Field(
        name="person_key",
        title="Person number",
        meaning="The program's number of the person; kept only as a keyed hash",
        kind=Kind.PERSON,
        headers=spelled(
            "Person ID | Client ID | Client number | Client # | Patient ID | MRN | "
            "Medical record number | Neighbor ID | Consumer ID | Individual ID | Participant ID | "
            "Unique person ID | Client code"
        ),
    ),
)

HELP_GIVEN = (
    Field(
        name="primary_need",
        title="Primary need",
        meaning="What the person needed most",
        kind=Kind.WORD,
        vocabulary=PRIMARY_NEED,
        headers=spelled(
            "Need | Main need | Presenting need | Presenting problem | Presenting issue | "
            "Primary concern | Presenting concern | Need type"
        ),
    ),
    Field(
        name="services_given",
        title="Services given",
        meaning="What the team did; several are possible",
        kind=Kind.WORDS,
        vocabulary=SERVICE,
        headers=spelled(
            "Services | Services provided | Interventions | Services rendered | Service provided | "
            "Actions taken | Type of service"
        ),
    ),
    _flag(
        "referral_made",
        "Referral made",
        "The person was referred to a service",
        "Referral | Referred | Referral given | Referral offered",
    ),
    _flag(
        "referral_accepted",
        "Referral accepted",
        "The person took the referral",
        "Accepted referral | Referral taken | Accepted services",
    ),
    _flag(
        "warm_handoff",
        "Warm hand-off",
        "The team brought the person and the service together itself",
        "Warm transfer | Warm handover | Warm hand off made",
    ),
    _flag(
        "ems_transport",
        "EMS transport",
        "An ambulance took the person to a hospital",
        "Transported by EMS | Ambulance transport | Transport by EMS | Medical transport",
    ),
    _flag(
        "service_unavailable",
        "Service unavailable",
        "The service that the person needed was full, closed or does not exist",
        "No service available | Service not available | No bed available | Unmet need",
    ),
    _flag(
        "naloxone_given",
        "Naloxone given",
        "The team gave naloxone",
        "Naloxone | Narcan | Narcan given | Narcan administered | Naloxone administered",
    ),
    _flag(
        "followup_requested",
        "Follow-up requested",
        "A follow-up was asked for",
        "Fup? | Follow up | Follow up needed | Needs follow up | F/U | Follow up recommended | "
        "Referred to care navigation",
    ),
    _flag(
        "followup_consented",
        "Follow-up consented",
        "The person agreed to be followed up",
        "Consent to follow up | Follow up consent | Consented to follow up | Fup consent",
    ),
    Field(
        name="connected_to_care",
        title="Connected to care",
        meaning="Whether the person reached a service afterward, and how that is known",
        kind=Kind.WORD,
        vocabulary=CONNECTED,
        headers=spelled(
            "Connected | Connection to care | Connected to services | Linked to care | "
            "Connected to service"
        ),
    ),
    Field(
        name="connected_on",
        title="Connected on",
        meaning="The day the person reached the service",
        kind=Kind.DATE,
        headers=spelled("Connection date | Date connected | Date of connection | Linked on"),
    ),
    Field(
        name="satisfaction",
        title="Satisfaction",
        meaning="The person's own rating of the service, 1 to 5 (5 is best)",
        kind=Kind.WHOLE,
        unit="points, 1 to 5",
        headers=spelled("Satisfaction rating | Client rating | Rating | Satisfaction score"),
    ),
)

SAFETY = (
    Field(
        name="police_role",
        title="Police role",
        meaning="What part police had in the contact",
        kind=Kind.WORD,
        vocabulary=POLICE_ROLE,
        headers=spelled(
            "Police involvement | Law enforcement role | LE involvement | Police present | "
            "PD involvement | Law enforcement involvement"
        ),
    ),
    _flag(
        "backup_requested",
        "Back-up requested",
        "The team asked for help after it was dispatched",
        "Backup | Backup called | Requested backup | Police backup requested",
    ),
    Field(
        name="backup_agency",
        title="Back-up agency",
        meaning="Whom the team asked for help",
        kind=Kind.WORD,
        vocabulary=AGENCY,
        headers=spelled("Backup from | Backup type | Agency requested"),
    ),
    Field(
        name="backup_urgency",
        title="Back-up urgency",
        meaning="How pressing the request was",
        kind=Kind.WORD,
        vocabulary=BACKUP_URGENCY,
        headers=spelled("Urgency of backup | Backup priority | Backup level"),
    ),
    _label(
        "backup_reason",
        "Back-up reason",
        "Why help was asked for, as a short code or label",
        "Reason for backup | Backup reason code | Why backup",
    ),
    _flag(
        "backup_reviewed",
        "Back-up reviewed",
        "The request was looked at afterward",
        "Backup review done | Review completed | Backup review",
    ),
    _flag(
        "felt_safe",
        "Felt safe",
        "The responders say that they felt safe",
        "Felt safe on scene | Responders felt safe | Feel safe | Team felt safe",
    ),
    Field(
        name="responder_injury",
        title="Responder injury",
        meaning="Whether anybody of the team was hurt",
        kind=Kind.WORD,
        vocabulary=INJURY,
        headers=spelled("Staff injury | Responder injured | Injury to responder | Team injury"),
    ),
    _flag(
        "person_injury",
        "Person injury",
        "The person was hurt during the response",
        "Client injury | Client injured | Injury to client | Injury to person",
    ),
    _flag(
        "use_of_force",
        "Use of force",
        "Force was used during the response",
        "Force used | UOF | Police use of force",
    ),
    _flag("arrest", "Arrest", "The person was arrested", "Arrested | Arrest made"),
    _flag(
        "citation",
        "Citation",
        "The person was cited",
        "Cited | Citation issued | Ticket | Summons",
    ),
)

WHO = (
    _label(
        "age_band",
        "Age band",
        "The person's age as a band (18–24), never a date of birth",
        "Age group | Age range | Age category",
    ),
    _label(
        "race_ethnicity",
        "Race and ethnicity",
        "As the person says, or as the team recorded it",
        "Race | Ethnicity | Client race",
    ),
    _label(
        "gender",
        "Gender",
        "As the person says, or as the team recorded it",
        "Sex | Gender identity | Client gender",
    ),
    _label(
        "language",
        "Language",
        "The language the person wanted to speak",
        "Primary language | Preferred language | Language spoken",
    ),
    _label(
        "housing_status",
        "Housing status",
        "Whether the person had a place to live",
        "Housing | Homeless | Unhoused | Living situation | Housing situation",
    ),
)

ENCOUNTERS = Table(
    name="encounters",
    title="Encounters",
    grain="One row a contact, or attempted contact, by a program team",
    meaning=(
        "What the program recorded about each contact. Joins to calls by incident number and may "
        "stand alone. Cannot tell about calls the program was never sent to; what nobody filled "
        "in is unknown, not no. Free text is left out."
    ),
    keys=(("encounter_id",), ("incident_number", "team"), ("incident_number",)),
    clocks=("started_at", "ended_at"),
    fields=CONTACT + HOW_IT_ENDED + HELP_GIVEN + SAFETY + WHO,
)
