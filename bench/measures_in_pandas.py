"""The figures of bench/measures.py as a person would write them in pandas, from frames in memory.

An indicator at a time: choose its rows, group them, count; then its interval beside it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from bench.pandas_by_hand import (
    BY_MONTH,
    BY_TEAM,
    chosen,
    count,
    different,
    fractile,
    longest,
    lowest,
    mean,
    parts,
    per_day,
    ratio,
    share,
    shares_of,
    total,
)

if TYPE_CHECKING:
    import pandas as pd

    from arp.measures.evidence import Evidence

    Frames = Mapping[str, pd.DataFrame]
    Answers = dict[str, pd.DataFrame]

FRACTILES = {"p50": 0.5, "p90": 0.9}
MET, DUE = "contact_made & responds", "followup_due & responds"
TAKEN, IN_SCOPE = "phone_taken & phone_matured", "in_scope & in_cad"
MIXED = ("contact_result", "destination", "disposition_label")
SHARES = {  # by table: what is counted, and among which rows it must be known
    "call_teams": {
        "arrests_per_100_eligible": ("arrest_made", "eligible"),
        "backup_requested_rate": ("backup_police", "own_arrived"),
        "canceled_en_route_rate": ("canceled_en_route", "prog_dispatched"),
        "ccd_phone_resolution": ("phone_resolved", TAKEN),
        "ccd_safe_handback": ("phone_handed_back", TAKEN),
        "contact_made_rate": ("contact_made", "prog_arrived"),
        "coverage_share": ("staffed", "eligible"),
        "dispatch_precision": ("precise", "routed & in_scope & took_over_known"),
        "dispatch_recall": ("routed", "eligible_final"),
        "eligible_capture": ("handled", "eligible_staffed"),
        "eligible_capture_all": ("handled", "eligible"),
        "eligible_when_busy": ("all_busy", "eligible_staffed"),
        "no_police_sent": ("without_police", "eligible"),
        "outcome_link_rate": ("told_by_contact", "in_cad & prog_dispatched"),
        "response_within_target": ("in_time", "prog_arrived & in_scope"),
        "timestamp_valid_rate": ("response_timed", "prog_arrived"),
        "upgrade_rate": ("upgraded", "own_dispatched"),
        "urgent_backup_rate": ("backup_urgent", "prog_arrived"),
    },
    "calls": {
        "diversion_share_total": ("diverted_police", f"{IN_SCOPE} & by_police_or_diverted"),
        "eligible_share": ("eligible", IN_SCOPE),
        "police_only_on_eligible": ("police_alone", "eligible & police_known"),
        "police_pending_over_60": ("over_60", f"police_dispatched & {IN_SCOPE}"),
        "recode_rate": ("recoded", IN_SCOPE),
    },
    "encounters": {
        "arrest_rate": ("arrested", MET),
        "citation_rate": ("cited", MET),
        "connected_to_care": (
            "connected_confirmed",
            "referral_accepted & responds & connected_matured",
        ),
        "crisis_repeat_30": ("crisis_repeated_30", "responds & matured_30"),
        "felt_safe_rate": ("felt_safe", ""),
        "followup_attempted_48h": ("attempted_48h", f"{DUE} & followup_matured_48h"),
        "followup_attempted_72h": ("attempted_72h", f"{DUE} & followup_matured_72h"),
        "followup_reached_48h": ("followup_reached_48h", f"{DUE} & followup_matured_48h"),
        "followup_reached_72h": ("followup_reached_72h", f"{DUE} & followup_matured_72h"),
        "followup_reached_30d": ("followup_reached_30d", f"{DUE} & followup_matured_30d"),
        "hospital_transport_rate": ("taken_to_hospital", MET),
        "involuntary_rate": ("involuntary", MET),
        "no_service_available": ("service_unavailable", "need_known & responds"),
        "referral_accepted": ("referral_accepted", "referral_made & responds"),
        "referral_made": ("referral_made", MET),
        "refusal_rate": ("refused", MET),
        "repeat_contact_7": ("repeated_7", "responds & matured_7"),
        "repeat_contact_30": ("repeated_30", "responds & matured_30"),
        "repeat_contact_90": ("repeated_90", "responds & matured_90"),
        "resolved_in_community": ("resolved", MET),
        "satisfaction_top": ("best_rating", MET),
        "urgent_backup_reviewed": ("backup_reviewed", "backup_urgent"),
        "warm_handoff_rate": ("warm_handoff", "referral_accepted & responds"),
    },
    "case_months": {"care_nav_closed_goal": ("goal_met", "closed_then")},
    "team_responses": {"self_initiated_share": ("self_initiated", "handled")},
}
COUNTS = {
    "call_teams": {
        "eligible_calls": "eligible",
        "calls_diverted": "diverted_police",
        "ems_diverted": "diverted_ems",
        "fire_diverted": "diverted_fire",
    },
    "calls": {"calls_in_scope": IN_SCOPE},
    "encounters": {
        "force_at_response": "use_of_force",
        "person_injuries": "person_injury",
        "responder_injuries": "responder_hurt",
        "responder_injuries_serious": "seriously_hurt",
    },
    "case_months": {"care_nav_active_cases": "open_at_end"},
    "team_responses": {"program_responses": "handled"},
    "held_values": {"unmapped_call_types": "unmapped"},
}
COLUMNS = {
    "call_teams": (
        *("incident_number", "missed", "missed_why", "lever", "free", "police_dispatched"),
        *("arrest_made", "eligible", "eligible_final", "eligible_staffed", "backup_police"),
        *("own_arrived", "contact_result", "prog_dispatched", "prog_arrived", "phone_resolved"),
        *("phone_handed_back", "phone_taken", "phone_matured", "contact_made", "staffed"),
        *("police_took_over", "routed", "in_scope", "in_cad", "handled", "encounters_n"),
        *("own_response_minutes", "response_target_minutes", "response_minutes", "upgraded"),
        *("own_dispatched", "backup_urgent", "diverted_police", "diverted_ems", "diverted_fire"),
        *("queue_minutes", "travel_minutes", "on_scene_minutes"),
    ),
    "calls": (
        *("first_clock_at", "in_scope", "in_cad", "diverted_police", "police_dispatched"),
        *("eligible", "police_alone", "police_arrived", "police_queue_minutes", "recoded"),
        *("handling_minutes", "first_unit_minutes", "police_response_minutes"),
        *("is_top_priority", "police_minutes"),
    ),
    "encounters": (
        *("contact_made", "responds", "arrested", "cited", "connected_confirmed", "felt_safe"),
        *("connected_matured", "crisis_repeated_30", "matured_7", "matured_30", "matured_90"),
        *("repeated_7", "repeated_30", "repeated_90", "followup_due", "attempted_48h"),
        *("attempted_72h", "followup_reached_48h", "followup_reached_72h", "followup_reached_30d"),
        *("followup_matured_48h", "followup_matured_72h", "followup_matured_30d"),
        *("taken_to_hospital", "involuntary", "service_unavailable", "primary_need", "resolved"),
        *("referral_made", "referral_accepted", "warm_handoff", "satisfaction", "backup_reviewed"),
        *("backup_urgent", "use_of_force", "person_injury", "responder_hurt", "responder_injury"),
        *("person_key", *MIXED),
    ),
    "case_months": ("goal_met", "closed_then", "open_at_end", "days_to_first", "reached_then"),
    "team_responses": ("handled", "self_initiated"),
    "responses": ("handled",),
    "held_values": ("mapped",),
    "coverage": ("committed_minutes", "scheduled_minutes", "busy_minutes", "staffed_minutes"),
    "answers": ("within_15s_n", "of_15s_n", "within_20s_n", "of_20s_n"),
    "figures": ("figure", "value", "numerator", "denominator"),
    "field_counts": ('"table"', "field", "filled_n", "rows_n"),
}
TEXTS = (
    *("incident_number", "missed_why", "lever", "responder_injury", "primary_need", "person_key"),
    *("figure", "table", "field", *MIXED),
)


def loaded(evidence: Evidence, *, groups_as_categories: bool) -> dict[str, pd.DataFrame]:
    """The facts as frames, with flags as booleans of which some may be unknown."""
    frames = {}
    for table, columns in COLUMNS.items():
        by = [name for name in BY_TEAM if name in evidence.facts[table].columns]
        asked = f"SELECT {', '.join((*by, *columns))} FROM {table} WHERE month IS NOT NULL"
        frame = evidence.ask(asked)
        groups = [name for name in (*by, "missed_why", "lever", *MIXED) if name in frame]
        if groups_as_categories:
            frame[groups] = frame[groups].astype("category")
        flags = frame.select_dtypes("object").columns.difference([*BY_TEAM, *TEXTS])
        frames[table] = frame.astype(dict.fromkeys(flags, "boolean"))
    return frames


def asked_in_pandas(frames: Frames) -> Answers:
    """Every figure by month and team, or by month, with its n and interval: a frame an entry."""
    frames = {**frames, **_with_flags(frames)}
    found: Answers = {}
    for table, shares in SHARES.items():
        for key, (of, among) in shares.items():
            found[key] = share(chosen(frames[table], among), of, _by(table))
    for table, counts in COUNTS.items():
        for key, where in counts.items():
            found[key] = count(chosen(frames[table], where), _by(table))
    return {**found, **_of_calls(frames), **_of_contacts(frames), **_of_hours_and_offices(frames)}


def _by(table: str) -> list[str]:
    return BY_MONTH if table in ("calls", "held_values") else BY_TEAM


def _with_flags(frames: Frames) -> Answers:
    """The frames with the conditions that no column of theirs says."""
    teams, calls, met = frames["call_teams"], frames["calls"], frames["encounters"]
    result = teams["contact_result"].replace({"unknown": None})
    canceled = result.isin(["canceled en route", "not needed on arrival"]).astype("boolean")
    waited = teams["own_response_minutes"] <= teams["response_target_minutes"]
    queued = calls["police_queue_minutes"]
    rating = met["satisfaction"]
    return {
        "call_teams": teams.assign(
            canceled_en_route=canceled.mask(result.isna()),
            precise=teams["eligible_final"] & ~teams["police_took_over"],
            took_over_known=teams["police_took_over"].notna(),
            all_busy=~teams["free"],
            without_police=~teams["police_dispatched"],
            told_by_contact=teams["encounters_n"].notna(),
            in_time=waited.astype("boolean").mask(teams["own_response_minutes"].isna()),
            response_timed=teams["response_minutes"].notna(),
        ),
        "calls": calls.assign(
            by_police_or_diverted=calls["diverted_police"] | calls["police_dispatched"],
            police_known=calls["police_arrived"].notna(),
            over_60=(queued > 60).astype("boolean").mask(queued.isna()),
        ),
        "encounters": met.assign(
            need_known=met["primary_need"].notna(),
            refused=(met["contact_result"] == "declined")
            .astype("boolean")
            .mask(met["contact_result"].isna()),
            best_rating=(rating == 5).astype("boolean").mask(rating.isna()),
            seriously_hurt=met["responder_injury"] == "serious",
            hurt=1000.0 * met["responder_injury"].isin(["minor", "serious"]),
        ),
        "held_values": frames["held_values"].assign(unmapped=~frames["held_values"]["mapped"]),
    }


def _of_calls(frames: Frames) -> Answers:
    teams, calls = frames["call_teams"], frames["calls"]
    arrived, responded = chosen(teams, "prog_arrived"), chosen(teams, "prog_arrived & in_scope")
    in_scope, missed = chosen(calls, IN_SCOPE), chosen(teams, "missed")
    response = "own_response_minutes"
    return {
        **_fractiles("queue_wait", chosen(teams, "prog_dispatched"), "queue_minutes", BY_TEAM),
        **_fractiles("travel", arrived, "travel_minutes", BY_TEAM),
        **_fractiles("response", responded, response, BY_TEAM),
        **_fractiles("on_scene", arrived, "on_scene_minutes", BY_TEAM),
        "response_mean": mean(responded, response, BY_TEAM),
        "longest_response": longest(responded, response),
        "missed_eligible": parts(missed, "missed_why"),
        "recoverable_calls": parts(missed, "lever"),
        **_fractiles("call_processing", in_scope, "handling_minutes", BY_MONTH),
        **_fractiles("first_unit", calls, "first_unit_minutes", BY_MONTH),
        **_fractiles(
            "police_p1_response",
            chosen(in_scope, "is_top_priority"),
            "police_response_minutes",
            BY_MONTH,
        ),
        "police_pending_p90": fractile(
            chosen(in_scope, "police_dispatched"), "police_queue_minutes", 0.9, BY_MONTH
        ),
        "police_hours_on_eligible": total(chosen(calls, "eligible"), "police_minutes", 1 / 60),
        "total_911_volume": per_day(in_scope, calls["first_clock_at"]),
    }


def _fractiles(key: str, rows: pd.DataFrame, of: str, by: list[str]) -> Answers:
    return {f"{key}_{name}": fractile(rows, of, p, by) for name, p in FRACTILES.items()}


def _of_contacts(frames: Frames) -> Answers:
    met, cases = frames["encounters"], frames["case_months"]
    reached = chosen(met, MET)
    return {
        "people_served": different(reached, "person_key"),
        "satisfaction_mean": mean(reached, "satisfaction", BY_TEAM),
        "responder_injury_rate": mean(
            chosen(met, "responds").dropna(subset=["responder_injury"]), "hurt", BY_TEAM
        ),
        "disposition_mix": shares_of(met, MIXED),
        "care_nav_time_to_first": fractile(
            chosen(cases, "reached_then"), "days_to_first", 0.5, BY_TEAM
        ),
    }


def _of_hours_and_offices(frames: Frames) -> Answers:
    hours, answers = frames["coverage"], frames["answers"]
    eligible = count(chosen(frames["calls"], "eligible"), BY_MONTH)
    handled = count(chosen(frames["responses"], "handled"), BY_MONTH)
    figures = frames["figures"].groupby(["month", "figure"], observed=True)
    value, vacant, posts = (
        figures[name].max().unstack() for name in ("value", "numerator", "denominator")
    )

    def of_each(key: str, times: float, of: pd.DataFrame) -> pd.DataFrame:
        rate = times * of["month"].astype(value.index.dtype).map(value[key]) / of["value"]
        return of.assign(n=of["value"], value=rate)

    def told(of: pd.Series) -> pd.DataFrame:
        return of.rename("value").reset_index().assign(n=1)

    return {
        "uhu": ratio(hours, "committed_minutes", "scheduled_minutes", BY_TEAM),
        "all_units_busy": ratio(hours, "busy_minutes", "staffed_minutes", BY_TEAM),
        "answer_within_15s": ratio(answers, "within_15s_n", "of_15s_n", BY_MONTH),
        "answer_within_20s": ratio(answers, "within_20s_n", "of_20s_n", BY_MONTH),
        "low_level_reports": told(value["crime_reports"]),
        "low_level_reports_rate": of_each("crime_reports", 100, eligible),
        "use_of_force_eligible": told(value["use_of_force_eligible"]),
        "use_of_force_eligible_rate": of_each("use_of_force_eligible", 10_000, eligible),
        "cost_per_response": of_each("program_cost", 1, handled),
        "schedule_fill": told(value["unit_hours_delivered"] / value["unit_hours_planned"]),
        "vacancy_rate": told(vacant["posts_vacant"] / posts["posts_vacant"]),
        "field_completeness": lowest(frames["field_counts"]),
    }
