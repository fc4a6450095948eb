"""Facts over made-up calls with units and a schedule, beside hand-written SQL for the same.

`python -m bench.facts 2000000 20000000` takes other numbers of calls than the usual.
"""

from __future__ import annotations

import json
import sys
import tempfile
from datetime import date
from pathlib import Path

from bench.clock import Timing, line, timed
from bench.facts_by_hand import derived_by_hand
from bench.measures import MadeSnapshot

SIZES = (2_000_000, 6_000_000)
MONTHS, TEAMS, RUNS = 60, 4, 3
FIRST, TODAY = "2021-11-01", date(2026, 11, 1)
ROWS = """
    WITH numbered AS (
        SELECT i, hash(i) % 1000 AS a, hash(i + 7) % 1000 AS b, hash(i + 13) % 1000 AS c,
            TIMESTAMP '{first}' + INTERVAL (i * {seconds} // {calls}) SECOND AS t,
            CASE WHEN i % 6 = 0 THEN 'T' || (hash(i) % {teams}) || '-' || (hash(i + 7) % 5)
                ELSE 'P' || (hash(i + 7) % 200) END AS unit
        FROM range({calls}) AS r(i)
        -- Not in nights in which the clock may change: by hand nobody sees to that.
        WHERE NOT (month(t) IN (3, 10, 11) AND isodow(t) >= 6 AND (hour(t) >= 22 OR hour(t) < 3))
    )
"""
STORED = """
    'cad' AS feed, 'u' AS upload_id, i::VARCHAR AS row_key, i::VARCHAR AS row_hash,
    strftime(t, '%Y-%m') AS month, 'Calls' AS sheet, i AS sheet_row,
    i::VARCHAR AS incident_number
"""
CLOCKS = """
    t + INTERVAL (a) SECOND AS dispatched_at,
    CASE WHEN b % 20 > 0 THEN t + INTERVAL (a + b) SECOND END AS en_route_at,
    CASE WHEN c % 20 > 0 THEN t + INTERVAL (a + 2 * b) SECOND END AS on_scene_at,
    t + INTERVAL (a + 2 * b + 3 * c) SECOND AS cleared_at
"""
TABLES = {
    "calls": f"""
        SELECT {STORED}, 'TYPE ' || (a % 9) AS call_type_initial,
            'TYPE ' || (CASE WHEN b % 10 = 0 THEN b % 9 ELSE a % 9 END) AS call_type_final,
            'B' || (c % 7) AS area, (1 + b % 5)::VARCHAR AS priority,
            CASE WHEN c % 12 = 0 THEN 'self-initiated' ELSE '911' END AS origin,
            a % 50 = 0 AS canceled, t AS received_at, t + INTERVAL (a // 10) SECOND AS queued_at,
            {CLOCKS}
        FROM numbered
    """,
    "unit_responses": f"""
        SELECT {STORED}, unit AS unit_id, b % 30 = 0 AS self_assigned, {CLOCKS} FROM numbered
    """,
}
WEEK = "Monday; Tuesday; Wednesday; Thursday; Friday; Saturday; Sunday"
SETTINGS: tuple[tuple[str, str, dict[str, object]], ...] = (
    ("program", "program", {"program": "Made up", "time_zone": "America/New_York"}),
    ("units", "P*", {"unit": "P*", "agency": "police"}),
    *(
        ("units", f"T{n}*", {"unit": f"T{n}*", "team": f"T{n}", "agency": "program"})
        for n in range(TEAMS)
    ),
    *(
        ("teams", f"T{n}", {"team": f"T{n}", "mode": "in person", "works_with_police": False})
        for n in range(TEAMS)
    ),
    *(
        ("eligibility", f"T{n}\x1fTYPE {kind}", {"team": f"T{n}", "call_type": f"TYPE {kind}"})
        for n in range(TEAMS)
        for kind in (n, n + 1)
    ),
    *(
        (
            "schedule",
            f"T{n}\x1f{area}",
            {
                "team": f"T{n}",
                "area": area,
                "weekdays": WEEK,
                "starts": starts,
                "ends": ends,
                "units": units,
            },
        )
        for n in range(TEAMS)
        for area, starts, ends, units in ((None, "06:00", "00:00", 2), ("B1", "12:00", "20:00", 1))
    ),
)


def made(folder: Path, calls: int) -> MadeSnapshot:
    """Writes made-up calls with one unit each, one in six of the program, and its settings."""
    import duckdb

    rows = ROWS.format(first=FIRST, seconds=MONTHS * 30 * 86_400, calls=calls, teams=TEAMS)
    for table, query in TABLES.items():
        duckdb.sql(f"COPY ({rows} {query}) TO '{folder / table}.parquet' (FORMAT parquet)")
    listed = [
        {"feed": "settings", "section": section, "name": name, "value": json.dumps(value)}
        for section, name, value in SETTINGS
    ]
    (folder / "settings.json").write_text(json.dumps(listed))
    duckdb.sql(
        f"COPY (FROM read_json('{folder}/settings.json')) TO '{folder}/settings.parquet' "
        "(FORMAT parquet)"
    )
    return MadeSnapshot(folder)


def agreed(snapshot: MadeSnapshot) -> None:
    """Stops the comparison unless both roads give the same facts."""
    from arp.measures.evidence import Evidence

    ours, hand = Evidence.derive(snapshot, today=TODAY), derived_by_hand(snapshot)
    for question in SAME:
        said = [connection.execute(question).fetchall() for connection in (ours.connection, hand)]
        if said[0] != said[1]:
            raise SystemExit(f"The two disagree.\n{question}\n{said[0]}\n{said[1]}")


SAME = (
    *(
        f"SELECT missed_why, staffed, handled, eligible_final, diverted_police, count(*), "
        f"round(sum(response_minutes) * 60), round(sum(police_minutes) * 60), sum(hour_of_week) "
        f"FROM {table} GROUP BY ALL ORDER BY ALL"
        for table in ("calls", "call_teams")
    ),
    "SELECT team, month, round(sum(scheduled_minutes)), round(sum(committed_minutes) * 60), "
    "round(sum(overtime_minutes) * 60), round(sum(busy_minutes) * 60) "
    "FROM coverage GROUP BY ALL ORDER BY ALL",
    "SELECT team, count(*), round(sum(committed_minutes) * 60) FROM unit_responses "
    "GROUP BY team ORDER BY team",
)


def compared(calls: int, fewer: tuple[int, Timing] | None) -> tuple[int, Timing]:
    """Prints one size: our facts beside those by hand, and how they grow with the calls."""
    from arp.measures.evidence import Evidence

    with tempfile.TemporaryDirectory() as folder:
        snapshot = made(Path(folder), calls)
        agreed(snapshot)
        hand = timed(lambda: derived_by_hand(snapshot).close(), runs=RUNS)
        ours = timed(lambda: Evidence.derive(snapshot, today=TODAY).connection.close(), runs=RUNS)
    print(f"\nFacts over {calls:,} calls, a unit each, {MONTHS} months × {TEAMS} teams")
    line("hand-written SQL", hand)
    line("every fact of the evidence", ours, hand, "≤ 2.0")
    if fewer:
        growth = (ours.seconds / fewer[1].seconds) / (calls / fewer[0])
        print(f"  growth of time by growth of calls {growth:5.2f}  goal ≤ 1 (linear)")
    return calls, ours


def main(sizes: tuple[int, ...] = SIZES) -> None:
    fewer = None
    for calls in sizes:
        fewer = compared(calls, fewer)


if __name__ == "__main__":
    main(tuple(int(size) for size in sys.argv[1:]) or SIZES)
