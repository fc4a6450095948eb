"""An exhibit: one question with its finding, and the readings, chart or list that answer it.

A page is its answer, the few figures that carry it, and its exhibits in sections.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from arp.measures.asked import Filters
from arp.measures.readings import HIDDEN
from arp.views import charts, formats, untold_words

if TYPE_CHECKING:
    import pandas as pd

    from arp.measures.indicator import Indicator
    from arp.measures.monthly import Monthly
    from arp.views import colors

ALL_AGENCIES = "units of every agency, because none is known to be the program's"
NARROW = 390  # pixels that a card has at least, where cards stand beside one another


@dataclass(frozen=True)
class Drawing:
    """Which chart builder draws the readings, and with which words."""

    builder: Callable[..., Any]
    words: Mapping[str, Any] = field(default_factory=dict)

    def specification(self, readings: pd.DataFrame, palette: colors.Palette) -> dict[str, Any]:
        """The chart of these readings on one ground, as Vega-Lite."""
        return charts.specification(self.builder(readings, palette=palette, **self.words))


@dataclass(frozen=True)
class Menu:
    """A choice that an exhibit offers: which part of it is shown, or what it takes for granted."""

    key: str  # in links
    label: str
    options: tuple[str, ...]  # the first is taken where nothing is chosen
    form: Literal["select", "segments", "percent"] = "select"


@dataclass(frozen=True, kw_only=True)
class Exhibit:
    """A question with its answer."""

    key: str  # its own on its page: in widgets, links and file names
    question: str
    finding: str  # one sentence
    readings: pd.DataFrame  # all that it shows
    drawing: Drawing | None = None  # none where words or a list are the answer
    of: str = ""  # n of N of the whole
    note: str = ""  # what the foot says besides, where there is any figure
    listed: pd.DataFrame | None = None  # a table of printed words that stands in it
    menus: tuple[Menu, ...] = ()
    links: tuple[tuple[str, str], ...] = ()  # page and label of each page that tells more

    @cached_property
    def told(self) -> bool:
        """Whether any of its figures has a value."""
        return untold_words.is_told(self.readings)

    @cached_property
    def hidden(self) -> bool:
        """Whether the city hides every figure of it."""
        return bool(len(self.readings)) and bool((self.readings["status"] == HIDDEN).all())

    def foot(self, page: Page) -> str:
        """Of what the figures are, of when, and the note they carry."""
        parts = [self.of, page.period, f"data as of {page.as_of}"]
        frame = self.readings
        if len(frame) and "responder" in frame and (frame["responder"] == "all").any():
            parts.append(ALL_AGENCIES)
        said = " · ".join(part for part in parts if part)
        return f"{said}. {self.note if self.told else ''}".strip()


@dataclass(frozen=True)
class Section:
    """Exhibits that belong together."""

    exhibits: tuple[Exhibit, ...]
    title: str = ""  # none where the page is one section
    width: int = NARROW  # pixels that a card has at least; 0: each takes the whole width

    @property
    def told(self) -> bool:
        """Whether any of its figures has a value."""
        return any(exhibit.told for exhibit in self.exhibits)


@dataclass(frozen=True, kw_only=True)
class Page:
    """What a page shows."""

    name: str  # as links have it: "readiness"
    answer: str  # the page's title
    proof: str  # one or two sentences beneath it
    whole: pd.DataFrame  # the readings of its tiles, with no breakdown
    tiles: tuple[str, ...]  # the few figures that carry the answer
    months: Mapping[str, Monthly]  # the judged months of the tiles, where they have any
    said: Mapping[str, str]  # what is said of a tile besides
    indicators: Mapping[str, Indicator]  # as the city has them
    sections: tuple[Section, ...]
    period: str  # the months shown, in words
    as_of: str  # the day of the last change, in words
    where: Filters = Filters()  # the part of the program that its figures are of

    @property
    def part(self) -> str:
        """The teams, areas and call types shown; blank where it is all."""
        return ", ".join(formats.listed(values) for values in self.where.chosen.values())

    @property
    def exhibits(self) -> Iterator[Exhibit]:
        """Every exhibit that the city does not hide, in order."""
        return (one for section in self.sections for one in section.exhibits if not one.hidden)

    @cached_property
    def untold(self) -> dict[str, list[str]]:
        """The questions that have no answer yet, by the reason."""
        asked = {one.question: one.readings for one in self.exhibits if not one.told}
        return untold_words.by_reason(asked)

    def named(self, key: str) -> Exhibit | None:
        """The exhibit of a key, where the page has it."""
        return next((one for one in self.exhibits if one.key == key), None)


def names(
    readings: pd.DataFrame, indicators: Mapping[str, Indicator]
) -> dict[str, tuple[str, str]]:
    """The name and unit of each indicator in the readings."""
    return {
        key: (indicators[key].name, indicators[key].unit)
        for key in dict.fromkeys(readings["indicator"])
    }
