"""The figures of bench/measures.py as a person would write them for DuckDB: what is counted.

One query a fact table and breakdown, with all its figures; bench/sql_by_hand.py writes them out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.sql_by_hand import (
    BY_MONTH,
    BY_TEAM,
    P50,
    P90,
    both,
    completeness,
    grouped,
    longest,
    mixed,
    parted,
    per_day,
    ranked,
)

if TYPE_CHECKING:
    import pandas as pd

    from arp.measures.evidence import Evidence

MET = "contact_made AND responds"
DUE = "followup_due AND responds"
TAKEN = "phone_taken AND phone_matured"
IN_SCOPE = "in_scope AND in_cad"
CALL_TEAMS = grouped(
    "call_teams",
    BY_TEAM,
    counts={
        "eligible_calls": "eligible",
        "calls_diverted": "diverted_police",
        "ems_diverted": "diverted_ems",
        "fire_diverted": "diverted_fire",
    },
    shares={  # what is counted, and among which calls it must be known
        "arrests_per_100_eligible": ("arrest_made", "eligible"),
        "backup_requested_rate": ("backup_police", "own_arrived"),
        "canceled_en_route_rate": (
            "contact_result IN ('canceled en route', 'not needed on arrival')",
            "prog_dispatched",
        ),
        "ccd_phone_resolution": ("phone_resolved", TAKEN),
        "ccd_safe_handback": ("phone_handed_back", TAKEN),
        "contact_made_rate": ("contact_made", "prog_arrived"),
        "coverage_share": ("staffed", "eligible"),
        "dispatch_precision": (
            "eligible_final AND NOT police_took_over",
            "routed AND in_scope AND police_took_over IS NOT NULL",
        ),
        "dispatch_recall": ("routed", "eligible_final"),
        "eligible_capture": ("handled", "eligible_staffed"),
        "eligible_capture_all": ("handled", "eligible"),
        "eligible_when_busy": ("NOT free", "eligible_staffed"),
        "no_police_sent": ("NOT police_dispatched", "eligible"),
        "outcome_link_rate": ("encounters_n IS NOT NULL", "in_cad AND prog_dispatched"),
        "response_within_target": (
            "own_response_minutes <= response_target_minutes",
            "prog_arrived AND in_scope",
        ),
        "timestamp_valid_rate": ("response_minutes IS NOT NULL", "prog_arrived"),
        "upgrade_rate": ("upgraded", "own_dispatched"),
        "urgent_backup_rate": ("backup_urgent", "prog_arrived"),
    },
    fractiles={  # an interval: its column, among which calls it is taken, and its figures by rank
        "queue_wait": ("queue_minutes", "prog_dispatched", both("queue_wait")),
        "travel": ("travel_minutes", "prog_arrived", both("travel")),
        "response": ("own_response_minutes", "prog_arrived AND in_scope", both("response")),
        "on_scene": ("on_scene_minutes", "prog_arrived", both("on_scene")),
    },
    sums={"response_mean": ("avg", "own_response_minutes", "prog_arrived AND in_scope")},
)
CALLS = grouped(
    "calls",
    BY_MONTH,
    counts={"calls_in_scope": IN_SCOPE},
    shares={
        "diversion_share_total": (
            "diverted_police",
            f"{IN_SCOPE} AND (diverted_police OR police_dispatched)",
        ),
        "eligible_share": ("eligible", IN_SCOPE),
        "police_only_on_eligible": ("police_alone", "eligible AND police_arrived IS NOT NULL"),
        "police_pending_over_60": (
            "police_queue_minutes > 60",
            f"police_dispatched AND {IN_SCOPE}",
        ),
        "recode_rate": ("recoded", IN_SCOPE),
    },
    fractiles={
        "call_processing": ("handling_minutes", IN_SCOPE, both("call_processing")),
        "first_unit": ("first_unit_minutes", "true", both("first_unit")),
        "police_p1_response": (
            "police_response_minutes",
            f"is_top_priority AND {IN_SCOPE}",
            both("police_p1_response"),
        ),
        "police_pending": (
            "police_queue_minutes",
            f"police_dispatched AND {IN_SCOPE}",
            {"police_pending_p90": P90},
        ),
    },
    sums={"police_hours_on_eligible": ("sum", "police_minutes / 60", "eligible")},
)
ENCOUNTERS = grouped(
    "encounters",
    BY_TEAM,
    counts={
        "force_at_response": "use_of_force",
        "person_injuries": "person_injury",
        "responder_injuries": "responder_hurt",
        "responder_injuries_serious": "responder_injury = 'serious'",
    },
    shares={
        "arrest_rate": ("arrested", MET),
        "citation_rate": ("cited", MET),
        "connected_to_care": (
            "connected_confirmed",
            "referral_accepted AND responds AND connected_matured",
        ),
        "crisis_repeat_30": ("crisis_repeated_30", "responds AND matured_30"),
        "felt_safe_rate": ("felt_safe", "true"),
        **{
            f"followup_{name}": (of, f"{DUE} AND followup_matured_{name.rpartition('_')[2]}")
            for name, of in (
                ("attempted_48h", "attempted_48h"),
                ("attempted_72h", "attempted_72h"),
                ("reached_48h", "followup_reached_48h"),
                ("reached_72h", "followup_reached_72h"),
                ("reached_30d", "followup_reached_30d"),
            )
        },
        "hospital_transport_rate": ("taken_to_hospital", MET),
        "involuntary_rate": ("involuntary", MET),
        "no_service_available": (
            "service_unavailable",
            "primary_need IS NOT NULL AND responds",
        ),
        "referral_accepted": ("referral_accepted", "referral_made AND responds"),
        "referral_made": ("referral_made", MET),
        "refusal_rate": ("contact_result = 'declined'", MET),
        **{
            f"repeat_contact_{days}": (f"repeated_{days}", f"responds AND matured_{days}")
            for days in (7, 30, 90)
        },
        "resolved_in_community": ("resolved", MET),
        "satisfaction_top": ("satisfaction = 5", MET),
        "urgent_backup_reviewed": ("backup_reviewed", "backup_urgent"),
        "warm_handoff_rate": ("warm_handoff", "referral_accepted AND responds"),
    },
    sums={
        "satisfaction_mean": ("avg", "satisfaction", MET),
        "responder_injury_rate": (
            "1000 * avg",
            "(responder_injury IN ('minor', 'serious'))::INT",
            "responds",
        ),
    },
    distinct={"people_served": ("person_key", MET)},
)
CASES = grouped(
    "case_months",
    BY_TEAM,
    counts={"care_nav_active_cases": "open_at_end"},
    shares={"care_nav_closed_goal": ("goal_met", "closed_then")},
    fractiles={
        "to_first": ("days_to_first", "reached_then", {"care_nav_time_to_first": P50}),
    },
)
RESPONSES = grouped(
    "team_responses",
    BY_TEAM,
    counts={"program_responses": "handled"},
    shares={"self_initiated_share": ("self_initiated", "handled")},
)
HELD = grouped("held_values", BY_MONTH, counts={"unmapped_call_types": "NOT mapped"})
COVERAGE = """
    SELECT month, team,
        sum(committed_minutes) FILTER (scheduled_minutes > 0) / sum(scheduled_minutes)
            FILTER (committed_minutes IS NOT NULL) AS uhu,
        count(*) FILTER (scheduled_minutes > 0 AND committed_minutes IS NOT NULL) AS uhu_n,
        sum(busy_minutes) FILTER (staffed_minutes > 0) / sum(staffed_minutes)
            FILTER (busy_minutes IS NOT NULL) AS all_units_busy,
        count(*) FILTER (staffed_minutes > 0 AND busy_minutes IS NOT NULL) AS all_units_busy_n
    FROM coverage GROUP BY month, team
"""
ANSWERS = """
    SELECT month, sum(within_15s_n) / sum(of_15s_n) AS answer_within_15s,
        count(of_15s_n) AS answer_within_15s_n, sum(within_20s_n) / sum(of_20s_n)
        AS answer_within_20s, count(of_20s_n) AS answer_within_20s_n
    FROM answers WHERE month IS NOT NULL GROUP BY month
"""
OFFICES = """
    WITH told AS (
        SELECT month, max(value) FILTER (figure = 'crime_reports') AS reports,
            max(value) FILTER (figure = 'use_of_force_eligible') AS force,
            max(value) FILTER (figure = 'program_cost') AS cost,
            max(value) FILTER (figure = 'unit_hours_delivered') AS delivered,
            max(value) FILTER (figure = 'unit_hours_planned') AS planned,
            max(numerator) FILTER (figure = 'posts_vacant') AS vacant,
            max(denominator) FILTER (figure = 'posts_vacant') AS posts
        FROM figures WHERE in_whole GROUP BY month
    ), of_calls AS (
        SELECT month, count(*) FILTER (eligible) AS eligible_n FROM calls GROUP BY month
    ), of_responses AS (
        SELECT month, count(*) FILTER (handled) AS handled_n FROM responses GROUP BY month
    )
    SELECT month, reports AS low_level_reports, 1 AS low_level_reports_n,
        100 * reports / eligible_n AS low_level_reports_rate,
        eligible_n AS low_level_reports_rate_n, force AS use_of_force_eligible,
        1 AS use_of_force_eligible_n, 10000 * force / eligible_n AS use_of_force_eligible_rate,
        eligible_n AS use_of_force_eligible_rate_n, cost / handled_n AS cost_per_response,
        handled_n AS cost_per_response_n, delivered / planned AS schedule_fill,
        1 AS schedule_fill_n, vacant / posts AS vacancy_rate, 1 AS vacancy_rate_n
    FROM told LEFT JOIN of_calls USING (month) LEFT JOIN of_responses USING (month)
"""
WIDE = (
    *(CALL_TEAMS, CALLS, ENCOUNTERS, CASES, RESPONSES, HELD, COVERAGE, ANSWERS, OFFICES),
    per_day("total_911_volume", IN_SCOPE),
)
LONG = {
    "missed_eligible": parted("missed_why", "eligible AND missed"),
    "recoverable_calls": parted("lever", "missed AND lever IS NOT NULL"),
    "longest_response": longest("own_response_minutes", "prog_arrived AND in_scope"),
    "disposition_mix": mixed(("contact_result", "destination", "disposition_label")),
    "field_completeness": completeness(),
}


def prepared(evidence: Evidence) -> None:
    """Puts beside the facts what that SQL needs: ranks that bound a fractile, and an interval."""
    ranked(evidence)


def asked_by_hand(evidence: Evidence) -> tuple[list[pd.DataFrame], dict[str, pd.DataFrame]]:
    """Every figure: one row a month and team, and those that have more than one row of it."""
    return [evidence.ask(sql) for sql in WIDE], {k: evidence.ask(sql) for k, sql in LONG.items()}


def tidy(evidence: Evidence) -> pd.DataFrame:
    """The same figures one a row: indicator, month, team, part, value, n, low, high."""
    import pandas as pd

    wide, long = asked_by_hand(evidence)
    frames = [frame.assign(indicator=key) for key, frame in long.items()]
    for frame in wide:
        groups = [name for name in BY_TEAM if name in frame]
        for key in frame.columns.drop(groups):
            if key.endswith(("_n", "_low", "_high")):
                continue
            figures = {name: frame.get(f"{key}_{name}") for name in ("n", "low", "high")}
            if figures["n"] is None:
                figures["n"] = frame[key]  # of a count
            frames.append(frame[groups].assign(indicator=key, value=frame[key], **figures))
    return pd.concat(frames, ignore_index=True)
