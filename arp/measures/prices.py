"""The city's own prices; the app has none built in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from arp.measures.studies.hours_freed import Estimate


@dataclass(frozen=True)
class Price:
    """One price of the settings, in US dollars."""

    name: str
    amount: float


@dataclass(frozen=True)
class Worth:
    """What police hours are worth at a price: central, low and high, in US dollars."""

    price: Price
    central: float
    low: float
    high: float


def police_hour(costs: Iterable[Mapping[str, Any]]) -> Price | None:
    """The city's price of an hour of police: the first per hour whose name begins with police."""
    for cost in costs:
        per, name = str(cost.get("per") or "").strip().casefold(), str(cost["cost"])
        if per == "hour" and name.casefold().startswith("police") and cost.get("amount"):
            return Price(name, float(cost["amount"]))
    return None


def worth(estimate: Estimate, price: Price) -> Worth:
    """The hours of an estimate at that price: the worth of time, not money that was saved."""
    low, central, high = (
        hours * price.amount for hours in (estimate.low, estimate.central, estimate.high)
    )
    return Worth(price, central, low, high)
