"""Follow-ups: each attempt of Care Navigation to reach somebody again."""

from arp.words.grammar import Field, Kind, Table, spelled
from arp.words.vocabularies import CONNECTED, METHOD

FOLLOW_UPS = Table(
    name="follow_ups",
    title="Follow-ups",
    grain="One row a follow-up attempt",
    meaning=(
        "Attempts to reach a person after a contact, by Care Navigation. A follow-up is never a "
        "response. Cannot tell about people who were never followed up."
    ),
    keys=(("encounter_id", "attempted_at"), ("person_key", "attempted_at")),
    clocks=("attempted_at",),
    fields=(
        Field(
            name="encounter_id",
            title="Encounter number",
            meaning="The contact that is followed up, exactly as the program numbers it",
            kind=Kind.ID,
            headers=spelled(
                "Encounter | Contact ID | Original encounter | Record ID | Index encounter"
            ),
        ),
        Field(
            name="person_key",
            title="Person number",
            meaning="The program's number of the person; kept only as a keyed hash",
            kind=Kind.PERSON,
            headers=spelled(
                "Person ID | Client ID | Client number | Client # | Patient ID | MRN | "
                "Neighbor ID | Participant ID | Consumer ID"
            ),
        ),
        Field(
            name="team",
            title="Team",
            meaning="The team that follows up",
            kind=Kind.LABEL,
            headers=spelled("Program team | Team name | Program | Follow-up team"),
        ),
        Field(
            name="attempted_at",
            title="Attempted",
            meaning="When the attempt was made",
            kind=Kind.TIMESTAMP,
            required=True,
            headers=spelled(
                "Attempt date | Follow-up date | Date of follow-up | Fup date | "
                "Attempt date and time | Attempt time | Follow-up attempted | Outreach date | "
                "Follow-up date and time | Date of attempt | Follow-up attempt date"
            ),
        ),
        Field(
            name="reached",
            title="Reached",
            meaning="The person was reached in this attempt",
            kind=Kind.FLAG,
            required=True,
            headers=spelled(
                "Person reached | Client reached | Successful contact | Contact made | Contacted | "
                "Follow-up successful"
            ),
        ),
        Field(
            name="reached_at",
            title="Reached at",
            meaning="When the person was reached",
            kind=Kind.TIMESTAMP,
            headers=spelled(
                "Date reached | Reached date | Reached on | Date contacted | Time reached"
            ),
        ),
        Field(
            name="method",
            title="Method",
            meaning="How the attempt was made",
            kind=Kind.WORD,
            vocabulary=METHOD,
            headers=spelled(
                "Attempt method | Contact method | Follow-up method | Type of contact | "
                "Follow-up type | Outreach type"
            ),
        ),
        Field(
            name="connected_to_care",
            title="Connected to care",
            meaning="Whether the person has reached a service, and how that is known",
            kind=Kind.WORD,
            vocabulary=CONNECTED,
            headers=spelled(
                "Connected | Connection to care | Connected to services | Linked to care"
            ),
        ),
        Field(
            name="goal",
            title="Goal",
            meaning="What the follow-up is to achieve, as a short label",
            kind=Kind.LABEL,
            headers=spelled("Care goal | Case goal | Goal type | Navigation goal"),
        ),
        Field(
            name="goal_met",
            title="Goal met",
            meaning="The case closed with its goal reached",
            kind=Kind.FLAG,
            headers=spelled("Goal achieved | Goal reached | Goal completed"),
        ),
        Field(
            name="case_opened_at",
            title="Case opened",
            meaning="When the Care Navigation case was opened",
            kind=Kind.TIMESTAMP,
            headers=spelled("Case open date | Date opened | Opened | Case start"),
        ),
        Field(
            name="case_closed_at",
            title="Case closed",
            meaning="When the Care Navigation case was closed; blank while it is open",
            kind=Kind.TIMESTAMP,
            headers=spelled("Case close date | Date closed | Case end | Closed"),
        ),
    ),
)
