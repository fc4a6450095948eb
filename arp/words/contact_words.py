"""Words about contacts: how the person was met, how it ended, and where it led."""

from arp.words.grammar import Vocabulary, Word, spelled

MODE = Vocabulary(
    "mode",
    (
        Word(
            "phone",
            "By telephone or video",
            spelled("Telephone | Call | Telehealth | Video | Remote"),
        ),
        Word(
            "in person", "Face to face", spelled("Onsite | On scene | Field | Face to face | F2F")
        ),
    ),
)

CONTACT_RESULT = Vocabulary(
    "contact result",
    (
        Word(
            "engaged",
            "The person was reached and took part",
            spelled(
                "Engaged client | Contact made | Contacted | Served | Assisted | Handled | HAN | "
                "Client engaged | Services provided | Successful contact | Resources offered | "
                "Made contact"
            ),
        ),
        Word(
            "declined",
            "The person was reached and did not want the service",
            spelled(
                "Refused | Client declined to engage | Declined services | Refused services | "
                "Declined service | Client refused | Refusal | DECL | REF | Declined to engage"
            ),
        ),
        Word(
            "no contact",
            "The person was gone or could not be found",
            spelled(
                "Unable to locate | Unable to locate client | UTL | GOA | Gone on arrival | "
                "No person found | Gone | Not found | Client not found | No answer | Unfound | "
                "No contact made | Unable to make contact | Unable to contact | Left voicemail | "
                "Not engaged | Did not engage"
            ),
        ),
        Word(
            "canceled en route",
            "Called off before the team arrived",
            spelled(
                "Canceled | Cancelled | CAN | CANC | Cancelled en route | Recalled | "
                "Dispatch canceled before arrival | Dispatch cancelled before arrival | Cancel | "
                "Canceled before arrival | Cancelled before arrival | Canceled prior to arrival | "
                "Canceled by caller | Cancelled by caller | Canceled by dispatch"
            ),
        ),
        Word(
            "not needed on arrival",
            "The team arrived and was told it was not needed",
            spelled(
                "Not needed | No service needed | No services needed | Service not needed | UNF | "
                "Unfounded | No merit | First responders advised not needed | Service not provided"
            ),
        ),
        Word(
            "unsafe",
            "No contact, because it was not safe for the team",
            spelled(
                "No contact due to safety concern | Safety concern | Unsafe scene | Scene not safe"
            ),
        ),
        Word(
            "information only",
            "Only information was asked for or given",
            spelled(
                "Info only | Information | Information given | Referral information only | INFO"
            ),
        ),
        Word(
            "other", "Recorded, but none of the other words; counts as no contact", spelled("OTH")
        ),
        Word("unknown", "Recorded as not known", spelled("UNK | Not recorded | Not documented")),
    ),
)

DESTINATION = Vocabulary(
    "destination",
    (
        Word(
            "stayed in the community",
            "The person stayed where they were, or left on their own",
            spelled(
                "Remained in community | Stayed in community | In community | Resolved on scene | "
                "Stayed on scene | No transport | Remained on scene | Left on own"
            ),
        ),
        Word(
            "home", "Brought home", spelled("Own home | Residence | Transported home | Taken home")
        ),
        Word(
            "shelter",
            "Brought to a shelter",
            spelled("Homeless shelter | Transported to shelter | Warming center | Cooling center"),
        ),
        Word(
            "crisis center, sobering or respite",
            "Brought to a crisis center, sobering center, detox or respite",
            spelled(
                "Sobering/Detox Facility | Sobering or Detox Facility | Crisis walk-in center | "
                "Respite | Sobering center | Detox | Crisis center | Crisis stabilization | "
                "Crisis stabilization unit | Walk-in center | Behavioral health center | CSU"
            ),
        ),
        Word(
            "hospital, voluntary",
            "Taken to a hospital with consent, or without word of a hold",
            spelled(
                "Emergency department | ED | ER | Emergency room | Hospital | HOSP | "
                "Transported to hospital | Medical center | Voluntary hospital"
            ),
        ),
        Word(
            "hospital, involuntary",
            "Taken to a hospital under an involuntary hold",
            spelled(
                "Involuntary hold | Involuntary | IVC | 5150 | Mental health hold | M1 hold | "
                "Emergency detention | Involuntary commitment | Baker Act"
            ),
        ),
        Word(
            "jail",
            "Arrested and taken to jail",
            spelled(
                "Arrest | Arrested | ARR | Custody | Booked | Arrest made | Adult arrest | "
                "Juvenile arrest | Physical arrest made | Cleared by arrest | In custody"
            ),
        ),
        Word(
            "handed to police",
            "Police took the call over",
            spelled(
                "Police | Law enforcement | Transferred to police | PD | Turned over to police | "
                "Handed off to police | Left with police"
            ),
        ),
        Word(
            "handed to EMS or fire",
            "EMS or fire took the call over",
            spelled(
                "EMS | Fire | Transferred to EMS | Turned over to EMS | Handed to EMS | "
                "Ambulance | Transferred to fire | Left with EMS"
            ),
        ),
        Word("other", "Another place, or another end", spelled("OTH | Other facility | Elsewhere")),
        Word("unknown", "Recorded as not known", spelled("UNK | Not recorded | Not documented")),
    ),
)
