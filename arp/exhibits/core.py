"""The core figures: those that have months, and the page that shows each."""

CORE = {
    "program_responses": "functioning",
    "response_p50": "response_times",
    "response_p90": "response_times",
    "backup_requested_rate": "functioning",
    "felt_safe_rate": "functioning",
    "contact_made_rate": "contacts",
    "outcome_link_rate": "functioning",
    "eligible_capture": "readiness",
    "uhu": "readiness",
    "all_units_busy": "readiness",
    "dispatch_recall": "readiness",
    "calls_diverted": "system",
    "no_police_sent": "system",
    "police_p1_response_p50": "system",
    "followup_reached_48h": "people",
    "connected_to_care": "people",
    "crisis_repeat_30": "people",
}
"""Home, a digest and the choice of what to publish tell of these; a page by its name in links."""
