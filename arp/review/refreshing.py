"""What a newer day would change on the screens of a review."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from arp.exhibits.handout import Screen


@dataclass(frozen=True)
class Changed:
    """A screen of which a newer day says something else."""

    question: str
    was: str  # its finding as of the day of the review
    becomes: str


@dataclass(frozen=True)
class Refreshed:
    """What refreshing a review would do."""

    findings: tuple[Changed, ...]
    figures: int  # screens whose finding stays while some of their figures move
    screens: int  # of all


def refreshed(then: Sequence[Screen], now: Sequence[Screen]) -> Refreshed:
    """What differs between the screens of a review and the same of a newer day.

    Args:
        then: as the review shows them.
        now: the same choices as of the newer day.
    """
    pairs = [(one.exhibit, other.exhibit) for one, other in zip(then, now, strict=True)]
    findings = tuple(
        Changed(was.question, was.finding, becomes.finding)
        for was, becomes in pairs
        if was.finding != becomes.finding
    )
    alike = [(was, becomes) for was, becomes in pairs if was.finding == becomes.finding]
    figures = sum(not was.readings.equals(becomes.readings) for was, becomes in alike)
    return Refreshed(findings, figures, len(pairs))
