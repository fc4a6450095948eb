"""The facts of contacts, follow-ups and cases as a person would write them, for facts_by_hand."""

from __future__ import annotations

MACROS = (
    "either(one, other) AS coalesce(one OR other, one, other)",
    "any_of(flag) AS CASE WHEN bool_or(flag) THEN true WHEN count(*) > count(flag) THEN NULL "
    "ELSE false END",
    "unless(flag) AS CASE WHEN NOT flag THEN false END",
)
MET = """
    CREATE TABLE met AS
    WITH read AS (
        SELECT e.*, b.first_clock_at AS call_at, call_type, area, priority, origin,
            b.incident_number IS NOT NULL AS linked, nullif(contact_result, 'unknown') AS result,
            nullif(destination, 'unknown') AS ended,
            result IN ('engaged', 'declined', 'information only') AS contact_made,
            mode = 'in person' AND coalesce(result <> 'canceled en route', true) AS came,
            either(nullif(ended, 'handed to EMS or fire') IN
                ('hospital, voluntary', 'hospital, involuntary'), ems_transport)
                AS taken_to_hospital,
            either(nullif(ended, 'handed to police') = 'jail', arrest) AS arrested,
            either(ended = 'handed to police', police_role = 'took over') AS handed_to_police
        FROM ({encounters}) AS e LEFT JOIN base AS b USING (incident_number)
    )
    SELECT encounter_id, incident_number, team, started_at, ended_at, person_key, contact_label,
        contact_result, disposition_label, destination, age_band, race_ethnicity, gender, language,
        housing_status, primary_need, connected_to_care, connected_on, mode, contact_made, linked,
        came AS attempted_in_person, mode = 'phone' AND team = 'T3' AS taken_by_phone,
        taken_to_hospital, arrested, citation AS cited, handed_to_police,
        coalesce(nullif(ended, 'handed to EMS or fire') = 'hospital, involuntary',
            unless(taken_to_hospital)) AS involuntary,
        contact_made AND NOT taken_to_hospital AND NOT arrested AND NOT handed_to_police
            AS resolved,
        either(police_role IN ('requested by us', 'took over'), handed_to_police)
            OR taken_to_hospital OR arrested AS crisis,
        backup_requested, backup_reviewed, felt_safe, responder_injury,
        either(backup_requested AND backup_agency = 'police', police_role = 'requested by us')
            AS backup_police,
        backup_requested AND backup_agency <> 'police' AS backup_other,
        coalesce(backup_urgency = 'emergency', unless(backup_requested)) AS backup_urgent,
        coalesce(responder_injury IN ('minor', 'serious'), unless(came)) AS responder_hurt,
        coalesce(person_injury, unless(came)) AS person_injury,
        coalesce(use_of_force, unless(came)) AS use_of_force,
        coalesce(referral_made, CASE WHEN referral_accepted THEN true END, unless(contact_made))
            AS referral_made,
        coalesce(referral_accepted, unless(coalesce(referral_made, contact_made)))
            AS referral_accepted,
        warm_handoff, service_unavailable, satisfaction, true AS responds,
        coalesce(followup_requested AND followup_consented, unless(contact_made)) AS followup_due,
        coalesce(ended_at, started_at) AS followup_from_at,
        coalesce(call_at, started_at, ended_at) AS first_clock_at,
        strftime(first_clock_at, '%Y-%m') AS month,
        (isodow(first_clock_at) - 1) * 24 + hour(first_clock_at) AS hour_of_week,
        call_type, area, priority, origin,
        row_number() OVER (ORDER BY started_at, encounter_id, team) - 1 AS position,
        coalesce(incident_number, 'encounter ' || position) AS visit,
        epoch(started_at)::BIGINT AS second
    FROM read
"""
DAYS = (7, 30, 90)
VISITS = f"""
    CREATE TABLE visits AS
    SELECT *, {
    ", ".join(
        f"count(*) OVER (PARTITION BY person_key ORDER BY visit_second RANGE BETWEEN 1 FOLLOWING "
        f"AND {days * 86_400} FOLLOWING) > 0 AS repeated_{days}"
        for days in DAYS
    )
},
        CASE WHEN count(*) FILTER (crisis) OVER month_after > 0 THEN true
            WHEN count(*) FILTER (crisis IS NULL) OVER month_after = 0 THEN false END
            AS crisis_repeated_30
    FROM (
        SELECT person_key, visit, min(second) AS visit_second, any_of(crisis) AS crisis
        FROM met WHERE person_key IS NOT NULL GROUP BY person_key, visit
    ) WINDOW month_after AS (PARTITION BY person_key ORDER BY visit_second
        RANGE BETWEEN 1 FOLLOWING AND {30 * 86_400} FOLLOWING)
"""
FOLLOW_UPS = """
    CREATE TABLE follow_ups AS
    SELECT encounter_id, person_key, team, attempted_at, method, connected_to_care, goal_met,
        case_opened_at, case_closed_at,
        coalesce(reached_at, CASE WHEN t.reached THEN attempted_at END) AS reached_at,
        coalesce(CASE WHEN reached_at IS NOT NULL THEN true END, t.reached) AS reached,
        by_number, of_somebody AND NOT by_number AS by_person, by_number OR of_somebody AS linked,
        strftime(attempted_at, '%Y-%m') AS month,
        (isodow(attempted_at) - 1) * 24 + hour(attempted_at) AS hour_of_week
    FROM (
        SELECT *, coalesce(encounter_id IN (SELECT encounter_id FROM met), false) AS by_number,
            coalesce(person_key IN (SELECT person_key FROM met WHERE person_key IS NOT NULL),
                false) AS of_somebody
        FROM ({follow_ups})
    ) AS t
"""
FOLLOWED = """
    CREATE TABLE followed AS
    WITH touched AS (
        SELECT position, t.connected_to_care AS said, reached,
            CASE WHEN attempted_at::DATE >= followup_from_at::DATE THEN attempted_at END
                AS tried_at,
            CASE WHEN t.reached_at::DATE >= followup_from_at::DATE THEN t.reached_at END
                AS reached_at, followup_from_at AS since
        FROM met AS m JOIN follow_ups AS t ON t.by_number AND m.encounter_id = t.encounter_id
        UNION ALL
        SELECT position, t.connected_to_care, reached, attempted_at, reached_at, followup_from_at
        FROM met AS m JOIN follow_ups AS t ON t.by_person AND m.person_key = t.person_key
            AND attempted_at >= followup_from_at
    )
    SELECT position, min(tried_at) AS first_attempt_at, bool_or(tried_at IS NULL) AS undated,
        min(reached_at) AS first_reached_at,
        min(tried_at) FILTER (reached IS NULL OR reached AND reached_at IS NULL) AS first_untold_at,
        bool_or(tried_at IS NULL AND (reached IS NULL OR reached AND reached_at IS NULL))
            AS undated_untold,
        bool_or(said = 'confirmed') AS confirmed, bool_or(said = 'self-reported') AS self_reported,
        bool_or(said IS NOT NULL) AS told
    FROM touched WHERE NOT coalesce(tried_at > since + INTERVAL 30 DAY, false) GROUP BY position
"""
HOURS = {"48h": 48, "72h": 72, "30d": 720}
IN_TIME = """
    CASE WHEN NOT ((encounter_id IS NOT NULL OR person_key IS NOT NULL)
            AND list_contains(told_months, strftime(followup_from_at, '%Y-%m'))
            AND list_contains(told_months,
                strftime(followup_from_at + INTERVAL ({hours} // 2) HOUR, '%Y-%m'))
            AND list_contains(told_months,
                strftime(followup_from_at + INTERVAL {hours} HOUR, '%Y-%m'))) THEN NULL
        WHEN {first} <= followup_from_at + INTERVAL {hours} HOUR THEN true
        WHEN {untold} THEN NULL ELSE false END AS {name}
"""


def _followed_up() -> str:
    columns = []
    for name, hours in HOURS.items():
        end = f"followup_from_at + INTERVAL {hours} HOUR"
        if name != "30d":
            columns.append(
                IN_TIME.format(
                    hours=hours,
                    first="first_attempt_at",
                    untold="undated",
                    name=f"attempted_{name}",
                )
            )
        columns.append(
            IN_TIME.format(
                hours=hours,
                first="first_reached_at",
                untold=f"first_untold_at <= {end} OR undated_untold",
                name=f"followup_reached_{name}",
            )
        )
        columns.append(f"{end} <= through AS followup_matured_{name}")
    return ", ".join(columns)


MATURED = ", ".join(
    f"coalesce(visit_second, second) + {days * 86_400} <= epoch(last)::BIGINT AS matured_{days}"
    for days in DAYS
)
REPEATED = ", ".join(f"v.repeated_{days}" for days in DAYS)
ENCOUNTERS = f"""
    CREATE TABLE encounters AS
    WITH data AS (
        SELECT (SELECT max(started_at) FROM met WHERE started_at::DATE <= DATE '{{today}}') AS last,
            max(attempted_at) FILTER (linked) AS through,
            list(DISTINCT month) FILTER (linked) AS told_months
        FROM follow_ups WHERE attempted_at::DATE <= DATE '{{today}}'
    )
    SELECT m.* EXCLUDE (connected_to_care, connected_on, second), {REPEATED},
        v.crisis_repeated_30, {MATURED}, {_followed_up()},
        CASE WHEN coalesce(connected_to_care = 'confirmed' AND date_diff('day',
                followup_from_at::DATE, connected_on) BETWEEN 0 AND 30, false)
            OR coalesce(confirmed, false) THEN true
            WHEN coalesce(connected_to_care = 'confirmed' AND (connected_on IS NULL
                OR connected_on < followup_from_at::DATE), false)
            OR NOT (connected_to_care IS NOT NULL OR coalesce(told, false)) THEN NULL
            ELSE false END AS connected_confirmed,
        NOT connected_confirmed AND (coalesce(connected_to_care = 'self-reported', false)
            OR coalesce(self_reported, false)) AS connected_self_reported,
        followup_from_at + INTERVAL 30 DAY <= last AS connected_matured
    FROM met AS m LEFT JOIN visits AS v USING (person_key, visit)
        LEFT JOIN followed AS f USING (position), data
"""
CASES = """
    CREATE TABLE cases AS
    WITH placed AS (
        SELECT *, coalesce(case_opened_at, max(case_opened_at) OVER (PARTITION BY who
                ORDER BY attempted_at RANGE UNBOUNDED PRECEDING),
            min(case_opened_at) OVER (PARTITION BY who)) AS opened_at,
            CASE WHEN opened_at IS NULL THEN encounter_id END AS of_contact
        FROM (SELECT *, coalesce(person_key, encounter_id) AS who FROM follow_ups)
        WHERE who IS NOT NULL
    ), each AS (
        SELECT opened_at, min(p.team) AS team, min(encounter_id) AS numbered,
            min(position) AS position, min(attempted_at) AS first_attempt_at,
            min(reached_at) AS first_reached_at, max(case_closed_at) AS closed_at,
            bool_or(goal_met) AS goal_met
        FROM placed AS p LEFT JOIN (SELECT encounter_id, position FROM met) USING (encounter_id)
        GROUP BY who, opened_at, of_contact
    )
    SELECT c.* EXCLUDE (position, numbered), coalesce(encounter_id, numbered) AS encounter_id,
        followup_from_at AS contact_at, area, call_type, primary_need,
        coalesce(opened_at, followup_from_at) AS begun,
        CASE WHEN first_reached_at::DATE >= begun::DATE THEN
            greatest(epoch(first_reached_at) - epoch(begun), 0) / 86400 END AS days_to_first,
        coalesce(begun, first_attempt_at) AS first_clock_at,
        strftime(coalesce(begun, first_attempt_at), '%Y-%m') AS month
    FROM each AS c LEFT JOIN met USING (position)
"""
CASE_MONTHS = """
    CREATE TABLE case_months AS
    WITH calendar AS (
        SELECT strftime(starts, '%Y-%m') AS month, starts, starts + INTERVAL 1 MONTH AS ends
        FROM (SELECT unnest(generate_series(date_trunc('month', min(attempted_at))::TIMESTAMP,
            max(attempted_at), INTERVAL 1 MONTH)) AS starts FROM follow_ups)
    )
    SELECT c.* EXCLUDE (month, begun, first_attempt_at, first_clock_at, contact_at), k.month,
        CASE WHEN opened_at IS NOT NULL THEN closed_at IS NULL OR closed_at >= ends END
            AS open_at_end,
        coalesce(first_reached_at >= starts AND first_reached_at < ends, false) AS reached_then,
        coalesce(closed_at >= starts AND closed_at < ends, false) AS closed_then
    FROM cases AS c JOIN calendar AS k ON c.first_clock_at < ends
        AND (closed_at IS NULL OR closed_at >= starts
            OR coalesce(first_reached_at >= starts, false))
"""
SAID = """
    CREATE TABLE {name} AS
    SELECT {keys}, any_of(contact_made) AS contact_made,
        any_of(attempted_in_person) AS attempted_in_person,
        any_of(taken_by_phone) AS taken_by_phone,
        {endings}, any_of(backup_police) AS backup_police, any_of(backup_other) AS backup_other,
        any_of(backup_urgent) AS backup_urgent, any_of(handed_to_police) AS police_took_over,
        any_of(taken_to_hospital) AS taken_to_hospital, any_of(arrested) AS arrested,
        min(started_at) FILTER (taken_by_phone) AS phoned_at, count(*) AS encounters_n
    FROM encounters WHERE linked GROUP BY {keys}
"""
ENDINGS = ", ".join(
    f"arg_min(nullif({name}, 'unknown'), position) FILTER (nullif({name}, 'unknown') IS NOT NULL) "
    f"AS {name}"
    for name in ("contact_label", "contact_result", "disposition_label", "destination")
)
PEOPLE = (MET, VISITS, FOLLOW_UPS, FOLLOWED, ENCOUNTERS, CASES, CASE_MONTHS)
SAID_OF = tuple(
    SAID.format(name=name, keys=keys, endings=ENDINGS)
    for name, keys in (("said", "incident_number"), ("said_of_team", "incident_number, team"))
)
