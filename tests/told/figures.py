"""Counts, shares, fractiles and ratios of one group's rows, with their status."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable

from tests.made_city import Row
from tests.told.three_valued import Answer

OK, TOO_FEW, NOT_MEASURED, NOT_MATURE = "ok", "too few", "not measured", "not mature"


def count(flags: Iterable[Answer]) -> Row:
    """How many say yes; where none does and some do not say, nobody can tell."""
    found = list(flags)
    n = found.count(True)
    if n == 0 and None in found:
        return {"status": NOT_MEASURED}
    return {"status": OK, "value": n, "n": n, "numerator": n}


def share(answers: Iterable[tuple[Answer, Answer]]) -> Row:
    """Pairs of whether a row is among those asked about, and what it says."""
    asked = [(among, says) for among, says in answers if among is not False]
    known = [says for among, says in asked if among and says is not None]
    hits, n = sum(known), len(known)
    if n == 0 and asked:
        return {"status": NOT_MEASURED}
    found: Row = {"status": TOO_FEW, "n": n, "numerator": hits, "denominator": n}
    if n == 0:
        return found
    low, high = wilson(hits, n)
    return found | {"status": OK, "value": hits / n, "low": low, "high": high}


def wilson(hits: int, n: int) -> tuple[float, float]:
    z, p = 1.959963984540054, hits / n
    middle, spread = p + z * z / (2 * n), z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return max(0, (middle - spread) / (1 + z * z / n)), min(1, (middle + spread) / (1 + z * z / n))


def fractile(values: Iterable[float | None], p: float) -> Row:
    """The value below which a share p of the values lies, with its interval by ranks."""
    ordered = sorted(value for value in values if value is not None)
    n = len(ordered)
    at_most, total = [], 0.0
    for k in range(n + 1):
        ways = math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)
        total += math.exp(ways + k * math.log(p) + (n - k) * math.log(1 - p))
        at_most.append(total)
    low = max((rank for rank in range(1, n + 1) if at_most[rank - 1] <= 0.025), default=None)
    high = min((rank for rank in range(1, n + 1) if at_most[rank - 1] >= 0.975), default=None)
    if low is None or high is None:
        return {"status": TOO_FEW, "n": n}
    value = between(ordered, p)
    return {
        "status": OK,
        "value": value,
        "n": n,
        "low": ordered[low - 1],
        "high": ordered[high - 1],
    }


def between(ordered: list[float], p: float) -> float:
    place = (len(ordered) - 1) * p
    below, above = ordered[math.floor(place)], ordered[math.ceil(place)]
    return below + (above - below) * (place - math.floor(place))


def mean(values: Iterable[float | None]) -> Row:
    found = total(values)
    return found | {"value": found["value"] / found["n"]} if found["n"] else found


def total(values: Iterable[float | None]) -> Row:
    known = [value for value in values if value is not None]
    if not known:
        return {"status": TOO_FEW, "n": 0}
    return {"status": OK, "value": sum(known), "n": len(known)}


def parts(values: Iterable[str | None], part: str) -> Row:
    """How many of the rows that have any of the parts have this one."""
    known = [value for value in values if value is not None]
    n = known.count(part)
    return {"status": OK, "value": n, "numerator": n, "n": len(known), "denominator": len(known)}


def ratio(rows: Iterable[Row], times: float = 1) -> Row:
    """The sum of “top” divided by that of “bottom”, over the months that have both."""
    tops: dict[str, list[float]] = defaultdict(list)
    bottoms: dict[str, list[float]] = defaultdict(list)
    for row in rows:
        for name, by_month in (("top", tops), ("bottom", bottoms)):
            if row["month"] and row.get(name) is not None:
                by_month[row["month"]].append(row[name])
    months = set(tops) & set(bottoms)
    if not months:
        return {"status": NOT_MEASURED}
    top = sum(sum(tops[month]) for month in months)
    bottom = sum(sum(bottoms[month]) for month in months)
    found = {
        "status": TOO_FEW,
        "n": sum(len(bottoms[month]) for month in months),
        "numerator": top,
        "denominator": bottom,
    }
    return found | {"status": OK, "value": top / bottom * times} if bottom else found
