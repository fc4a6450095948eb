"""Words about calls and units: who answers, how a call came in, what was known of it."""

from arp.words.grammar import Vocabulary, Word, spelled

YES_NO = Vocabulary(
    "yes or no",
    (
        Word("yes", "Said to be so", spelled("Y | True | T | 1 | X | Checked")),
        Word("no", "Said not to be so", spelled("N | False | F | 0 | Unchecked")),
    ),
)

AGENCY = Vocabulary(
    "agency",
    (
        Word(
            "police",
            "Police or sheriff",
            spelled(
                "PD | LAW | LE | Police Department | Law enforcement | Sheriff | SO | EPD | SPD | "
                "DPD | SFPD | CHP | Officer"
            ),
        ),
        Word("fire", "Fire department", spelled("FD | Fire Department | Fire Rescue | DFD | SFD")),
        Word(
            "ems",
            "Emergency medical services",
            spelled("Ambulance | Medic | Medical | Paramedic | AMR | Emergency Medical Services"),
        ),
        Word(
            "program",
            "The alternative response program: its teams answer without being police, fire or EMS",
            spelled(
                "HEART | CARE | CRT | Crisis | Mobile crisis | MCIT | MCT | CAHOOTS | CAHE | "
                "Community Safety | CSD | Alternative response | Crisis team | STAR | Civilian"
            ),
        ),
        Word("other", "Another agency", spelled("Public works | Animal control | Parks | Transit")),
    ),
)

ORIGIN = Vocabulary(
    "origin",
    (
        Word(
            "911", "Called in on the emergency line", spelled("E911 | 911 call | Emergency | W911")
        ),
        Word(
            "non-emergency",
            "Called in on another telephone line of the center",
            spelled(
                "Phone | Telephone | Non emergency line | 10 digit | Admin line | "
                "TELEPHONE OTHER | Seven digit | 7 digit | Telephone other not 911"
            ),
        ),
        Word(
            "988/311 transfer",
            "Handed over by the 988 crisis line or the 311 city line",
            spelled("988 | 311 | 988 transfer | 311 transfer | Crisis line | Transfer"),
        ),
        Word(
            "self-initiated",
            "A responder came upon it or began it: no member of the public called",
            spelled(
                "SELF | On view | Officer initiated | Unit initiated | Field initiated | "
                "Proactive | Self init | Flagged down | Walk up | Y | Yes | True | 1 | SI | OV | "
                "Proactive (officer initiated) | Police initiated | Officer | Traffic stop | "
                "Field | Self initiated patrol | Officer self initiated | Field contact"
            ),
        ),
        Word(
            "public",
            "Called in by a member of the public; the line is not recorded",
            spelled("Citizen | Caller | Not on view | N | No | False | 0"),
        ),
        Word(
            "other",
            "Another way",
            spelled(
                "Alarm | Alarm call not police alarm | Police (VARDA) alarm | Text | "
                "Text message | Radio | Walk in | In person complaint | "
                "Scheduled event (recurring) | "
                "History call (retro)"
            ),
        ),
    ),
)

HAZARD = Vocabulary(
    "hazard",
    (
        Word("weapon", "A weapon was mentioned", spelled("Weapons | Gun | Knife | Armed | WPN")),
        Word(
            "violence",
            "Violence or a threat of it was mentioned",
            spelled("Violent | Assaultive | Threat"),
        ),
        Word(
            "medical",
            "A medical emergency was mentioned",
            spelled("Injury | Overdose | Medical need"),
        ),
    ),
)
