"""What was published, in words: its name and day, what it holds, which figures have moved since.

Plain text throughout: whoever shows it as markdown escapes it with `formats.plain`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from arp.measures.departures import Departure
from arp.measures.published import Publication, with_value
from arp.views import changed_words, formats, upload_words

if TYPE_CHECKING:
    from arp.lake.change import LedgerRow
    from arp.measures.asked import Filters
    from arp.measures.indicator import Indicator

BY_METHOD = "the way they are worked out is another one now"
BY_TIME = "more days have passed, so that more is known"
OTHERWISE = "By today’s method some of these figures come out otherwise than they were published"
SAME = "Every figure is today as it was published."


def option(at: datetime) -> str:
    """An earlier snapshot in the menu, by its day."""
    return formats.day(at.astimezone())


def as_it_was(at: datetime, publication: Publication | None) -> str:
    """The banner of a page that shows an earlier snapshot."""
    day = formats.day(at.astimezone())
    if publication is None:
        return f"As it was on {day}."
    return f"As it was on {day} ({publication.name}, published by {publication.by})."


def no_such(asked: str) -> str:
    """That a link asks for a snapshot that is not there."""
    return (
        f"There is no snapshot {formats.shortened(asked, 20)} of these data. The newest is shown."
    )


def unreadable(number: int) -> str:
    """That a snapshot cannot be opened any more, though the newest can."""
    return f"A file of snapshot {number} is damaged, so it cannot be shown. The newest is shown."


def about(publication: Publication) -> str:
    """What a set holds: 214 figures, CRT, North, Jan–Oct 2026."""
    figures = formats.counted(len(with_value(publication.figures)), "figure")
    parts = (figures, part(publication.where), formats.span(*publication.months))
    return ", ".join(text for text in parts if text)


def part(where: Filters) -> str:
    """The teams, areas and call types of some figures; nothing where it is all."""
    return ", ".join(formats.listed(values) for values in where.chosen.values())


def in_full(publication: Publication, at: datetime) -> str:
    """When it was published and by whom, what it holds and what for."""
    said = f"Published {formats.moment(at.astimezone())} by {publication.by}"
    return " · ".join(text for text in (said, about(publication), publication.note) if text)


@dataclass(frozen=True)
class Cause:
    """What moved some figures, and a sentence for each of them."""

    lead: str
    sentences: tuple[str, ...]


def causes(
    departures: Iterable[Departure],
    changes: Mapping[int, LedgerRow],
    indicators: Mapping[str, Indicator],
) -> list[Cause]:
    """The figures that moved, by what moved them; moves that print does not show are left out.

    Args:
        departures: in the order in which they are told.
        changes: the rows of the ledger by number of their snapshot.
        indicators: the city's, by key.
    """
    told: dict[str, list[str]] = {}
    for each in departures:
        said = changed_words.sentences([each.moved], indicators)
        told.setdefault(_lead(each, changes), []).extend(said)
    return [Cause(lead, tuple(said)) for lead, said in told.items() if said]


def moved(found: Sequence[Cause]) -> str:
    """How many published figures moved: 3 published figures have moved."""
    n = sum(len(cause.sentences) for cause in found)
    one, many = "published figure has", "published figures have"
    return f"{formats.counted(n, one, many)} moved"


def gone(keys: Sequence[str]) -> str:
    """That some published figures are not worked out any more."""
    if not keys:
        return ""
    return f"Not worked out any more: {formats.listed(keys)}."


def _lead(each: Departure, changes: Mapping[int, LedgerRow]) -> str:
    parts = [f"since {upload_words.event(changes[each.since])}"] if each.since else []
    parts += [f"because {BY_METHOD}"] if each.by_method else []
    said = ", and ".join(parts) or f"because {BY_TIME}"
    return said[0].upper() + said[1:]
