"""What each feed holds: all calls or only the program's, with which clocks.

No clock is replaced row by row. Where a whole feed lacks one, another stands for it, and every
reading that rests on it says so.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ibis.expr.types as ir


@dataclass(frozen=True)
class Feed:
    """One feed within one table: its scope and which fields it ever fills."""

    name: str
    program_only: bool
    filled: Collection[str]

    def has(self, field: str) -> bool:
        """Whether any row of the feed fills the field."""
        return field in self.filled


def feeds_in_order(
    filled: Mapping[str, Collection[str]], program_only: Collection[str]
) -> list[Feed]:
    """The feeds of one table in the order in which they are believed: CAD before a team's sheet."""
    feeds = [Feed(name, name in program_only, fields) for name, fields in filled.items()]
    return sorted(feeds, key=lambda feed: (feed.program_only, feed.name))


def merged(
    source: ir.Table,
    feeds: Sequence[Feed],
    keys: Sequence[str],
    as_known_to: Callable[[ir.Table, Feed], ir.Table],
) -> ir.Table:
    """One row a key: the first feed wins field by field, the others fill its blanks."""
    known = [as_known_to(source.filter(source.feed == feed.name), feed) for feed in feeds]
    return reduce(lambda first, second: _filled_from(first, second, keys), known)


def _filled_from(first: ir.Table, second: ir.Table, keys: Sequence[str]) -> ir.Table:
    import ibis

    first, second = first.view(), second.view()  # both may come from one table of several feeds
    same = [first[key].identical_to(second[key]) for key in keys]
    both = first.outer_join(second, same, lname="{name}", rname="{name}_2")
    return both.select(
        **{name: ibis.coalesce(both[name], both[f"{name}_2"]) for name in first.columns}
    )


def notes_on(calls: Sequence[Feed], clocked: Sequence[Feed]) -> dict[str, str]:
    """By column of the facts, the sentence that says which clock stands for a missing one.

    `clocked` are the feeds whose units' clocks count: of unit responses, else of calls.
    """
    no_start = [
        feed.name for feed in calls if not feed.has("received_at") and feed.has("queued_at")
    ]
    no_travel = [feed.name for feed in clocked if _lacks(feed, "en_route_at")]
    no_queue = [feed.name for feed in calls if _lacks(feed, "queued_at")]
    notes = {}
    if no_start:
        from_queue = f"Counted from the queue time: no received time in {_named(no_start)}."
        for column in ("response_minutes", "own_response_minutes", "first_unit_minutes"):
            notes[column] = from_queue
    if no_travel:
        notes["travel_minutes"] = f"Counted from dispatch: no en-route time in {_named(no_travel)}."
    if no_queue:
        notes["handling_minutes"] = f"Counted to dispatch: no queue time in {_named(no_queue)}."
    return notes


def _lacks(feed: Feed, clock: str) -> bool:
    return feed.has("dispatched_at") and not feed.has(clock)


def _named(feeds: Sequence[str]) -> str:
    return ("feed " if len(feeds) == 1 else "feeds ") + ", ".join(feeds)
