"""Maps: where people wait longest, where eligible calls go unhandled, where people are met.

Each is None where the city has not given its areas' outlines, or where a filter shows one area.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from arp.exhibits.exhibit import Drawing, Exhibit
from arp.measures.readings import HIDDEN
from arp.shapes.shapes import Shapes
from arp.views import area_map, formats, map_words

if TYPE_CHECKING:
    import pandas as pd

    from arp.exhibits.look import Look

WAITS, CAPTURE, PEOPLE = "response_p50", "eligible_capture", "people_served"
AREA, MONTH = "area", "month"
SCALES: Mapping[str, str] = {  # what the colors stand for
    WAITS: "Minutes within which half of the calls had a unit on scene",
    CAPTURE: "Share of eligible calls handled, in staffed hours",
    PEOPLE: "People met, counted once in each area",
}
HOW_TO_READ = "Colors that look alike stand for values that hardly differ."


def shapes(look: Look) -> Shapes | None:
    """The outlines of the city's areas, by the names that readings give them today."""
    return Shapes.of(look.settings("shapes"), look.settings("areas"))


def waits(look: Look) -> Exhibit | None:
    """Where people wait longest."""
    return _one(look, WAITS, "map-waits", "Where do people wait longest?", ("Longest", "shortest"))


def captured(look: Look) -> Exhibit | None:
    """Where eligible calls are handled, and where most go without."""
    return _one(
        look, CAPTURE, "map-capture", "Where are eligible calls handled?", ("Most", "least")
    )


def people(look: Look) -> Exhibit | None:
    """Where people are met; counts of few are withheld."""
    return _one(look, PEOPLE, "map-people", "Where do teams meet people?", ("Most", "fewest"))


def captured_by_month(look: Look) -> Exhibit | None:
    """Where eligible calls are handled, month by month, on one scale."""
    drawn = _drawable(look)
    if drawn is None:
        return None
    readings = look.readings([CAPTURE], by=(AREA, MONTH))
    unit = look.registry.indicators[CAPTURE].unit
    words = {"shapes": drawn, "unit": unit, "measure": SCALES[CAPTURE]}
    return Exhibit(
        key="map-capture-months",
        question="Has it changed where eligible calls are handled?",
        finding=_over_months(readings, drawn, unit),
        readings=readings,
        drawing=Drawing(area_map.small_maps, words) if AREA in readings else None,
        note=HOW_TO_READ,
    )


def _one(look: Look, key: str, name: str, question: str, words: tuple[str, str]) -> Exhibit | None:
    """The map of one figure."""
    drawn = _drawable(look)
    if drawn is None:
        return None
    readings = look.readings([key], by=(AREA,))
    unit = look.registry.indicators[key].unit
    placed = AREA in readings and not (readings["status"] == HIDDEN).all()
    on_map = readings[readings[AREA].isin(list(drawn.outlines))] if placed else readings
    said = map_words.finding(on_map, unit, first=words[0], last=words[1])
    if key == CAPTURE and placed:
        said = f"{said} {map_words.unserved(on_map)}".strip()
    drawing_words: dict[str, Any] = {"shapes": drawn, "unit": unit, "measure": SCALES[key]}
    beside = map_words.beside_the_map(readings, drawn.outlines) if placed else ""
    return Exhibit(
        key=name,
        question=question,
        finding=said,
        readings=readings,
        drawing=Drawing(area_map.area_map, drawing_words) if placed else None,
        of=_counted(on_map) if key != PEOPLE else "",
        note=f"{beside} {HOW_TO_READ}".strip(),
    )


def _drawable(look: Look) -> Shapes | None:
    """The outlines, where there are any and more than one area is asked for."""
    alone = look.where.area is not None and len(look.where.area) < 2
    return None if alone else shapes(look)


def _counted(readings: pd.DataFrame) -> str:
    calls = readings.loc[readings["status"] == "ok", "n"].sum()
    return formats.counted(calls, "call") if calls else ""


def _over_months(readings: pd.DataFrame, drawn: Shapes, unit: str) -> str:
    """The last month that is drawn, in the same words as a map of it."""
    known = readings[readings["status"] == "ok"]
    if known.empty or AREA not in readings:
        return map_words.finding(readings, unit, first="Most", last="least")
    last = max(known["period"])
    of_last = readings[(readings["period"] == last) & readings[AREA].isin(list(drawn.outlines))]
    said = map_words.finding(of_last, unit, first="Most", last="least")
    return f"{formats.period(last)}: {formats.inside(said)}"
