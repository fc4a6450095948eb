"""Numbers, dates and words as US public safety prints them: 58%, 1,204, Oct 5, 2026, 2:05 PM."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime

from arp.measures.months import months_between as months_between
from arp.measures.months import ordinal

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MINUS = "\u2212"  # a hyphen is too short to be seen
NOTHING = "–"  # a value that is not there; the reason always stands beside it

_RECOGNIZED_BARE = re.compile(r":(?=[A-Za-z/])|@|www(?=\.)", re.IGNORECASE)
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&])")


def plain(text: object) -> str:
    """Text of a file or a cell as markdown that shows it and does nothing else.

    Every mark that markdown or LaTeX would read is escaped. Icons and bare addresses are
    recognized in spite of a backslash; an invisible word joiner takes them apart. Line breaks
    and characters that turn the reading direction become spaces.
    """
    shown = "".join(mark if mark.isprintable() else " " for mark in str(text))
    return _MARKDOWN.sub(r"\\\1", _RECOGNIZED_BARE.sub("\\g<0>\u2060", shown))


def count(number: float) -> str:
    """A whole number with its thousands apart: 1,204."""
    return f"{round(number):,}"


def counted(number: float, one: str, many: str | None = None) -> str:
    """A number with its noun: 1 row, 1,204 rows."""
    return f"{count(number)} {one if number == 1 else many or one + 's'}"


def percent(share: float) -> str:
    """A share as a percentage, with one decimal only near the ends: 58%, 2.6%, 99.1%, 100%."""
    near_an_end = 0 < share < 0.0995 or 0.99 < share < 1
    printed = f"{share * 100:.1f}%" if near_an_end else f"{share * 100:.0f}%"
    return {"0.0%": "under 0.1%", "100.0%": "over 99.9%"}.get(printed, printed)


def _dollars(value: float) -> str:
    return f"{'-' if value < 0 else ''}${abs(value):,.0f}"


PRINTED: Mapping[str, Callable[[float], str]] = {
    "share": percent,
    "minutes": lambda value: f"{value:,.1f} minutes",
    "hours": lambda value: f"{value:,.0f} hours",
    "days": lambda value: (
        counted(value, "day") if float(value).is_integer() else f"{value:,.1f} days"
    ),
    "points of 5": lambda value: f"{value:.1f} of 5",
    "dollars": _dollars,
    "calls an hour": lambda value: f"{value:,.2f} calls an hour",
    "units": lambda value: f"{value:,.2f} units",
    "whole units": lambda value: counted(value, "unit"),
    "times the city": lambda value: f"{value:,.2f} times the city",
    "calls a day": lambda value: f"{value:,.1f} calls a day",
    "per 100 eligible calls": lambda value: f"{value:,.1f} per 100 eligible calls",
    "per 10,000 eligible calls": lambda value: f"{value:,.1f} per 10,000 eligible calls",
    "per 1,000 responses": lambda value: f"{value:,.2f} per 1,000 responses",
    "met or not": lambda value: "met" if value else "not met",
}
"""How each unit is printed; what is not named here is a count."""


def quantity(value: float | None, unit: str) -> str:
    """A value in its indicator's unit: 58%, 30.0 minutes, 1,204 hours, $151, 4,682."""
    if value is None or math.isnan(value):
        return NOTHING
    return PRINTED.get(unit, count)(value).replace("-", MINUS, 1 if value < 0 else 0)


def beside(value: float | None, other: float | None, unit: str) -> str:
    """A value in its unit, a share with one decimal more where it would print as the other does.

    10.2% beside a target of 10%.
    """
    printed = quantity(value, unit)
    if value is None or other is None or unit != "share" or value == other:
        return printed
    return f"{value * 100:.1f}%" if printed == quantity(other, unit) else printed


def brief(value: float | None, unit: str) -> str:
    """The same in as few letters as a tile has room for: 30.0 min."""
    return short(quantity(value, unit))


def short(text: str) -> str:
    """A quantity's unit in a letter or three: 30.0 min, 42,927 h."""
    return text.replace(" minutes", " min").replace(" hours", " h")


def day(moment: date) -> str:
    """A day: Oct 5, 2026."""
    return f"{MONTHS[moment.month - 1]} {moment.day}, {moment.year}"


def clock(moment: datetime) -> str:
    """A time of day: 2:05 PM."""
    return f"{moment.hour % 12 or 12}:{moment.minute:02d} {'AM' if moment.hour < 12 else 'PM'}"


def moment(at: datetime) -> str:
    """A day and a time of day: Oct 5, 2026, 2:05 PM."""
    return f"{day(at)}, {clock(at)}"


def month(key: str) -> str:
    """A month: "2026-10" is Oct 2026. What is no month, such as "undated", stays as it is."""
    year, _, number = key.partition("-")
    return f"{MONTHS[int(number) - 1]} {year}" if number.isdigit() else key


def months_across(months: Sequence[str]) -> list[str]:
    """Months as the heads of columns, the year where it begins: Nov 2025, Dec, Jan 2026, Feb."""
    return [
        month(key) if place == 0 or key.endswith("-01") else month(key)[:3]
        for place, key in enumerate(months)
    ]


def span(first: str, last: str) -> str:
    """A run of months: Oct 2026; Jan–Jun 2026; Nov 2025–Oct 2026."""
    if first == last:
        return month(first)
    if first[:4] == last[:4]:
        return f"{month(first)[:3]}–{month(last)}"
    return f"{month(first)}–{month(last)}"


def period(key: str) -> str:
    """A reading's period: one month, or first and last month joined by a slash."""
    first, _, last = key.partition("/")
    return span(first, last or first)


def inside(text: str) -> str:
    """The beginning of a sentence as it stands inside another: without its capital."""
    return f"{text[:1].lower()}{text[1:]}"


def listed(words: Iterable[str]) -> str:
    """Words as a sentence lists them: CRT; CRT and CoR; CRT, CoR and CN."""
    all_words = list(words)
    if len(all_words) < 2:
        return "".join(all_words)
    return f"{', '.join(all_words[:-1])} and {all_words[-1]}"


def runs(months: Sequence[str]) -> list[tuple[str, str]]:
    """Months, in order, as runs of neighbors: first and last of each."""
    found: list[tuple[str, str]] = []
    for key in sorted(months):
        if found and ordinal(key) == ordinal(found[-1][1]) + 1:
            found[-1] = (found[-1][0], key)
        else:
            found.append((key, key))
    return found


def hour(number: int) -> str:
    """An hour of the day: 0 is 12 AM, 17 is 5 PM."""
    return f"{number % 12 or 12} {'AM' if number % 24 < 12 else 'PM'}"


def hour_of_week(number: int) -> str:
    """An hour of the week, counted from Monday midnight: 113 is Fri 5–6 PM."""
    start, end = hour(number % 24), hour(number % 24 + 1)
    start = start[:-3] if start[-2:] == end[-2:] else start
    return f"{WEEKDAYS[number // 24]} {start}–{end}"


def file_size(size: float) -> str:
    """A file's size: 414 KB, 6.8 MB."""
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{math.ceil(size / 1_000)} KB"


def shortened(text: str, longest: int = 60) -> str:
    """A long name cut in its middle, so that its ending stays readable."""
    keep = (longest - 1) // 2
    return text if len(text) <= longest else f"{text[:keep]}…{text[-keep:]}"
