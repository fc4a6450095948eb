"""A made-up city's lake: calls, a unit each, settings with eligibility and a schedule."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

MONTHS, TEAMS = 60, 4
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
