"""The figures of bench/measures.py as a person would write them in pandas, from frames in memory.

An indicator at a time: choose its rows, group them, count; then its interval beside it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from arp.measures.evidence import Evidence

BY = ["month", "team"]
FRACTILES = {"p50": 0.5, "p90": 0.9}
LONGEST = 20
SHARES = {  # a share: what is counted, and among which calls it must be known
    "eligible_capture": ("handled", "eligible_staffed"),
    "eligible_capture_all": ("handled", "eligible"),
    "coverage_share": ("staffed", "eligible"),
    "eligible_when_busy": ("all_busy", "eligible_staffed"),
    "no_police_sent": ("without_police", "eligible"),
    "dispatch_recall": ("routed", "eligible_final"),
    "upgrade_rate": ("upgraded", "own_dispatched"),
    "timestamp_valid_rate": ("response_timed", "prog_arrived"),
}
COLUMNS = {
    "call_teams": (
        *("incident_number", "eligible", "eligible_staffed", "eligible_final", "handled"),
        *("staffed", "free", "routed", "missed", "missed_why", "lever", "police_dispatched"),
        *("diverted_police", "upgraded", "own_dispatched", "prog_dispatched", "prog_arrived"),
        *("in_scope", "response_minutes", "own_response_minutes", "queue_minutes"),
        *("travel_minutes", "on_scene_minutes"),
    ),
    "team_responses": ("handled", "self_initiated"),
    "coverage": ("committed_minutes", "scheduled_minutes", "busy_minutes", "staffed_minutes"),
}


def loaded(evidence: Evidence, *, groups_as_categories: bool) -> dict[str, pd.DataFrame]:
    """The facts as frames, with flags as booleans of which some may be unknown."""
    frames = {}
    for table, columns in COLUMNS.items():
        asked = f"SELECT {', '.join((*BY, *columns))} FROM {table} WHERE month IS NOT NULL"
        frame = evidence.ask(asked)
        told = [name for name in (*BY, "missed_why", "lever") if name in frame]
        if groups_as_categories:
            frame[told] = frame[told].astype("category")
        flags = frame.select_dtypes("object").columns.difference([*told, "incident_number"])
        frames[table] = frame.astype(dict.fromkeys(flags, "boolean"))
    return frames


def asked_in_pandas(frames: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """Every figure by month and team, with its n and interval: a frame an indicator."""
    calls, responses = frames["call_teams"], frames["team_responses"]
    calls = calls.assign(
        all_busy=~calls["free"],
        without_police=~calls["police_dispatched"],
        response_timed=calls["response_minutes"].notna(),
    )
    arrived, in_scope = calls["prog_arrived"], calls["in_scope"]
    responded = responses[responses["handled"]]
    return {
        "eligible_calls": _count(calls[calls["eligible"].fillna(False)]),
        "calls_diverted": _count(calls[calls["diverted_police"].fillna(False)]),
        **{key: _share(calls, of, among) for key, (of, among) in SHARES.items()},
        **_fractiles("queue_wait", calls[calls["prog_dispatched"]], "queue_minutes"),
        **_fractiles("travel", calls[arrived], "travel_minutes"),
        **_fractiles("response", calls[arrived & in_scope], "own_response_minutes"),
        **_fractiles("on_scene", calls[arrived], "on_scene_minutes"),
        "response_mean": _mean(calls[arrived & in_scope], "own_response_minutes"),
        "longest_response": _longest(calls[arrived & in_scope], "own_response_minutes"),
        "missed_eligible": _parts(calls[calls["missed"].fillna(False)], "missed_why"),
        "recoverable_calls": _parts(calls[calls["missed"].fillna(False)], "lever"),
        "program_responses": _count(responded),
        "self_initiated_share": _share(responses, "self_initiated", "handled"),
        "uhu": _ratio(frames["coverage"], "committed_minutes", "scheduled_minutes"),
        "all_units_busy": _ratio(frames["coverage"], "busy_minutes", "staffed_minutes"),
    }


def _count(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.groupby(BY, observed=True).size().rename("value").reset_index()


def _share(rows: pd.DataFrame, of: str, among: str) -> pd.DataFrame:
    from arp.measures.ranks import wilson

    asked = rows[rows[among].fillna(False)]
    told = asked.groupby(BY, observed=True)[of].agg(["sum", "count"]).reset_index()
    hits, n = told["sum"].to_numpy(float), told["count"].to_numpy(float)
    low, high = wilson(hits, n)
    return told[BY].assign(value=hits / n, n=n, low=low, high=high)


def _fractiles(key: str, rows: pd.DataFrame, of: str) -> dict[str, pd.DataFrame]:
    return {f"{key}_{name}": _fractile(rows, of, p) for name, p in FRACTILES.items()}


def _fractile(rows: pd.DataFrame, of: str, p: float) -> pd.DataFrame:
    import pandas as pd

    from arp.measures.ranks import rank_bounds

    def told(values: pd.Series) -> pd.Series:
        ordered = values.dropna().sort_values().to_numpy()
        bounds = rank_bounds(len(ordered), p)
        low, high = (ordered[rank - 1] for rank in bounds) if bounds else (None, None)
        value = values.quantile(p)
        return pd.Series({"value": value, "n": len(ordered), "low": low, "high": high})

    return rows.groupby(BY, observed=True)[of].apply(told).unstack().reset_index()


def _mean(rows: pd.DataFrame, of: str) -> pd.DataFrame:
    told = rows.groupby(BY, observed=True)[of].agg(value="mean", n="count")
    return told.reset_index()


def _longest(rows: pd.DataFrame, of: str) -> pd.DataFrame:
    known = rows.dropna(subset=[of])
    ordered = known.sort_values([of, "incident_number"], ascending=[False, True])
    first = ordered.groupby(BY, observed=True).head(LONGEST)
    return first[[*BY, "incident_number", of]].set_axis([*BY, "part", "value"], axis=1).assign(n=1)


def _parts(rows: pd.DataFrame, part: str) -> pd.DataFrame:
    told = rows.groupby([*BY, part], observed=True).size().rename("value").reset_index()
    told = told.rename(columns={part: "part"})
    return told.assign(n=told.groupby(BY, observed=True)["value"].transform("sum"))


def _ratio(rows: pd.DataFrame, top: str, bottom: str) -> pd.DataFrame:
    worked = rows[rows[bottom] > 0].dropna(subset=[top])
    told = worked.groupby(BY, observed=True).agg(
        top=(top, "sum"), bottom=(bottom, "sum"), n=(top, "size")
    )
    return told.assign(value=told["top"] / told["bottom"]).reset_index()[[*BY, "value", "n"]]
