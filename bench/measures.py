"""The first indicators over two million calls by month and team, beside hand-written SQL."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from arp.measures.evidence import Evidence

CALLS, MONTHS, TEAMS, RUNS = 2_000_000, 60, 4, 7

ROWS = f"""
    WITH numbered AS (
        SELECT i, hash(i) % 1000 AS a, hash(i + 7) % 1000 AS b, hash(i + 13) % 1000 AS c,
            TIMESTAMP '2021-11-01' + INTERVAL (i * {MONTHS * 30 * 86400 // CALLS}) SECOND AS t
        FROM range({CALLS}) AS r(i)
    )
"""
TABLES = {
    "calls": """
        SELECT 'cad' AS feed, 'u' AS upload_id, i::VARCHAR AS row_key, i::VARCHAR AS row_hash,
            strftime(t, '%Y-%m') AS month, 'Calls' AS sheet, i AS sheet_row,
            i::VARCHAR AS incident_number, 'TYPE ' || (a % 9) AS call_type_initial,
            'TYPE ' || (b % 9) AS call_type_final, 'B' || (c % 7) AS area,
            t AS received_at, t + INTERVAL (a / 10) SECOND AS queued_at,
            t + INTERVAL (a) SECOND AS dispatched_at,
            t + INTERVAL (a + 2 * b) SECOND AS on_scene_at,
            t + INTERVAL (a + 2 * b + 3 * c) SECOND AS cleared_at
        FROM numbered
    """,
    "unit_responses": f"""
        SELECT 'cad' AS feed, 'u' AS upload_id, i::VARCHAR AS row_key, i::VARCHAR AS row_hash,
            strftime(t, '%Y-%m') AS month, 'Calls' AS sheet, i AS sheet_row,
            i::VARCHAR AS incident_number, 'T' || (i % {TEAMS}) || '-' || (b % 5) AS unit_id,
            t + INTERVAL (a) SECOND AS dispatched_at,
            t + INTERVAL (a + b) SECOND AS en_route_at,
            t + INTERVAL (a + 2 * b) SECOND AS on_scene_at,
            t + INTERVAL (a + 2 * b + 3 * c) SECOND AS cleared_at
        FROM numbered
    """,
    "settings": f"""
        SELECT 'settings' AS feed, 'u' AS upload_id, 'units' || n AS row_key, '' AS row_hash,
            'undated' AS month, 'units' AS section, 'T' || n || '*' AS name,
            '{{"unit": "T' || n || '*", "team": "T' || n || '", "agency": "program"}}' AS value
        FROM range({TEAMS}) AS r(n)
    """,
}
INTERVALS = {
    "queue_minutes": "prog_dispatched",
    "travel_minutes": "prog_arrived",
    "own_response_minutes": "prog_arrived AND in_scope",
    "on_scene_minutes": "prog_arrived",
}
FRACTILES = (0.5, 0.9)
LONGEST = """
    SELECT month, team, incident_number, own_response_minutes
    FROM call_teams WHERE month IS NOT NULL AND prog_arrived AND in_scope
    QUALIFY row_number() OVER (PARTITION BY month, team ORDER BY own_response_minutes DESC) <= 20
"""


@dataclass(frozen=True)
class MadeSnapshot:
    """A snapshot of made-up rows, as evidence asks for it."""

    lake: Path
    number: int = 1

    def relation_sql(self, table: str) -> str:
        """The rows of one table; an empty one where none were made."""
        from arp.lake.relation import relation_sql
        from arp.lake.schema import arrow_schema
        from arp.words.tables import TABLES as DECLARED

        path = self.lake / f"{table}.parquet"
        files = [str(path)] if path.exists() else []
        return relation_sql(files, arrow_schema(DECLARED[table]))


def made(folder: Path) -> MadeSnapshot:
    """Writes two million made-up calls with one unit each."""
    import duckdb

    for table, rows in TABLES.items():
        path = folder / f"{table}.parquet"
        duckdb.sql(f"COPY ({ROWS} {rows}) TO '{path}' (FORMAT parquet)")
    return MadeSnapshot(folder)


def hand_written() -> str:
    """The same figures as a person would write them: values, counts and bounds by rank."""
    lists = ", ".join(
        f"list_sort(list({name}) FILTER (WHERE {among} AND {name} IS NOT NULL)) AS {name}, "
        f"quantile_cont({name}, {list(FRACTILES)}) FILTER (WHERE {among}) AS {name}_values"
        for name, among in INTERVALS.items()
    )
    joins, bounds = [], []
    for name in INTERVALS:
        for number, p in enumerate(FRACTILES):
            ranks = f"{name}_{number}"
            joins.append(
                f"LEFT JOIN ranks AS {ranks} ON {ranks}.n = len({name}) AND {ranks}.p = {p}"
            )
            bounds += [f"{name}[{ranks}.low]", f"{name}[{ranks}.high]"]
        bounds += [f"len({name})", f"{name}_values"]
    return f"""
        WITH ordered AS (
            SELECT month, team, count(*) FILTER (WHERE handled) AS program_responses,
                count(response_minutes) FILTER (WHERE prog_arrived) AS valid,
                count(*) FILTER (WHERE prog_arrived) AS arrived, {lists}
            FROM call_teams WHERE month IS NOT NULL GROUP BY month, team
        )
        SELECT month, team, program_responses, valid, arrived, {", ".join(bounds)}
        FROM ordered {" ".join(joins)} ORDER BY month, team
    """


def with_ranks(evidence: Evidence) -> None:
    """Puts the ranks that bound a fractile of n values beside the facts, for that SQL."""
    import pandas as pd

    from arp.measures.ranks import rank_bounds

    sizes = evidence.ask("SELECT DISTINCT count(*) AS n FROM call_teams GROUP BY month, team")["n"]
    rows = [
        (n, p, *(rank_bounds(int(n), p) or (None, None)))
        for n in range(int(sizes.max()) + 1)
        for p in FRACTILES
    ]
    with evidence.cursor() as cursor:
        cursor.register("made", pd.DataFrame(rows, columns=["n", "p", "low", "high"]))
        cursor.execute(
            "CREATE TABLE ranks AS SELECT n, p, low::BIGINT AS low, high::BIGINT AS high FROM made"
        )


def side_by_side(ours: Callable[[], object], theirs: Callable[[], object]) -> tuple[float, float]:
    """Median seconds of each, taken in turn after one run of both that is not counted."""
    spent: dict[Callable[[], object], list[float]] = {ours: [], theirs: []}
    for _ in range(RUNS + 1):
        for work, times in spent.items():
            began = time.perf_counter()
            work()
            times.append(time.perf_counter() - began)
    return statistics.median(spent[ours][1:]), statistics.median(spent[theirs][1:])


def main() -> None:
    from arp.measures.engine import measure
    from arp.measures.evidence import Evidence

    print(f"\nIndicators over {CALLS:,} calls, {MONTHS} months × {TEAMS} teams")
    with tempfile.TemporaryDirectory() as folder:
        snapshot = made(Path(folder))
        began = time.perf_counter()
        evidence = Evidence.derive(snapshot, today=date(2026, 11, 1))
        print(f"  facts derived in {time.perf_counter() - began:.1f} s")
        with_ranks(evidence)
        ours, hand = side_by_side(
            lambda: measure(evidence, by=("month", "team")),
            lambda: [evidence.ask(sql) for sql in (hand_written(), LONGEST)],
        )
        print(f"  hand-written SQL                {hand:6.3f} s")
        print(f"  the registry's figures          {ours:6.3f} s", end="")
        print(f"  ratio {ours / hand:5.2f}  goal ≤ 1.5")
