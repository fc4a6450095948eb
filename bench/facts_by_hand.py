"""The facts of bench/facts.py as a person would write them for DuckDB, in SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bench.made import TODAY
from bench.people_by_hand import MACROS, PEOPLE, SAID_OF

if TYPE_CHECKING:
    import duckdb

    from bench.made import MadeSnapshot

ZONE, YEARS = ZoneInfo("America/New_York"), range(2021, 2027)
INTERVALS = {
    "handling": ("received", "queued"),
    "queue": ("queued", "prog_dispatched"),
    "turnout": ("prog_dispatched", "prog_en_route"),
    "travel": ("prog_en_route", "prog_on_scene"),
    "response": ("received", "prog_on_scene"),
    "own_response": ("received", "prog_on_scene"),
    "first_unit": ("received", "first_on_scene"),
    "on_scene": ("prog_on_scene", "prog_cleared"),
    "police_response": ("received", "police_on_scene"),
    "police_queue": ("queued", "police_dispatched"),
}
UNITS = """
    CREATE TABLE unit_responses AS
    SELECT incident_number, unit_id, dispatched_at, en_route_at, on_scene_at, cleared_at,
        self_assigned, NULL::BOOLEAN AS declined, dispatched_at AS first_clock_at,
        coalesce(en_route_at, dispatched_at) AS left_at, strftime(dispatched_at, '%Y-%m') AS month,
        CASE WHEN unit_id LIKE 'T%' THEN left(unit_id, 2) END AS team,
        CASE left(unit_id, 1) WHEN 'T' THEN 'program' WHEN 'P' THEN 'police' WHEN 'E' THEN 'ems'
            ELSE 'fire' END AS agency, unit_id LIKE 'T3%' AS by_phone,
        steady(dispatched_at) AS starts, steady(cleared_at) AS ends,
        (ends - starts) / 60 AS committed_minutes, ends - starts BETWEEN 0 AND 86400 AS valid
    FROM ({unit_responses})
"""
ANYBODY = """
    CREATE TABLE anybody AS
    SELECT incident_number, min(dispatched_at) AS dispatched_at, min(on_scene_at) AS on_scene_at,
        bool_or(agency = 'police') AS police_sent,
        bool_or(agency = 'police' AND on_scene_at IS NOT NULL) AS police_came,
        bool_or(agency = 'ems') AS ems_sent,
        bool_or(agency = 'ems' AND on_scene_at IS NOT NULL) AS ems_came,
        bool_or(agency = 'fire') AS fire_sent,
        bool_or(agency = 'fire' AND on_scene_at IS NOT NULL) AS fire_came,
        min(dispatched_at) FILTER (agency = 'police') AS police_dispatched_at,
        min(on_scene_at) FILTER (agency = 'police') AS police_on_scene_at,
        coalesce(sum(committed_minutes) FILTER (agency = 'police'), 0) AS police_minutes,
        bool_or(agency = 'police' AND self_assigned) AS self_assigned,
        min(dispatched_at) FILTER (agency = 'ems') AS ems_dispatched_at,
        min(coalesce(dispatched_at, en_route_at, on_scene_at)) FILTER (NOT by_phone)
            AS field_sent_at
    FROM unit_responses GROUP BY incident_number
"""
CLOCKS = """
    CREATE TABLE clocks AS
    SELECT incident_number, team, min(dispatched_at) AS prog_dispatched_at,
        min(en_route_at) AS prog_en_route_at, min(on_scene_at) AS prog_on_scene_at,
        max(cleared_at) AS prog_cleared_at, min(dispatched_at) FILTER (by_phone)
            AS phone_dispatched_at
    FROM unit_responses WHERE team IS NOT NULL GROUP BY incident_number, team
"""
BASE = """
    CREATE TABLE base AS
    SELECT incident_number, call_type_initial AS call_type, call_type_final, area, priority, origin,
        canceled, received_at, queued_at, received_at AS first_clock_at, true AS in_cad,
        NULL::BOOLEAN AS has_hazard, NULL AS call_type_group,
        strftime(received_at, '%Y-%m') AS month,
        (isodow(received_at) - 1) * 24 + hour(received_at) AS hour_of_week,
        origin <> 'self-initiated' AS in_scope,
        lower(call_type_final) <> lower(call_type) AS recoded,
        epoch(answered_at) - epoch(received_at) AS answer_seconds,
        disposition = 'Arrest' AS arrest_recorded, disposition = 'Transported' AS transported,
        steady(queued_at) AS asked_at
    FROM ({calls})
"""
LISTED = """
    CREATE TABLE listed AS
    SELECT incident_number, area, asked_at, l.team,
        bool_or(l.call_type = b.call_type) AS eligible,
        bool_or(l.call_type = b.call_type_final) AS eligible_final
    FROM base AS b JOIN (
        SELECT 'T' || n AS team, 'TYPE ' || (n + m) AS call_type
        FROM range(4) AS t(n), range(2) AS k(m)
    ) AS l ON l.call_type IN (b.call_type, b.call_type_final)
    WHERE in_scope GROUP BY ALL
"""
SHIFTS = """
    CREATE TABLE shifts AS
    SELECT 'T' || n AS team, area, units,
        steady(day + opens) AS starts, steady(day + closes) AS ends
    FROM range(4) AS t(n),
        (VALUES (NULL, INTERVAL 6 HOUR, INTERVAL 24 HOUR, 2),
            ('B1', INTERVAL 12 HOUR, INTERVAL 20 HOUR, 1)) AS s(area, opens, closes, units),
        (SELECT unnest(generate_series(
            (SELECT min(received_at)::DATE FROM base)::TIMESTAMP,
            (SELECT max(received_at)::DATE FROM base)::TIMESTAMP, INTERVAL 1 DAY)) AS day)
"""
ON_DUTY = """
    CREATE TABLE on_duty AS
    SELECT DISTINCT team, moment, sum(units) OVER w AS on_duty, sum(city) OVER w AS city,
        sum(b1) OVER w AS b1
    FROM (
        SELECT team, moment, sign * units AS units,
            CASE WHEN area IS NULL THEN sign * units ELSE 0 END AS city,
            CASE WHEN area = 'B1' THEN sign * units ELSE 0 END AS b1
        FROM (SELECT team, area, units, starts AS moment, 1 AS sign FROM shifts
            UNION ALL SELECT team, area, units, ends, -1 FROM shifts)
    ) WINDOW w AS (PARTITION BY team ORDER BY moment RANGE UNBOUNDED PRECEDING)
"""
COMMITTED = """
    CREATE TABLE committed AS
    SELECT DISTINCT team, moment, sum(sign) OVER (PARTITION BY team ORDER BY moment
        RANGE UNBOUNDED PRECEDING) AS committed
    FROM (
        SELECT team, starts AS moment, 1 AS sign
        FROM unit_responses WHERE team IS NOT NULL AND valid
        UNION ALL
        SELECT team, ends, -1 FROM unit_responses WHERE team IS NOT NULL AND valid
    )
"""
STOOD = """
    CREATE TABLE stood AS
    SELECT l.incident_number, l.team, eligible, eligible_final,
        eligible AND (coalesce(city, 0) > 0 OR (area = 'B1' AND coalesce(b1, 0) > 0)) AS staffed,
        staffed AND on_duty > coalesce(committed, 0) AS free
    FROM listed AS l
        ASOF LEFT JOIN on_duty AS d ON l.team = d.team AND l.asked_at >= d.moment
        ASOF LEFT JOIN committed AS c ON l.team = c.team AND l.asked_at >= c.moment
"""
FACTS = """
    CREATE TABLE {name} AS
    WITH together AS (
        SELECT r.*, {of_clocks}, {of_stood},
            coalesce(a.police_sent, false) AS police_dispatched,
            coalesce(a.police_came, false) AS police_arrived, a.police_dispatched_at,
            a.police_on_scene_at, coalesce(a.police_minutes, 0) AS police_minutes,
            coalesce(a.self_assigned, false) AS self_assigned,
            {of_others}, {of_said},
            coalesce(d.attempted_in_person, false) AS attempted_in_person,
            coalesce(d.taken_by_phone, false) OR phone_dispatched_at IS NOT NULL AS taken_by_phone,
            coalesce(phone_dispatched_at, phoned_at) AS taken_at, arrested, taken_to_hospital,
            a.ems_dispatched_at, a.field_sent_at,
            a.on_scene_at AS first_on_scene_at, a.dispatched_at IS NOT NULL AS anybody_sent
        FROM {rows} AS r LEFT JOIN {clocks} AS c USING ({keys})
            LEFT JOIN {stood} AS s USING ({keys}) LEFT JOIN {said} AS d USING ({keys})
            LEFT JOIN anybody AS a USING (incident_number)
    ), handled AS (
        SELECT *, prog_dispatched_at IS NOT NULL AS prog_dispatched,
            prog_on_scene_at IS NOT NULL AS prog_arrived,
            prog_dispatched OR prog_arrived OR taken_by_phone AS routed,
            prog_arrived OR attempted_in_person OR taken_by_phone AS handled,
            {by_other} AS handled_by_other,
            eligible AND staffed AS eligible_staffed,
            eligible AND NOT handled AND NOT handled_by_other AS missed,
            false AS co_response, eligible AND handled AND NOT police_dispatched AS diverted_police,
            {diverted},
            handled AND police_arrived AS joint_scene,
            prog_dispatched AS own_dispatched, prog_arrived AS own_arrived,
            origin = 'self-initiated' AS self_initiated, priority = '1' AS is_top_priority,
            20.0 AS response_target_minutes, arrest_recorded OR coalesce(arrested, false)
                AS arrest_made, either(ems_arrived AND transported, taken_to_hospital)
                AS ems_transported, {phone_taken} AS phone_taken,
            CASE WHEN phone_taken THEN
                NOT coalesce(epoch(field_sent_at) <= epoch(taken_at) + 86400, false) END
                AS phone_resolved,
            CASE WHEN phone_taken THEN police_dispatched AND police_dispatched_at > taken_at
                OR ems_dispatched AND ems_dispatched_at > taken_at END AS phone_handed_back,
            CASE WHEN phone_taken THEN epoch(taken_at) + 86400 <= (SELECT
                epoch(max(received_at)) FROM base) END AS phone_matured,
            police_arrived AND NOT handled AS police_alone,
            police_dispatched AND police_dispatched_at > prog_dispatched_at AS upgraded,
            {seconds}
        FROM together
    ), flagged AS (
        SELECT *, missed AND false AS missed_outside_area, missed AND NOT staffed AS
            missed_outside_hours, missed AND canceled AND NOT anybody_sent AS missed_canceled,
            missed AND prog_dispatched AS missed_not_arrived,
            missed AND NULL::BOOLEAN AS missed_declined,
            missed AND self_assigned AS missed_self_assigned,
            missed AND staffed AND NOT free AS missed_all_busy,
            missed AND free AND NOT routed AS missed_not_routed
        FROM handled
    )
    SELECT *, CASE WHEN missed_outside_hours THEN 'outside hours'
        WHEN missed_canceled THEN 'canceled before dispatch'
        WHEN missed_not_arrived THEN 'sent, did not arrive'
        WHEN missed_self_assigned THEN 'self-assigned' WHEN missed_all_busy THEN 'all units busy'
        WHEN missed_not_routed THEN 'not routed' WHEN missed THEN 'cannot tell' END AS missed_why,
        missed AND missed_why = 'cannot tell' AS missed_cannot_tell,
        CASE missed_why WHEN 'outside hours' THEN 'more hours' WHEN 'all units busy' THEN
        'more units' WHEN 'not routed' THEN 'better routing' END AS lever, {minutes}
    FROM flagged
"""
PAIRS = """
    CREATE TABLE pairs AS
    SELECT b.*, p.team, w.handled AS whole_handled
    FROM (SELECT incident_number, team FROM clocks
        UNION SELECT incident_number, team FROM said_of_team
        UNION SELECT incident_number, team FROM listed) AS p
    JOIN base AS b USING (incident_number)
    JOIN calls AS w USING (incident_number)
"""
HOURS = """
    CREATE TABLE hours AS
    SELECT moment, steady(moment) AS starts, steady(moment + INTERVAL 1 HOUR) AS ends
    FROM (SELECT unnest(generate_series(
        (SELECT date_trunc('hour', min(received_at)) FROM base),
        (SELECT date_trunc('hour', max(received_at)) FROM base), INTERVAL 1 HOUR)) AS moment)
    WHERE ends > starts
"""
COVERAGE = """
    CREATE TABLE coverage AS
    WITH moments AS (
        SELECT team, starts AS moment FROM hours, (SELECT DISTINCT team FROM shifts)
        UNION SELECT team, moment FROM on_duty UNION SELECT team, moment FROM committed
    ), steps AS (
        SELECT m.team, h.moment AS starts_at, coalesce(on_duty, 0) AS on_duty,
            coalesce(committed, 0) AS committed,
            lead(m.moment, 1, h.ends) OVER (PARTITION BY m.team ORDER BY m.moment) AS next_moment,
            greatest(0, least(next_moment, h.ends) - m.moment) / 60 AS minutes
        FROM moments AS m ASOF JOIN hours AS h ON m.moment >= h.starts
            ASOF LEFT JOIN on_duty AS d ON m.team = d.team AND m.moment >= d.moment
            ASOF LEFT JOIN committed AS c ON m.team = c.team AND m.moment >= c.moment
    )
    SELECT team, starts_at, strftime(starts_at, '%Y-%m') AS month,
        (isodow(starts_at) - 1) * 24 + hour(starts_at) AS hour_of_week,
        sum(minutes * on_duty) AS scheduled_minutes,
        sum(minutes) FILTER (on_duty > 0) AS staffed_minutes,
        sum(minutes * least(on_duty, committed)) AS committed_minutes,
        sum(minutes * greatest(committed - on_duty, 0)) AS overtime_minutes,
        coalesce(sum(minutes) FILTER (on_duty > 0 AND committed >= on_duty), 0) AS busy_minutes
    FROM steps GROUP BY ALL
"""
AREA_COVERAGE = """
    CREATE TABLE area_coverage AS
    WITH moments AS (
        SELECT team, starts AS moment FROM hours, (SELECT DISTINCT team FROM shifts)
        UNION SELECT team, moment FROM on_duty UNION SELECT team, moment FROM committed
    ), steps AS (
        SELECT m.team, h.moment AS starts_at, coalesce(on_duty, 0) AS on_duty,
            coalesce(city, 0) AS city, coalesce(b1, 0) AS b1, coalesce(committed, 0) AS committed,
            lead(m.moment, 1, h.ends) OVER (PARTITION BY m.team ORDER BY m.moment) AS next_moment,
            greatest(0, least(next_moment, h.ends) - m.moment) / 60 AS minutes
        FROM moments AS m ASOF JOIN hours AS h ON m.moment >= h.starts
            ASOF LEFT JOIN on_duty AS d ON m.team = d.team AND m.moment >= d.moment
            ASOF LEFT JOIN committed AS c ON m.team = c.team AND m.moment >= c.moment
    )
    SELECT team, area, starts_at, strftime(starts_at, '%Y-%m') AS month,
        (isodow(starts_at) - 1) * 24 + hour(starts_at) AS hour_of_week,
        coalesce(sum(minutes) FILTER (serves), 0) AS staffed_minutes,
        coalesce(sum(minutes) FILTER (serves AND committed >= on_duty), 0) AS busy_minutes
    FROM (SELECT *, city > 0 OR (area = 'B1' AND b1 > 0) AS serves
        FROM steps, (SELECT DISTINCT area FROM base))
    GROUP BY ALL
"""
OTHERS = {"ems": ("TYPE 0", "TYPE 1"), "fire": ("TYPE 2", "TYPE 3")}  # what they served before
SAID = (  # what contacts tell of their call
    *("contact_made", "contact_label", "contact_result", "disposition_label", "destination"),
    *("backup_police", "backup_other", "backup_urgent", "police_took_over", "encounters_n"),
)
STORED = ("calls", "unit_responses", "encounters", "follow_ups")


def derived_by_hand(snapshot: MadeSnapshot) -> duckdb.DuckDBPyConnection:
    """The same facts of a made-up snapshot, table by table."""
    from arp.measures.database import connect

    connection = connect()
    for macro in (f"steady(t) AS {_steady()}", *MACROS):
        connection.execute(f"CREATE MACRO {macro}")
    stored = {name: snapshot.relation_sql(name) for name in STORED} | {"today": TODAY}
    for step in (UNITS, ANYBODY, CLOCKS, BASE, LISTED, SHIFTS, ON_DUTY, COMMITTED, STOOD, *PEOPLE):
        connection.execute(step.format(**stored))
    for step in SAID_OF:
        connection.execute(step)
    connection.execute(_facts("calls", "base", by_team=False))
    connection.execute(PAIRS)
    connection.execute(_facts("call_teams", "pairs", by_team=True))
    connection.execute(HOURS)
    connection.execute(COVERAGE)
    connection.execute(AREA_COVERAGE)
    return connection


def _steady() -> str:
    from arp.measures.facts.clock import clock_changes

    jumped, branches = 0, []
    for change in clock_changes(ZONE, YEARS):
        jumped += change.seconds
        branches.append(f"WHEN t >= TIMESTAMP '{change.ends}' THEN epoch(t) - {jumped}")
    return f"CASE {' '.join(reversed(branches))} ELSE epoch(t) END"


def _facts(name: str, rows: str, *, by_team: bool) -> str:
    """Calls from all teams together, or calls and teams from each team's own."""
    named = ("dispatched", "en_route", "on_scene", "cleared")
    folded = ", ".join(
        f"{'max' if clock == 'cleared' else 'min'}(prog_{clock}_at) AS prog_{clock}_at"
        for clock in named
    )
    folded += ", min(phone_dispatched_at) AS phone_dispatched_at"
    flags = ("eligible", "eligible_final", "staffed", "free")
    either = ", ".join(f"bool_or({flag}) AS {flag}" for flag in flags)
    grouped = "(SELECT incident_number, {} FROM {} GROUP BY incident_number)"
    return FACTS.format(
        name=name,
        rows=rows,
        keys="incident_number, team" if by_team else "incident_number",
        clocks="clocks" if by_team else grouped.format(folded, "clocks"),
        stood="stood" if by_team else grouped.format(either, "stood"),
        said="said_of_team" if by_team else "said",
        of_clocks=", ".join(f"c.prog_{clock}_at" for clock in named) + ", phone_dispatched_at",
        of_said=", ".join(f"d.{name}" for name in SAID),
        phone_taken="CASE WHEN taken_by_phone OR team = 'T3' THEN taken_by_phone END"
        if by_team
        else "taken_by_phone",
        of_stood=", ".join(f"coalesce(s.{flag}, false) AS {flag}" for flag in flags[:-1])
        + ", s.free",
        of_others=", ".join(
            f"coalesce(a.{agency}_{did}, false) AS {agency}_{fact}"
            for agency in OTHERS
            for fact, did in (("dispatched", "sent"), ("arrived", "came"))
        ),
        diverted=", ".join(
            f"call_type IN {types} AND eligible AND handled AND NOT {agency}_dispatched "
            f"AS diverted_{agency}"
            for agency, types in OTHERS.items()
        ),
        by_other="whole_handled AND NOT handled" if by_team else "false",
        seconds=", ".join(
            f"steady({end}_at) - steady({start}_at) AS {interval}_seconds"
            for interval, (start, end) in INTERVALS.items()
        ),
        minutes=", ".join(
            f"{interval}_seconds BETWEEN 0 AND 86400 AS {interval}_valid, "
            f"CASE WHEN {interval}_valid THEN {interval}_seconds / 60 END AS {interval}_minutes"
            for interval in INTERVALS
        ),
    )
