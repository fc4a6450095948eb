"""The screens of a review, composed anew, and the hand-out of all of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from arp import METHOD_DATE
from arp.exhibits import pages
from arp.exhibits.exhibit import Exhibit, Page
from arp.exhibits.handout import Handout, Screen
from arp.measures.readings import IS_HIDDEN
from arp.review import promises
from arp.views import formats

if TYPE_CHECKING:
    from arp.exhibits.look import Look
    from arp.review.deck import Chosen, Deck

LookFor = Callable[["Chosen"], "Look | None"]  # None where its data are not there any more

NO_DATA = "The data as of that day are not there any more. Refresh the review to show newer ones."
NO_PAGE = "The page that this is from is not there any more, so it cannot be shown."
NOT_THERE = "The page does not have this for these months and filters, so it cannot be shown."


def screen(
    chosen: Chosen, look: Look | None, composed: Callable[..., Page] = pages.compose
) -> Screen:
    """What was chosen, as it is composed now; where it cannot be, a screen that says why.

    Args:
        chosen: the page and the key of the exhibit.
        look: at the months and the part that were chosen; None where there are no such data.
        composed: composes a page, as pages.compose does.
    """
    if look is None or chosen.page not in pages.PAGES:
        return _untold(chosen, NO_DATA if look is None else NO_PAGE, _blank(chosen))
    page, found = pages.exhibit(chosen.page, chosen.exhibit, look, chosen.choices, composed)
    if found is None:
        return _untold(chosen, IS_HIDDEN if _hides(page, chosen.exhibit) else NOT_THERE, page)
    return Screen(exhibit=found, page=page, note=chosen.note)


def screens(
    deck: Deck, look_for: LookFor, compose: Callable[..., Page] = pages.compose
) -> tuple[Screen, ...]:
    """Every screen of a review, in order; a page that several are from is composed once.

    Args:
        deck: the review.
        look_for: what each of its screens is composed of.
        compose: composes a page, as pages.compose does.
    """
    made: dict[str, Page] = {}

    def shown(chosen: Chosen) -> Screen:
        def composed(name: str, look: Look, choices: Mapping[str, str], **how: bool) -> Page:
            of = repr((name, chosen.months, chosen.where, sorted(choices.items()), how))
            if of not in made:
                made[of] = compose(name, look, choices, **how)
            return made[of]

        return screen(chosen, look_for(chosen), composed)

    return tuple(shown(chosen) for chosen in deck.screens)


def apart(
    page: str, exhibit: Exhibit, look: Look, choices: Mapping[str, str]
) -> tuple[Exhibit, ...]:
    """An exhibit as it is presented: itself, or those that stand for it, one thing a screen.

    Args:
        page: the name of its page.
        exhibit: as it stands there.
        look: what the page is composed of.
        choices: what the menus of the page say.
    """
    if pages.PAGES[page].presented is None:
        return (exhibit,)
    presented = pages.compose(page, look, choices, presented=True)
    if presented.named(exhibit.key) is not None:
        return (exhibit,)
    together = {one.key for one in pages.compose(page, look, choices).exhibits}
    return tuple(one for one in presented.exhibits if one.key not in together)


def handout(
    deck: Deck,
    shown: Iterable[Screen],
    all_decks: Iterable[Deck],
    found: promises.Promises,
    *,
    as_of: str,
    sample: bool,
) -> Handout:
    """A review as it goes out: its screens, and commitments with those of earlier reviews first.

    Args:
        deck: the review.
        shown: its screens, by `screens`.
        all_decks: every review, by which it is told what came earlier.
        found: every commitment.
        as_of: the day of its data, in words.
        sample: whether it is of the made-up city.
    """
    earlier = promises.from_earlier(deck, all_decks, found)
    made = promises.in_order(promises.made_at(deck.name, found))
    return Handout(
        title=deck.name,
        screens=tuple(shown),
        as_of=as_of,
        method=METHOD_DATE,
        commitments=(*earlier.values(), *made.values()),
        sample=sample,
    )


def _hides(page: Page, key: str) -> bool:
    """Whether the page has an exhibit of that key that the city hides."""
    everything = (one for section in page.sections for one in section.exhibits)
    return any(one.key == key and one.hidden for one in everything)


def _untold(chosen: Chosen, why: str, page: Page) -> Screen:
    import pandas as pd

    nothing = pd.DataFrame({"indicator": [], "period": [], "value": [], "n": [], "status": []})
    return Screen(
        exhibit=Exhibit(
            key=chosen.exhibit, question=chosen.question, finding=why, readings=nothing
        ),
        page=page,
        note=chosen.note,
    )


def _blank(chosen: Chosen) -> Page:
    """A page of which nothing is known but the months and the part that were asked for."""
    import pandas as pd

    return Page(
        name=chosen.page,
        answer="",
        proof="",
        whole=pd.DataFrame(),
        tiles=(),
        months={},
        said={},
        indicators={},
        sections=(),
        period=formats.span(*chosen.months) if chosen.months else "all months",
        as_of="a day that cannot be opened",
        where=chosen.where,
    )
