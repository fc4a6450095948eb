"""The ground of a map: outlines as whole numbers on a plane, where words fit, and hatching.

Longitudes are shortened by the latitude, so that a city looks as it does on paper; north is up.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from arp.shapes.shapes import Shapes

SPAN = 2_000  # units of the longer side: finer than the pixels of a large picture
WORDS_HIGH = 0.6  # of the radius of the largest circle inside: how far words reach from its center
HATCHED = 22  # lines of a hatching across the map

Positions = list[Any]  # coordinates of a GeoJSON geometry


@dataclass(frozen=True)
class Place:
    """One area on the plane."""

    coordinates: Positions  # of a MultiPolygon
    hatching: Positions  # of a MultiLineString: slanted lines within it
    at: tuple[int, int]  # the middle of the room for its words
    room: int  # how wide words may be there
    high: int  # and how high


@dataclass(frozen=True)
class Ground:
    """All areas on one plane from 0, 0 to its width and height, y downward."""

    places: Mapping[str, Place]
    width: int
    height: int


@lru_cache(maxsize=8)
def ground(shapes: Shapes) -> Ground:
    """The areas on a plane, worked out once."""
    import shapely

    degrees = {name: _shape(outline) for name, outline in shapes.outlines.items()}
    left, low, right, high = shapely.total_bounds(list(degrees.values()))
    shorter = max(0.05, math.cos(math.radians((low + high) / 2)))
    scale = SPAN / max((right - left) * shorter, high - low)

    def placed(points: Any) -> Any:
        return (points - (left, high)) * (scale * shorter, -scale)

    plane = {name: shapely.transform(shape, placed) for name, shape in degrees.items()}
    width, height = (right - left) * scale * shorter, (high - low) * scale
    width, height = math.ceil(width), math.ceil(height)
    places = {name: _place(shape, width + height) for name, shape in plane.items()}
    return Ground(places, width, height)


def _shape(outline: Any) -> Any:
    import shapely

    return shapely.MultiPolygon([shapely.Polygon(each[0], each[1:]) for each in outline])


def _place(shape: Any, across: int) -> Place:
    import shapely

    largest = max(shape.geoms, key=lambda part: part.area)
    radius = shapely.maximum_inscribed_circle(largest, tolerance=SPAN / 400)
    (x, y), reach = radius.coords[0], radius.length
    rows = (y - WORDS_HIGH * reach, y, y + WORDS_HIGH * reach)
    ends = [_ends(largest, x, row) for row in rows]
    west, east = max(end[0] for end in ends), min(end[1] for end in ends)
    return Place(
        coordinates=[
            [_whole(ring.coords) for ring in (part.exterior, *part.interiors)]
            for part in shape.geoms
        ],
        hatching=[_whole(line.coords) for line in _hatching(shape, across)],
        at=(round((west + east) / 2), round(y)),
        room=round(east - west),
        high=round(2 * WORDS_HIGH * reach),
    )


def _ends(polygon: Any, x: float, y: float) -> tuple[float, float]:
    """From where to where a level line through a point stays within a polygon."""
    import shapely

    left, _, right, _ = polygon.bounds
    inside = polygon.intersection(shapely.LineString([(left - 1, y), (right + 1, y)]))
    spans = [part.bounds for part in _lines(inside)]
    return next(((w, e) for w, _, e, _ in spans if w <= x <= e), (x, x))


def _hatching(shape: Any, across: int) -> Iterator[Any]:
    """Slanted lines within a shape, at the same places on the whole map."""
    import shapely

    step = max(1, across // (2 * HATCHED))
    west, north, east, south = (math.floor(each) for each in shape.bounds)
    first = (west + north) // step + 1
    lines = [
        shapely.LineString([(at * step - north, north), (at * step - south, south)])
        for at in range(first, (east + south) // step + 1)
    ]
    return _lines(shape.intersection(shapely.MultiLineString(lines)))


def _lines(shape: Any) -> Iterator[Any]:
    if shape.geom_type == "LineString":
        if not shape.is_empty:
            yield shape
        return
    for part in getattr(shape, "geoms", ()):
        yield from _lines(part)


def _whole(points: Sequence[Any]) -> list[list[int]]:
    """Points as whole numbers, each but once in a row."""
    kept: list[list[int]] = []
    for x, y in points:
        point = [round(x), round(y)]
        if not kept or kept[-1] != point:
            kept.append(point)
    return kept
