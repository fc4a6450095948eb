"""The layouts of a presentation, 16:9: where the question, the finding, the chart and the foot are.

Every text and chart stands in a placeholder of its layout. Moving or restyling a placeholder in
PowerPoint's slide master moves and restyles it on every slide.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

WIDE, HIGH = 13.333, 7.5  # inches
FINDING, CONTENT, FOOT, SAMPLE, SECOND = 13, 14, 15, 16, 17  # numbers of the placeholders
COVER, CHART, PICTURE, TABLE, BOTH, WORDS = (
    "Cover",
    "Question with chart",
    "Question with picture",
    "Question with table",
    "Question with chart and table",
    "Question with words",
)


@dataclass(frozen=True, kw_only=True)
class Place:
    """A placeholder: what it takes, where it stands (inches) and how its words look."""

    number: int
    name: str
    kind: str  # as XML calls it: title, body, chart, pic, tbl
    box: tuple[float, float, float, float]  # left, top, width, height
    size: float = 18  # points of its words
    meaning: str = "text"  # the color of its words
    bold: bool = False
    anchor: str = "t"
    align: str = "l"
    hint: str = ""


TITLE = Place(
    number=0,
    name="Question",
    kind="title",
    box=(0.6, 0.55, 12.13, 0.95),
    size=28,
    bold=True,
    anchor="b",
    hint="The question",
)
_FINDING = Place(
    number=FINDING,
    name="Finding",
    kind="body",
    box=(0.6, 1.55, 12.13, 0.95),
    size=18,
    hint="What the figures say",
)
_FOOT = Place(
    number=FOOT,
    name="Of what and of when",
    kind="body",
    box=(0.6, 6.62, 11.4, 0.62),
    size=10.5,
    meaning="quiet",
    anchor="b",
    hint="Period, n, data as of, method",
)
_SAMPLE = Place(
    number=SAMPLE,
    name="Sample",
    kind="body",
    box=(8.93, 0.24, 3.8, 0.28),
    size=11,
    meaning="quiet",
    bold=True,
    align="r",
    hint="Whether it is a sample",
)
CONTENT_BOX = (0.6, 2.6, 12.13, 3.95)


def _content(kind: str, name: str) -> Place:
    return Place(number=CONTENT, name=name, kind=kind, box=CONTENT_BOX, size=14)


LAYOUTS: Mapping[str, tuple[Place, ...]] = {
    COVER: (
        Place(
            number=0,
            name="Title",
            kind="ctrTitle",
            box=(0.9, 2.0, 11.5, 1.9),
            size=44,
            meaning="ground",
            bold=True,
            anchor="b",
            hint="Title",
        ),
        Place(
            number=FINDING,
            name="As of",
            kind="body",
            box=(0.9, 4.2, 11.5, 1.6),
            size=20,
            meaning="ground",
            hint="As of when",
        ),
        Place(
            number=FOOT,
            name="Who may see it",
            kind="body",
            box=(0.9, 6.2, 11.5, 0.9),
            size=13,
            meaning="ground",
            anchor="b",
            hint="Who may see it",
        ),
        Place(
            number=SAMPLE,
            name="Sample",
            kind="body",
            box=(0.9, 0.6, 11.5, 0.4),
            size=14,
            meaning="ground",
            bold=True,
            hint="Whether it is a sample",
        ),
    ),
    CHART: (TITLE, _FINDING, _content("chart", "Chart"), _FOOT, _SAMPLE),
    PICTURE: (TITLE, _FINDING, _content("pic", "Picture"), _FOOT, _SAMPLE),
    TABLE: (TITLE, _FINDING, _content("tbl", "Table"), _FOOT, _SAMPLE),
    BOTH: (
        TITLE,
        _FINDING,
        Place(number=CONTENT, name="Chart", kind="chart", box=(0.6, 2.6, 7.3, 3.95), size=14),
        Place(number=SECOND, name="Table", kind="tbl", box=(8.1, 2.6, 4.63, 3.95), size=12),
        _FOOT,
        _SAMPLE,
    ),
    WORDS: (
        TITLE,
        Place(
            number=FINDING,
            name="Finding",
            kind="body",
            box=(0.6, 1.9, 10.8, 4.4),
            size=28,
            meaning="quiet",
            hint="What is to be said",
        ),
        _FOOT,
        _SAMPLE,
    ),
}


def box(number: int, name: str) -> tuple[float, float, float, float]:
    """Where a placeholder of a layout stands, in inches."""
    return next(place.box for place in LAYOUTS[name] if place.number == number)
