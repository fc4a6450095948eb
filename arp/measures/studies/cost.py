"""What was avoided, in dollars: each part at the city's own price, less what the program cost.

Avoided is not saved: the hours and beds are there for somebody else. Source: METRICS §4D.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from arp.measures.months import months_between
from arp.measures.prices import (
    BOOKINGS,
    PARTS,
    POLICE,
    PROGRAM,
    TOTAL,
    TRANSPORTS,
    Price,
    price_of,
)
from arp.measures.studies.avoided import ARRESTS, avoided

if TYPE_CHECKING:
    import pandas as pd

    from arp.measures.asked import Asked
    from arp.measures.evidence import Evidence

OF_INDICATORS = {POLICE: "hours_freed", TRANSPORTS: "ed_transports_avoided"}
OF_THE_WHOLE = (
    "What the program cost is known of the whole program only: take the filters by area and call "
    "type away."
)
NO_COST = (
    "It needs what the program cost in {months}. Upload it as a monthly figure; the blank template "
    "has a sheet for it."
)
NO_ARRESTS = (
    "It needs how dispatch closed calls, arrests among them. Upload a dispatch (CAD) export of all "
    "calls with dispositions."
)
NOT_COUNTED = "Not counted: the city set its price to 0."
COUNTED = "{value} {what} ({low} to {high}) at ${amount:,.2f} per {per} ({name})."
CLIPPED = "Of {first} to {last}, the months whose program cost is known."
Part = dict[str, Any]


def cost_avoided(evidence: Evidence, asked: Asked) -> pd.DataFrame:
    """Five rows a group: the sum, its three parts and, below zero, what the program cost.

    In US dollars, at the prices that hold today. The ends of the sum are the sums of the ends. Only
    months whose program cost is known; a part without a price or a number has no value, and the
    sum has none then either. A price of 0 leaves its part out.
    """
    import pandas as pd

    columns = [*asked.by, "part", "value", "n", "low", "high", "too_few", "unmeasured", "note"]
    if asked.where.area is not None or asked.where.call_type is not None:
        untold = {"unmeasured": OF_THE_WHOLE, "too_few": "", "note": ""}
        return pd.DataFrame([untold], columns=columns)
    spent = _Spent.of(evidence, asked)
    prices = {
        part: price_of(evidence.settings.on("costs", evidence.today), priced)
        for part, (priced, _) in PARTS.items()
    }
    groups: Sequence[str | None] = spent.months if "month" in asked.by else [None]
    numbers = _numbers(evidence, spent.question, groups)
    rows: list[Part] = []
    for month in groups:
        named = {} if month is None else {"month": month}
        parts = {name: _part(name, prices[name], numbers[name].get(month)) for name in PARTS}
        parts[PROGRAM] = spent.part(month)
        whole = _sum(parts) if not spent.clipped else _sum(parts) | {"note": spent.clipped}
        rows += [named | {"part": TOTAL} | whole]
        rows += [named | {"part": name} | part for name, part in parts.items()]
    told = pd.DataFrame(rows, columns=columns)
    words = ["too_few", "unmeasured", "note"]
    return told.assign(**told[words].fillna(""))


@dataclass(frozen=True)
class _Spent:
    """What the program cost by month, and the question narrowed to the months of which it is known.

    `clipped` says to which months it is narrowed; months within them may still lack a cost.
    """

    question: Asked
    months: list[str]
    costs: Mapping[str, float]
    clipped: str

    @classmethod
    def of(cls, evidence: Evidence, asked: Asked) -> _Spent:
        """Narrows a question to the months whose cost is known; by month it stays as it is."""
        held = evidence.months or (None, None)
        first, last = asked.months[0] or held[0], asked.months[1] or held[1]
        months = months_between(first, last)
        rows = evidence.ask(
            "SELECT month, sum(value) AS cost FROM figures "
            "WHERE figure = 'program_cost' AND in_whole AND month IS NOT NULL GROUP BY month"
        )
        costs = {m: float(c) for m, c in zip(rows["month"], rows["cost"], strict=True)}
        known = [month for month in months if month in costs]
        if "month" in asked.by or not known:
            return cls(asked, months, costs, "")
        span = months_between(known[0], known[-1])
        clipped = "" if span == months else CLIPPED.format(first=span[0], last=span[-1])
        return cls(replace(asked, months=(span[0], span[-1])), span, costs, clipped)

    def part(self, month: str | None) -> Part:
        """What the program cost, below zero: in a month, or in all months asked for."""
        wanted = self.months if month is None else [month]
        missing = [one for one in wanted if one not in self.costs]
        if missing or not wanted:
            ends = dict.fromkeys((*missing[:1], *missing[-1:]))
            return {"unmeasured": NO_COST.format(months=" to ".join(ends) or "any month")}
        cost = -sum(self.costs[one] for one in wanted)
        return {"value": cost, "low": cost, "high": cost, "n": len(wanted)}


def _numbers(
    evidence: Evidence, asked: Asked, groups: Sequence[str | None]
) -> dict[str, dict[str | None, Part]]:
    """By part and month, or None for all, its number with its range, or why it has none."""
    from arp.measures.engine import measure

    found = measure(
        evidence,
        list(OF_INDICATORS.values()),
        by=asked.by,
        months=asked.months,
        where=asked.where,
    )
    numbers: dict[str, dict[str | None, Part]] = {}
    for part, key in OF_INDICATORS.items():
        rows = found[found["indicator"] == key].to_dict("records")
        by_month = {row["period"]: row for row in rows}  # one row alone says why of all
        numbers[part] = {month: _as_part(by_month.get(month, rows[0])) for month in groups}
    return numbers | {BOOKINGS: dict(_arrests(evidence, asked))}


def _as_part(row: Mapping[Any, Any]) -> Part:
    """A reading as a part: its figures, or its reason."""
    if row["status"] == "ok":
        return {name: row[name] for name in ("value", "low", "high", "n")}
    return {"too_few" if row["status"] == "too few" else "unmeasured": row["reason"]}


def _arrests(evidence: Evidence, asked: Asked) -> Iterator[tuple[str | None, Part]]:
    """By month, or None for all, the arrests that were avoided; nothing where nobody can tell."""
    if ARRESTS not in evidence.known["calls"].columns:
        return
    for row in avoided(evidence, asked, ARRESTS).to_dict("records"):
        few = row["too_few"]
        figures = {"too_few": few} if few else {n: row[n] for n in ("value", "low", "high", "n")}
        yield row.get("month"), figures


def _part(name: str, price: Price | None, number: Part | None) -> Part:
    """One part in dollars, with the number and the price it is made of in words."""
    priced, what = PARTS[name]
    if price is None:
        return {"unmeasured": priced.to_set_it}
    if price.amount == 0:
        return {"value": 0.0, "low": 0.0, "high": 0.0, "note": NOT_COUNTED}
    if number is None:
        return {"unmeasured": NO_ARRESTS}
    if "value" not in number:
        return number
    said = COUNTED.format(
        **{end: _whole(number[end]) for end in ("value", "low", "high")},
        what=what,
        amount=price.amount,
        per=priced.per,
        name=price.name,
    )
    dollars = {end: number[end] * price.amount for end in ("value", "low", "high")}
    return dollars | {"n": number["n"], "note": said}


def _whole(number: float) -> str:
    """A whole number with a minus that can be seen: a hyphen is too short."""
    return f"{number:,.0f}".replace("-", "\u2212")


def _sum(parts: Mapping[str, Part]) -> Part:
    """The sum of all parts; why there is none where one has no value."""
    untold = [part for part in parts.values() if "value" not in part]
    for status in ("unmeasured", "too_few"):
        reasons = [part[status] for part in untold if part.get(status)]
        if reasons:
            return {status: " ".join(dict.fromkeys(reasons))}
    return {end: sum(part[end] for part in parts.values()) for end in ("value", "low", "high")}
