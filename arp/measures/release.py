"""What leaves the facts: readings as the department, or those outside it, may see them.

Figures about the service pass as they are. Figures about people are kept back by the rule of
`small_numbers`: inside the department by area, by who people are and below the month; outside it
always, and there only as answers to questions that cannot be played off against each other: the
whole and its months, and of one calendar year one breakdown at a time, never with a filter.
docs/adr/0015-small-numbers.md says why, and what a solver finds without it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from arp.measures.aggregates import FIGURES
from arp.measures.asked import DEMOGRAPHICS, Filters
from arp.measures.formula import Fractile, Mean, Parts, Ratio, Share
from arp.measures.indicator import About
from arp.measures.readings import GROUPS, MOSTLY_UNKNOWN, OK, TOO_FEW, WITHHELD
from arp.measures.small_numbers import SmallNumbers, blank, kept_back
from arp.words.small_numbers import SMALLEST

if TYPE_CHECKING:
    from datetime import date

    import pandas as pd

    from arp.measures.evidence import Evidence
    from arp.measures.indicator import Indicator
    from arp.measures.settings import Settings

SMALL = "Withheld to protect people: it would tell of {} or fewer."
ROUNDED = "Counts about people are rounded to 5."
FILTERED = (
    "Withheld outside the department: with a filter it could be worked out from the same figure "
    "without one."
)
CROSSED = "Withheld outside the department: people are counted by one thing at a time."
NOT_A_YEAR = (
    "Withheld outside the department: figures about people are told of everything, of single "
    "months and of one calendar year, and broken down in one calendar year only."
)
LISTED = "Single calls are listed inside the department only."
MONTH = "month"
ON_A_CURVE = "share_of_people"  # where on a curve a reading stands
FINE = frozenset({"area", "hour_of_week", "group", *DEMOGRAPHICS})  # kept back inside too
NO_BREAKDOWN = frozenset({"responder", "measure", "group_kind"})  # say what a row is of
NAMED_ANYHOW = (Share, Fractile, Mean, Ratio, Parts)  # a group has a row even where it counts 0
Months = tuple[str, str]
Row = dict[str, Any]


class Audience(StrEnum):
    """Who reads."""

    INSIDE = "inside"  # staff and leaders of the department
    OUTSIDE = "outside"  # viewers from outside, the public page, public exports


@dataclass(frozen=True)
class Release:
    """To whom readings go, and of what they were asked.

    `held` are the first and the last month that there are; `smallest` is the smallest count about
    people that is shown.
    """

    audience: Audience
    where: Filters = Filters()
    held: Months | None = None
    smallest: int = SMALLEST

    @classmethod
    def of(cls, evidence: Evidence, audience: Audience, where: Filters | None = None) -> Release:
        """The release of what was asked of these facts, by the city's own smallest count."""
        smallest = smallest_count(evidence.settings, evidence.today)
        return cls(audience, where or Filters(), evidence.months, smallest)

    def small(self, row: Row, dimensions: Sequence[str]) -> SmallNumbers | None:
        """The rule that a reading about people is under; None where it is shown as it is."""
        if self.audience is Audience.OUTSIDE:
            everything = not dimensions and row["period"] == "/".join(self.held or ())
            return SmallNumbers(self.smallest, zero_told=everything)
        fine = FINE.intersection(dimensions) or self.where.area is not None
        return SmallNumbers(self.smallest) if fine else None

    def refusal(self, row: Row, dimensions: Sequence[str]) -> str:
        """Why a question about people is not answered at all; empty where it may be."""
        if self.audience is Audience.INSIDE:
            return ""
        if self.where.chosen:
            return FILTERED
        if len(dimensions) > 1:
            return CROSSED
        whole = not dimensions and row["period"] == "/".join(self.held or ())
        told = whole or list(dimensions) == [MONTH] or self._is_year(row["period"])
        return "" if told else NOT_A_YEAR

    def _is_year(self, period: str) -> bool:
        """Whether a period is all that is held of one calendar year."""
        first, _, last = period.partition("/")
        if self.held is None or first[:4] != last[:4]:
            return False
        year = first[:4]
        return first == max(f"{year}-01", self.held[0]) and last == min(f"{year}-12", self.held[1])


def smallest_count(settings: Settings, today: date) -> int:
    """The smallest count about people that is shown, by the settings of that day."""
    set_ = [value.get("smallest_count") for value in settings.on("program", today)]
    return max((int(count) for count in set_ if count is not None), default=SMALLEST)


def released(
    readings: pd.DataFrame, release: Release, indicators: Mapping[str, Indicator]
) -> pd.DataFrame:
    """The readings as their audience may see them, one row a reading.

    What is withheld has this status, one plain reason and no figures. Where a question about
    people is not answered at all, one row of each indicator says so; outside, a group that is named
    only because somebody is in it is not named where it is withheld. Columns that are no reading's
    own (limits, signals) are left out: they were worked out from what may not be told.

    Args:
        readings: as the engine gives them, of any indicators and breakdowns.
        release: to whom they go, and of what they were asked.
        indicators: the registry.
    """
    import pandas as pd

    about_people = any(indicators[key].about is About.PEOPLE for key in set(readings["indicator"]))
    if not about_people and release.audience is Audience.INSIDE:
        return readings
    columns = ["indicator", "period", ON_A_CURVE, *FIGURES, "status", "reason"]
    groups = [name for name in GROUPS if name in readings]
    own = [name for name in readings if name in columns or name in groups]
    frames = [
        _of_indicator(of_one[own], release, indicators[str(key)])
        for key, of_one in readings.groupby("indicator", sort=False)
    ]
    together = pd.concat(frames, ignore_index=True)
    return together.astype({name: readings[name].dtype for name in groups})


def _of_indicator(readings: pd.DataFrame, release: Release, entry: Indicator) -> pd.DataFrame:
    import pandas as pd

    if entry.about is About.SERVICE:
        leaves = release.audience is Audience.OUTSIDE and "incident_number" in readings
        listed = leaves and readings["incident_number"].notna().any()
        return _alone(readings, LISTED) if listed else readings
    rows: list[Row] = readings.to_dict("records")  # type: ignore[assignment]
    refusals = [release.refusal(row, _dimensions(row)) for row in rows]
    told = [_told(row, release, entry) for row, no in zip(rows, refusals, strict=True) if not no]
    kept = [row for row in told if row is not None]
    frames = [pd.DataFrame(kept, columns=readings.columns)] if kept else []
    reasons = [reason for reason in dict.fromkeys(refusals) if reason]
    if not kept and not reasons:
        reasons = [_small(release)]
    return pd.concat([*frames, *(_alone(readings, reason) for reason in reasons)])


def _told(row: Row, release: Release, entry: Indicator) -> Row | None:
    """One reading about people as it may be told; None where it may not even be named."""
    dimensions = _dimensions(row)
    small = release.small(row, dimensions)
    if small is None:
        return row
    if row["status"] not in (OK, TOO_FEW):
        return row | blank()
    figures = kept_back(row, entry, small)
    if figures is None:
        inside = release.audience is Audience.INSIDE
        named = inside or isinstance(entry.formula, NAMED_ANYHOW) or set(dimensions) <= {MONTH}
        withheld = {"status": WITHHELD, "reason": _small(release)}
        return {**row, **blank(), **withheld} if named else None
    if row["status"] == TOO_FEW:
        return row | blank() | {"n": figures["n"]}
    reason = f"{_uncounted(str(row['reason'] or ''), release.audience)} {ROUNDED}".strip()
    return {**row, **figures, "reason": reason}


def _dimensions(row: Row) -> list[str]:
    """By what a reading is broken down."""
    import pandas as pd

    named = [name for name in GROUPS if name in row and pd.notna(row[name])]
    by_month = [] if "/" in row["period"] or not row["period"] else [MONTH]
    return [*by_month, *(name for name in named if name not in NO_BREAKDOWN)]


def _alone(readings: pd.DataFrame, reason: str) -> pd.DataFrame:
    """One row that stands for all readings of an indicator."""
    import pandas as pd

    months = [month for period in readings["period"] for month in period.split("/") if month]
    period = f"{min(months)}/{max(months)}" if months else ""
    row = dict.fromkeys(readings.columns) | blank()
    row |= {"indicator": readings["indicator"].iloc[0], "period": period}
    row |= {"status": WITHHELD, "reason": reason}
    return pd.DataFrame([row], columns=readings.columns)


def _small(release: Release) -> str:
    return SMALL.format(SmallNumbers(release.smallest).largest_withheld)


def _uncounted(reason: str, audience: Audience) -> str:
    """The sentences of a reason that count nobody: “3 more left out” would tell of three."""
    counting = r"left out: " if audience is Audience.INSIDE else r"\d"
    sentences = (said for said in re.split(r"(?<=\.) ", reason) if said and said != MOSTLY_UNKNOWN)
    return " ".join(said for said in sentences if not re.search(counting, said))
