"""Where the maps of a chart stand: worked out by the browser, from the room that it has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from arp.views import large
from arp.views.map_ground import Ground

TITLE = 22  # pixels above each of several maps, for its title
PHONE = 480  # pixels up to which maps stand in few columns
MOST_MAPS_WIDE = 4  # maps side by side
MOST_MAPS_FLAT, FLAT = 6, 2.6  # side by side where it is so many times as wide as it is high
RIM = 1.04  # of the plane: so much lies around it


@dataclass(frozen=True)
class Spot:
    """The place of one map among several."""

    plane: Ground
    at: int
    of: int

    @property
    def across(self) -> str:
        """How many maps stand side by side."""
        return _by_width(*columns(self.of), min(self.of, MOST_MAPS_FLAT))

    @property
    def rows(self) -> str:
        """How many rows of maps there are."""
        across = (*columns(self.of), min(self.of, MOST_MAPS_FLAT))
        return _by_width(*(-(-self.of // one) for one in across))

    @property
    def above(self) -> str:
        """Pixels above the map, for its title."""
        return f"{TITLE} {large.AS_DRAWN}" if self.of > 1 else "0"

    @property
    def scale(self) -> str:
        """Pixels a unit of the plane."""
        return (
            f"min(width / {self.across} / {self.plane.width * RIM:.0f}, "
            f"(height / {self.rows} - {self.above}) / {self.plane.height * RIM:.0f})"
        )

    @property
    def projection(self) -> dict[str, Any]:
        """How the plane comes to lie on the chart."""
        import altair as alt

        x = (
            f"({self.at} % {self.across} + 0.5) * width / {self.across} "
            f"- {self.plane.width / 2:.0f} * {self.scale}"
        )
        y = (
            f"floor({self.at} / {self.across}) * height / {self.rows} + {self.above} "
            f"+ (height / {self.rows} - {self.above} - {self.plane.height} * {self.scale}) / 2"
        )
        return {
            "type": "identity",
            "scale": alt.expr(self.scale),
            "translate": alt.expr(f"[{x}, {y}]"),
            # Of no effect on a plane. Vega-Lite takes projections that differ only in scale and
            # place for one, and would draw every map at the place of the first.
            "precision": 0.1 + self.at / 100,
        }


def columns(maps: int) -> tuple[int, int]:
    """How many maps stand side by side on a phone, and where there is more room."""
    phone = 2 if maps <= MOST_MAPS_WIDE else 3
    return min(maps, phone), min(maps, MOST_MAPS_WIDE)


def _by_width(phone: int, wide: int, flat: int) -> str:
    if phone == wide == flat:
        return str(phone)
    return f"(width < {PHONE} ? {phone} : width > {FLAT} * height ? {flat} : {wide})"
