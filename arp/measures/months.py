"""Months as they are written, “2026-10”: their place in time, and those between two."""

from __future__ import annotations


def ordinal(month: str) -> int:
    """How many months a month is after the first of year 0."""
    year, number = month.split("-")
    return int(year) * 12 + int(number) - 1


def months_between(first: str | None, last: str | None) -> list[str]:
    """Every month from the first to the last, both included; none where either is not known."""
    if first is None or last is None:
        return []
    return [_written(number) for number in range(ordinal(first), ordinal(last) + 1)]


def month_before(month: str, back: int = 1) -> str:
    """So many months earlier; later where negative."""
    return _written(ordinal(month) - back)


def _written(number: int) -> str:
    return f"{number // 12:04d}-{number % 12 + 1:02d}"
