"""A look: the facts of one snapshot, for some months, a part of the program and an audience.

Everything that a page composes is asked of a look. `Direct` works each answer out; the pages of
the app ask one that keeps answers (pages/_look.py).
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from arp.measures.asked import Filters
from arp.measures.indicator import About
from arp.measures.release import Audience, Release, released
from arp.views import formats

if TYPE_CHECKING:
    import pandas as pd

    from arp.measures.evidence import Evidence
    from arp.measures.judge.judging import Gate
    from arp.measures.monthly import Background, Monthly
    from arp.measures.own import Registry
    from arp.measures.settings import Settings
    from arp.measures.studies.hours_freed import Estimate

Months = tuple[str, str]
COUNTED = ("calls_in_scope", "program_responses")  # what says which groups there are


class Look(ABC):
    """What a page is composed of."""

    held: Months | None  # the first and last month there are; None without any dated row
    chosen: Months | None  # the months asked for; None where it is all, undated rows too
    where: Filters
    today: date
    as_of: str  # the day of the last change, in words
    audience: Audience = Audience.INSIDE

    @property
    def period(self) -> str:
        """The months shown, in words."""
        shown = self.chosen or self.held
        return formats.span(*shown) if shown else "no dated rows"

    @property
    def months(self) -> tuple[str | None, str | None]:
        """The months as the engine is asked for them."""
        return self.chosen or (None, None)

    def may_tell(self, key: str) -> bool:
        """Whether single cases of an indicator may be told to this audience."""
        inside = self.audience is Audience.INSIDE
        return inside or self.registry.indicators[key].about is About.SERVICE

    @property
    @abstractmethod
    def registry(self) -> Registry:
        """Every indicator as the city's settings have it."""

    @property
    @abstractmethod
    def program(self) -> Settings:
        """The program's settings, dated."""

    @property
    @abstractmethod
    def undated(self) -> Mapping[str, int]:
        """How many rows of each table, by its title, have no date at all."""

    @property
    @abstractmethod
    def background(self) -> Background:
        """What months are held against: targets, changes, and which months are over."""

    @abstractmethod
    def readings(self, keys: Sequence[str], *, by: Sequence[str] = ()) -> pd.DataFrame:
        """The readings of these indicators as the audience may see them."""

    @abstractmethod
    def monthly(self, keys: Sequence[str]) -> dict[str, Monthly]:
        """The judged months of these indicators, by key."""

    @abstractmethod
    def days_since(self, keys: Sequence[str]) -> dict[str, int | None]:
        """Days from the last time that each of these happened; None where it never did."""

    @abstractmethod
    def gates(self) -> list[Gate]:
        """Every gate of readiness, judged."""

    @abstractmethod
    def funnel(self) -> pd.DataFrame:
        """Where eligible calls go, step by step."""

    @abstractmethod
    def lorenz(self) -> pd.DataFrame:
        """How unevenly contacts fall on people."""

    @abstractmethod
    def hours_freed(self, share: float | None) -> Estimate | None:
        """The estimate for one share of calls that would have had police; None takes their own."""

    @abstractmethod
    def narrowed(self, where: Filters) -> Look:
        """The same look at another part of the program."""

    def groups(self, name: str) -> list[str]:
        """The teams, areas or call types there are, those with most calls first."""
        counted = self.readings(COUNTED, by=(name,))
        if name not in counted:
            return []
        named = counted[counted[name].notna() & (counted["n"] > 0)]
        return list(dict.fromkeys(named.sort_values("n", ascending=False)[name].astype(str)))

    def settings(self, section: str) -> list[Mapping[str, Any]]:
        """A section of the program's settings as it holds today."""
        return self.program.on(section, self.today)


@dataclass
class Direct(Look):
    """A look that works everything out as it is asked."""

    evidence: Evidence
    program_settings: Settings
    held: Months | None
    as_of: str
    chosen: Months | None = None
    where: Filters = field(default_factory=Filters)
    audience: Audience = Audience.INSIDE
    rows_undated: Mapping[str, int] = field(default_factory=dict)

    @property
    def today(self) -> date:  # type: ignore[override]
        """The day that the facts take for today."""
        return self.evidence.today

    @property
    def registry(self) -> Registry:
        """Every indicator as the city's settings have it."""
        from arp.measures.own import registry

        return registry(self.program_settings, self.today)

    @property
    def program(self) -> Settings:
        """The program's settings, dated."""
        return self.program_settings

    @property
    def undated(self) -> Mapping[str, int]:
        """How many rows of each table, by its title, have no date at all."""
        return self.rows_undated

    @property
    def background(self) -> Background:
        """What months are held against: targets, changes, and which months are over."""
        from arp.measures.monthly import background

        return background(self.evidence, self.program_settings, self.today, self.where)

    def readings(self, keys: Sequence[str], *, by: Sequence[str] = ()) -> pd.DataFrame:
        """The readings of these indicators as the audience may see them."""
        from arp.measures.engine import measure

        found = measure(self.evidence, keys, by=by, months=self.months, where=self.where)
        return self._released(found)

    def monthly(self, keys: Sequence[str]) -> dict[str, Monthly]:
        """The judged months of these indicators, by key; judged from what may be told."""
        from arp.measures.monthly import judged_months

        return judged_months(self.readings(keys, by=("month",)), keys, self.background)

    def days_since(self, keys: Sequence[str]) -> dict[str, int | None]:
        """Days from the last time that each of these happened; None where it never did."""
        from arp.measures.studies.rare import days_since

        return {
            key: days_since(self.evidence, key, self.months, self.where, self.today) for key in keys
        }

    def gates(self) -> list[Gate]:
        """Every gate of readiness, judged from what the audience may see."""
        from arp.measures.plan import asked_for
        from arp.measures.readiness import gates

        return gates(self.evidence, asked_for((), self.months, self.where), audience=self.audience)

    def funnel(self) -> pd.DataFrame:
        """Where eligible calls go, step by step."""
        from arp.measures.plan import asked_for
        from arp.measures.studies.funnel import funnel

        return funnel(self.evidence, asked_for((), self.months, self.where))

    def lorenz(self) -> pd.DataFrame:
        """How unevenly contacts fall on people."""
        from arp.measures.plan import asked_for
        from arp.measures.studies.lorenz import lorenz

        return self._released(lorenz(self.evidence, asked_for((), self.months, self.where)))

    def hours_freed(self, share: float | None) -> Estimate | None:
        """The estimate for one share of calls that would have had police; None takes their own."""
        from arp.measures.plan import asked_for
        from arp.measures.studies.hours_freed import estimate

        return estimate(self.evidence, asked_for((), self.months, self.where), share)

    def narrowed(self, where: Filters) -> Look:
        """The same look at another part of the program."""
        return replace(self, where=where)

    def _released(self, found: pd.DataFrame) -> pd.DataFrame:
        release = Release.of(self.evidence, self.audience, self.where)
        return released(found, release, self.evidence.indicators)
