"""What is known of other cities' programs: call signs of teams, and Durham's first call types.

Only ever a reason to propose a setting; nothing is read by it. From the cities' own public pages.
"""

from dataclasses import dataclass

from arp.words.grammar import spelled


@dataclass(frozen=True)
class KnownTeam:
    """A team that a call sign is known to stand for, as in CRT4."""

    sign: str
    title: str
    mode: str = "in person"
    works_with_police: bool = False
    follows_up: bool = False


@dataclass(frozen=True)
class KnownCallType:
    """A call type that Durham's teams have taken since their first phase, and how others say it."""

    name: str
    spellings: tuple[str, ...]


KNOWN_TEAMS: tuple[KnownTeam, ...] = (
    KnownTeam("CCD", "Crisis Call Diversion", mode="phone"),
    KnownTeam("CRT", "Community Response Team"),
    KnownTeam("CoR", "Co-Response", works_with_police=True),
    KnownTeam("CN", "Care Navigation", follows_up=True),
    KnownTeam("HEART", "HEART"),
    KnownTeam("CARE", "CARE"),
    KnownTeam("CARES", "CARES"),
    KnownTeam("STAR", "STAR"),
    KnownTeam("MCT", "Mobile Crisis Team"),
    KnownTeam("SCRT", "Street Crisis Response Team"),
    KnownTeam("PSR", "Portland Street Response"),
    KnownTeam("ACS", "Community Safety"),
    KnownTeam("BCR", "Behavioral Crisis Response"),
    KnownTeam("CAHOOTS", "CAHOOTS"),
    KnownTeam("MACRO", "MACRO"),
    KnownTeam("PIC", "Person in Crisis"),
    KnownTeam("MRU", "Mediation Response Unit"),
    KnownTeam("EMCOT", "EMCOT"),
)

FIRST_CALL_TYPES: tuple[KnownCallType, ...] = (
    KnownCallType(
        "mental health crisis",
        spelled("mental health | mental subject | mentally ill | behavioral health | psychiatric"),
    ),
    KnownCallType("suicide threat", spelled("suicidal | threatening suicide")),
    KnownCallType("trespass", spelled("trespassing | trespasser | unwanted")),
    KnownCallType(
        "welfare check",
        spelled("check welfare | check on welfare | well being check | check well being"),
    ),
    KnownCallType(
        "intoxicated person",
        spelled("intoxicated | public intoxication | drunk person | drunk subject"),
    ),
    KnownCallType("panhandling", spelled("panhandler | panhandlers | begging")),
    KnownCallType("indecency", spelled("indecent exposure | public indecency | lewd conduct")),
    KnownCallType(
        "verbal disturbance", spelled("verbal dispute | verbal argument | disturbance verbal")
    ),
)

HARM: tuple[str, ...] = ("assault", "battery", "domestic", "fight", "fighting", "robbery", "shots")
"""Words of a call type that, beside those for weapons and violence, speak against proposing it."""
