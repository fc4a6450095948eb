"""One entry of the registry: an indicator with its definition, why it matters and its formula."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from arp.measures.formula import Formula, Ratio


class Question(StrEnum):
    """The four questions that a department must answer."""

    FUNCTIONING = "Is the program functioning well?"
    READY = "Is it ready to expand?"
    PEOPLE = "Does it help the people it serves?"
    SYSTEM = "Does it relieve police, fire and EMS?"


class Better(StrEnum):
    """Which way is better."""

    HIGHER = "higher"
    LOWER = "lower"
    NEUTRAL = "neither"
    BAND = "within a band"


class About(StrEnum):
    """Whether the figure is about people (small-number rules apply) or about the service."""

    PEOPLE = "people"
    SERVICE = "service"


@dataclass(frozen=True, eq=False, kw_only=True)
class Indicator:
    """A declared indicator. Entries are compared by key, never by their expressions."""

    key: str
    name: str
    question: Question
    why: str  # why it matters, in a sentence a council member reads
    words: str  # the formula in words: numerator, denominator, what is left out
    unit: str  # "calls", "minutes", "share", "days"
    better: Better
    grain: str  # the fact table its rows come from: "calls", "encounters", …
    formula: Formula
    needs: tuple[str, ...]  # columns of that fact table which the formula reads
    to_measure_it: str  # the sentence shown when a needed input is absent: what to upload
    source: str
    caveat: str = ""
    starting_target: float | None = None  # a value to begin with; never used until a city sets it
    target_note: str = ""  # what is published, and in which unit the starting value is
    about: About = About.SERVICE
    of_a_team: bool = True  # whether one team can have a figure of its own
    owner: str = ""  # who answers for an indicator of a city's own
    reviewed_on: date | None  # None only where a city set no day
    next_review_on: date | None


def needs_by_grain(entry: Indicator) -> dict[str, tuple[str, ...]]:
    """The columns that an indicator reads, by the fact table that they are columns of."""
    wanted = {entry.grain: entry.needs}
    if isinstance(entry.formula, Ratio):
        for part in (entry.formula.top, entry.formula.bottom):
            if part.grain and part.grain != entry.grain:
                wanted[part.grain] = part.needs
    return wanted
