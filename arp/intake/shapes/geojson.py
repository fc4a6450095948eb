"""What a GeoJSON file holds: features with an outline, and the properties that could name them."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, NoReturn

from arp.intake.shapes import coordinates
from arp.shapes.shapes import Outline
from arp.words.catalog import CATALOG
from arp.words.findings import Finding, Refused

MOST_BYTES = 20_000_000
MOST_AREAS = 400
LONGEST_NAME = 80  # characters of an area's name
NAMES = (".geojson", ".json", ".topojson")
_BEGINS = re.compile(rb'\A(?:\xef\xbb\xbf)?\s*\{[^\x00]{0,2000}?"type"\s*:\s*"[A-Z]', re.DOTALL)
_GEOMETRIES = ("Polygon", "MultiPolygon", "Point", "MultiPoint", "LineString", "MultiLineString")
_OTHERS = {"Topology": "TopoJSON", "GeometryCollection": "a collection without names"}


@dataclass(frozen=True, kw_only=True)
class Feature:
    """One area of the map: its outline, and every property short enough to be its name."""

    outline: Outline
    properties: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class AreaMap:
    """A map of areas as read; nothing of it is kept yet."""

    file_name: str  # a label only
    sha256: str
    features: tuple[Feature, ...]
    findings: tuple[Finding, ...] = ()


def is_map(file_name: str, head: bytes) -> bool:
    """Whether a file is meant as a map of areas, by its name or by how it begins."""
    named = PurePosixPath(file_name.lower()).suffix in NAMES
    return named or bool(_BEGINS.match(head[:4096]))


def read_map(file_name: str, data: bytes) -> AreaMap:
    """The areas of a GeoJSON file, outlines closed, in longitude and latitude.

    Features that are no areas are left out and counted. Properties stay in memory until one of
    them is chosen as the name; no other is ever kept.

    Raises:
        Refused: with one finding that says what is wrong and what to do.
    """
    if len(data) > MOST_BYTES:
        raise _refused("map_too_large", found=_megabytes(len(data)), other=_megabytes(MOST_BYTES))
    listed = _features(_parsed(data))
    outlines = [
        coordinates.outline(one.get("geometry"), number)
        for number, one in enumerate(listed, start=1)
    ]
    areas = [(one, outline) for one, outline in zip(listed, outlines, strict=True) if outline]
    if not areas:
        raise _refused("map_without_areas")
    if len(areas) > MOST_AREAS:
        raise _refused("map_of_too_many_areas", n=len(areas), other=f"{MOST_AREAS:,}")
    found = [outline for _, outline in areas]
    coordinates.require_degrees(found)
    turned = coordinates.is_turned(found)
    features = tuple(
        Feature(
            outline=coordinates.turned(outline) if turned else outline,
            properties=_properties(one.get("properties")),
        )
        for one, outline in areas
    )
    unclosed = sum(coordinates.open_rings(one["geometry"]) for one, _ in areas)
    return AreaMap(
        file_name=file_name,
        sha256=hashlib.sha256(data).hexdigest(),
        features=features,
        findings=_noticed(len(listed) - len(areas), turned=turned, unclosed=unclosed),
    )


def clean(text: str) -> str:
    """A name without what cannot be seen, its blanks single."""
    shown = "".join(mark if mark.isprintable() else " " for mark in text)
    return " ".join(shown.split())


def _noticed(left_out: int, *, turned: bool, unclosed: int) -> tuple[Finding, ...]:
    counted = {"features_left_out": left_out, "outlines_mended": unclosed}
    found = [Finding(CATALOG[key], n=n) for key, n in counted.items() if n]
    return (*found, *([Finding(CATALOG["coordinates_turned"])] if turned else []))


def _parsed(data: bytes) -> dict[str, Any]:
    try:
        parsed = json.loads(data, parse_constant=_no_number)
    except (ValueError, RecursionError):  # not JSON, not text, NaN, or nested without end
        raise _refused("map_unreadable") from None
    if not isinstance(parsed, dict):
        raise _refused("map_unreadable")
    return parsed


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)


def _features(parsed: Mapping[str, Any]) -> Sequence[dict[str, Any]]:
    """The features of whichever kind of GeoJSON it is, as far as they are objects."""
    kind = parsed.get("type")
    if kind == "FeatureCollection" and isinstance(parsed.get("features"), list):
        return [one for one in parsed["features"] if isinstance(one, dict)]
    if kind == "Feature":
        return [dict(parsed)]
    if kind in _GEOMETRIES:
        return [{"type": "Feature", "geometry": parsed, "properties": {}}]
    if "geometryType" in parsed or "rings" in parsed:
        raise _refused("map_of_another_kind", found="a feature set of ArcGIS (Esri JSON)")
    if isinstance(kind, str) and kind in _OTHERS:
        raise _refused("map_of_another_kind", found=_OTHERS[kind])
    raise _refused("map_unreadable")


def _properties(told: Any) -> dict[str, str]:
    """The properties that are short texts or numbers, as text; the rest cannot be a name."""
    if not isinstance(told, dict):
        return {}
    texts = {clean(str(key)): _name(value) for key, value in told.items()}
    return {key: text for key, text in texts.items() if key and text}


def _name(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = clean(value if isinstance(value, str) else f"{value:.12g}")
    return text if len(text) <= LONGEST_NAME else ""


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:,.0f} MB"


def _refused(key: str, **told: Any) -> Refused:
    return Refused(Finding(CATALOG[key], **told))
