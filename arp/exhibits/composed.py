"""Puts a page together from its head and its sections."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from arp.exhibits.exhibit import Exhibit, Page, Section
from arp.views import sentences

if TYPE_CHECKING:
    import pandas as pd

    from arp.exhibits.look import Look
    from arp.measures.monthly import Monthly

NO_MONTHS: Mapping[str, Monthly] = {}
NOTHING_SAID: Mapping[str, str] = {}


def page(
    look: Look,
    name: str,
    answer: str,
    proof: str,
    sections: Sequence[Section],
    *,
    whole: pd.DataFrame | None = None,
    tiles: Sequence[str] = (),
    months: Mapping[str, Monthly] = NO_MONTHS,
    said: Mapping[str, str] = NOTHING_SAID,
) -> Page:
    """A page of a look: its period, part and day are the look's own.

    Args:
        look: what it is composed of.
        name: the page's, as links have it.
        answer: its title.
        proof: one or two sentences beneath it.
        sections: its exhibits, and those that the city added.
        whole: the readings of its tiles, with no breakdown.
        tiles: the few figures that carry the answer; none are shown where nothing is known.
        months: the judged months of tiles.
        said: what is said of a tile besides.
    """
    import pandas as pd

    alike = whole is None or sentences.untold_alike(whole, tiles)
    return Page(
        name=name,
        answer=answer,
        proof=proof,
        whole=pd.DataFrame() if whole is None else whole,
        tiles=() if alike else tuple(tiles),
        months=months,
        said=said,
        indicators=look.registry.indicators,
        sections=tuple(section for section in sections if section.exhibits),
        period=look.period,
        as_of=look.as_of,
        where=look.where,
    )


def section(
    exhibits: Iterable[Exhibit | None], title: str = "", width: int | None = None
) -> Section:
    """A section of the exhibits that there are."""
    there = tuple(one for one in exhibits if one is not None)
    return Section(there, title) if width is None else Section(there, title, width)


def remarks(look: Look, readings: pd.DataFrame) -> str:
    """What figures say about themselves, and how many rows no month counts."""
    undated = look.undated if look.chosen is None else {}
    return " ".join([*sentences.remarks(readings), sentences.undated(undated)]).strip()


def part_of(mix: pd.DataFrame, group: str) -> pd.DataFrame:
    """The readings of one family of parts; where it has none, those that say why."""
    parts = mix[mix[group].notna()] if group in mix else mix.iloc[:0]
    return parts if len(parts) else mix[mix["status"] != "ok"]


def picked(choices: Mapping[str, str], menu: str, options: Sequence[str]) -> str:
    """What is chosen in a menu; its first option where that is none of them."""
    asked = choices.get(menu, "")
    return asked if asked in options else next(iter(options), "")
