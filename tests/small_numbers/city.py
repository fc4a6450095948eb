"""A small city of counts, the readings it gives, and all that its releases say to an attacker."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from arp.measures.aggregates import FIGURES
from arp.measures.asked import Filters
from arp.measures.ranks import wilson
from arp.measures.readings import NOTHING, OK, TOO_FEW, WITHHELD
from arp.measures.registry import INDICATORS
from arp.measures.release import Audience, Release, released
from arp.measures.small_numbers import SmallNumbers
from tests.small_numbers.solver import Puzzle

COUNT, SHARE, MIX = "person_injuries", "refusal_rate", "disposition_mix"
HELD = ("2024-10", "2025-03")
MONTHS = ("2024-10", "2024-11", "2024-12", "2025-01", "2025-02", "2025-03")
AREAS, TEAMS = ("East", "North", "West"), ("A", "B")
PERIODS = {"all": HELD, "2024": (MONTHS[0], MONTHS[2]), "2025": (MONTHS[3], MONTHS[5])}
OTHERS = (("2024-10", "2024-11"), ("2024-11", "2025-01"), ("2025-02", "2025-02"))
FILTERS = (
    Filters(team=("A",)),
    Filters(team=("A", "B")),
    Filters(area=("North",)),
    Filters(area=("East", "North"), call_type=("Welfare",)),
)
BREAKDOWNS: tuple[tuple[str, ...], ...] = ((), ("month",), ("area",), ("team",))
CROSSED = (("month", "area"), ("month", "team"), ("area", "team"))
MANY = 100_000  # more than any count: what a switch lets loose

Place = tuple[str, str, str]  # month, area, team
Count = tuple[int, int]  # those in the part, and the others of the whole


@dataclass(frozen=True)
class City:
    """How many people, by month, area and team: in the part, and the others."""

    counts: Mapping[Place, Count]
    smallest: int = 11

    def cells(
        self, by: Sequence[str], months: tuple[str, str], where: Filters = Filters()
    ) -> Counter[tuple[str, ...]]:
        """The counts of one breakdown, each group as (*group, "hits" or "rest")."""
        found: Counter[tuple[str, ...]] = Counter()
        for place, (hits, rest) in self.counts.items():
            said = dict(zip(("month", "area", "team"), place, strict=True))
            if months[0] <= said["month"] <= months[1] and all(
                said.get(name, values[0]) in values for name, values in where.chosen.items()
            ):
                group = tuple(said[name] for name in by)
                found[*group, "hits"] += hits
                found[*group, "rest"] += rest
        return found

    def readings(
        self, key: str, by: Sequence[str], months: tuple[str, str], where: Filters = Filters()
    ) -> pd.DataFrame:
        """The readings that the engine would give."""
        cells = self.cells(by, months, where)
        groups = sorted({group[:-1] for group in cells}) or ([()] if not by else [])
        rows = [
            _row(key, by, group, months, cells[*group, "hits"], cells[*group, "rest"])
            for group in groups
            if key != COUNT or "month" in by or not by or cells[*group, "hits"]
        ]
        return pd.DataFrame(rows or [_nothing(key, months)])

    def released(
        self, key: str, by: Sequence[str], months: tuple[str, str], where: Filters = Filters()
    ) -> list[dict[str, Any]]:
        """What of it leaves the department."""
        release = Release(Audience.OUTSIDE, where, HELD, self.smallest)
        frame = released(self.readings(key, by, months, where), release, INDICATORS)
        return frame.to_dict("records")  # type: ignore[return-value]


def _row(
    key: str,
    by: Sequence[str],
    group: Sequence[str],
    months: tuple[str, str],
    hits: int,
    rest: int,
) -> dict[str, Any]:
    named = dict(zip(by, group, strict=True))
    period = named.pop("month", "/".join(months))
    row = {"indicator": key, "period": period, **named, "reason": f"{rest} more left out: unknown."}
    if key == COUNT:
        counted = {"value": hits, "n": hits, "numerator": hits, "denominator": np.nan}
        return row | counted | {"low": np.nan, "high": np.nan, "status": OK}
    whole = hits + rest
    low, high = wilson(np.array([float(hits)]), np.array([float(whole)]))
    row |= {"n": whole, "numerator": hits, "denominator": whole, "low": low[0], "high": high[0]}
    return row | {
        "value": hits / whole if whole else np.nan,
        "status": OK if whole else TOO_FEW,
    }


def _nothing(key: str, months: tuple[str, str]) -> dict[str, Any]:
    row: dict[str, Any] = {"indicator": key, "period": "/".join(months), "status": TOO_FEW}
    return row | dict.fromkeys(FIGURES, np.nan) | {"reason": NOTHING}


def year_of(month: str) -> str:
    return month[:4]


def known_to_all(puzzle: Puzzle, kinds: Iterable[str]) -> None:
    """That parts add up to their whole, in every breakdown and over the years."""
    for kind in kinds:
        puzzle.say({f"{kind} all": -1, f"{kind} 2024": 1, f"{kind} 2025": 1}, 0, 0)
        for year in ("2024", "2025"):
            for parts in ([m for m in MONTHS if year_of(m) == year], AREAS, TEAMS):
                terms = {f"{kind} {year} {part}": 1 for part in parts}
                puzzle.say(terms | {f"{kind} {year}": -1}, 0, 0)


def truth(city: City) -> dict[str, int]:
    """What the attacker is after, by the name of each number."""
    found: dict[str, int] = {}
    for scope, months in PERIODS.items():
        for by in BREAKDOWNS:
            for (*group, kind), count in city.cells(by, months).items():
                if scope != "all" or not group:
                    found[" ".join((kind, scope, *group))] = count
    return found


def attacked(city: City, key: str) -> Puzzle:
    """All that every release of an indicator says, as statements about the true counts."""
    puzzle = Puzzle()
    known_to_all(puzzle, ("hits",) if key == COUNT else ("hits", "rest"))
    say = said_of_count if key == COUNT else said_of_share
    for scope, ends in PERIODS.items():
        for by in BREAKDOWNS if scope != "all" else BREAKDOWNS[:2]:
            rows = city.released(key, by, ends)
            for name in _names(by, scope):
                row = next((row for row in rows if _is_of(row, by, name)), None)
                year = year_of(name) if by == ("month",) else scope
                small = SmallNumbers(city.smallest, zero_told=scope == "all" and not by)
                say(puzzle, f"{year} {name}".strip(), row, small)
    return puzzle


def _names(by: Sequence[str], scope: str) -> Sequence[str]:
    if by == ("month",):
        return [month for month in MONTHS if scope in ("all", year_of(month))]
    return {"area": AREAS, "team": TEAMS}[by[0]] if by else [""]


def _is_of(row: Mapping[str, Any], by: Sequence[str], name: str) -> bool:
    if not by:
        return True
    return bool(row.get("period" if by == ("month",) else by[0]) == name)


def _window(shown: float) -> tuple[int, int]:
    """Which counts a shown number may stand for; a shown 0 is a 0."""
    return (0, 0) if shown == 0 else (int(shown) - 2, int(shown) + 2)


def said_of_count(
    puzzle: Puzzle, name: str, row: Mapping[str, Any] | None, small: SmallNumbers
) -> None:
    if row is not None and row["status"] == OK:
        puzzle.say({f"hits {name}": 1}, *_window(row["value"]))
    else:
        puzzle.say({f"hits {name}": 1}, int(small.zero_told), small.largest_withheld)


def said_of_share(
    puzzle: Puzzle, name: str, row: Mapping[str, Any] | None, small: SmallNumbers
) -> None:
    hits, rest = f"hits {name}", f"rest {name}"
    if row is not None and row["status"] in (OK, TOO_FEW) and row["n"] == row["n"]:
        puzzle.say({hits: 1, rest: 1}, *_window(row["n"]))
        if row["status"] == OK:
            puzzle.say({hits: 1}, *_window(row["numerator"]))
            nobody = row["numerator"] == row["denominator"]
            puzzle.say({rest: 1}, *((0, 0) if nobody else (small.largest_withheld + 1, MANY)))
        return
    assert row is None or row["status"] == WITHHELD
    either = f"which of {name}"  # one of the two is small: nobody says which
    puzzle.numbers[either] = (0, 1)
    puzzle.say({hits: 1, either: -MANY}, -MANY, small.largest_withheld)
    puzzle.say({rest: 1, either: MANY}, 0, small.largest_withheld + MANY)
    if small.zero_told:  # a 0 would be told
        puzzle.say({hits: 1, either: MANY}, 1, 2 * MANY)
        puzzle.say({rest: 1, either: -MANY}, 1 - MANY, 2 * MANY)


def recovered(city: City, key: str) -> dict[str, int]:
    """The small counts that an attacker works out, with their values."""
    puzzle, true = attacked(city, key), truth(city)
    near = {name: count for name, count in true.items() if name in puzzle.numbers}
    near |= {
        name: int(true[f"hits {name[9:]}"] > SmallNumbers(city.smallest).largest_withheld)
        for name in puzzle.numbers
        if name.startswith("which of ")
    }
    targets: list[Mapping[str, int]] = [
        {name: 1} for name in near if name in true and 1 <= true[name] < city.smallest
    ]
    found = {}
    for terms in targets:
        value = puzzle.only_value(terms, near)
        if value is not None:
            found[" + ".join(terms)] = value
    return found


def drawn(counts: Callable[[Place], Count], smallest: int = 11) -> City:
    """A city by a rule that gives the counts of each place."""
    places = [(month, area, team) for month in MONTHS for area in AREAS for team in TEAMS]
    return City({place: counts(place) for place in places}, smallest)
