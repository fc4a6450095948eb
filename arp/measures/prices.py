"""The city's own prices; the app has none built in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from arp.measures.studies.hours_freed import Estimate


@dataclass(frozen=True)
class Priced:
    """What an estimate needs a price of: how its name in the settings begins, and per what."""

    named: str  # as it is proposed to the city
    begins: str
    per: str

    @property
    def to_set_it(self) -> str:
        """What a city without this price is told."""
        return (
            f"It needs the city's own price “{self.named}” per {self.per}. Enter it under "
            "Settings, Costs; an amount of 0 leaves that part out."
        )


POLICE_HOUR = Priced("Police officer, loaded", "police", "hour")
ED_VISIT = Priced("Emergency department visit", "emergency department", "visit")
JAIL_BOOKING = Priced("Jail booking", "jail", "booking")
TOTAL, POLICE, TRANSPORTS, BOOKINGS, PROGRAM = (  # the parts of the cost that is avoided
    "in all",
    "police hours freed",
    "hospital transports avoided",
    "arrests avoided",
    "program cost",
)
PARTS: Mapping[str, tuple[Priced, str]] = {  # its price, and how its number is said
    POLICE: (POLICE_HOUR, "police hours"),
    TRANSPORTS: (ED_VISIT, "transports to a hospital"),
    BOOKINGS: (JAIL_BOOKING, "arrests"),
}


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


def price_of(costs: Iterable[Mapping[str, Any]], wanted: Priced) -> Price | None:
    """The city's price of something: the first per that unit whose name begins so; it may be 0."""
    for cost in costs:
        per, name = str(cost.get("per") or "").strip().casefold(), str(cost["cost"])
        known = cost.get("amount") is not None
        if known and per == wanted.per and name.strip().casefold().startswith(wanted.begins):
            return Price(name, float(cost["amount"]))
    return None


def police_hour(costs: Iterable[Mapping[str, Any]]) -> Price | None:
    """The city's price of an hour of police; none where it is 0: such hours are not valued."""
    price = price_of(costs, POLICE_HOUR)
    return price if price and price.amount else None


def worth(estimate: Estimate, price: Price) -> Worth:
    """The hours of an estimate at that price: the worth of time, not money that was saved."""
    low, central, high = (
        hours * price.amount for hours in (estimate.low, estimate.central, estimate.high)
    )
    return Worth(price, central, low, high)
