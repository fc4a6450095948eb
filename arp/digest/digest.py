"""A digest: its subject, its first sentence, and parts with lines that each say one thing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """What a line means; its word says the same, so that no color is needed to tell."""

    GOOD = "good"
    BAD = "bad"
    SIGNAL = "signal"  # neither good nor bad
    PLAIN = "plain"


@dataclass(frozen=True)
class Line:
    """One thing that is told: a word for it and a sentence."""

    word: str  # "Concern", "Not met", "Missing"
    said: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True)
class Part:
    """What belongs together: a sentence about all of it, then its lines."""

    title: str
    said: str
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Digest:
    """What changed in one month, ready to be written as HTML or text; all of it plain words."""

    subject: str
    title: str
    lead: str
    parts: tuple[Part, ...]
    foot: tuple[str, ...]  # sentences about the figures: their day, their method, who may read them
    month: str  # "2026-10"
