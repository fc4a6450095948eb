"""Commitments: what somebody promised at a review, whether it is open, late or done."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from arp.exhibits.handout import Commitment
from arp.review.deck import Deck
from arp.words.settings.review_sections import COMMITMENTS

Promises = Mapping[int, Commitment]  # by their running numbers


class State(StrEnum):
    """How a commitment stands on a day."""

    LATE = "late"
    OPEN = "open"
    DONE = "done"


def promises(settings: Iterable[Mapping[str, Any]]) -> dict[int, Commitment]:
    """Every commitment by its running number, in the order in which they were made.

    Args:
        settings: rows of the stored table.
    """
    values = [json.loads(row["value"]) for row in settings if row["section"] == COMMITMENTS.name]
    ordered = sorted(values, key=lambda value: int(value["commitment"]))
    return {int(value["commitment"]): _commitment(value) for value in ordered}


def value_of(number: int, commitment: Commitment) -> dict[str, Any]:
    """A commitment as the fields of its section of the settings."""
    due_on, done_on = commitment.due_on, commitment.done_on
    return {
        "commitment": number,
        "what": commitment.what,
        "owner": commitment.owner,
        "due_on": due_on.isoformat() if due_on else None,
        "done_on": done_on.isoformat() if done_on else None,
        "review": commitment.made_at,
    }


def next_number(found: Promises) -> int:
    """The running number of the next commitment."""
    return max(found, default=0) + 1


def state(commitment: Commitment, today: date) -> State:
    """How a commitment stands: late from the day after it was due."""
    if commitment.done_on is not None:
        return State.DONE
    late = commitment.due_on is not None and commitment.due_on < today
    return State.LATE if late else State.OPEN


def made_at(name: str, found: Promises) -> dict[int, Commitment]:
    """The commitments that were made at a review, by number."""
    return {number: one for number, one in found.items() if one.made_at == name}


def from_earlier(deck: Deck, all_decks: Iterable[Deck], found: Promises) -> dict[int, Commitment]:
    """What was promised before a review and is to be looked at there, what is open first.

    That is what was still open on its day, and what was done since the review before. What was
    promised at a review that is there no more counts as earlier.
    """
    days = {one.name: one.held_on for one in all_decks}
    before = [day for day in days.values() if day < deck.held_on]
    last = max(before, default=date.min)
    later = {name for name, day in days.items() if day >= deck.held_on} | {deck.name}
    looked_at = {
        number: one
        for number, one in found.items()
        if one.made_at not in later and (one.done_on is None or one.done_on >= last)
    }
    return in_order(looked_at)


def in_order(found: Promises) -> dict[int, Commitment]:
    """Open commitments first, by the day on which they are due; then those done."""
    return dict(sorted(found.items(), key=lambda pair: _place(*pair)))


def open_now(found: Promises) -> dict[int, Commitment]:
    """The commitments that are not done."""
    return {number: one for number, one in found.items() if one.done_on is None}


def _place(number: int, one: Commitment) -> tuple[bool, date, int]:
    return one.done_on is not None, one.done_on or one.due_on or date.max, number


def _commitment(value: Mapping[str, Any]) -> Commitment:
    return Commitment(
        what=value["what"],
        owner=value.get("owner") or "",
        due_on=_day(value.get("due_on")),
        done_on=_day(value.get("done_on")),
        made_at=value["review"],
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
