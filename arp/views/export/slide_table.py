"""Tables of slides: native, in the theme's colors, as many rows a slide as can be read."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from arp.views.export import native_parts
from arp.views.export import slide_layouts as layouts
from arp.views.export.slide_theme import paint

if TYPE_CHECKING:
    import pandas as pd

STYLE = "{3B4B98B0-60AC-42C2-AFA5-B58CD77FA1E5}"  # PowerPoint's “Light Style 1 – Accent 1”
TYPE = 12  # points
# Inches, at this type: where the typeface is not installed, another that is wider stands for it.
LETTER, LINE, PADDING, GUTTER = 0.1, 0.2, 0.13, 0.2
WIDER, BROAD = frozenset("mwMW%@"), 1.6  # these letters, times as wide as others
BOLD = 1.15  # times as wide
MOST = (2.4, 3.4, 4.4, 6.0)  # inches of a text that may count for the width of its column


def fits(frame: pd.DataFrame, layout: str) -> bool:
    """Whether a table stands whole in the second place of a layout."""
    width, height = layouts.box(layouts.SECOND, layout)[2:]
    return sum(_heights(frame, widths(frame, width))) <= height and len(frame.columns) <= 3


def parts(frame: pd.DataFrame, layout: str) -> Iterator[pd.DataFrame]:
    """The table in parts, each of which stands whole on a slide; at least one.

    A row that heads others stays with them where they fit on one slide.
    """
    width, height = layouts.box(layouts.CONTENT, layout)[2:]
    head, *rows = _heights(frame, widths(frame, width))
    start, used = 0, head
    for at, (tall, together) in enumerate(zip(rows, _together(frame, rows), strict=True)):
        needed = together if head + together <= height else tall
        if used + needed > height and at > start:
            yield frame.iloc[start:at]
            start, used = at, head
        used += tall
    yield frame.iloc[start:]


def heads(frame: pd.DataFrame) -> list[bool]:
    """Of each row, whether it heads those beneath it: it leaves most of its cells blank."""
    rows = frame.astype(str).values.tolist()
    return [sum(not text for text in row) * 2 > len(row) for row in rows]


def _together(frame: pd.DataFrame, rows: list[float]) -> list[float]:
    """Inches of each row; of one that heads others, with all of those."""
    found = list(rows)
    of = heads(frame)
    for at in range(len(rows) - 2, -1, -1):
        if of[at] and not of[at + 1]:
            last = next((n for n in range(at + 1, len(rows)) if of[n]), len(rows))
            found[at] = sum(rows[at:last])
    return found


def insert(placeholder: Any, frame: pd.DataFrame, whole: pd.DataFrame | None = None) -> None:
    """Put a table of printed words into its placeholder; columns of numbers stand on the right.

    Args:
        placeholder: of a slide.
        frame: what is put there.
        whole: the table that it is a part of: all its parts have the same columns.
    """
    from pptx.util import Inches

    alike = frame if whole is None else whole
    across = widths(alike, placeholder.width / 914_400)
    shape = placeholder.insert_table(len(frame) + 1, len(frame.columns))
    native_parts.describe(shape, f"A table: {', '.join(map(str, frame.columns))}")
    table = shape.table
    shape._element.xpath(".//a:tableStyleId")[0].text = STYLE
    for column, inches in zip(table.columns, across, strict=True):
        column.width = Inches(inches)
    for row, height in zip(table.rows, _heights(frame, across), strict=True):
        row.height = Inches(height)
    right, bold = numeric(alike), [True, *heads(frame)]
    for at, texts in enumerate([list(map(str, frame.columns)), *frame.astype(str).values.tolist()]):
        for place, text in enumerate(texts):
            cell = table.cell(at, place)
            _fill(cell, text, bold=bold[at], quiet=at == 0, right=right[place])


def _fill(cell: Any, text: str, *, bold: bool, quiet: bool, right: bool) -> None:
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
    from pptx.util import Inches, Pt

    cell.text = text
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.margin_top = cell.margin_bottom = Inches(0.04)
    cell.margin_left = cell.margin_right = Inches(0.08)
    for paragraph in cell.text_frame.paragraphs:
        paragraph.alignment = PP_ALIGN.RIGHT if right else PP_ALIGN.LEFT
        paragraph.font.size = Pt(TYPE)
        paragraph.font.bold = bold
        paint(paragraph.font.color, "quiet" if quiet else "text")


def widths(frame: pd.DataFrame, width: float) -> list[float]:
    """Inches of each column: its longest word whole, and more for more words.

    How much a long text counts is chosen so that the table is as low as it can be.
    """
    drawn = [_widths(frame, width, most) for most in MOST]
    return min(drawn, key=lambda across: sum(_heights(frame, across)))


def _widths(frame: pd.DataFrame, width: float, most: float) -> list[float]:
    columns = [list(_told(frame, place)) for place in range(len(frame.columns))]
    least = [
        max(_wide(word, bold) for text, bold in column for word in [*text.split(), ""]) + GUTTER
        for column in columns
    ]
    long = [min(most, max(_wide(text, bold) for text, bold in column)) for column in columns]
    more = [max(0.01, inches + GUTTER - whole) for inches, whole in zip(long, least, strict=True)]
    left = max(0.0, width - sum(least))
    drawn = [inches + left * part / sum(more) for inches, part in zip(least, more, strict=True)]
    return [inches * width / sum(drawn) for inches in drawn]


def _told(frame: pd.DataFrame, place: int) -> Iterator[tuple[str, bool]]:
    """The texts of a column with its name, and whether each is bold."""
    yield str(frame.columns[place]), True
    yield from zip(map(str, frame.iloc[:, place]), heads(frame), strict=True)


def _wide(text: str, bold: bool) -> float:
    """Inches of a text in one line."""
    letters = sum(BROAD if letter in WIDER else 1 for letter in text)
    return letters * LETTER * (BOLD if bold else 1)


def _heights(frame: pd.DataFrame, across: list[float]) -> list[float]:
    """Inches of the head and of each row, by the lines that their words take in these columns."""
    columns = [list(_told(frame, place)) for place in range(len(frame.columns))]
    lines = [
        [max(1, math.ceil(_wide(text, bold) / max(0.2, inches - GUTTER))) for text, bold in column]
        for column, inches in zip(columns, across, strict=True)
    ]
    return [PADDING + LINE * max(row) for row in zip(*lines, strict=True)]


def numeric(frame: pd.DataFrame) -> list[bool]:
    """Of each column, whether it holds numbers and stands on the right."""
    return [_is_numbers(frame.iloc[:, place].tolist()) for place in range(len(frame.columns))]


def _is_numbers(cells: list[object]) -> bool:
    """Whether most of a column's words begin like a number."""
    told = [str(cell).lstrip("$-–") for cell in cells if str(cell).strip("–")]
    return bool(told) and sum(cell[:1].isdigit() for cell in told) * 2 > len(told)
