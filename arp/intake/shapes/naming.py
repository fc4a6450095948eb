"""Which property of a map names its areas, and which area of the data each feature is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from arp.intake.recognition.spelling import plain, spoken
from arp.intake.shapes.geojson import Feature
from arp.intake.shapes.known import KnownArea

ALIKE = 85  # of 100: how alike two spellings must be to be taken for one name
KINDS = ("district", "area", "beat", "ward", "zone", "precinct", "sector", "division", "region")
LIKELY = ("name", *KINDS, "label")  # words in the names of properties that name areas


@dataclass(frozen=True)
class Naming:
    """The areas of a map, named by one of its properties."""

    by: str  # the property
    labels: tuple[str | None, ...]  # of each feature, as the map writes it
    areas: Mapping[str, str]  # label → the area of the data that it is
    missing: tuple[str, ...]  # areas of the data that the map does not draw

    @cached_property
    def unknown(self) -> tuple[str, ...]:
        """The map's areas that the data do not name."""
        named = dict.fromkeys(label for label in self.labels if label)
        return tuple(label for label in named if label not in self.areas)

    @property
    def unnamed(self) -> int:
        """How many features have no name."""
        return sum(label is None for label in self.labels)

    @property
    def matched(self) -> tuple[str, ...]:
        """The areas of the data that the map draws."""
        return tuple(dict.fromkeys(self.areas.values()))

    def area_of(self, label: str) -> str:
        """What an area is stored as: the data's own name where they have one."""
        return self.areas.get(label, label)


def namings(features: Sequence[Feature], known: Sequence[KnownArea]) -> list[Naming]:
    """Every property that can name the areas, the likeliest first.

    The one comes first by which most areas of the data are found; then the one that names most
    features, each otherwise; then one that is called like a name.
    """
    properties = dict.fromkeys(key for feature in features for key in feature.properties)
    found = [named(features, key, known) for key in properties]
    return sorted(found, key=_likeliest)


def named(features: Sequence[Feature], key: str, known: Sequence[KnownArea]) -> Naming:
    """The areas named by one property, as far as the data have them."""
    labels = tuple(feature.properties.get(key) for feature in features)
    areas: dict[str, str] = {}
    taken: set[str] = set()
    distinct = list(dict.fromkeys(label for label in labels if label))
    # What is sure comes before what is likely.
    for told in (_same, _same_but_kind, _same_number, _alike):
        for label in distinct:
            free = [area for area in known if area.name not in taken]
            if label not in areas and (area := told(label, free)):
                areas[label] = area
                taken.add(area)
    missing = tuple(area.name for area in known if area.name not in taken)
    return Naming(key, labels, areas, missing)


def _likeliest(naming: Naming) -> tuple[int, int, int, str]:
    told = [label for label in naming.labels if label]
    words = set(spoken(naming.by).split())
    return (
        -len(naming.areas),
        -len(set(told)),
        next((at for at, word in enumerate(LIKELY) if word in words), len(LIKELY)),
        naming.by,
    )


def _same(label: str, known: Sequence[KnownArea]) -> str | None:
    wanted = plain(label)
    return next((a.name for a in known if wanted in map(plain, a.names)), None) if wanted else None


def _same_but_kind(label: str, known: Sequence[KnownArea]) -> str | None:
    """“North District” is “North”, where no other area is called so."""
    wanted = _without_kind(label)
    fitting = [area.name for area in known if wanted in map(_without_kind, area.names)]
    return fitting[0] if wanted and len(fitting) == 1 else None


def _same_number(label: str, known: Sequence[KnownArea]) -> str | None:
    """“4” is “District 4”, where one side is a number alone and only one area has it."""
    numbers = _numbers(label)
    fitting = [
        area.name
        for area in known
        if any(
            numbers == _numbers(name) and (label.isdigit() or name.isdigit()) for name in area.names
        )
    ]
    return fitting[0] if len(numbers) == 1 and len(fitting) == 1 else None


def _alike(label: str, known: Sequence[KnownArea]) -> str | None:
    """The one area spelled nearly so; numbers must be the same."""
    from rapidfuzz.fuzz import ratio

    scored = [
        (ratio(plain(label), plain(name)), area.name)
        for area in known
        for name in area.names
        if _numbers(name) == _numbers(label)
    ]
    best = max(scored, default=(0.0, ""))
    rivals = {name for score, name in scored if score >= ALIKE}
    return best[1] if best[0] >= ALIKE and len(rivals) == 1 else None


def _without_kind(text: str) -> str:
    return " ".join(word for word in spoken(text).split() if word not in KINDS)


def _numbers(text: str) -> list[int]:
    return [int(digits) for digits in re.findall(r"\d{1,9}", text)]
