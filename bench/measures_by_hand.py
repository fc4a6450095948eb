"""The figures of bench/measures.py as a person would write them for DuckDB, in SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from arp.measures.evidence import Evidence

FRACTILES = {"p50": 0.5, "p90": 0.9}
COUNTS = {"eligible_calls": "eligible", "calls_diverted": "diverted_police"}
SHARES = {  # a share: what is counted, and among which calls it must be known
    "eligible_capture": ("handled", "eligible_staffed"),
    "eligible_capture_all": ("handled", "eligible"),
    "coverage_share": ("staffed", "eligible"),
    "eligible_when_busy": ("NOT free", "eligible_staffed"),
    "no_police_sent": ("NOT police_dispatched", "eligible"),
    "dispatch_recall": ("routed", "eligible_final"),
    "upgrade_rate": ("upgraded", "own_dispatched"),
    "timestamp_valid_rate": ("response_minutes IS NOT NULL", "prog_arrived"),
}
INTERVALS = {  # an interval: its column, and among which calls it is taken
    "queue_wait": ("queue_minutes", "prog_dispatched"),
    "travel": ("travel_minutes", "prog_arrived"),
    "response": ("own_response_minutes", "prog_arrived AND in_scope"),
    "on_scene": ("on_scene_minutes", "prog_arrived"),
}
RATIOS = {"uhu": ("committed", "scheduled"), "all_units_busy": ("busy", "staffed")}
PARTS = {  # a breakdown: the column of its parts, and among which calls they are counted
    "missed_eligible": ("missed_why", "eligible AND missed"),
    "recoverable_calls": ("lever", "missed AND lever IS NOT NULL"),
}
WILSON = (
    "CREATE OR REPLACE MACRO wilson(hits, n, side) AS (hits / n + 3.841458820694124 / (2 * n) + "
    "side * 1.959963984540054 * sqrt(hits / n * (1 - hits / n) / n + 3.841458820694124 / "
    "(4 * n * n))) / (1 + 3.841458820694124 / n)"
)
LONGEST = """
    SELECT month, team, incident_number AS part, own_response_minutes AS value, 1 AS n
    FROM call_teams WHERE month IS NOT NULL AND prog_arrived AND in_scope
        AND own_response_minutes IS NOT NULL
    QUALIFY row_number() OVER
        (PARTITION BY month, team ORDER BY own_response_minutes DESC, incident_number) <= 20
"""


def _counted_share(key: str, of: str, among: str) -> str:
    return (
        f"count(*) FILTER ({among} AND {of}) AS {key}_hits, "
        f"count({of}) FILTER ({among}) AS {key}_all"
    )


def _told_share(key: str) -> str:
    hits, n = f"{key}_hits", f"{key}_all"
    return (
        f"{hits} / {n} AS {key}, {n} AS {key}_n, "
        f"wilson({hits}, {n}, -1) AS {key}_low, wilson({hits}, {n}, 1) AS {key}_high"
    )


def _of_calls() -> str:
    """Counts, shares, fractiles with their bounds by rank, and the mean, of calls by team."""
    counted = [f"count(*) FILTER ({where}) AS {key}" for key, where in COUNTS.items()]
    counted += [_counted_share(key, of, among) for key, (of, among) in SHARES.items()]
    told, joins = [*COUNTS, *map(_told_share, SHARES)], []
    for key, (of, among) in INTERVALS.items():
        counted.append(
            f"list_sort(list({of}) FILTER ({among} AND {of} IS NOT NULL)) AS {key}, "
            f"quantile_cont({of}, {list(FRACTILES.values())}) FILTER ({among}) AS {key}_values"
        )
        for place, (suffix, p) in enumerate(FRACTILES.items(), start=1):
            name = f"{key}_{suffix}"
            joins.append(
                f"LEFT JOIN ranks AS r_{name} ON r_{name}.n = len({key}) AND r_{name}.p = {p}"
            )
            told.append(
                f"{key}_values[{place}] AS {name}, len({key}) AS {name}_n, "
                f"{key}[r_{name}.low] AS {name}_low, {key}[r_{name}.high] AS {name}_high"
            )
    of, among = INTERVALS["response"]
    counted.append(f"avg({of}) FILTER ({among}) AS response_mean")
    told += ["response_mean", "len(response) AS response_mean_n"]
    return (
        f"WITH grouped AS (SELECT month, team, {', '.join(counted)} FROM call_teams "
        f"WHERE month IS NOT NULL GROUP BY month, team) "
        f"SELECT month, team, {', '.join(told)} FROM grouped {' '.join(joins)}"
    )


def _of_responses() -> str:
    return (
        f"WITH grouped AS (SELECT month, team, count(*) FILTER (handled) AS program_responses, "
        f"{_counted_share('self_initiated_share', 'self_initiated', 'handled')} "
        f"FROM team_responses WHERE month IS NOT NULL GROUP BY month, team) "
        f"SELECT month, team, program_responses, {_told_share('self_initiated_share')} FROM grouped"
    )


def _of_coverage() -> str:
    told = [
        f"sum({top}_minutes) FILTER ({bottom}_minutes > 0) / sum({bottom}_minutes) FILTER "
        f"({top}_minutes IS NOT NULL) AS {key}, count(*) FILTER ({bottom}_minutes > 0 "
        f"AND {top}_minutes IS NOT NULL) AS {key}_n"
        for key, (top, bottom) in RATIOS.items()
    ]
    return f"SELECT month, team, {', '.join(told)} FROM coverage GROUP BY month, team"


def _of_parts(part: str, among: str) -> str:
    return (
        f"SELECT month, team, {part} AS part, count(*) AS value, "
        f"sum(value) OVER (PARTITION BY month, team) AS n "
        f"FROM call_teams WHERE {among} AND month IS NOT NULL GROUP BY month, team, part"
    )


WIDE = (_of_calls(), _of_responses(), _of_coverage())
LONG = {key: _of_parts(*parts) for key, parts in PARTS.items()} | {"longest_response": LONGEST}


def prepared(evidence: Evidence) -> None:
    """Puts beside the facts what that SQL needs: ranks that bound a fractile, and an interval."""
    import pandas as pd

    from arp.measures.ranks import rank_bounds

    sizes = evidence.ask("SELECT count(*) AS n FROM call_teams GROUP BY month, team")["n"]
    rows = [
        (n, p, *(rank_bounds(n, p) or (None, None)))
        for n in range(int(sizes.max()) + 1)
        for p in FRACTILES.values()
    ]
    with evidence.cursor() as cursor:
        cursor.execute(WILSON)
        cursor.register("made", pd.DataFrame(rows, columns=["n", "p", "low", "high"]))
        cursor.execute(
            "CREATE OR REPLACE TABLE ranks AS "
            "SELECT n, p, low::BIGINT AS low, high::BIGINT AS high FROM made"
        )


def asked_by_hand(evidence: Evidence) -> tuple[list[pd.DataFrame], dict[str, pd.DataFrame]]:
    """Every figure: one row a month and team, and those that have more than one row of it."""
    return [evidence.ask(sql) for sql in WIDE], {k: evidence.ask(sql) for k, sql in LONG.items()}


def tidy(evidence: Evidence) -> pd.DataFrame:
    """The same figures one a row: indicator, month, team, part, value, n, low, high."""
    import pandas as pd

    wide, long = asked_by_hand(evidence)
    frames = [frame.assign(indicator=key) for key, frame in long.items()]
    for frame in wide:
        for key in frame.columns.drop(["month", "team"]):
            if key.endswith(("_n", "_low", "_high")):
                continue
            figures = {name: frame.get(f"{key}_{name}") for name in ("n", "low", "high")}
            if figures["n"] is None:
                figures["n"] = frame[key]  # of a count
            told = frame[["month", "team"]].assign(indicator=key, value=frame[key], **figures)
            frames.append(told)
    return pd.concat(frames, ignore_index=True)
