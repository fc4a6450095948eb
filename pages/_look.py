"""A look that keeps its answers: what is shown, asked through the caches of the app."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from arp.exhibits.look import Look, Months
from arp.measures.asked import Filters
from arp.measures.release import Audience
from pages import _figures, _shell

if TYPE_CHECKING:
    import pandas as pd

    from arp.measures.judge.judging import Gate
    from arp.measures.monthly import Background, Monthly
    from arp.measures.own import Registry
    from arp.measures.settings import Settings
    from arp.measures.studies.hours_freed import Estimate


@dataclass(frozen=True)
class Cached(Look):
    """A look at what a page shows, as the department may see it."""

    shown: _shell.View
    audience: Audience = Audience.INSIDE

    @property
    def held(self) -> Months | None:  # type: ignore[override]
        """The first and last month there are."""
        return self.shown.held

    @property
    def chosen(self) -> Months | None:  # type: ignore[override]
        """The months asked for."""
        return self.shown.chosen

    @property
    def where(self) -> Filters:  # type: ignore[override]
        """The part of the program that is shown."""
        return self.shown.where

    @property
    def today(self) -> date:  # type: ignore[override]
        """The day that is taken for today."""
        return self.shown.today

    @property
    def as_of(self) -> str:  # type: ignore[override]
        """The day of the last change, in words."""
        return self.shown.as_of

    @property
    def registry(self) -> Registry:
        """Every indicator as the city's settings have it."""
        return _figures.registry(self.shown)

    @property
    def program(self) -> Settings:
        """The program's settings, dated."""
        return _figures.program(self.shown)

    @property
    def undated(self) -> Mapping[str, int]:
        """How many rows of each table, by its title, have no date at all."""
        return _shell.undated(self.shown.snapshot)

    @property
    def background(self) -> Background:
        """What months are held against: targets, changes, and which months are over."""
        return _figures.background(self.shown)

    def readings(self, keys: Sequence[str], *, by: Sequence[str] = ()) -> pd.DataFrame:
        """The readings of these indicators as the department may see them."""
        return _figures.readings(self.shown, keys, by=by)

    def monthly(self, keys: Sequence[str]) -> dict[str, Monthly]:
        """The judged months of these indicators, by key."""
        return _figures.monthly(self.shown, keys)

    def days_since(self, keys: Sequence[str]) -> dict[str, int | None]:
        """Days from the last time that each of these happened; None where it never did."""
        return _figures.days_since(self.shown, keys)

    def gates(self) -> list[Gate]:
        """Every gate of readiness, judged."""
        return _figures.gates(self.shown)

    def funnel(self) -> pd.DataFrame:
        """Where eligible calls go, step by step."""
        return _figures.funnel(self.shown)

    def lorenz(self) -> pd.DataFrame:
        """How unevenly contacts fall on people."""
        return _figures.lorenz(self.shown)

    def hours_freed(self, share: float | None) -> Estimate | None:
        """The estimate for one share of calls that would have had police; None takes their own."""
        return _figures.police_hours_freed(self.shown, share)

    def narrowed(self, where: Filters) -> Look:
        """The same look at another part of the program."""
        return replace(self, shown=replace(self.shown, where=where))
