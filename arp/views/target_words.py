"""What a target says, in words: what is to be reached, who set it and since when."""

from __future__ import annotations

from typing import Protocol

from arp.measures.indicator import Better
from arp.measures.judge.targets import Target
from arp.views import formats, spc_words

NO_TARGET = "no target set"


class Aimed(Protocol):
    """What a target is for: an indicator, or its months."""

    @property
    def unit(self) -> str:
        """The unit of its figures."""
        ...

    @property
    def better(self) -> Better:
        """Which way is better."""
        ...


LEAST = {Better.HIGHER: "at least ", Better.LOWER: "at most "}


def goal(target: Target, entry: Aimed) -> str:
    """What is to be reached: at most 15.0 minutes; at least 98%; 20% to 40%."""
    if target.value is None:
        return "a target in a unit that does not fit the figure"
    if entry.better is Better.BAND and target.at_least is not None:
        return spc_words.between(target.at_least, target.value, entry.unit)
    return LEAST.get(entry.better, "") + formats.quantity(target.value, entry.unit)


def set_by(target: Target) -> str:
    """Who set the target, since when, and where it comes from."""
    who = f"Set by {target.set_by}" if target.set_by else ""
    since = f"{'since' if who else 'Since'} {formats.day(target.since)}" if target.since else ""
    first = " ".join(part for part in (who, since) if part)
    return ". ".join(part.rstrip(".") for part in (first, target.source) if part)


def may_have_one(entry: Aimed) -> bool:
    """Whether a target can be reached or missed: not where neither way is better."""
    return entry.better is not Better.NEUTRAL


def of_figure(target: Target | None, entry: Aimed) -> str:
    """The target of a card's foot: Target: at most 15.0 minutes. Set by … ; No target set."""
    if target is None:
        return "No target set." if may_have_one(entry) else ""
    who = set_by(target)
    return f"Target: {goal(target, entry)}. {who + '.' if who else ''}".strip()
