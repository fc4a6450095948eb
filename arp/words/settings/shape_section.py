"""The shapes of areas: outlines from the city's own map, for charts to draw."""

from arp.words.grammar import Table
from arp.words.settings.declaring import section, text

SHAPES: Table = section(
    "shapes",
    "Areas on a map",
    "One row an area",
    "Outlines of areas from the city's own map, by which figures are drawn where they belong. It "
    "is no sheet of the program workbook: an outline is longer than a cell can hold.",
    ("area",),
    text("area", "Area", "The area, named as in the data", required=True),
    text(
        "shape",
        "Shape",
        "Its outline: GeoJSON coordinates of a MultiPolygon in WGS 84, as JSON text",
        required=True,
    ),
)
