"""A review deck: which exhibits are shown at a review, in which order, and of which day."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from arp.measures.asked import Filters
from arp.words.settings.review_sections import REVIEWS


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """An exhibit as somebody chose it: on which page it is composed, and of what."""

    page: str  # as links have it: "readiness"
    exhibit: str  # its key on that page
    question: str  # as it was asked when it was chosen
    months: tuple[str, str] | None = None  # None: all there are
    where: Filters = field(default_factory=Filters)
    choices: Mapping[str, str] = field(default_factory=dict)  # what its menus say
    note: str = ""  # for the presenter alone

    def shows_what(self, other: Chosen) -> bool:
        """Whether another choice shows the same, whatever its note says."""
        return replace(self, note="", question="") == replace(other, note="", question="")


@dataclass(frozen=True, kw_only=True)
class Deck:
    """A review: its day, what is shown at it, and the day of the figures."""

    name: str
    held_on: date
    of_snapshot: int
    frozen_on: date  # taken for today, so that its figures stay what they were
    screens: tuple[Chosen, ...] = ()
    by: str = ""  # who changed it last

    def holds(self, chosen: Chosen) -> bool:
        """Whether it shows this already."""
        return any(one.shows_what(chosen) for one in self.screens)

    def with_screens(self, chosen: Iterable[Chosen]) -> Deck:
        """The same with more screens at the end; what it shows already is not added again."""
        new = tuple(one for one in chosen if not self.holds(one))
        return replace(self, screens=(*self.screens, *new))

    def moved(self, place: int, to: int) -> Deck:
        """The same with one screen at another place, the others as they followed each other."""
        others = [*self.screens[:place], *self.screens[place + 1 :]]
        screens = (*others[:to], self.screens[place], *others[to:])
        return replace(self, screens=screens)

    def without(self, place: int) -> Deck:
        """The same without one screen."""
        return replace(self, screens=self.screens[:place] + self.screens[place + 1 :])

    def noted(self, place: int, note: str) -> Deck:
        """The same with a note to one screen."""
        screens = list(self.screens)
        screens[place] = replace(screens[place], note=note)
        return replace(self, screens=tuple(screens))

    def frozen_as(self, other: Deck) -> Deck:
        """The same of the day and the data of another."""
        return replace(self, of_snapshot=other.of_snapshot, frozen_on=other.frozen_on)

    @property
    def value(self) -> dict[str, Any]:
        """The deck as the fields of its section of the settings."""
        return {
            "review": self.name,
            "held_on": self.held_on.isoformat(),
            "of_snapshot": self.of_snapshot,
            "frozen_on": self.frozen_on.isoformat(),
            "screens": json.dumps([_written(one) for one in self.screens], ensure_ascii=False),
        }


def decks(settings: Iterable[Mapping[str, Any]]) -> list[Deck]:
    """Every review, the latest day first.

    Args:
        settings: rows of the stored table.
    """
    found = [_deck(row) for row in settings if row["section"] == REVIEWS.name]
    return sorted(found, key=lambda deck: (deck.held_on, deck.name), reverse=True)


def coming(found: Sequence[Deck], today: date) -> list[Deck]:
    """The reviews that are still to be held, the next one first."""
    ahead = [deck for deck in found if deck.held_on >= today]
    return sorted(ahead, key=lambda deck: (deck.held_on, deck.name))


def held(found: Sequence[Deck], today: date) -> list[Deck]:
    """The reviews that were held, the last one first."""
    return [deck for deck in found if deck.held_on < today]


def _written(chosen: Chosen) -> dict[str, Any]:
    said = {
        "page": chosen.page,
        "exhibit": chosen.exhibit,
        "question": chosen.question,
        "months": chosen.months,
        "part": chosen.where.chosen,
        "choices": dict(chosen.choices),
        "note": chosen.note,
    }
    return {name: value for name, value in said.items() if value}


def _chosen(said: Mapping[str, Any]) -> Chosen:
    months = said.get("months")
    part = {name: tuple(values) for name, values in said.get("part", {}).items()}
    return Chosen(
        page=said["page"],
        exhibit=said["exhibit"],
        question=said["question"],
        months=(months[0], months[1]) if months else None,
        where=Filters(**part),
        choices=said.get("choices", {}),
        note=said.get("note", ""),
    )


def _deck(row: Mapping[str, Any]) -> Deck:
    value = json.loads(row["value"])
    return Deck(
        name=value["review"],
        held_on=date.fromisoformat(value["held_on"]),
        of_snapshot=value["of_snapshot"],
        frozen_on=date.fromisoformat(value["frozen_on"]),
        screens=tuple(_chosen(said) for said in json.loads(value["screens"])),
        by=row["set_by"] or "",
    )
