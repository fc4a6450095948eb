"""A hand-out: chosen exhibits in an order, with notes, and what was promised."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from arp.exhibits.exhibit import Exhibit, Page


@dataclass(frozen=True, kw_only=True)
class Screen:
    """One exhibit as it is presented or handed out."""

    exhibit: Exhibit
    page: Page  # that it is from: its period, part and day stand beneath it
    note: str = ""  # the presenter's own, never on the screen itself

    @property
    def foot(self) -> str:
        """Of what its figures are, of when, and what they say about themselves."""
        return self.exhibit.foot(self.page)


@dataclass(frozen=True, kw_only=True)
class Commitment:
    """What somebody promised at a review."""

    what: str
    owner: str = ""
    due_on: date | None = None
    done_on: date | None = None
    made_at: str = ""  # the review at which it was made


@dataclass(frozen=True, kw_only=True)
class Handout:
    """Everything that goes out together."""

    title: str
    screens: tuple[Screen, ...]
    as_of: str  # the day of the data, in words
    method: str  # the day of the method by which figures are worked out, "2026-11-22"
    commitments: tuple[Commitment, ...] = ()  # open ones first
    sample: bool = False  # of the made-up city: said on every sheet
    leaving: str = ""  # what is said of figures about people: withheld, or to be kept inside
