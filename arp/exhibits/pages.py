"""Every page that is composed of exhibits, by the name that links have."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from arp.exhibits import (
    contacts,
    functioning,
    home,
    people,
    quality,
    readiness,
    response_times,
    system,
    teams,
)

if TYPE_CHECKING:
    from arp.exhibits.exhibit import Exhibit, Page
    from arp.exhibits.look import Look

Compose = Callable[["Look", Mapping[str, str]], "Page"]
NOTHING_CHOSEN: Mapping[str, str] = {}


@dataclass(frozen=True)
class Composed:
    """How a page is composed."""

    title: str  # in the menu
    compose: Compose
    choices: tuple[str, ...] = ()  # the menus of its exhibits, as links have them
    presented: Compose | None = None  # as it is presented, where that differs


PAGES: Mapping[str, Composed] = {
    "home": Composed("Home", home.compose),
    "readiness": Composed(
        "Ready to expand?", readiness.compose, readiness.CHOICES, readiness.compose_apart
    ),
    "functioning": Composed("Functioning well", functioning.compose),
    "people": Composed("People served", people.compose, people.CHOICES),
    "system": Composed("System impact", system.compose, system.CHOICES),
    "teams": Composed("Teams", teams.compose, teams.CHOICES),
    "response_times": Composed("Response times", response_times.compose),
    "contacts": Composed("What happened", contacts.compose),
    "data": Composed("Data we have", quality.compose),
}


def compose(
    name: str,
    look: Look,
    choices: Mapping[str, str] = NOTHING_CHOSEN,
    *,
    presented: bool = False,
) -> Page:
    """A page of a look.

    Args:
        name: the page's.
        look: what it is composed of.
        choices: what is chosen in the menus of its exhibits; the first of each where nothing is.
        presented: as it is presented, one thing a screen.

    Raises:
        KeyError: when no page has that name.
    """
    entry = PAGES[name]
    made = entry.presented if presented and entry.presented else entry.compose
    return made(look, choices)


def exhibit(
    name: str,
    key: str,
    look: Look,
    choices: Mapping[str, str] = NOTHING_CHOSEN,
    composed: Callable[..., Page] = compose,
) -> tuple[Page, Exhibit | None]:
    """One exhibit with the page that it is from; also those that only stand there presented.

    Args:
        name: the page's.
        key: the exhibit's.
        look: what the page is composed of.
        choices: what is chosen in its menus.
        composed: as `compose`; one that keeps pages, where several exhibits are of one page.

    Raises:
        KeyError: when no page has that name.
    """
    whole = composed(name, look, choices)
    found = whole.named(key)
    if found is None and PAGES[name].presented is not None:
        whole = composed(name, look, choices, presented=True)
        found = whole.named(key)
    return whole, found
