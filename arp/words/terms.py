"""The glossary: one term, one meaning, everywhere."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Term:
    """A word of the field, how the code calls it, and what it means here."""

    term: str
    code: tuple[str, ...]
    meaning: str


GLOSSARY: tuple[Term, ...] = (
    Term(
        "call",
        ("calls", "incident_number"),
        "One request for help, as dispatch recorded it.",
    ),
    Term(
        "unit response",
        ("unit_responses", "unit_id"),
        "One crew or vehicle sent to one call.",
    ),
    Term(
        "encounter",
        ("encounters", "encounter_id"),
        "One contact, or attempt at one, by a program team. It may stand alone.",
    ),
    Term(
        "follow-up",
        ("follow_ups",),
        "One attempt by Care Navigation to reach a person after a contact. Never a response.",
    ),
    Term(
        "team",
        ("team",),
        "A part of the program with units of its own, such as a community response team.",
    ),
    Term(
        "received, answered, queued",
        ("received_at", "answered_at", "queued_at"),
        "The call reached the 911 center; a call-taker picked up; it was ready to be dispatched.",
    ),
    Term("dispatched", ("dispatched_at",), "The first unit was told to go."),
    Term("en route", ("en_route_at",), "The first unit began to travel."),
    Term("on scene", ("on_scene_at",), "The first unit arrived."),
    Term("cleared", ("cleared_at",), "The last unit was free again."),
    Term(
        "call handling",
        ("handling_minutes",),
        "From received to queued; to dispatched where a whole feed has no queue time.",
    ),
    Term(
        "answer interval",
        ("answer_seconds",),
        "From received to answered.",
    ),
    Term(
        "queue wait",
        ("queue_minutes",),
        "From queued to the first program unit dispatched.",
    ),
    Term("turnout", ("turnout_minutes",), "From dispatched to en route."),
    Term(
        "travel",
        ("travel_minutes",),
        "From en route to on scene; from dispatched where a whole feed has no en-route time.",
    ),
    Term(
        "response interval",
        ("response_minutes",),
        "The caller's clock: from received to the first program unit on scene.",
    ),
    Term(
        "first unit",
        ("first_unit_minutes",),
        "From received to the first unit of any agency on scene.",
    ),
    Term("time on scene", ("on_scene_minutes",), "From the first arrival to the last clear."),
    Term("committed", ("committed_minutes",), "From dispatched to cleared, for each unit."),
    Term(
        "valid interval",
        (),
        "An interval with both its times, from 0 to 24 hours. Others are left out and counted.",
    ),
    Term(
        "median, 90th percentile",
        ("Fractile",),
        "The wait that half of the calls, or nine in ten, do not exceed; linearly interpolated.",
    ),
    Term("share", ("Share",), "A part of a whole for which the answer is known; blank is unknown."),
    Term(
        "in scope",
        ("in_scope",),
        "Not known to be self-initiated, outside the city, a test, a duplicate, or canceled before "
        "it was queued.",
    ),
    Term(
        "eligible",
        ("eligible",),
        "In scope, and the list valid on that day lets a team take it, by what dispatch knew.",
    ),
    Term(
        "staffed",
        ("staffed",),
        "A unit of a team that may take the call was scheduled for that area at that minute.",
    ),
    Term(
        "handled",
        ("handled",),
        "A program unit arrived, an attempt in person is recorded, or a phone team took the call.",
    ),
    Term(
        "capture rate",
        ("eligible_capture", "eligible_capture_all"),
        "Handled calls among the eligible ones in staffed hours; or among all eligible ones.",
    ),
    Term(
        "missed",
        ("missed_why",),
        "Eligible and not handled, with the first reason that fits.",
    ),
    Term(
        "diverted",
        ("diverted_police", "diverted_ems", "diverted_fire"),
        "Handled by phone or by an unarmed team while no unit of that agency was ever dispatched. "
        "Always said with the agency's name.",
    ),
    Term(
        "co-response",
        ("co_response", "joint_scene"),
        "A team that works with police responded. Police beside another team is a joint scene.",
    ),
    Term(
        "back-up",
        ("backup_requested",),
        "Help that the team asked for after it was dispatched; police sent at the same time are "
        "no back-up.",
    ),
    Term(
        "contact result",
        ("contact_label", "contact_result"),
        "Whether the person was reached: the city's own words, and one of the declared words.",
    ),
    Term(
        "destination",
        ("disposition_label", "destination"),
        "Where the contact led: the city's own words, and one of the declared words.",
    ),
    Term(
        "repeat contact",
        ("repeat_contact_30",),
        "The same person again within the stated days; by place where no person is known, and "
        "labeled so.",
    ),
    Term(
        "hours freed",
        ("hours_freed",),
        "An estimate of responder hours not spent, always with its range and assumptions.",
    ),
    Term("feed", ("feed",), "One stream of files that the city names once; layouts belong to it."),
    Term("snapshot", ("snapshot",), "The state of all tables after one closed change."),
    Term(
        "reading",
        ("Readings",),
        "The value of an indicator for a period and group, with n, interval, status and reason.",
    ),
    Term("finding", ("Finding",), "Something wrong or odd in an upload, and what to do about it."),
    Term("too few", ("status",), "Too few rows for the figure to mean anything."),
    Term("not measured", ("status",), "A column or table that the figure needs is not there."),
    Term("not mature", ("status",), "The window that the figure looks at is not over yet."),
    Term("undated", ("undated",), "A row without any known time: in totals, in no month."),
    Term(
        "common cause, improvement, concern",
        ("signal",),
        "A month within the usual variation, unusually good, or unusually bad.",
    ),
)
