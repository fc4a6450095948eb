"""What every hand-out says of its figures: period, n, data as of, method date, caveats."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from arp.measures.registry import INDICATORS
from arp.views import formats

if TYPE_CHECKING:
    import pandas as pd

    from arp.exhibits.handout import Handout, Screen
    from arp.measures.indicator import Indicator

SAMPLE = "Made-up sample city"
SAMPLE_MEANS = "These figures are of a made-up sample city. They say nothing of any real one."


def shown(screen: Screen) -> pd.DataFrame:
    """The readings of a screen that the city does not hide."""
    from arp.measures.readings import HIDDEN

    readings = screen.exhibit.readings
    return readings[readings["status"] != HIDDEN] if len(readings) else readings


def indicators(screen: Screen) -> dict[str, Indicator]:
    """The indicators whose figures a screen shows, by key, as the city has them."""
    readings = shown(screen)
    keys = dict.fromkeys(readings["indicator"]) if "indicator" in readings else {}
    known = {**INDICATORS, **screen.page.indicators}
    return {str(key): known[str(key)] for key in keys if str(key) in known}


def all_indicators(screens: Iterable[Screen]) -> dict[str, Indicator]:
    """The indicators of several screens, each once, in the order in which they come."""
    return {key: one for screen in screens for key, one in indicators(screen).items()}


def caveats(screen: Screen) -> dict[str, str]:
    """What to keep in mind of the figures of a screen, by their names; of some there is nothing."""
    return {one.name: one.caveat for one in indicators(screen).values() if one.caveat}


def method(day: str) -> str:
    """Since when figures are worked out as they are: Method of Nov 22, 2026."""
    return f"Method of {formats.day(date.fromisoformat(day))}"


def part(screen: Screen) -> str:
    """The teams, areas and call types shown, in words; blank where it is all."""
    return f"Showing {screen.page.part}." if screen.page.part else ""


def foot(screen: Screen, handout: Handout) -> str:
    """Everything that stands beneath a screen: n of N, period, part, as of, its note, method."""
    said = (part(screen), screen.foot, f"{method(handout.method)}.")
    return " ".join(words for words in said if words)


def definitions(of: Mapping[str, Indicator]) -> Iterator[tuple[str, str, str, str]]:
    """Name, unit, how it is calculated and what to keep in mind, one row an indicator."""
    for one in of.values():
        yield one.name, one.unit, one.words, one.caveat
