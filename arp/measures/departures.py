"""Published figures that moved: from what, to what, since which change, and what moved them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from arp.measures.moves import (
    Figure,
    Moved,
    Said,
    most_important_first,
    moves_between,
    same,
)
from arp.measures.published import Figures

Then = Callable[[int], Figures]  # the figures as a snapshot's data give them by today's method


@dataclass(frozen=True, kw_only=True)
class Departure:
    """A published figure that is told otherwise today.

    Several things can have moved it. Without any of them nothing but the day is another one.
    """

    moved: Moved
    by_method: bool  # the data that it was published of give another figure today
    since: int | None  # the snapshot of the first change whose data moved it; None where none did


def departures(
    published: Figures, today: Figures, then: Then, snapshots: Sequence[int]
) -> list[Departure]:
    """The published figures that moved, those that matter most first.

    What had no value when it was published did not move.

    The change is found by halving, so that few snapshots are looked at: of a figure that moved
    more than once, it is one before which it was as published and after which it was not.

    Args:
        published: the figures as they were frozen.
        today: the same figures as they are told now.
        then: gives them as of a snapshot; costs seconds, and is asked only of what moved.
        snapshots: the numbers of the published snapshot and of all that followed, oldest first.
    """
    moved = [each for each in moves_between(published, today) if each.before.value is not None]
    return [_departure(each, then, snapshots) for each in most_important_first(moved)]


def with_other_facts(snapshots: Iterable[tuple[int, str]]) -> list[int]:
    """The snapshots that brought other facts than the one before them.

    Args:
        snapshots: number and key of the facts (`facts_key`), oldest first.
    """
    numbers, last = [], ""
    for number, facts in snapshots:
        if facts != last:
            numbers.append(number)
        last = facts
    return numbers


def _departure(moved: Moved, then: Then, snapshots: Sequence[int]) -> Departure:
    figure = Figure(moved.key, moved.period, moved.team)

    def said(place: int) -> Said:
        return then(snapshots[place]).get(figure, Said())

    first, low, high = said(0), 0, len(snapshots) - 1
    since = None
    if not same(first, said(high)):
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if same(first, said(middle)) else (low, middle)
        since = snapshots[high]
    return Departure(moved=moved, by_method=not same(moved.before, first), since=since)
