"""What the latest month of an XmR chart says, and whether usual months reach the target."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from arp.measures.indicator import Better
from arp.measures.readings import OK
from arp.measures.spc.rules import GOOD, Rule, Signal

if TYPE_CHECKING:
    import pandas as pd


class Assurance(StrEnum):
    """Whether usual months reach the target, by the latest limits."""

    PASS = "consistently passes"
    FAIL = "consistently fails"
    HIT_OR_MISS = "hit or miss"


@dataclass(frozen=True, kw_only=True)
class Summary:
    """What the latest point says; `signal` is None where there are no limits to hold it against."""

    points: int  # of the latest segment
    period: str | None = None  # month of the latest point
    value: float | None = None
    signal: Signal | None = None
    letter: str = ""  # H, L or nothing
    rule: Rule | None = None
    since: str | None = None  # the first month of the same signal, unbroken up to the latest
    assurance: Assurance | None = None  # None without a target or a direction
    target: float | None = None
    mean: float | None = None
    lower: float | None = None
    upper: float | None = None
    trial: bool = True


def summarized(months: pd.DataFrame, better: Better, target: float | None) -> Summary:
    """What the latest point says, from the months that `spc` has judged."""
    import pandas as pd

    points = months[(months["status"] == OK) & months["value"].notna()]
    if points.empty:
        return Summary(points=0, target=target)
    row = points.iloc[-1]
    points = points[points["segment"] == row["segment"]]
    told = Summary(
        points=len(points),
        period=str(row["period"]),
        value=float(row["value"]),
        target=target,
        trial=bool(row["trial"]),
    )
    if pd.isna(row["mean"]):
        return told
    return replace(
        told,
        signal=Signal(row["signal"]),
        letter=row["letter"],
        rule=Rule(row["rule"]) if row["rule"] else None,
        since=_since(points),
        assurance=assurance(row["lower"], row["upper"], better, target),
        mean=float(row["mean"]),
        lower=float(row["lower"]),
        upper=float(row["upper"]),
    )


def assurance(lower: float, upper: float, better: Better, target: float | None) -> Assurance | None:
    """Whether usual months reach the target; None without a target or a direction."""
    if target is None or better not in GOOD:
        return None
    reached = lower > target if better is Better.HIGHER else upper < target
    missed = upper < target if better is Better.HIGHER else lower > target
    if reached:
        return Assurance.PASS
    return Assurance.FAIL if missed else Assurance.HIT_OR_MISS


def _since(points: pd.DataFrame) -> str:
    """The first month of the unbroken run of points that say what the latest one says.

    A shift is said of the side of the mean: a trend that led there from the other side is none.
    """
    latest = points.iloc[-1]
    alike = (points["signal"] == latest["signal"]) & (points["letter"] == latest["letter"])
    if latest["rule"] == Rule.SHIFT:
        alike &= (points["value"] > points["mean"]) == (latest["letter"] == "H")
    run = alike[::-1].cummin()[::-1]
    return str(points.loc[run, "period"].iloc[0])
