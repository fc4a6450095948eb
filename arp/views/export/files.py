"""Every kind of file in which pages are handed out, by its ending."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from arp import METHOD_DATE
from arp.exhibits.handout import Handout, Screen

if TYPE_CHECKING:
    from arp.exhibits.exhibit import Exhibit, Page

PUBLIC = "html"  # made of pages for those outside the department, always


@dataclass(frozen=True, kw_only=True)
class About:
    """What is said of everything that goes out together."""

    title: str
    made_at: datetime
    sample: bool = False
    leaving: str = ""  # what is said of figures about people: withheld, or to be kept inside


def handout(pages: Sequence[Page], about: About) -> Handout:
    """Every exhibit of these pages as a screen, in order."""
    return Handout(
        title=about.title,
        screens=tuple(Screen(exhibit=one, page=page) for page in pages for one in page.exhibits),
        as_of=" and ".join(dict.fromkeys(page.as_of for page in pages)),
        method=METHOD_DATE,
        sample=about.sample,
        leaving=about.leaving,
    )


def _powerpoint(whole: Handout) -> bytes:
    from arp.views.export.powerpoint import powerpoint

    return powerpoint(whole)


def _excel(whole: Handout) -> bytes:
    from arp.views.export.handout_workbook import handout_workbook

    return handout_workbook(whole)


OF_HANDOUTS: Mapping[str, Callable[[Handout], bytes]] = {"pptx": _powerpoint, "xlsx": _excel}
"""What is made of chosen exhibits in an order: of a review, or of all that pages show."""


def _brief(pages: Sequence[Page], about: About) -> bytes:
    """The brief of one page: the first."""
    from arp.views.export.brief import brief

    return brief(
        pages[0],
        method=METHOD_DATE,
        sample=about.sample,
        leaving=about.leaving,
        made_at=about.made_at,
    )


def _public(pages: Sequence[Page], about: About) -> bytes:
    from arp.views.export.public_page import public_page

    made = public_page(
        pages, title=about.title, method=METHOD_DATE, rule=about.leaving, sample=about.sample
    )
    return made.encode()


OF_PAGES: Mapping[str, Callable[[Sequence[Page], About], bytes]] = {
    "pdf": _brief,
    "pptx": lambda pages, about: _powerpoint(handout(pages, about)),
    "xlsx": lambda pages, about: _excel(handout(pages, about)),
    PUBLIC: _public,
}
"""What is made of pages. A brief is of one page; the others hold as many as there are."""


def _png(screen: Screen, foot: str) -> bytes:
    from arp.views.export import picture

    shown = screen.exhibit
    return picture.png(_chart(shown), question=shown.question, finding=shown.finding, foot=foot)


def _svg(screen: Screen, foot: str) -> bytes:
    from arp.views.export import picture

    shown = screen.exhibit
    drawn = picture.svg(_chart(shown), question=shown.question, finding=shown.finding, foot=foot)
    return drawn.encode()


OF_CHARTS: Mapping[str, Callable[[Screen, str], bytes]] = {"png": _png, "svg": _svg}
"""What is made of one exhibit that has a chart, with its foot."""


def chart(ending: str, screen: Screen, about: About) -> bytes:
    """An exhibit as a picture: question, finding and everything that its foot says are in it."""
    from arp.views.export import provenance

    whole = Handout(
        title=about.title,
        screens=(screen,),
        as_of=screen.page.as_of,
        method=METHOD_DATE,
        sample=about.sample,
    )
    kept = " ".join(f"{of}: {words}" for of, words in provenance.caveats(screen).items())
    sample = provenance.SAMPLE_MEANS if about.sample else ""
    said = (provenance.foot(screen, whole), kept, about.leaving, sample)
    return OF_CHARTS[ending](screen, " ".join(words for words in said if words))


def _chart(exhibit: Exhibit) -> Mapping[str, object]:
    from arp.views.colors import LIGHT

    if exhibit.drawing is None:
        raise ValueError("An exhibit without a chart has no picture.")
    return exhibit.drawing.specification(exhibit.readings, LIGHT)
