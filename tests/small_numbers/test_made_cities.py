"""P11 on whole cities, by the engine: every release of an indicator at once, and nothing comes out.

The attacker knows the name of every group there is, that groups add up, and everything that may
leave the department. What is checked against is the engine's own exact answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd
import pytest

from arp.measures.engine import measure
from arp.measures.formula import Mix
from arp.measures.readings import OK, TOO_FEW
from arp.measures.registry import INDICATORS
from arp.measures.release import Audience, Release, released
from arp.measures.small_numbers import SmallNumbers
from tests.counted import city
from tests.small_numbers.city import said_of_count, said_of_share
from tests.small_numbers.solver import Puzzle

BREAKDOWNS = ("month", "team", "area", "call_type", "age_band", "race_ethnicity")
FAMILIES = ("contact_result", "destination", "disposition_label")
SMALL = SmallNumbers()
Months = tuple[str | None, str | None]


@dataclass
class Attack:
    """What is said of one indicator of one city, and what is true of it."""

    name: str
    key: str
    puzzle: Puzzle = field(default_factory=Puzzle)
    true: dict[str, int] = field(default_factory=dict)

    @property
    def kinds(self) -> tuple[str, ...]:
        shares = INDICATORS[self.key].unit == "share"
        return ("hits", "rest") if shares else ("hits",)

    def run(self) -> dict[str, int]:
        """The small counts that come out, with their values."""
        first, last = held = city(self.name).evidence.months or ("", "")
        years = [str(year) for year in range(int(first[:4]), int(last[:4]) + 1)]
        self._whole("all", held, (None, None))
        for year in years:
            months = (max(f"{year}-01", first), min(f"{year}-12", last))
            self._whole(year, held, months)
            for by in self._breakdowns():
                self._parts(year, held, months, by)
        self._years(years)
        return self._recovered()

    def _breakdowns(self) -> tuple[str, ...]:
        return FAMILIES if isinstance(INDICATORS[self.key].formula, Mix) else BREAKDOWNS

    def _whole(self, scope: str, held: tuple[str, str], months: Months) -> None:
        if isinstance(INDICATORS[self.key].formula, Mix):
            return
        raw, told = self._asked(held, months, ())
        zero_told = scope == "all" or months == held
        self._say(scope, raw.iloc[0], told.iloc[0].to_dict(), zero_told=zero_told)

    def _parts(self, scope: str, held: tuple[str, str], months: Months, by: str) -> None:
        family = by in FAMILIES
        raw, told = self._asked(held, months, () if family else (by,))
        column = "period" if by == "month" else by
        raw = raw[raw[column].notna() & raw["status"].isin([OK, TOO_FEW])]
        names = [f"{scope} {by} {group}" for group in raw[column]]
        for name, (_, row) in zip(names, raw.iterrows(), strict=True):
            mine = told[told[column] == row[column]] if column in told else told.iloc[:0]
            self._say(name, row, mine.iloc[0].to_dict() if len(mine) else None)
        if family:
            whole = int(raw["denominator"].iloc[0])
            self.true[f"of {scope}"] = whole
            self._adds_up([f"hits {name}" for name in names], f"of {scope}")
            for name in names:
                self._adds_up([f"hits {name}", f"rest {name}"], f"of {scope}")
            return
        for kind in self.kinds:
            self._adds_up([f"{kind} {name}" for name in names], f"{kind} {scope}")

    def _years(self, years: list[str]) -> None:
        for kind in self.kinds:
            whole, parts = f"{kind} all", [f"{kind} {year}" for year in years]
            if whole in self.true:
                known = sum(self.true[part] for part in parts)
                self.true[f"{kind} undated"] = self.true[whole] - known
                self._adds_up([*parts, f"{kind} undated"], whole)

    def _asked(
        self, held: tuple[str, str], months: Months, by: tuple[str, ...]
    ) -> tuple[pd.DataFrame, pd.DataFrame]:
        raw = measure(city(self.name).evidence, [self.key], by=by, months=months)
        return raw, released(raw, Release(Audience.OUTSIDE, held=held), INDICATORS)

    def _say(
        self,
        name: str,
        raw: Mapping[str, Any],
        told: Mapping[str, Any] | None,
        *,
        zero_told: bool = False,
    ) -> None:
        hits = _whole_number(raw["numerator"])
        self.true[f"hits {name}"] = hits
        if "rest" in self.kinds:
            self.true[f"rest {name}"] = _whole_number(raw["denominator"]) - hits
        say = said_of_share if "rest" in self.kinds else said_of_count
        say(self.puzzle, name, told, SmallNumbers(zero_told=zero_told))

    def _adds_up(self, parts: list[str], whole: str) -> None:
        assert sum(self.true[part] for part in parts) == self.true[whole], (parts, whole)
        self.puzzle.say(dict.fromkeys(parts, 1) | {whole: -1}, 0, 0)

    def _recovered(self) -> dict[str, int]:
        near = dict(self.true)
        for name in self.puzzle.numbers:
            if name.startswith("which of "):
                hits = self.true[f"hits {name.removeprefix('which of ')}"]
                near[name] = int(hits > SMALL.largest_withheld)
        small = [name for name in self.puzzle.numbers if 1 <= self.true.get(name, 0) <= 10]
        assert small, "nothing to look for"
        found = {name: self.puzzle.only_value({name: 1}, near) for name in small}
        return {name: value for name, value in found.items() if value is not None}


def _whole_number(figure: float) -> int:
    return 0 if pd.isna(figure) else int(figure)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        *(("made", key) for key in ("person_injuries", "arrest_rate", "hospital_transport_rate")),
        *(("grown", key) for key in ("person_injuries", "arrest_rate", "disposition_mix")),
    ],
)
def test_nothing_comes_out_of_everything_that_may_leave(name: str, key: str) -> None:
    assert Attack(name, key).run() == {}


def test_exact_figures_beside_them_would_be_enough() -> None:
    attack = Attack("grown", "person_injuries")
    assert attack.run() == {}
    months = [name for name in attack.true if name.startswith("hits 2026 month")]
    small = next(name for name in months if 1 <= attack.true[name] <= 10)
    for name in (*months, "hits 2026"):
        if name != small:
            attack.puzzle.say({name: 1}, attack.true[name], attack.true[name])
    assert attack.puzzle.only_value({small: 1}, attack.true) == attack.true[small]
