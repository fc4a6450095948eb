"""Outlines mended and made simple. Borders that areas share stay one, so nothing tears.

The work is shapely's (GEOS): what crosses itself is made valid, and all areas are simplified
together as one coverage.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from arp.shapes.shapes import DECIMALS, Outline, points

if TYPE_CHECKING:
    from shapely import MultiPolygon

MOST_POINTS = 4_000  # of all areas together: a chart of them stays under 100 KB
FIRST_STEP = 20_000  # the finest detail that is given up, as a part of the map's extent
CORNERS = 4  # points of the smallest ring, its first one twice


def mended(outline: Outline) -> Outline:
    """The outline without what crosses itself or has no area; blank where nothing is left."""
    import shapely

    made = [_polygon(polygon) for polygon in outline]
    whole = shapely.union_all([shapely.make_valid(each) for each in made if each is not None])
    return _outline(_areas_of(whole))


def simplified(outlines: Mapping[str, Outline], most: int = MOST_POINTS) -> dict[str, Outline]:
    """All outlines with at most so many points together, as far as areas can be told apart.

    A border of two areas is simplified once. Islands and holes too small to be seen go first; of
    each area something stays.
    """
    import numpy as np
    import shapely

    if sum(map(points, outlines.values())) <= most:
        return dict(outlines)
    stretch = _stretch(outlines)
    flat = np.array([_shape(outline, stretch) for outline in outlines.values()], dtype=object)
    left, low, right, high = shapely.total_bounds(flat)
    step = max(right - left, high - low) / FIRST_STEP
    made = flat
    while shapely.get_num_coordinates(made).sum() > most and step < right - left + high - low:
        seen = np.array([_seen(shape, step) for shape in flat], dtype=object)
        made = shapely.coverage_simplify(seen, step)
        step *= 1.5
    return {
        name: _outline(_areas_of(shape), 1 / stretch)
        for name, shape in zip(outlines, made, strict=True)
    }


def _stretch(outlines: Mapping[str, Outline]) -> float:
    """How much shorter a degree of longitude is than one of latitude, in the middle of the map."""
    heights = [
        y for outline in outlines.values() for polygon in outline for ring in polygon
        for _, y in ring
    ]  # fmt: skip
    return max(0.05, math.cos(math.radians((min(heights) + max(heights)) / 2)))


def _polygon(polygon: Any, stretch: float = 1.0) -> Any:
    import shapely

    outer, *holes = [[(x * stretch, y) for x, y in ring] for ring in polygon]
    if len(outer) < CORNERS:
        return None
    return shapely.Polygon(outer, [hole for hole in holes if len(hole) >= CORNERS])


def _shape(outline: Outline, stretch: float) -> MultiPolygon:
    import shapely

    return shapely.MultiPolygon([_polygon(polygon, stretch) for polygon in outline])


def _seen(shape: Any, step: float) -> Any:
    """The shape without the parts and holes that so coarse a drawing does not show."""
    import shapely

    smallest = (4 * step) ** 2
    parts = sorted(_areas_of(shape), key=lambda part: part.area, reverse=True)
    kept = [part for at, part in enumerate(parts) if at == 0 or part.area >= smallest]
    return shapely.MultiPolygon(
        [
            shapely.Polygon(
                part.exterior,
                [hole for hole in part.interiors if shapely.Polygon(hole).area >= smallest],
            )
            for part in kept
        ]
    )


def _areas_of(shape: Any) -> list[Any]:
    """The polygons of a shape; lines and points that mending left are no areas."""
    if shape.geom_type == "Polygon":
        return [shape] if shape.area > 0 else []
    return [part for each in getattr(shape, "geoms", ()) for part in _areas_of(each)]


def _outline(polygons: list[Any], stretch: float = 1.0) -> Outline:
    return tuple(
        tuple(
            tuple((round(x * stretch, DECIMALS), round(y, DECIMALS)) for x, y in ring.coords)
            for ring in (polygon.exterior, *polygon.interiors)
        )
        for polygon in polygons
    )
