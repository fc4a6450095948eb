"""How a person writes many figures of one table as one query, with intervals and ranks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from arp.measures.evidence import Evidence

BY_TEAM, BY_MONTH = ("month", "team"), ("month",)
P50, P90 = 0.5, 0.9
WILSON = (
    "CREATE OR REPLACE MACRO wilson(hits, n, side) AS (hits / n + 3.841458820694124 / (2 * n) + "
    "side * 1.959963984540054 * sqrt(hits / n * (1 - hits / n) / n + 3.841458820694124 / "
    "(4 * n * n))) / (1 + 3.841458820694124 / n)"
)
SIZES = (  # by which breakdown fractiles are taken of which table
    ("call_teams", BY_TEAM),
    ("calls", BY_MONTH),
)


def both(key: str) -> dict[str, float]:
    """The median and the nine tenths of an interval."""
    return {f"{key}_p50": P50, f"{key}_p90": P90}


def grouped(
    table: str,
    by: Sequence[str],
    *,
    counts: Mapping[str, str] | None = None,
    shares: Mapping[str, tuple[str, str]] | None = None,
    fractiles: Mapping[str, tuple[str, str, Mapping[str, float]]] | None = None,
    sums: Mapping[str, tuple[str, str, str]] | None = None,
    distinct: Mapping[str, tuple[str, str]] | None = None,
) -> str:
    """Counts, shares, fractiles with their bounds by rank, sums or means, and different values."""
    counts, shares, sums, distinct = counts or {}, shares or {}, sums or {}, distinct or {}
    counted = [f"count(*) FILTER ({where}) AS {key}" for key, where in counts.items()]
    told, joins = [*counts], []
    for key, (of, among) in shares.items():
        counted.append(
            f"count(*) FILTER ({among} AND {of}) AS {key}_hits, "
            f"count({of}) FILTER ({among}) AS {key}_all"
        )
        told.append(_told_share(key))
    for key, (of, among, ranks) in (fractiles or {}).items():
        counted.append(
            f"list_sort(list({of}) FILTER ({among} AND {of} IS NOT NULL)) AS {key}, "
            f"quantile_cont({of}, {list(ranks.values())}) FILTER ({among}) AS {key}_values"
        )
        for place, (name, p) in enumerate(ranks.items(), start=1):
            joins.append(
                f"LEFT JOIN ranks AS r_{name} ON r_{name}.n = len({key}) AND r_{name}.p = {p}"
            )
            told.append(
                f"{key}_values[{place}] AS {name}, len({key}) AS {name}_n, "
                f"{key}[r_{name}.low] AS {name}_low, {key}[r_{name}.high] AS {name}_high"
            )
    for key, (how, of, among) in sums.items():
        counted.append(f"{how}({of}) FILTER ({among}) AS {key}")
        counted.append(f"count({of}) FILTER ({among}) AS {key}_n")
        told += [key, f"{key}_n"]
    for key, (of, among) in distinct.items():
        counted.append(f"count(DISTINCT {of}) FILTER ({among}) AS {key}")
        told.append(key)
    groups = ", ".join(by)
    return (
        f"WITH grouped AS (SELECT {groups}, {', '.join(counted)} FROM {table} "
        f"WHERE month IS NOT NULL GROUP BY {groups}) "
        f"SELECT {groups}, {', '.join(told)} FROM grouped {' '.join(joins)}"
    )


def _told_share(key: str) -> str:
    hits, n = f"{key}_hits", f"{key}_all"
    return (
        f"{hits} / {n} AS {key}, {n} AS {key}_n, "
        f"wilson({hits}, {n}, -1) AS {key}_low, wilson({hits}, {n}, 1) AS {key}_high"
    )


def parted(part: str, among: str) -> str:
    """How many calls have each value of a column."""
    return (
        f"SELECT month, team, {part} AS part, count(*) AS value, "
        f"sum(value) OVER (PARTITION BY month, team) AS n "
        f"FROM call_teams WHERE {among} AND month IS NOT NULL GROUP BY month, team, part"
    )


def mixed(families: Sequence[str]) -> str:
    """The share of each value of each of these columns among contacts."""
    parts = " UNION ALL ".join(
        f"SELECT month, team, '{name} ' || coalesce({name}, 'unknown') AS part, count(*) AS hits, "
        f"sum(hits) OVER (PARTITION BY month, team) AS n FROM encounters "
        f"WHERE month IS NOT NULL GROUP BY month, team, {name}"
        for name in families
    )
    return (
        f"SELECT month, team, part, hits / n AS value, n, wilson(hits, n, -1) AS low, "
        f"wilson(hits, n, 1) AS high FROM ({parts})"
    )


def longest(of: str, among: str) -> str:
    """The twenty calls of each month and team that took longest."""
    return f"""
        SELECT month, team, incident_number AS part, {of} AS value, 1 AS n
        FROM call_teams WHERE month IS NOT NULL AND {among} AND {of} IS NOT NULL
        QUALIFY row_number() OVER
            (PARTITION BY month, team ORDER BY {of} DESC, incident_number) <= 20
    """


def per_day(key: str, among: str) -> str:
    """Calls a day of the days that the data cover."""
    return f"""
        WITH covered AS (
            SELECT min(first_clock_at)::DATE AS first, max(first_clock_at)::DATE AS last FROM calls
        ), monthly AS (
            SELECT month, count(*) FILTER ({among}) AS n,
                date_trunc('month', min(first_clock_at))::DATE AS begins
            FROM calls WHERE month IS NOT NULL GROUP BY month
        )
        SELECT month, n / (date_diff('day', greatest(first, begins),
            least(last, last_day(begins))) + 1) AS {key}, n AS {key}_n
        FROM monthly, covered
    """


def completeness() -> str:
    """The filled share of each required field, and the lowest of a month."""
    return """
        WITH fields AS (
            SELECT month, "table" || ' ' || field AS part, sum(filled_n) AS hits, sum(rows_n) AS n
            FROM field_counts WHERE rows_n > 0 AND month IS NOT NULL GROUP BY ALL
            HAVING bool_or(ever_filled)
        ), told AS (
            SELECT * FROM fields UNION ALL
            SELECT month, 'all index', hits, n FROM fields
            QUALIFY row_number() OVER (PARTITION BY month ORDER BY hits / n, part) = 1
        )
        SELECT month, part, hits / n AS value, n, wilson(hits, n, -1) AS low,
            wilson(hits, n, 1) AS high FROM told
    """


def ranked(evidence: Evidence) -> None:
    """Puts the ranks that bound a fractile, and an interval, beside the facts."""
    import pandas as pd

    from arp.measures.ranks import rank_bounds

    most = max(
        int(evidence.ask(f"SELECT count(*) AS n FROM {table} GROUP BY {', '.join(by)}")["n"].max())
        for table, by in SIZES
    )
    rows = [
        (n, p, *(rank_bounds(n, p) or (None, None))) for n in range(most + 1) for p in (P50, P90)
    ]
    with evidence.cursor() as cursor:
        cursor.execute(WILSON)
        cursor.register("made", pd.DataFrame(rows, columns=["n", "p", "low", "high"]))
        cursor.execute(
            "CREATE OR REPLACE TABLE ranks AS "
            "SELECT n, p, low::BIGINT AS low, high::BIGINT AS high FROM made"
        )
