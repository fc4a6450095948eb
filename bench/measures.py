"""The registry over two million calls by month and team, beside SQL by hand and pandas.

What is of the whole city is asked by month alone; what no month has is timed by itself.
`python -m bench.measures 200000` takes another number of calls;
under 50,000 some months of a team have nothing to compare.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bench.made import MONTHS, TEAMS, TODAY, made
from bench.measures_by_hand import LONG, asked_by_hand, prepared, tidy
from bench.measures_in_pandas import asked_in_pandas, loaded

if TYPE_CHECKING:
    import pandas as pd

    from arp.measures.evidence import Evidence

CALLS, RUNS = 2_000_000, 3
BY, OF_CITY = ("month", "team"), ("month",)
FIGURES = ["value", "n", "low", "high"]
PARTS = ["missed_why", "lever", "incident_number"]
FAMILIES = ["contact_result", "destination", "disposition_label"]
MODEL, ESTIMATE = "a model of a queue", "an estimate, which draws samples again and again"
JUDGED, RECENT = "a judgment, which no month has", "of the last twelve months together"
LIST, NOW = "a list for the whole period", "of the whole time"
LEFT_OUT = {  # what nobody would write in SQL by month: why, and by what it is asked instead
    "wait_model": (MODEL, BY),
    **dict.fromkeys(("cost_avoided", "ed_transports_avoided", "hours_freed"), (ESTIMATE, OF_CITY)),
    "response_gap_vs_police": (ESTIMATE, OF_CITY),
    **dict.fromkeys(
        ("backup_ceiling", "readiness_scorecard", "safety_floor", "trend_stability"), (JUDGED, ())
    ),
    **{f"familiar_neighbors_{of}": (RECENT, ()) for of in (5, 10, 20, 40, "share")},
    **dict.fromkeys(("candidate_areas_hours", "candidate_call_types"), (LIST, ())),
    **dict.fromkeys(("demand_vs_coverage", "equity_gap", "upload_lag_days"), (NOW, ())),
}


@dataclass(frozen=True)
class Catalog:
    """The indicators that are compared: those that a team has too, and those of the city alone."""

    of_teams: list[str]
    of_city: list[str]

    @classmethod
    def of(cls, evidence: Evidence) -> Catalog:
        """All of the registry but what is left out; stops where one of them has no figure."""
        from arp.measures.engine import measure

        def told(keys: list[str], by: tuple[str, ...]) -> list[str]:
            readings = measure(evidence, keys, by=by)
            found = set(readings.loc[readings["status"] != "not measured", "indicator"])
            return [key for key in keys if key in found]

        compared = [key for key in evidence.indicators if key not in LEFT_OUT]
        of_teams = told(compared, BY)
        of_city = told([key for key in compared if key not in of_teams], OF_CITY)
        if silent := set(compared).difference(of_teams, of_city):
            raise SystemExit(f"Nothing was made to tell {', '.join(sorted(silent))}.")
        return cls(of_teams, of_city)

    def measured(self, evidence: Evidence) -> pd.DataFrame:
        """Their readings by month and team, or by month."""
        import pandas as pd

        from arp.measures.engine import measure

        readings = [
            measure(evidence, keys, by=by)
            for keys, by in ((self.of_teams, BY), (self.of_city, OF_CITY))
        ]
        return pd.concat(readings, ignore_index=True)


def left_out(evidence: Evidence) -> None:
    """The readings of what is left out, each by what it is asked."""
    from arp.measures.engine import measure

    for by in dict.fromkeys(by for _, by in LEFT_OUT.values()):
        measure(evidence, [key for key, (_, its) in LEFT_OUT.items() if its == by], by=by)


def with_parts(readings: pd.DataFrame) -> pd.DataFrame:
    """Readings with the part that each is of, by the one name that the SQL gives it."""
    named = readings.rename(columns={"period": "month"})
    families = [name + " " + named[name] for name in FAMILIES]
    fields = named["table"] + " " + named["field"]
    parts = [*(named[name] for name in PARTS), *families, fields]
    part = parts[0].astype("object")
    for other in parts[1:]:
        part = part.fillna(other)
    return named.assign(part=part)


def agreed(evidence: Evidence, catalog: Catalog) -> int:
    """Stops the comparison unless both roads give the same figures; how many these are."""
    import numpy as np

    readings, hand = catalog.measured(evidence), tidy(evidence)
    ok = with_parts(readings[readings["status"] == "ok"])
    # By hand a part that no call has is no row; its whole is then told by no part.
    ok = ok[(ok["value"] > 0) | ~ok["indicator"].isin(LONG)]
    if missing := set(ok["indicator"]) ^ set(hand["indicator"]):
        raise SystemExit(f"Only one of the two tells {', '.join(sorted(missing))}.")
    both = ok.merge(hand, how="left", on=["indicator", *BY, "part"], suffixes=("", "_by_hand"))
    told, again = (
        both[[name + suffix for name in FIGURES]].to_numpy(float) for suffix in ("", "_by_hand")
    )
    differ = ~np.isclose(told, again, equal_nan=True).all(axis=1)
    if differ.any():
        raise SystemExit(f"The two disagree.\n{both[differ].head(20).to_string()}")
    return len(both)


def agreed_in_pandas(frames: Mapping[str, pd.DataFrame], hand: pd.DataFrame) -> None:
    """Stops the comparison unless pandas gives the figures of the SQL."""
    import numpy as np

    answers = asked_in_pandas(frames)
    if missing := set(answers) ^ set(hand["indicator"]):
        raise SystemExit(f"Only one of pandas and SQL tells {', '.join(sorted(missing))}.")
    hand = hand[hand["n"] > 0]  # a month and team without any row is no row in pandas
    for key, answer in answers.items():
        answer = answer[answer["n"] > 0] if "n" in answer else answer
        keys = [name for name in (*BY, "part") if name in answer]
        names = [name for name in FIGURES if name in answer]
        texts = dict.fromkeys(keys, "str")
        both = answer.astype(texts).merge(
            hand[hand["indicator"] == key].astype(texts),
            how="outer",
            on=keys,
            suffixes=("", "_by_hand"),
        )
        told, again = (
            both[[name + suffix for name in names]].to_numpy(float) for suffix in ("", "_by_hand")
        )
        if not np.isclose(told, again, equal_nan=True).all():
            raise SystemExit(f"pandas and SQL disagree on {key}.")


def side_by_side(*works: Callable[[], object]) -> list[float]:
    """Median seconds of each, taken in turn after one run of all that is not counted."""
    spent: dict[Callable[[], object], list[float]] = {work: [] for work in works}
    for _ in range(RUNS + 1):
        for work, times in spent.items():
            began = time.perf_counter()
            work()
            times.append(time.perf_counter() - began)
    return [statistics.median(times[1:]) for times in spent.values()]


def compared(evidence: Evidence) -> None:
    """Prints the seconds of the roads to the same figures, and their ratios."""
    prepared(evidence)
    catalog = Catalog.of(evidence)
    print(f"  indicators by month and team {len(catalog.of_teams):8}")
    print(f"  of the city alone, by month  {len(catalog.of_city):8}")
    print(f"  figures on which all agree   {agreed(evidence, catalog):8,}", flush=True)
    plain = loaded(evidence, groups_as_categories=False)
    grouped = loaded(evidence, groups_as_categories=True)
    for frames in (plain, grouped):
        agreed_in_pandas(frames, tidy(evidence))
    ours, hand, *pandas = side_by_side(
        lambda: catalog.measured(evidence),
        lambda: asked_by_hand(evidence),
        lambda: asked_in_pandas(plain),
        lambda: asked_in_pandas(grouped),
    )
    print(f"  hand-written SQL             {hand:8.3f} s")
    print(f"  the registry                 {ours:8.3f} s  ratio to SQL {ours / hand:5.2f}", end="")
    print("  goal ≤ 1.5")
    for held, seconds in zip(("frames as they come", "months as categories"), pandas, strict=True):
        print(f"  pandas, {held:<20} {seconds:8.3f} s  to the registry", end="")
        print(f" {seconds / ours:5.2f}  goal ≥ 5", flush=True)
    began = time.perf_counter()
    left_out(evidence)
    print(f"  without SQL by hand          {time.perf_counter() - began:8.3f} s", end="")
    print(f"  for {len(LEFT_OUT)} more, once:")
    for reason in dict.fromkeys(reason for reason, _ in LEFT_OUT.values()):
        named = [key for key, (why, _) in LEFT_OUT.items() if why == reason]
        print(f"    {', '.join(named)}: {reason}", flush=True)


def main(calls: int = CALLS) -> None:
    from arp.measures.evidence import Evidence

    print(f"\nIndicators over {calls:,} calls, {MONTHS} months × {TEAMS} teams")
    with tempfile.TemporaryDirectory() as folder:
        snapshot = made(Path(folder), calls)
        began = time.perf_counter()
        evidence = Evidence.derive(snapshot, today=TODAY)
        print(f"  facts derived in {time.perf_counter() - began:.1f} s", flush=True)
        compared(evidence)


if __name__ == "__main__":
    main(*(int(calls) for calls in sys.argv[1:]))
