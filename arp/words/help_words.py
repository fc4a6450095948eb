"""Words about help and safety: needs, services, police, injuries, follow-up."""

from arp.words.grammar import Vocabulary, Word, spelled

PRIMARY_NEED = Vocabulary(
    "primary need",
    (
        Word(
            "mental health",
            "A mental health crisis or need",
            spelled(
                "Behavioral health | Psychiatric | MH | Suicidal | Suicide ideation | Psychosis"
            ),
        ),
        Word(
            "substance",
            "Alcohol or drug use",
            spelled(
                "Substance use | SUD | Intoxication | Intoxicated | Overdose | Alcohol | Drugs"
            ),
        ),
        Word(
            "housing", "Nowhere to stay", spelled("Homeless | Homelessness | Unsheltered | Shelter")
        ),
        Word(
            "welfare",
            "A check on somebody's welfare",
            spelled("Welfare check | Check welfare | Wellness"),
        ),
        Word(
            "dispute",
            "A disagreement between people",
            spelled(
                "Family dispute | Neighbor dispute | Conflict | Verbal disturbance | Disturbance"
            ),
        ),
        Word(
            "medical",
            "A bodily health need",
            spelled("Medical need | Injury | Illness | Physical health"),
        ),
        Word(
            "basic needs",
            "Food, clothing, transport, papers",
            spelled("Food | Transportation | Clothing | Benefits | Transport"),
        ),
        Word("other", "Another need", spelled("OTH")),
    ),
)

SERVICE = Vocabulary(
    "service",
    (
        Word(
            "de-escalation",
            "Calming a crisis",
            spelled("Crisis intervention | Counseling | Support"),
        ),
        Word(
            "assessment",
            "A clinical assessment",
            spelled("Screening | Risk assessment | Evaluation"),
        ),
        Word("safety plan", "A plan for the next crisis", spelled("Safety planning | Crisis plan")),
        Word("first aid", "Minor medical care", spelled("Wound care | Vitals | Medical care")),
        Word(
            "basic needs",
            "Food, water, clothing, a blanket",
            spelled("Food | Water | Clothing | Supplies"),
        ),
        Word("transport", "A ride", spelled("Transportation | Ride | Courtesy ride")),
        Word(
            "mediation", "Settling a dispute", spelled("Conflict resolution | Dispute resolution")
        ),
        Word(
            "referral",
            "Named a service to turn to",
            spelled("Referrals | Resources | Resource referral"),
        ),
        Word("information", "Information only", spelled("Info | Education")),
        Word("other", "Another service", spelled("OTH")),
    ),
)

POLICE_ROLE = Vocabulary(
    "police role",
    (
        Word(
            "none",
            "No police at the contact",
            spelled("No police | No PD | Not involved | No"),
        ),
        Word(
            "before us",
            "Police were there and had called the team, or left when it came",
            spelled(
                "Police on scene first | Requested by police | Police requested us | PD referral"
            ),
        ),
        Word(
            "with us",
            "Police came together with the team",
            spelled("Co-response | Joint | Together"),
        ),
        Word(
            "requested by us",
            "The team asked police to come",
            spelled("Team requested police | Backup requested | Called by team | We requested"),
        ),
        Word(
            "took over",
            "Police took the call over",
            spelled("Handed to police | Transferred to police"),
        ),
    ),
)

BACKUP_URGENCY = Vocabulary(
    "back-up urgency",
    (
        Word(
            "routine",
            "No immediate danger",
            spelled("Non urgent | Standby | Non emergency | Code 1"),
        ),
        Word(
            "emergency",
            "Help at once",
            spelled("Urgent | Code 3 | Officer help | Help needed | Immediate | Panic button"),
        ),
    ),
)

INJURY = Vocabulary(
    "injury",
    (
        Word("none", "Nobody of the team was hurt", spelled("No | N | No injury | Uninjured | 0")),
        Word(
            "minor",
            "Hurt, treated with first aid at most",
            spelled("First aid | Slight | Minor injury"),
        ),
        Word(
            "serious",
            "Needed more than first aid",
            spelled("Major | Severe | Hospitalized | Serious injury"),
        ),
    ),
)

CONNECTED = Vocabulary(
    "connected to care",
    (
        Word("no", "Known not to be connected", spelled("N | Not connected | Declined")),
        Word(
            "confirmed",
            "The service confirmed the person's contact",
            spelled("Yes | Y | Confirmed by provider | Verified | Connected | Provider confirmed"),
        ),
        Word(
            "self-reported",
            "The person said so",
            spelled("Client reported | Self report | By client"),
        ),
    ),
)

METHOD = Vocabulary(
    "method",
    (
        Word(
            "phone", "A telephone call", spelled("Telephone | Call | Phone call | Voicemail | VM")
        ),
        Word("in person", "A visit", spelled("Visit | Home visit | Face to face | F2F | Outreach")),
        Word(
            "message",
            "A text message, an e-mail or a letter",
            spelled("Text | SMS | Email | Letter"),
        ),
        Word("other", "Another way", spelled("Through a partner | Collateral")),
    ),
)
