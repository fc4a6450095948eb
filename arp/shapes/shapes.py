"""The outlines of areas by the areas' names, as stored and as drawn."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from typing import Any

Point = tuple[float, float]  # longitude and latitude in degrees
Ring = tuple[Point, ...]  # closed: the last point is the first again
Polygon = tuple[Ring, ...]  # its outer ring, then its holes
Outline = tuple[Polygon, ...]  # an area may lie in several parts

DECIMALS = 5  # of a degree: about a meter


@dataclass(frozen=True, repr=False)
class Shapes:
    """Each area's outline, by the name that readings give the area."""

    outlines: Mapping[str, Outline]

    @classmethod
    def of(
        cls, stored: Iterable[Mapping[str, Any]], areas: Iterable[Mapping[str, Any]] = ()
    ) -> Shapes | None:
        """The shapes of stored settings; None where there are none.

        Names that the settings read as one area give one outline in several parts.

        Args:
            stored: values of the settings' section `shapes`.
            areas: values of the section `areas`, which say what the data's names mean.
        """
        renamed = {row["label"]: row["area"] for row in areas if row.get("area")}
        outlines: dict[str, Outline] = {}
        for row in stored:
            name = renamed.get(row["area"], row["area"])
            outlines[name] = (*outlines.get(name, ()), *outline(row["shape"]))
        return cls(outlines) if outlines else None

    @cached_property
    def fingerprint(self) -> str:
        """The same for equal shapes: what a drawn chart is kept by."""
        told = json.dumps(self.outlines, sort_keys=True).encode()
        return blake2b(told, digest_size=8).hexdigest()

    def __hash__(self) -> int:
        """Of the fingerprint: what is worked out of shapes can be kept by them."""
        return hash(self.fingerprint)

    def __repr__(self) -> str:
        """The fingerprint, not thousands of points."""
        return f"Shapes({self.fingerprint})"


def outline(text: str) -> Outline:
    """An outline from its stored text."""
    return tuple(
        tuple(tuple((float(x), float(y)) for x, y in ring) for ring in polygon)
        for polygon in json.loads(text)
    )


def text(outline: Outline) -> str:
    """An outline as it is stored: GeoJSON's coordinates of a MultiPolygon, to about a meter."""
    rounded = [
        [[[round(x, DECIMALS), round(y, DECIMALS)] for x, y in ring] for ring in polygon]
        for polygon in outline
    ]
    return json.dumps(rounded, separators=(",", ":"))


def points(outline: Outline) -> int:
    """How many points an outline has."""
    return sum(len(ring) for polygon in outline for ring in polygon)
