"""Times of day whose date stands in a column of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arp.intake.recognition.spelling import spoken

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pyarrow as pa

    from arp.intake.recognition.content import Content
    from arp.intake.recognition.header_row import Grid

_MOSTLY = 0.5
_DATES = 0.8


def date_column(grid: Grid, contents: Sequence[Content], position: int) -> int | None:
    """The column that holds the dates of a column of times of day; None where it needs none.

    Of several columns of dates, the one whose header has most words in common.
    """
    if contents[position].times_of_day <= _MOSTLY:
        return None
    dates = [
        place
        for place, content in enumerate(contents)
        if content.dates > _DATES and content.midnights > _DATES
    ]
    words = set(spoken(grid.headers[position]).split())

    def in_common(place: int) -> int:
        return len(words & set(spoken(grid.headers[place]).split()))

    return max(dates, key=in_common, default=None)


def cells_of(grid: Grid, contents: Sequence[Content], position: int) -> pa.StringArray:
    """The column's text cells; times of day together with their date, where there is one."""
    cells = grid.cells.column(position).combine_chunks()
    place = date_column(grid, contents, position)
    if place is None:
        return cells
    return _joined(grid.cells.column(place).combine_chunks(), cells)


def _joined(dates: pa.StringArray, times: pa.StringArray) -> pa.StringArray:
    """The date of the one cell and the time of the other as one text; null where either is."""
    import pyarrow.compute as pc

    days = pc.replace_substring_regex(dates, r"[ T]\d{1,2}:\d{2}.*$", "")
    return pc.binary_join_element_wise(
        pc.utf8_trim_whitespace(days), pc.utf8_trim_whitespace(times), " "
    )


def past_midnight(times: pa.TimestampArray, before: pa.TimestampArray) -> pa.TimestampArray:
    """The times a day later where they lie before the clock that precedes them on the same date.

    A call received at 11:55 PM and answered on scene at 12:05 AM has one date written for both.
    """
    import datetime

    import pyarrow.compute as pc

    earlier = pc.fill_null(pc.less(times, before), False)
    return pc.if_else(earlier, pc.add(times, datetime.timedelta(days=1)), times)
