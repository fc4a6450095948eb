"""The map of Sampleton: five districts that tile, and the river that is the border of one."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from arp.sample import place
from arp.shapes.shapes import DECIMALS, Outline, text

if TYPE_CHECKING:
    from shapely import LineString, Polygon

    from arp.sample.chance import Rng

SEED = 4_026  # its own: no other value of the city depends on the map
AT = (-70.4, 36.4)  # longitude and latitude of the middle, where there is no city but the sea
RADIUS = 0.07  # degrees of latitude
CORNERS = 90  # of the city's limits
WAVES = 9  # of a border: how often it swings
RIVER = 0.022  # half its width, as a share of the city's radius
FILE_NAME = "Areas.geojson"


def areas() -> dict[str, Outline]:
    """Each district's outline in longitude and latitude: irregular, side by side, with a river."""
    import shapely

    rng = np.random.default_rng(SEED)
    city = _blob(rng, (0.0, 0.0), 1.0)
    river = shapely.LineString(_river(rng))
    south = _below(river)
    north_of = city - south
    center = _blob(rng, (0.02, 0.1), 0.42) & north_of
    ring = north_of - center
    west, east = (_beyond(rng, angle) for angle in (128.0, 41.0))
    parts = {
        "North": ring - west - east,
        "East": ring & east,
        "South": city & south,
        "West": ring & west,
        "Center": center,
    }
    banks = river.buffer(RIVER)
    return {name: _outline(parts[name] - banks) for name in place.DISTRICTS}


def write_areas(folder: Path) -> Path:
    """Write the map as the GeoJSON file that a city's mapping program exports."""
    features = [
        {
            "type": "Feature",
            "properties": {"OBJECTID": number, "NAME": f"{name} District"},
            "geometry": {"type": "MultiPolygon", "coordinates": json.loads(text(outline))},
        }
        for number, (name, outline) in enumerate(areas().items(), start=1)
    ]
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / FILE_NAME
    whole = {"type": "FeatureCollection", "name": place.NAME, "features": features}
    path.write_text(f"{json.dumps(whole)}\n")
    return path


def _blob(rng: Rng, middle: tuple[float, float], radius: float) -> Polygon:
    """A round thing with a wavy border."""
    import shapely

    around = np.linspace(0, 2 * math.pi, CORNERS, endpoint=False)
    reach = radius * (1 + _swings(rng, around, 0.06))
    x, y = middle[0] + 1.15 * reach * np.cos(around), middle[1] + 0.92 * reach * np.sin(around)
    return shapely.Polygon(np.column_stack([x, y]))


def _river(rng: Rng) -> np.ndarray[Any, Any]:
    """From the west to the east, beneath the middle."""
    x = np.linspace(-1.6, 1.6, CORNERS)
    bends = 0.10 * np.sin(2.3 * x + 0.6) + 0.4 * _swings(rng, x * 1.6, 0.07)
    return np.column_stack([x, -0.27 - 0.08 * x + bends])


def _below(river: LineString) -> Polygon:
    import shapely

    return shapely.Polygon([*river.coords, (1.6, -2.0), (-1.6, -2.0)])


def _beyond(rng: Rng, degrees: float) -> Polygon:
    """Everything to the left or the right of a wavy road out of the middle."""
    import shapely

    angle = math.radians(degrees)
    along = np.linspace(0, 2.2, CORNERS // 2)
    aside = 0.5 * _swings(rng, along * 3, 0.12)
    x = 0.02 + along * math.cos(angle) - aside * math.sin(angle)
    y = 0.1 + along * math.sin(angle) + aside * math.cos(angle)
    side = -3.0 if x[-1] < 0 else 3.0
    return shapely.Polygon([*np.column_stack([x, y]), (side, y[-1]), (side, -3.0), (x[0], -3.0)])


def _swings(rng: Rng, along: np.ndarray[Any, Any], size: float) -> np.ndarray[Any, Any]:
    """A border's swings about its course, the finer the smaller."""
    total = np.zeros(len(along))
    for wave in range(3, 3 + WAVES):
        total += np.sin(wave * along + rng.uniform(0, 2 * math.pi)) * size / wave**0.6
    return total


def _outline(shape: Any) -> Outline:
    """The largest parts of a shape on the map, slivers left out."""
    parts = [part for part in getattr(shape, "geoms", [shape]) if part.area > 0.002]
    longer = 1 / math.cos(math.radians(AT[1]))
    return tuple(
        (
            tuple(
                (
                    round(AT[0] + RADIUS * longer * x, DECIMALS),
                    round(AT[1] + RADIUS * y, DECIMALS),
                )
                for x, y in part.exterior.coords
            ),
        )
        for part in parts
    )
