"""What `export` makes: the files of pages, of charts and of a review, as they are asked for."""

from __future__ import annotations

import argparse
import os
import re
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from arp.exhibits.exhibit import Exhibit, Page
    from arp.exhibits.look import Direct
    from arp.lake.lake import Lake
    from arp.lake.snapshot import Snapshot
    from arp.review.deck import Chosen, Deck
    from arp.views.export.files import About

TITLE = "Alternative response: performance"
SAMPLE_TITLE = "Sample city: performance of alternative response"
ALL = "performance"  # the name of a file that holds every page


@dataclass(frozen=True)
class File:
    """A file that is to be written."""

    name: str
    content: bytes


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What is exported: of which snapshot, which pages, in which formats, for whom."""

    lake: Lake
    snapshot: Snapshot
    formats: tuple[str, ...]
    pages: tuple[str, ...]  # all where none is named
    exhibit: str
    months: tuple[str | None, str | None]
    public: bool
    today: date
    made_at: datetime


def of_pages(asked: Asked) -> Iterator[File]:
    """A file a format of all pages; a brief a page; a picture an exhibit.

    Raises:
        NotThere: when a page or an exhibit is not there, or no month of those asked for.
    """
    from arp.views.export import files

    names = _names(asked)
    inside = _look(asked)
    for ending in asked.formats:
        public = asked.public or ending == files.PUBLIC
        look, about = _for(inside, public, asked)
        composed = [_composed(name, look) for name in names]
        if ending in files.OF_CHARTS:
            yield from _pictures(ending, composed, asked, about)
        elif ending == "pdf":
            for page in composed:
                told = replace(about, title=page.answer)
                yield File(f"{page.name}.pdf", files.OF_PAGES[ending]([page], told))
        else:
            name = names[0] if len(names) == 1 else ALL
            yield File(f"{name}.{ending}", files.OF_PAGES[ending](composed, about))


def of_review(asked: Asked, name: str) -> Iterator[File]:
    """A review as a presentation or a workbook, as of the day to which it is frozen.

    Raises:
        NotThere: when there is no review of that name.
    """
    from arp.cli.export import NotThere
    from arp.review import deck, opening, promises
    from arp.views import formats
    from arp.views.export import files

    rows = asked.snapshot.read("settings").to_pylist()
    decks = deck.decks(rows)
    found = next((one for one in decks if one.name == name), None)
    if found is None:
        raise NotThere(f"There is no review of the name {name!r}.")
    screens = opening.screens(found, _looks(found, asked))
    whole = opening.handout(
        found,
        screens,
        decks,
        promises.promises(rows),
        as_of=screens[0].page.as_of if screens else formats.day(found.frozen_on),
        sample=asked.lake.is_sample,
    )
    whole = replace(whole, leaving=_rule(asked) if asked.public else _inside())
    for ending in asked.formats:
        yield File(f"{_plain(name)}.{ending}", files.OF_HANDOUTS[ending](whole))


def a_month(text: str) -> str:
    """A month as it is typed: 2026-01."""
    try:
        return datetime.strptime(text, "%Y-%m").strftime("%Y-%m")
    except ValueError:
        raise argparse.ArgumentTypeError(f"write a month as 2026-01, not {text!r}") from None


def write_whole(path: Path, content: bytes) -> Path:
    """Write a file beside its place and move it there: readers see the old one or the new one."""
    from arp.lake.durable import sync_file, sync_folder

    path.parent.mkdir(parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(beside, 0o644)
        sync_file(Path(beside))
        os.replace(beside, path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
    sync_folder(path.parent)
    return path


def _names(asked: Asked) -> tuple[str, ...]:
    from arp.cli.export import NotThere
    from arp.exhibits.pages import PAGES

    unknown = [name for name in asked.pages if name not in PAGES]
    if unknown:
        raise NotThere(f"There is no page {unknown[0]!r}; there are: {', '.join(PAGES)}.")
    return asked.pages or tuple(PAGES)


def _look(asked: Asked) -> Direct:
    """A look at the snapshot, as the department may see it, for the months asked for."""
    from arp.cli.export import NotThere
    from arp.exhibits.opened import look_at

    look = look_at(asked.snapshot, today=asked.today)
    if look.held is None:
        raise NotThere("The lake holds no dated row, so there is nothing to export.")
    first, last = (one or end for one, end in zip(asked.months, look.held, strict=True))
    if first > last:
        raise NotThere(f"The period ends ({last}) before it begins ({first}).")
    if last < look.held[0] or first > look.held[1]:
        raise NotThere(f"There are data from {look.held[0]} to {look.held[1]} only.")
    return replace(look, chosen=None if (first, last) == look.held else (first, last))


def _for(look: Direct, public: bool, asked: Asked) -> tuple[Direct, About]:
    """The look of an audience, and what is said of its files."""
    from arp.measures.release import Audience
    from arp.views.export.files import About

    sample = asked.lake.is_sample
    about = About(
        title=SAMPLE_TITLE if sample else TITLE,
        made_at=asked.made_at,
        sample=sample,
        leaving=_rule(asked) if public else _inside(),
    )
    return replace(look, audience=Audience.OUTSIDE if public else Audience.INSIDE), about


def _composed(name: str, look: Direct) -> Page:
    from arp.exhibits.pages import compose

    return compose(name, look)


def _pictures(ending: str, pages: list[Page], asked: Asked, about: About) -> Iterator[File]:
    from arp.cli.export import NotThere
    from arp.exhibits.handout import Screen
    from arp.views.export import files

    drawn = [(page, one) for page in pages for one in page.exhibits if _wanted(one, asked)]
    if not drawn:
        what = f"chart {asked.exhibit!r}" if asked.exhibit else "chart"
        raise NotThere(f"These pages have no {what}, or none that has any figure yet.")
    for page, exhibit in drawn:
        screen = Screen(exhibit=exhibit, page=page)
        name = f"{page.name}-{_plain(exhibit.key)}.{ending}"
        yield File(name, files.chart(ending, screen, about))


def _wanted(exhibit: Exhibit, asked: Asked) -> bool:
    named = asked.exhibit in ("", exhibit.key)
    return named and exhibit.drawing is not None and exhibit.told


def _looks(deck: Deck, asked: Asked) -> Callable[[Chosen], Direct | None]:
    """A look for each screen of a review, at the snapshot and the day to which it is frozen."""
    from arp.exhibits.opened import look_at
    from arp.measures.release import Audience

    snapshot = asked.lake.snapshot(deck.of_snapshot)
    if snapshot is None:
        return lambda chosen: None
    audience = Audience.OUTSIDE if asked.public else Audience.INSIDE
    whole = look_at(snapshot, today=deck.frozen_on, audience=audience)

    def look(chosen: Chosen) -> Direct:
        months = None if chosen.months == whole.held else chosen.months
        return replace(whole, chosen=months, where=chosen.where)

    return look


def _rule(asked: Asked) -> str:
    """How figures about people are kept back, by the city's own smallest count."""
    from arp.measures.release import smallest_count
    from arp.measures.settings import Settings
    from arp.views.withheld_words import rule

    settings = Settings(asked.snapshot.read("settings").to_pylist())
    return rule(smallest_count(settings, asked.today))


def _inside() -> str:
    from arp.views.withheld_words import INSIDE_ONLY

    return INSIDE_ONLY


def _plain(name: str) -> str:
    """A name as a file may be called everywhere."""
    return re.sub(r"[^A-Za-z0-9._-]+", "-", name).strip("-.") or "review"
