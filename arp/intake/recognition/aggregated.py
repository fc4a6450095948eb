"""Tables that are already added up: counts and shares by month or category, not single calls."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from arp.intake.recognition.spelling import is_month_name, spoken

if TYPE_CHECKING:
    from arp.intake.recognition.content import Content
    from arp.intake.recognition.header_row import Grid

_ADDED_UP = re.compile(
    r"\b(totals?|counts?|number of|percent(age)?|average|avg|mean|median|share|rate|sum|ytd|"
    r"calls|responses|encounters|incidents)\b|%|^#"
)
_MOSTLY = 0.5


def what_is_added_up(grid: Grid, contents: tuple[Content, ...]) -> str | None:
    """What the rows of a table stand for that is already added up; None where it is not.

    Such a table is nearly all numbers, by months or categories, and no column tells single calls
    apart.
    """
    filled = [
        (spoken(header), header, content)
        for header, content in zip(grid.headers, contents, strict=True)
        if header and content.filled
    ]
    numbers = [item for item in filled if item[2].numbers > 0.8]
    if any(content.are_moments for *_, content in filled):
        return None
    if len(filled) < 2 or len(numbers) < _MOSTLY * len(filled):
        return None
    by_month = [words for words, _, _ in filled if _names_a_month(words)]
    if len(by_month) >= 3 or _first_is_month(filled[0][2], filled[0][0]):
        return "totals by month"
    if any(_ADDED_UP.search(words) or _ADDED_UP.search(header) for words, header, _ in numbers):
        return f"totals by “{filled[0][1]}”"
    return None


def _names_a_month(words: str) -> bool:
    first = words.split(" ", 1)[0]
    return is_month_name(first) or bool(re.fullmatch(r"\d{4} \d{2}", words))


def _first_is_month(content: Content, words: str) -> bool:
    names = [text for text in content.sample if _names_a_month(spoken(text))]
    return (
        content.months > _MOSTLY
        or len(names) > _MOSTLY * len(content.sample)
        or words in ("month", "year", "quarter", "week", "fiscal year")
    )
