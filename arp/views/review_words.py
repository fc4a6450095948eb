"""Reviews in words: their days, how commitments stand, and what refreshing would change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from arp.review.promises import State, state
from arp.views import formats

if TYPE_CHECKING:
    import pandas as pd

    from arp.exhibits.exhibit import Page
    from arp.exhibits.handout import Commitment
    from arp.review.deck import Chosen, Deck
    from arp.review.refreshing import Refreshed

LAST_TIME = "What came of what we promised?"
PROMISED = "What do we promise?"
NOTHING_NEW = "Nothing was promised yet."


def screens(n: int) -> str:
    """How many screens a review has: 5 screens."""
    return formats.counted(n, "screen")


def when(deck: Deck, today: date) -> str:
    """When a review is held, and how far that is: Nov 30, 2026 · in 8 days."""
    return f"{formats.day(deck.held_on)} · {_far(deck.held_on, today)}"


def about(deck: Deck, as_of: str) -> str:
    """What a review holds: 5 screens · data as of Nov 3, 2026."""
    return f"{screens(len(deck.screens))} · data as of {as_of}"


def added(deck: Deck) -> str:
    """That a screen was added, as the toast says it: Added to Council review · 5 screens."""
    return f"Added to {deck.name} · {screens(len(deck.screens))}"


def added_of_another_day(deck: Deck, as_of: str) -> str:
    """The same where the review shows figures of another day than the page."""
    return f"{added(deck)}. It shows this as of {as_of}; refresh it to show newer data."


def there_already(deck: Deck) -> str:
    """That a review shows this already."""
    return f"{deck.name} shows this already · {screens(len(deck.screens))}"


def shown_as(chosen: Chosen, title: str) -> str:
    """Where a screen is from and what it is of: Teams · CRT · Jan–Jun 2026."""
    months = formats.span(*chosen.months) if chosen.months else "all months"
    part = [", ".join(values) for values in chosen.where.chosen.values()]
    told = [title, *map(_choice, chosen.choices.values()), *part, months]
    return " · ".join(dict.fromkeys(told))


def due(one: Commitment, today: date) -> str:
    """By when, and how it stands: due Nov 30, 2026 · 3 days late; done Nov 12, 2026."""
    if one.done_on is not None:
        return f"done {formats.day(one.done_on)}"
    if one.due_on is None:
        return "open, with no day"
    said = f"due {formats.day(one.due_on)}"
    late = (today - one.due_on).days
    return f"{said} · {formats.counted(late, 'day')} late" if late > 0 else said


def standing(found: Iterable[Commitment], today: date) -> str:
    """How many commitments are open and late: 2 of 3 are open, 1 of them late."""
    states = [state(one, today) for one in found]
    late = states.count(State.LATE)
    still = late + states.count(State.OPEN)
    if not states:
        return NOTHING_NEW
    if not still:
        return "All of it is done." if len(states) > 1 else "It is done."
    of = f"{still} of {len(states)}" if still < len(states) else formats.count(still)
    is_open = f"{of} {'is' if still == 1 else 'are'} open"
    return f"{is_open}, {late} of them late." if late else f"{is_open}, none late."


def listed(found: Sequence[Commitment], today: date, *, with_review: bool) -> pd.DataFrame:
    """Commitments as a table of printed words, in their order.

    Args:
        found: the commitments.
        today: by which it is told what is late.
        with_review: whether it says at which review each was made.
    """
    import pandas as pd

    columns: Mapping[str, list[str]] = {
        "What": [one.what for one in found],
        "Who": [one.owner or "nobody yet" for one in found],
        "When": [due(one, today) for one in found],
    }
    made = {"Promised at": [one.made_at for one in found]} if with_review else {}
    return pd.DataFrame({**columns, **made})


def would_change(found: Refreshed) -> str:
    """What refreshing a review would do: 2 of 5 findings change."""
    n = len(found.findings)
    moved = f"figures of {screens(found.figures)} move" if found.figures else ""
    if not n:
        return f"No finding changes; {moved}." if moved else "Nothing on its screens changes."
    said = f"{n} of {formats.counted(found.screens, 'finding')} {'changes' if n == 1 else 'change'}"
    return f"{said}; {moved} besides." if moved else f"{said}."


def changes(found: Refreshed) -> pd.DataFrame:
    """The findings that would change, as they are and as they would be."""
    import pandas as pd

    return pd.DataFrame(
        {
            "Question": [one.question for one in found.findings],
            "Now": [one.was for one in found.findings],
            "Refreshed": [one.becomes for one in found.findings],
        }
    )


def from_day_to_day(then: str, now: str) -> str:
    """Of which day a review is, and of which it would be."""
    if then == now:
        return f"No newer data came since {then}; only time has passed."
    return f"The review shows data as of {then}. Refreshed, it shows them as of {now}."


def of_page(title: str, page: Page) -> str:
    """Beneath a screen: which page it is from, and of which teams, areas and call types."""
    return " · ".join(part for part in (title, page.part) if part)


def title(found: Sequence[Deck], today: date) -> str:
    """The answer of the page of all reviews: which is next, and when."""
    if not found:
        return "No review is planned"
    return f"{found[0].name} is {_far(found[0].held_on, today)}"


def _far(day: date, today: date) -> str:
    days = (day - today).days
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}.get(days)
    count = formats.counted(abs(days), "day")
    return near or (f"in {count}" if days > 0 else f"{count} ago")


def _choice(value: str) -> str:
    """What a menu says; a number is a share."""
    is_number = value.replace(".", "", 1).isdigit()
    return formats.percent(float(value)) if is_number else value
