"""The whole registry over two million calls by month and team, beside SQL by hand and pandas."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from bench.made import MONTHS, TEAMS, TODAY, made
from bench.measures_by_hand import LONG, asked_by_hand, prepared, tidy
from bench.measures_in_pandas import asked_in_pandas, loaded

if TYPE_CHECKING:
    import pandas as pd

    from arp.measures.evidence import Evidence

CALLS, RUNS = 2_000_000, 3
BY = ("month", "team")
FIGURES = ["value", "n", "low", "high"]
PARTS = ["missed_why", "lever", "incident_number"]


def of_registry(evidence: Evidence) -> pd.DataFrame:
    """Every indicator of the registry by month and team."""
    from arp.measures.engine import measure

    return measure(evidence, by=BY)


def agreed(evidence: Evidence) -> int:
    """Stops the comparison unless both roads give the same figures; how many these are."""
    import numpy as np

    readings, hand = of_registry(evidence), tidy(evidence)
    ok = readings[readings["status"] == "ok"].rename(columns={"period": "month"})
    ok = ok.assign(part=ok[PARTS].bfill(axis=1).iloc[:, 0])
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

    for key, answer in asked_in_pandas(frames).items():
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
    print(f"  figures on which all agree   {agreed(evidence):8,}", flush=True)
    plain = loaded(evidence, groups_as_categories=False)
    grouped = loaded(evidence, groups_as_categories=True)
    for frames in (plain, grouped):
        agreed_in_pandas(frames, tidy(evidence))
    ours, hand, *pandas = side_by_side(
        lambda: of_registry(evidence),
        lambda: asked_by_hand(evidence),
        lambda: asked_in_pandas(plain),
        lambda: asked_in_pandas(grouped),
    )
    print(f"  hand-written SQL             {hand:8.3f} s")
    print(f"  the whole registry           {ours:8.3f} s  ratio to SQL {ours / hand:5.2f}", end="")
    print("  goal ≤ 1.5")
    for held, seconds in zip(("frames as they come", "months as categories"), pandas, strict=True):
        print(f"  pandas, {held:<20} {seconds:8.3f} s  to the registry", end="")
        print(f" {seconds / ours:5.2f}  goal ≥ 5", flush=True)


def main() -> None:
    from arp.measures.evidence import Evidence

    print(f"\nIndicators over {CALLS:,} calls, {MONTHS} months × {TEAMS} teams")
    with tempfile.TemporaryDirectory() as folder:
        snapshot = made(Path(folder), CALLS)
        began = time.perf_counter()
        evidence = Evidence.derive(snapshot, today=TODAY)
        print(f"  facts derived in {time.perf_counter() - began:.1f} s", flush=True)
        compared(evidence)


if __name__ == "__main__":
    main()
