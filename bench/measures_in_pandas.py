"""Counts, shares, fractiles and ratios of bench/measures.py by groupby, from frames in memory.

Without intervals and without the lists of the longest waits.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from arp.measures.evidence import Evidence

BY = ["month", "team"]
FRACTILES = [0.5, 0.9]
COLUMNS = {
    "call_teams": (
        *("eligible", "eligible_staffed", "eligible_final", "handled", "staffed", "free"),
        *("routed", "missed", "missed_why", "lever", "police_dispatched", "diverted_police"),
        *("upgraded", "own_dispatched", "prog_dispatched", "prog_arrived", "in_scope"),
        *("response_minutes", "own_response_minutes", "queue_minutes", "travel_minutes"),
        "on_scene_minutes",
    ),
    "team_responses": ("handled", "self_initiated"),
    "coverage": ("committed_minutes", "scheduled_minutes", "busy_minutes", "staffed_minutes"),
}


def loaded(evidence: Evidence) -> dict[str, pd.DataFrame]:
    """The facts as frames, with groups as categories and flags as booleans."""
    frames = {}
    for table, columns in COLUMNS.items():
        asked = f"SELECT {', '.join((*BY, *columns))} FROM {table} WHERE month IS NOT NULL"
        frame = evidence.ask(asked)
        told = [name for name in (*BY, "missed_why", "lever") if name in frame]
        frame[told] = frame[told].astype("category")
        flags = frame.select_dtypes("object").columns  # flags of which some are unknown
        frames[table] = frame.astype(dict.fromkeys(flags, "boolean"))
    return frames


def asked_in_pandas(frames: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame | pd.Series]:
    """Every figure by month and team, one answer a kind."""
    calls, responses = frames["call_teams"], frames["team_responses"]
    return {
        "calls": _flags_of_calls(calls).groupby([calls[name] for name in BY], observed=True).sum(),
        "responses": responses[responses["handled"]]
        .groupby(BY, observed=True)["self_initiated"]
        .agg(["size", "count", "sum"]),
        "response_mean": calls[calls["prog_arrived"] & calls["in_scope"]]
        .groupby(BY, observed=True)["own_response_minutes"]
        .agg(["mean", "count"]),
        **_fractiles(calls),
        **_parts(calls),
        **_ratios(frames["coverage"]),
    }


def _flags_of_calls(calls: pd.DataFrame) -> pd.DataFrame:
    """Each count, and each share's two counts, as a column of yes and no."""
    import pandas as pd

    shares = {
        "eligible_capture": (calls["handled"], calls["eligible_staffed"]),
        "eligible_capture_all": (calls["handled"], calls["eligible"]),
        "coverage_share": (calls["staffed"], calls["eligible"]),
        "eligible_when_busy": (~calls["free"], calls["eligible_staffed"]),
        "no_police_sent": (~calls["police_dispatched"], calls["eligible"]),
        "dispatch_recall": (calls["routed"], calls["eligible_final"]),
        "upgrade_rate": (calls["upgraded"], calls["own_dispatched"]),
        "timestamp_valid_rate": (calls["response_minutes"].notna(), calls["prog_arrived"]),
    }
    counts = {"eligible_calls": calls["eligible"], "calls_diverted": calls["diverted_police"]}
    hits = {key: of & among for key, (of, among) in shares.items()}
    known = {f"{key}_n": of.notna() & among for key, (of, among) in shares.items()}
    return pd.DataFrame(counts | hits | known)


def _fractiles(calls: pd.DataFrame) -> dict[str, pd.Series]:
    arrived = calls["prog_arrived"]
    intervals = {
        "queue_minutes": calls["prog_dispatched"],
        "travel_minutes": arrived,
        "own_response_minutes": arrived & calls["in_scope"],
        "on_scene_minutes": arrived,
    }
    return {
        of: calls[among].groupby(BY, observed=True)[of].quantile(FRACTILES)
        for of, among in intervals.items()
    }


def _parts(calls: pd.DataFrame) -> dict[str, pd.Series]:
    among = {
        "missed_why": calls["eligible"] & calls["missed"],
        "lever": calls["missed"] & calls["staffed"].notna(),
    }
    return {
        part: calls[rows].groupby([*BY, part], observed=True).size() for part, rows in among.items()
    }


def _ratios(coverage: pd.DataFrame) -> dict[str, pd.Series]:
    ratios = {"uhu": ("committed", "scheduled"), "all_units_busy": ("busy", "staffed")}
    answers = {}
    for key, (top, bottom) in ratios.items():
        worked = coverage[coverage[f"{bottom}_minutes"] > 0]
        sums = worked.groupby(BY, observed=True)[[f"{top}_minutes", f"{bottom}_minutes"]].sum()
        answers[key] = sums[f"{top}_minutes"] / sums[f"{bottom}_minutes"]
    return answers
