"""Contacts of the made-up program's calls with the people it met, and what came after them."""

from __future__ import annotations

NEEDS = ("mental health", "substance", "housing", "welfare", "dispute", "basic needs", "other")
ENGAGED = (  # how a contact ended, up to so many of 1,000
    (700, "engaged"),
    (780, "declined"),
    (830, "no contact"),
    (880, "canceled en route"),
    (910, "not needed on arrival"),
    (930, "information only"),
    (960, "other"),
)
LED_TO = (
    (500, "stayed in the community"),
    (600, "home"),
    (650, "shelter"),
    (700, "crisis center, sobering or respite"),
    (740, "hospital, voluntary"),
    (755, "hospital, involuntary"),
    (765, "jail"),
    (780, "handed to police"),
    (800, "handed to EMS or fire"),
    (850, "other"),
)
STORED = """
    '{feed}' AS feed, 'u' AS upload_id, i::VARCHAR AS row_key, i::VARCHAR AS row_hash,
    strftime(t, '%Y-%m') AS month, 'Contacts' AS sheet, i AS sheet_row
"""
# Nine in ten calls of the program have a contact; one contact in forty names no call.
MET = """
    , met AS (
        SELECT i, t, a, b, c, 'T' || (hash(i) % {teams}) AS team, 'E' || i AS encounter_id,
            hash(i + 21) % 1000 AS d, hash(i + 33) % 1000 AS e, hash(i + 45) % 1000 AS f,
            CASE WHEN hash(i + 45) % 10 < 9 THEN 'K' || (hash(i + 3) % {people}) END AS person_key,
            t + INTERVAL (a + 2 * b) SECOND AS started_at,
            t + INTERVAL (a + 2 * b + 3 * c) SECOND AS ended_at
        FROM numbered WHERE i % 6 = 0 AND b % 10 > 0
    )
"""


def _chosen(place: str, words: tuple[tuple[int, str], ...]) -> str:
    """The word whose share of 1,000 a place falls in; null beyond the last."""
    whens = " ".join(f"WHEN {place} < {until} THEN '{word}'" for until, word in words)
    return f"CASE {whens} END"


def _one_of(place: str, words: tuple[str, ...]) -> str:
    return f"{list(words)}[1 + ({place} % {len(words)})::INT]"


ENCOUNTERS = f"""
    SELECT {STORED.format(feed="contacts")}, encounter_id,
        CASE WHEN c % 40 > 0 THEN i::VARCHAR END AS incident_number, team, started_at, ended_at,
        CASE WHEN team = 'T3' THEN 'phone' ELSE 'in person' END AS mode,
        {_chosen("d", ENGAGED)} AS contact_result, 'label ' || (e % 12) AS disposition_label,
        {_chosen("e", LED_TO)} AS destination, person_key,
        {_one_of("f", NEEDS)} AS primary_need,
        d % 3 = 0 AS referral_made, CASE WHEN d % 3 = 0 THEN e % 2 = 0 END AS referral_accepted,
        CASE WHEN d % 3 = 0 AND e % 2 = 0 THEN f % 3 = 0 END AS warm_handoff,
        CASE WHEN f % 20 > 0 THEN e % 25 = 0 END AS ems_transport, f % 9 = 0 AS service_unavailable,
        d % 4 = 0 AS followup_requested,
        CASE WHEN d % 4 = 0 THEN e % 5 > 0 END AS followup_consented,
        CASE WHEN d % 3 = 0 AND e % 2 = 0 THEN
            {_one_of("f", ("confirmed", "self-reported", "no"))} END AS connected_to_care,
        CASE WHEN d % 3 = 0 AND e % 2 = 0 AND f % 3 = 0 THEN
            started_at::DATE + (a % 40)::INT END AS connected_on,
        CASE WHEN d % 5 = 0 THEN 1 + e % 5 END AS satisfaction,
        CASE f % 50 WHEN 0 THEN 'took over' WHEN 1 THEN 'requested by us' WHEN 2 THEN 'with us'
            ELSE 'none' END AS police_role,
        d % 40 = 0 AS backup_requested,
        CASE WHEN d % 40 = 0 THEN {_one_of("e", ("police", "ems"))} END AS backup_agency,
        CASE WHEN d % 40 = 0 THEN {_one_of("f", ("emergency", "routine"))} END AS backup_urgency,
        CASE WHEN d % 40 = 0 THEN a % 3 > 0 END AS backup_reviewed, d % 11 > 0 AS felt_safe,
        CASE WHEN d % 500 = 0 THEN 'minor' WHEN d = 7 THEN 'serious' ELSE 'none' END
            AS responder_injury,
        e % 300 = 0 AS person_injury, f % 400 = 0 AS use_of_force, e % 90 = 0 AS arrest,
        f % 120 = 0 AS citation, {_one_of("a", ("0–17", "18–29", "30–59", "60+"))} AS age_band,
        {_one_of("b", ("Asian", "Black", "Latino", "White"))} AS race_ethnicity,
        {_one_of("c", ("woman", "man", "nonbinary"))} AS gender,
        {_one_of("d", ("English", "Spanish"))} AS language,
        {_one_of("e", ("housed", "sheltered", "unsheltered"))} AS housing_status
    FROM met
"""
# Two attempts in three name their contact, the others their person. Some begin or end a case.
FOLLOW_UPS = f"""
    SELECT {STORED.format(feed="follow-ups")},
        CASE WHEN b % 3 > 0 THEN encounter_id END AS encounter_id,
        CASE WHEN b % 3 = 0 THEN person_key END AS person_key, team,
        ended_at + INTERVAL (c % 150) HOUR AS attempted_at, e % 3 > 0 AS reached,
        {_one_of("f", ("phone", "in person", "message"))} AS method,
        CASE WHEN a % 4 = 0 THEN {_one_of("f", ("confirmed", "no"))} END AS connected_to_care,
        CASE WHEN c % 10 < 3 THEN f % 2 = 0 END AS goal_met,
        CASE WHEN c % 10 < 5 THEN ended_at + INTERVAL (a % 20) HOUR END AS case_opened_at,
        CASE WHEN c % 10 < 3 THEN ended_at + INTERVAL (30 + b % 60) DAY END AS case_closed_at
    FROM met WHERE d % 4 = 0 AND a % 5 > 0
"""
