"""What was avoided, what it is worth and how long callers would wait: by loops over a city."""

from __future__ import annotations

from collections import defaultdict
from math import exp, factorial, floor
from typing import Any

from tests.made_city import Row
from tests.told.compared import hours_freed
from tests.told.three_valued import Answer, both, either, some

ALL = "all types"
PRICED = {"police": "hour", "emergency department": "visit", "jail": "booking"}
NO_TRANSPORT = ("declined", "no ", "refused")


def closed_with_transport(row: Row) -> Answer:
    """Whether dispatch closed a call with a transport, in the words that the cities have."""
    said = row.get("disposition")
    if said is None:
        return None
    return "transport" in said.lower() and not said.lower().startswith(NO_TRANSPORT)


def taken_from_the_call(call: Row, fact: Row, met: list[Row], *, tells: bool) -> Answer:
    """By an ambulance that came, or as a contact says; of nothing while no feed tells of any."""
    if not tells:
        return None
    by_contact = some(row["taken_to_hospital"] for row in met) if met else None
    return either(both(fact["ems_arrived"], call["transport"]), by_contact)


def avoided(calls: list[Row], happened: str, group: Any = lambda call: ()) -> dict[Any, Row]:
    """By group: expected less observed of the handled calls, and how many of them are told of."""
    eligible = [call for call in calls if call["eligible"] and call["handled"] is not None]
    rates: dict[str, list[bool]] = defaultdict(list)
    for call in eligible:
        if not call["handled"] and call[happened] is not None:
            rates[call["call_type"]].append(call[happened])
            rates[ALL].append(call[happened])
    found: dict[Any, Row] = {}
    for call in eligible:
        told = found.setdefault(group(call), {"value": 0.0, "n": 0})
        if call["handled"] and call[happened] is not None:
            like = rates.get(call["call_type"]) or rates[ALL]
            told["n"] += 1
            told["value"] += sum(like) / len(like) - call[happened]
    return found


def in_dollars(told: Any, month: str | None = None) -> dict[str, float | None]:
    """What was avoided, and the cost of the program, at the prices of today; None: not known.

    Of all months, those from the first to the last of which the cost of the program is known.
    """
    price = {
        begins: next(
            cost["amount"]
            for cost in told.settings.now("costs")
            if cost["cost"].lower().startswith(begins) and cost["per"] == per
        )
        for begins, per in PRICED.items()
    }
    spent: dict[str, float] = defaultdict(float)
    for row in told.figures:
        if row["figure"] == "program_cost":
            spent[row["month"]] += row["value"]
    calls, wanted = told.calls, [month]
    if month is None:
        wanted = calendar_months(min(spent), max(spent))
        calls = [call for call in calls if call["month"] in wanted]
    transports, arrests = (
        avoided(calls, happened, lambda call: month is None or call["month"] == month)[True]
        for happened in ("ems_transported", "arrest_made")
    )
    hours = hours_freed(calls, month)
    return {
        "police hours freed": None if hours is None else hours * price["police"],
        "hospital transports avoided": transports["value"] * price["emergency department"],
        "arrests avoided": arrests["value"] * price["jail"],
        "program cost": -sum(spent[one] for one in wanted) if set(wanted) <= set(spent) else None,
    }


def calendar_months(first: str, last: str) -> list[str]:
    """Every month from one to another, both included."""
    years = range(int(first[:4]), int(last[:4]) + 1)
    months = [f"{year}-{month:02}" for year in years for month in range(1, 13)]
    return [month for month in months if first <= month <= last]


def queue(calls: list[Row], hours: list[Row], units: list[Row]) -> tuple[float, float, float]:
    """Calls routed an hour on duty, minutes that a response takes, and units on duty then."""
    eligible = [call for call in calls if call["eligible_staffed"]]
    routed = [call["routed"] for call in eligible if call["routed"] is not None]
    staffed: dict[Any, float] = defaultdict(float)
    for hour in hours:
        staffed[hour["starts_at"]] = max(staffed[hour["starts_at"]], hour["staffed"] / 60)
    on_duty = sum(staffed.values())
    minutes = [unit["committed"] for unit in units if unit["committed"] is not None]
    return (
        len(eligible) / on_duty * sum(routed) / len(routed),
        sum(minutes) / len(minutes),
        sum(hour["scheduled"] for hour in hours) / 60 / on_duty,
    )


def waits(calls: float, minutes: float, units: int) -> tuple[float, float, float] | None:
    """Who waits over 15 minutes, who waits, and minutes on average; None where it grows."""
    load = calls * minutes / 60
    if units <= load:
        return None
    full = load**units / factorial(units) * units / (units - load)
    share = full / (sum(load**k / factorial(k) for k in range(units)) + full)
    over = share * exp(-(units - load) * 15 / minutes)
    return over, share, share * minutes / (units - load)


def units_needed(calls: float, minutes: float, at_most: float) -> int:
    """The fewest units with which at most that share of callers waits over 15 minutes."""
    units = 1
    while (found := waits(calls, minutes, units)) is None or found[0] > at_most:
        units += 1
    return units


def whole_units(mean: float) -> int:
    return max(1, floor(mean + 0.5))
