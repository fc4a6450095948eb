"""What the readings tell of one figure of a gate: as a whole, and month by month."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from arp.measures.judge.gates import Figure, Taken
from arp.measures.ranks import wilson
from arp.measures.readings import GROUPS, OK

if TYPE_CHECKING:
    import pandas as pd

YEAR = 12
UNTOLD = "It is not measured."
NOT_A_GROUP = frozenset({"responder"})  # says whose clocks a figure rests on; not a part of it


@dataclass(frozen=True, kw_only=True)
class Told:
    """A figure's value with its interval; None and the reason where it cannot be told."""

    value: float | None = None
    low: float | None = None
    high: float | None = None
    n: int | None = None
    reason: str = ""


def told(figure: Figure, whole: pd.DataFrame, months: pd.DataFrame) -> Told:
    """The figure as its gate takes it.

    Args:
        figure: which figure, which part of it and over which time.
        whole: readings of the whole period.
        months: readings by month, of months that are over.
    """
    if figure.taken is Taken.WHOLE:
        return _of_reading(figure, _rows(figure, whole))
    by_month = monthly(figure, months)
    if not by_month:
        return Told(reason=_why_not(_rows(figure, months), _rows(figure, whole)))
    if figure.taken is Taken.A_MONTH:
        within = _within(whole, by_month)
        return Told(value=sum(within) / len(within), n=round(sum(within)))
    values = list(by_month.values())
    if len(values) < YEAR:
        return Told(reason=f"Only {len(values)} of the last {YEAR} months can be told.")
    return Told(value=sum(values), n=round(sum(values)))


def monthly(figure: Figure, months: pd.DataFrame) -> dict[str, float]:
    """The figure's value in each month in which it can be told, in time order.

    The last 12 months for what is taken over them, all of them else.
    """
    rows = _rows(figure, months)
    if figure.taken is Taken.TWELVE_MONTHS and len(months):
        latest = sorted(months["period"].unique())[-YEAR:]
        rows = rows[rows["period"].isin(latest)]
    values: dict[str, float] = {}
    for period, of_month in rows.sort_values("period").groupby("period"):
        if (of_month["status"] == OK).all() and of_month["value"].notna().all():
            value = of_month["value"].sum()
            whole = of_month["denominator"].iloc[0]
            if not figure.as_share:
                values[str(period)] = float(value)
            elif whole > 0:
                values[str(period)] = float(value / whole)
    return values


def _rows(figure: Figure, readings: pd.DataFrame) -> pd.DataFrame:
    """The readings of the figure: of its part, of all parts of a total, or of the whole."""
    import pandas as pd

    rows = readings[readings["indicator"] == figure.key]
    if figure.part is not None:
        group, value = figure.part
        named = rows[group] == value if group in rows else pd.Series(False, index=rows.index)
        return rows[named] if named.any() else rows[rows["status"] != OK]
    if figure.taken is Taken.A_MONTH:
        return rows
    groups = [name for name in GROUPS if name in rows and name not in NOT_A_GROUP]
    return rows[rows[groups].isna().all(axis=1)]


def _within(whole: pd.DataFrame, by_month: dict[str, float]) -> list[float]:
    """The months of the whole period; all of them where it is not known which they are."""
    periods = [period for period in whole["period"] if period]
    first, _, last = (periods[0] if periods else "").partition("/")
    within = [value for month, value in by_month.items() if first <= month <= (last or first)]
    return within or list(by_month.values())


def _of_reading(figure: Figure, rows: pd.DataFrame) -> Told:
    """The one reading of a figure, or why there is none."""
    if rows.empty or rows.iloc[0]["status"] != OK:
        return Told(reason=_why_not(rows))
    row = rows.iloc[0]
    if figure.as_share:
        return _share(row["numerator"], row["denominator"])
    return Told(
        value=float(row["value"]),
        low=_number(row["low"]),
        high=_number(row["high"]),
        n=None if _number(row["n"]) is None else int(row["n"]),
        reason=str(row["reason"] or ""),
    )


def _share(part: float, whole: float) -> Told:
    """A part's count as its share of the whole, with the interval of a share."""
    import numpy as np

    if not whole > 0:
        return Told(reason="There is nothing to take a share of.")
    low, high = wilson(np.array([part]), np.array([whole]))
    return Told(value=part / whole, low=float(low[0]), high=float(high[0]), n=int(whole))


def _why_not(*frames: pd.DataFrame) -> str:
    """The readings' own reason; where nothing measures it, that."""
    reasons = [reason for rows in frames for reason in rows["reason"] if reason]
    return str(reasons[0]) if reasons else UNTOLD


def _number(value: float) -> float | None:
    import pandas as pd

    return None if pd.isna(value) else float(value)
