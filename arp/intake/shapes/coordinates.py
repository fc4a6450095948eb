"""Coordinates of a map's feature as rings of finite longitudes and latitudes."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

from arp.shapes.shapes import Outline, Point, Polygon, Ring
from arp.words.catalog import CATALOG
from arp.words.findings import Finding, Refused

FARTHEST_EAST, FARTHEST_NORTH = 180.0, 90.0
NOBODY_LIVES_BEYOND = 72.0  # degrees of latitude: there longitudes stand where latitudes should
POLYGON, MULTI = "Polygon", "MultiPolygon"


def outline(geometry: Any, number: int) -> Outline | None:
    """The rings of a polygon or several, each closed; None for what is no area.

    Args:
        geometry: GeoJSON's, not yet looked at.
        number: of the feature, for the sentence that refuses it.

    Raises:
        Refused: when a coordinate is no finite number.
    """
    if not isinstance(geometry, dict) or geometry.get("type") not in (POLYGON, MULTI):
        return None
    nested: Any = geometry.get("coordinates")
    polygons: Any = [nested] if geometry["type"] == POLYGON else nested
    try:
        return tuple(_polygon(polygon) for polygon in polygons if polygon)
    except (TypeError, ValueError, LookupError, OverflowError):
        raise Refused(Finding(CATALOG["map_coordinates"], n=number)) from None


def open_rings(geometry: Any) -> bool:
    """Whether any ring of a readable area does not end where it began."""
    nested = geometry["coordinates"]
    polygons = [nested] if geometry["type"] == POLYGON else nested
    return any(ring[0][:2] != ring[-1][:2] for polygon in polygons for ring in polygon if ring)


def require_degrees(outlines: Iterable[Outline]) -> None:
    """Refuses coordinates in feet or meters, whichever of the two stands first.

    Raises:
        Refused: when one lies beyond any longitude, or both beyond any latitude.
    """
    for x, y in _points(outlines):
        most, least = max(abs(x), abs(y)), min(abs(x), abs(y))
        if most > FARTHEST_EAST or least > FARTHEST_NORTH:
            raise Refused(Finding(CATALOG["map_projected"], found=f"{most:,.0f}"))


def is_turned(outlines: Iterable[Outline]) -> bool:
    """Whether latitude stands before longitude, which no inhabited place allows otherwise."""
    return any(abs(y) > NOBODY_LIVES_BEYOND for _, y in _points(outlines))


def turned(outline: Outline) -> Outline:
    """The outline with both coordinates of each point exchanged."""
    return tuple(tuple(tuple((y, x) for x, y in ring) for ring in polygon) for polygon in outline)


def _polygon(rings: Any) -> Polygon:
    return tuple(_ring(ring) for ring in rings)


def _ring(positions: Any) -> Ring:
    """One ring, closed; heights and what else stands beside a position are left out."""
    points = tuple(_point(position) for position in positions)
    return points if not points or points[0] == points[-1] else (*points, points[0])


def _point(position: Any) -> Point:
    x, y = position[0], position[1]
    if type(x) not in (int, float) or type(y) not in (int, float):
        raise TypeError
    point = float(x), float(y)
    if not (math.isfinite(point[0]) and math.isfinite(point[1])):
        raise ValueError
    return point


def _points(outlines: Iterable[Outline]) -> Iterable[Point]:
    return (point for one in outlines for polygon in one for ring in polygon for point in ring)
