"""The rows behind a number in words: the titles of their columns, and the parts to choose from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from arp.views import formats
from arp.words.facts import FACT_COLUMNS

if TYPE_CHECKING:
    import pandas as pd


def rows_of(behind: pd.DataFrame) -> pd.DataFrame:
    """The rows behind a number, their columns by the titles that people read."""
    titles = {name: title_of(name) for name in behind.columns}
    titles |= {"counted": "In the numerator", "why": "Why"}
    return behind.rename(columns=titles)


def groups_of(groups: Iterable[Mapping[str, Any]]) -> list[str]:
    """The groups of readings as the choices of a menu."""
    return [", ".join(_group(name, value) for name, value in group.items()) for group in groups]


def with_months(readings: pd.DataFrame) -> pd.DataFrame:
    """Readings with the month that each is of; of a longer period none."""
    of_a_month = ~readings["period"].fillna("").str.contains("/")
    return readings.assign(month=readings["period"].where(of_a_month & (readings["period"] != "")))


def _group(name: str, value: Any) -> str:
    if name == "month":
        return formats.month(str(value))
    if name == "hour_of_week":
        return formats.hour_of_week(int(value))
    return f"{title_of(name)}: {value}"


def title_of(name: str) -> str:
    """What a column of the facts is called on a page."""
    if name not in FACT_COLUMNS:
        return name.replace("_", " ").capitalize()
    said = FACT_COLUMNS[name].title
    return said[:1].upper() + said[1:]
