"""The cards that pages of teams are made of, and which of them each kind of team has."""

from __future__ import annotations

from arp.views.topics import Form, Topic, months_of

RESPONSES = months_of("program_responses", "How much does the team do?")
WAIT = Topic(
    key="waits",
    question="How long do people wait for it?",
    form=Form.LINES,
    names={"response_p50": "half of calls", "response_p90": "nine in ten"},
    links=(("response_times", "Response times in full"),),
)
QUEUE = Topic(
    key="queue",
    question="How long until the team takes a call?",
    form=Form.LINES,
    names={"queue_wait_p50": "half of calls", "queue_wait_p90": "nine in ten"},
)
CAPTURE = months_of(
    "eligible_capture", "How many of its eligible calls does it take, in staffed hours?"
)
DEMAND = Topic(
    key="demand",
    question="How much of what it could take can it reach?",
    form=Form.BESIDE,
    names={
        "eligible_capture_all": "Taken, of all its eligible calls",
        "coverage_share": "Come when it is on duty",
        "eligible_when_busy": "Come then, and no unit is free",
    },
)
TYPES = Topic(
    key="types",
    question="Which calls does it take?",
    form=Form.COUNTS,
    names={"program_responses": ""},
    by="call_type",
)
BUSY = Topic(
    key="busy",
    question="How busy is it?",
    form=Form.LINES,
    names={"uhu": "unit-hours in use", "all_units_busy": "time with no unit free"},
)
ROUTED = Topic(
    key="routed",
    question="Do the right calls come to it?",
    form=Form.LINES,
    names={"dispatch_precision": "were right for it", "dispatch_recall": "right calls sent"},
)
REACHED = months_of("contact_made_rate", "How often does it reach the person?")
IN_VAIN = Topic(
    key="in-vain",
    question="How often does the team go in vain, or unasked?",
    form=Form.BESIDE,
    names={
        "canceled_en_route_rate": "Canceled or not needed",
        "refusal_rate": "Declined by the person",
        "self_initiated_share": "Begun by the team itself",
    },
)
RESULTS = Topic(
    key="results",
    question="How do its contacts end?",
    form=Form.SHARES,
    names={"disposition_mix": ""},
    by="contact_result",
    links=(("contacts", "What happened in full"),),
)
RESOLVED = months_of(
    "resolved_in_community",
    "How often does it end without hospital or jail?",
    links=(("people", "What changes for people"),),
)
TAKEN_OVER = months_of("upgrade_rate", "How often do its calls become police calls?")
BACKUP = months_of("backup_requested_rate", "How often does it ask for police back-up?")
REVIEWED = Topic(
    key="reviewed",
    question="Is every emergency back-up reviewed?",
    form=Form.BESIDE,
    names={"urgent_backup_reviewed": "Reviewed"},
)
SAFE = months_of("felt_safe_rate", "Do its responders feel safe?")
HURT = months_of("responder_injury_rate", "How often are its responders hurt?")
HARM = Topic(
    key="harm",
    question="Did anybody come to harm, and how long ago?",
    form=Form.HARM,
    names=dict.fromkeys(
        (
            "responder_injuries",
            "responder_injuries_serious",
            "urgent_backup_rate",
            "person_injuries",
            "force_at_response",
        ),
        "",
    ),
)
DIVERTED = Topic(
    key="diverted",
    question="How many calls does it divert from police, EMS and fire?",
    form=Form.LINES,
    names={"calls_diverted": "police", "ems_diverted": "EMS", "fire_diverted": "fire"},
    note="Eligible calls that it handled, with no unit of that agency sent.",
    links=(("system", "System impact in full"),),
)
BY_PHONE = months_of("ccd_phone_resolution", "How many of its calls are closed by phone?")
HANDED_BACK = months_of(
    "ccd_safe_handback",
    "How many of its calls are handed back?",
    "Neither good nor bad: some calls are right to be handed back.",
)
MET_AGAIN = months_of(
    "repeat_contact_7",
    "How often is the person met again within a week?",
    "Neither good nor bad: it stands beside calls closed by phone.",
)

IN_PERSON = (
    *(RESPONSES, WAIT, CAPTURE, TYPES, DEMAND, BUSY, ROUTED, REACHED, IN_VAIN, RESULTS, RESOLVED),
    *(BACKUP, REVIEWED, TAKEN_OVER, SAFE, HURT, HARM, DIVERTED),
)
PHONE = (
    *(RESPONSES, QUEUE, BY_PHONE, HANDED_BACK, MET_AGAIN, CAPTURE, TYPES, DEMAND, BUSY, ROUTED),
    *(RESULTS, RESOLVED, TAKEN_OVER, DIVERTED),
)
WITH_POLICE = tuple(
    topic for topic in IN_PERSON if topic not in (BACKUP, REVIEWED, TAKEN_OVER, DIVERTED)
)
FOLLOW_UPS = (
    Topic(
        key="in-time",
        question="Is a wanted follow-up made in time?",
        form=Form.LINES,
        names={"followup_attempted_48h": "attempted", "followup_reached_48h": "reached"},
        note="Within 48 hours of the contact.",
    ),
    Topic(
        key="reached",
        question="How soon is the person reached?",
        form=Form.BESIDE,
        names={
            "followup_attempted_48h": "Attempted within 48 hours",
            "followup_attempted_72h": "Attempted within 72 hours",
            "followup_reached_48h": "Reached within 48 hours",
            "followup_reached_72h": "Reached within 72 hours",
            "followup_reached_30d": "Reached within 30 days",
        },
        note="Of the contacts after which a follow-up was asked for and agreed to.",
    ),
    months_of("care_nav_time_to_first", "How long until a case has its first contact?"),
    months_of("care_nav_active_cases", "How many cases are open?"),
    months_of("care_nav_closed_goal", "How many cases close with their goal met?"),
    months_of(
        "connected_to_care",
        "Are people connected to care?",
        links=(("people", "What changes for people"),),
    ),
)
