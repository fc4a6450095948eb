"""The months of indicators, judged: what every monthly chart, tile and sentence reads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from arp.measures.asked import Filters
from arp.measures.indicator import Better, Indicator
from arp.measures.judge.targets import Target, targets_on
from arp.measures.registry import INDICATORS
from arp.measures.settings import Settings
from arp.measures.spc.rebase import marked_changes, rebase_months
from arp.measures.spc.summary import Summary
from arp.measures.spc.xmr import spc

if TYPE_CHECKING:
    import pandas as pd

    from arp.measures.evidence import Evidence

GROW_WITH_DAYS = frozenset({"calls", "responses", "contacts", "rows", "hours", "reports"})


@dataclass(frozen=True, kw_only=True)
class Background:
    """What months are held against: targets, changes, and which months are over in the data.

    `indicators` are the city's, by key.
    """

    indicators: Mapping[str, Indicator] = field(default_factory=lambda: INDICATORS)
    targets: Mapping[str, Target] = field(default_factory=dict)  # by indicator
    changes: tuple[tuple[str, str], ...] = ()  # month and words of each
    rebase: tuple[str, ...] = ()  # the months at which limits start anew
    complete_through: str | None = None  # the last month that is over; None takes all as over


@dataclass(frozen=True, kw_only=True)
class Monthly:
    """The judged months of one indicator, what it is called, and what they were held against.

    `months` are the readings with the columns that `spc` adds; where no month could be told they
    are the readings as they came, with the reason why.
    """

    key: str
    name: str
    unit: str
    better: Better
    months: pd.DataFrame
    summary: Summary
    told: int  # months with a value
    target: Target | None = None
    changes: tuple[tuple[str, str], ...] = ()


def background(evidence: Evidence, settings: Settings, today: date, where: Filters) -> Background:
    """What the settings and the data say about the months of one part of the program.

    One team has its own targets and changes, and those of all teams.
    """
    team = where.team[0] if where.team is not None and len(where.team) == 1 else None
    changes = settings.entries("changes")
    units = {key: entry.unit for key, entry in evidence.indicators.items()}
    return Background(
        indicators=evidence.indicators,
        targets=targets_on(settings.entries("targets"), today, units, team),
        changes=marked_changes(changes, team),
        rebase=rebase_months(changes, team),
        complete_through=evidence.complete_through,
    )


def judged_months(
    readings: pd.DataFrame, keys: Sequence[str], against: Background
) -> dict[str, Monthly]:
    """Each indicator's months with limits and signals, by key.

    Args:
        readings: by month, with no other breakdown, of at least these indicators.
        keys: the indicators that are judged.
        against: what they are held against.
    """
    return {
        key: _judged(readings[readings["indicator"] == key], against.indicators[key], against)
        for key in keys
    }


def _judged(readings: pd.DataFrame, entry: Indicator, against: Background) -> Monthly:
    target = against.targets.get(entry.key)
    found = spc(
        readings,
        better=entry.better,
        target=target.value if target else None,
        rebase=against.rebase,
        complete_through=against.complete_through,
        per_day=entry.unit in GROW_WITH_DAYS,
    )
    return Monthly(
        key=entry.key,
        name=entry.name,
        unit=entry.unit,
        better=entry.better,
        months=found.months if len(found.months) else readings,
        summary=found.summary,
        told=int((found.months["status"] == "ok").sum()),
        target=target,
        changes=against.changes,
    )


def together(series: Iterable[Monthly]) -> pd.DataFrame:
    """The judged months of several indicators as one frame, for lines in one chart."""
    import pandas as pd

    return pd.concat([one.months for one in series], ignore_index=True)
