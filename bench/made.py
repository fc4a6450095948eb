"""A made-up city's lake: calls, their units, contacts, follow-ups, figures and settings."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bench.made_people import ENCOUNTERS, FOLLOW_UPS, MET
from bench.made_settings import FIGURES, SETTINGS, TEAMS

MONTHS = 60
CALLS_A_PERSON = 30
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
    CASE WHEN c % 20 > 0 AND unit NOT LIKE 'T3%' THEN t + INTERVAL (a + 2 * b) SECOND END
        AS on_scene_at,
    t + INTERVAL (a + 2 * b + 3 * c) SECOND AS cleared_at
"""


def _later(agency: str, units: int, which: str) -> str:
    """A second unit, of another agency, that is sent to some of the calls some minutes later."""
    return f"""
        SELECT {STORED}, '{agency}' || (hash(i + 9) % {units}) AS unit_id, false AS self_assigned,
            t + INTERVAL (a + 120 + c) SECOND AS dispatched_at,
            t + INTERVAL (a + 180 + c) SECOND AS en_route_at,
            CASE WHEN b % 5 > 0 THEN t + INTERVAL (a + 300 + b + c) SECOND END AS on_scene_at,
            t + INTERVAL (a + 900 + 2 * b + c) SECOND AS cleared_at
        FROM numbered WHERE {which}
    """


TABLES = {
    "calls": f"""
        SELECT {STORED}, 'TYPE ' || (a % 9) AS call_type_initial,
            'TYPE ' || (CASE WHEN b % 10 = 0 THEN b % 9 ELSE a % 9 END) AS call_type_final,
            'B' || (c % 7) AS area, (1 + b % 5)::VARCHAR AS priority,
            CASE WHEN c % 12 = 0 THEN 'self-initiated' ELSE '911' END AS origin,
            a % 50 = 0 AS canceled, t AS received_at, t + INTERVAL (b % 30) SECOND AS answered_at,
            t + INTERVAL (a // 10) SECOND AS queued_at,
            CASE WHEN c % 50 = 0 THEN 'Arrest' WHEN c % 9 = 0 THEN 'Transported' ELSE 'Closed' END
                AS disposition,
            {CLOCKS}
        FROM numbered
    """,
    "unit_responses": f"""
        SELECT {STORED}, unit AS unit_id, b % 30 = 0 AS self_assigned, {CLOCKS} FROM numbered
        UNION ALL {_later("P", 200, "i % 60 = 0")}
        UNION ALL {_later("E", 40, "i % 7 = 3")} UNION ALL {_later("F", 20, "i % 11 = 5")}
    """,
    "encounters": f"{MET} {ENCOUNTERS}",
    "follow_ups": f"{MET} {FOLLOW_UPS}",
}


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
    """Writes made-up calls, one in six of the program, with all that a city tells beside them."""
    import duckdb

    people = max(1, calls // CALLS_A_PERSON)
    sizes = {"first": FIRST, "calls": calls, "teams": TEAMS, "people": people, "months": MONTHS}
    rows = ROWS.format(seconds=MONTHS * 30 * 86_400, **sizes)
    stored = {table: rows + query.format(**sizes) for table, query in TABLES.items()}
    listed = [
        {"feed": "settings", "section": section, "name": name, "value": json.dumps(value)}
        for section, name, value in SETTINGS
    ]
    (folder / "settings.json").write_text(json.dumps(listed))
    stored["figures"] = FIGURES.format(**sizes)
    stored["settings"] = f"FROM read_json('{folder}/settings.json')"
    for table, query in stored.items():
        duckdb.sql(f"COPY ({query}) TO '{folder / table}.parquet' (FORMAT parquet)")
    return MadeSnapshot(folder)
