"""Each indicator a second time, as METRICS §4 has it: from the rows of one group to its figure."""

from __future__ import annotations

from collections.abc import Callable

from tests.made_city import Row
from tests.told.city import ToldCity
from tests.told.figures import (
    count,
    fractile,
    mean,
    ratio,
    share,
    total,
)
from tests.told.missed import LEVERS, REASONS
from tests.told.people import is_in, said
from tests.told.three_valued import Answer, both, no

Figure = Callable[[list[Row]], Row]


def counted(of: str | Callable[[Row], Answer]) -> Figure:
    return lambda rows: count(answer(row, of) for row in rows)


def shared(of: str | Callable[[Row], Answer], among: str | Callable[[Row], Answer]) -> Figure:
    return lambda rows: share((answer(row, among), answer(row, of)) for row in rows)


def ranked(of: str, p: float, among: str | Callable[[Row], Answer]) -> Figure:
    return lambda rows: fractile((row[of] for row in rows if answer(row, among)), p)


def answer(row: Row, fact: str | Callable[[Row], Answer]) -> Answer:
    return row[fact] if isinstance(fact, str) else fact(row)


def known(flag: Answer) -> bool:
    """A blank yes or no leaves the row out of both numerator and denominator."""
    return flag is not None


def public_call(row: Row) -> Answer:
    return both(row["in_scope"], row["in_cad"])


def arrived_in_scope(row: Row) -> Answer:
    return both(row["prog_arrived"], row["in_scope"])


def sent_police(row: Row) -> Answer:
    return both(public_call(row), row["police_dispatched"])


def reached(row: Row) -> Answer:
    return both(row["contact_made"], row["responds"])


def in_target(row: Row) -> Answer:
    if row["own_response"] is None or row["target"] is None:
        return None
    return row["own_response"] <= row["target"]


def fractiles(name: str, of: str, among: str | Callable[[Row], Answer]) -> dict[str, Figure]:
    return {f"{name}_p50": ranked(of, 0.5, among), f"{name}_p90": ranked(of, 0.9, among)}


OF_CALLS: dict[str, Figure] = {
    # A. Functioning well
    "calls_in_scope": counted(public_call),
    **fractiles("call_processing", "handling", public_call),
    **fractiles("queue_wait", "queue", "prog_dispatched"),
    **fractiles("travel", "travel", "prog_arrived"),
    **fractiles("response", "own_response", arrived_in_scope),
    **fractiles("first_unit", "first_unit", lambda row: True),
    **fractiles("on_scene", "on_scene", "prog_arrived"),
    "response_within_target": shared(in_target, arrived_in_scope),
    "response_mean": lambda rows: mean(
        row["own_response"] for row in rows if arrived_in_scope(row)
    ),
    "contact_made_rate": shared("contact_made", "prog_arrived"),
    "canceled_en_route_rate": shared(
        lambda row: is_in(
            said(row["contact_result"]), ("canceled en route", "not needed on arrival")
        ),
        "prog_dispatched",
    ),
    "backup_requested_rate": shared("backup_police", "own_arrived"),
    "urgent_backup_rate": shared("backup_urgent", "prog_arrived"),
    "outcome_link_rate": shared(
        "recorded", lambda row: both(row["in_cad"], row["prog_dispatched"])
    ),
    "timestamp_valid_rate": shared(lambda row: row["response"] is not None, "prog_arrived"),
    # B. Ready to expand
    "eligible_calls": counted("eligible"),
    "eligible_share": shared("eligible", public_call),
    "eligible_capture": shared("handled", "eligible_staffed"),
    "eligible_capture_all": shared("handled", "eligible"),
    "coverage_share": shared("staffed", "eligible"),
    "eligible_when_busy": shared(lambda row: no(row["free"]), "eligible_staffed"),
    "recode_rate": shared("recoded", public_call),
    "dispatch_recall": shared("routed", "eligible_final"),
    "dispatch_precision": shared(
        lambda row: both(row["eligible_final"], no(row["police_took_over"])),
        lambda row: both(row["routed"], row["in_scope"], known(row["police_took_over"])),
    ),
    "upgrade_rate": shared("upgraded", lambda row: row["own_sent"] is not None),
    # D. The traditional system
    "calls_diverted": counted("diverted_police"),
    "ems_diverted": counted("diverted_ems"),
    "fire_diverted": counted("diverted_fire"),
    "diversion_share_total": shared(
        "diverted_police",
        lambda row: both(
            public_call(row),
            True
            if True in (row["diverted_police"], row["police_dispatched"])
            else both(row["diverted_police"], row["police_dispatched"]),
        ),
    ),
    "no_police_sent": shared(lambda row: no(row["police_dispatched"]), "eligible"),
    "police_only_on_eligible": shared(
        "police_alone", lambda row: both(row["eligible"], known(row["police_arrived"]))
    ),
    "police_hours_on_eligible": lambda rows: total(
        None if row["police_minutes"] is None else row["police_minutes"] / 60
        for row in rows
        if row["eligible"]
    ),
    **fractiles(
        "police_p1_response",
        "police_response",
        lambda row: both(row["is_top_priority"], public_call(row)),
    ),
    "police_pending_p90": ranked("police_queue", 0.9, sent_police),
    "police_pending_over_60": shared(
        lambda row: None if row["police_queue"] is None else row["police_queue"] > 60, sent_police
    ),
    "arrests_per_100_eligible": shared("arrest_made", "eligible"),
}
NOT_OF_A_TEAM = frozenset(  # what is about all calls, or about other agencies
    {
        *("calls_in_scope", "call_processing_p50", "call_processing_p90", "first_unit_p50"),
        *("first_unit_p90", "eligible_share", "recode_rate", "diversion_share_total"),
        *("police_only_on_eligible", "police_hours_on_eligible", "police_p1_response_p50"),
        *("police_p1_response_p90", "cost_per_response", "schedule_fill", "hours_freed"),
        *("response_gap_vs_police", "candidate_call_types", "answer_within_15s"),
        *("answer_within_20s", "vacancy_rate", "police_pending_p90", "police_pending_over_60"),
        *("low_level_reports", "low_level_reports_rate", "use_of_force_eligible"),
        *("use_of_force_eligible_rate", "total_911_volume"),
    }
)
SAID_BY_ENCOUNTERS = frozenset(  # indicators of calls that encounters alone can tell
    {
        *("contact_made_rate", "canceled_en_route_rate", "backup_requested_rate"),
        *("urgent_backup_rate", "outcome_link_rate", "dispatch_precision"),
    }
)
PARTS = {
    "missed_eligible": ("missed_why", REASONS, "missed"),
    "recoverable_calls": ("lever", LEVERS, "lever"),
}
OF_RESPONSES: dict[str, Figure] = {
    "program_responses": counted("handled"),
    "self_initiated_share": shared(
        lambda row: is_in(row["origin"], ("self-initiated",)), "handled"
    ),
}


def people_reached(rows: list[Row]) -> Row:
    """Different people; with nobody known, and somebody unknown reached, nobody can tell."""
    people = {row["person_key"] for row in rows if row["contact_made"] and row["person_key"]}
    unknown = any(
        row["contact_made"] is None or row["contact_made"] and not row["person_key"] for row in rows
    )
    return count([True] * len(people) + [None] * unknown) | {"numerator": None}


OF_ENCOUNTERS: dict[str, Figure] = {
    "refusal_rate": shared(lambda row: is_in(row["contact_result"], ("declined",)), reached),
    "urgent_backup_reviewed": shared("backup_reviewed", "backup_urgent"),
    "felt_safe_rate": shared("felt_safe", lambda row: True),
    "responder_injuries": counted("responder_hurt"),
    "responder_injuries_serious": counted(lambda row: is_in(row["responder_injury"], ("serious",))),
    "person_injuries": counted("person_injury"),
    "force_at_response": counted("use_of_force"),
    "resolved_in_community": shared("resolved", reached),
    "involuntary_rate": shared("involuntary", reached),
    "referral_made": shared("referral_made", reached),
    "referral_accepted": shared(
        "referral_accepted", lambda row: both(row["referral_made"], row["responds"])
    ),
    "warm_handoff_rate": shared(
        "warm_handoff", lambda row: both(row["referral_accepted"], row["responds"])
    ),
    "no_service_available": shared(
        "service_unavailable", lambda row: both(row["primary_need"] is not None, row["responds"])
    ),
    "hospital_transport_rate": shared("taken_to_hospital", reached),
    "arrest_rate": shared("arrested", reached),
    "citation_rate": shared("cited", reached),
}


def visits_of_people(rows: list[Row], newest: str | None) -> list[int]:
    """How many visits each known person had in the 12 months up to the newest."""
    visits: dict[str, set[str]] = {}
    for row in rows:
        if months_apart(row["month"], newest or row["month"]) < 12:
            visits.setdefault(row["person_key"], set()).add(row["visit"])
    return [len(found) for found in visits.values()]


def months_apart(first: str, last: str) -> int:
    (year, month), (last_year, last_month) = (
        (int(part) for part in text.split("-")) for text in (first, last)
    )
    return (last_year - year) * 12 + last_month - month


def met_often(least: int) -> Callable[[list[Row], str | None], Row | None]:
    def figure(rows: list[Row], newest: str | None) -> Row | None:
        people = visits_of_people(rows, newest)
        often = [n for n in people if n >= least]
        found = {"status": "ok", "value": len(often), "n": len(often)}
        return found if people else None

    return figure


def share_of_the_familiar(rows: list[Row], newest: str | None) -> Row | None:
    people = visits_of_people(rows, newest)
    flags = [(True, n >= 5) for n in people for _ in range(n)]
    return share(flags) if flags else None


FAMILIAR: dict[str, Callable[[list[Row], str | None], Row | None]] = {
    **{f"familiar_neighbors_{least}": met_often(least) for least in (5, 10, 20, 40)},
    "familiar_neighbors_share": share_of_the_familiar,
}


def of_figures(rows: list[Row], top: str, bottom: str | None = None) -> list[Row]:
    """Uploaded monthly figures as tops and bottoms of a ratio."""
    roles = {top: "top"} | ({bottom: "bottom"} if bottom else {})
    return [
        {"month": row["month"], roles[row["figure"]]: row["value"]}
        for row in rows
        if row["figure"] in roles
    ]


def handled_below(rows: list[Row]) -> list[Row]:
    """Program responses as the bottom of a ratio."""
    return [row | {"bottom": 1} for row in rows if row["handled"]]


def hurt_above(rows: list[Row]) -> list[Row]:
    """Contacts of which the record says whether a responder was hurt, as tops and bottoms."""
    return [
        row | {"top": int(row["responder_injury"] != "none"), "bottom": 1}
        for row in rows
        if row["responds"] and row["responder_injury"] is not None
    ]


def on_duty(rows: list[Row], top: str, bottom: str) -> list[Row]:
    """Hours on duty of teams of which anybody knows when they were at work."""
    return [
        row | {"top": row[top], "bottom": row[bottom]}
        for row in rows
        if row[bottom] > 0 and row[top] is not None
    ]


RATIOS: dict[str, Callable[[ToldCity], list[Row]]] = {
    "uhu": lambda told: on_duty(told.hours, "committed", "scheduled"),
    "all_units_busy": lambda told: on_duty(told.hours, "busy", "staffed"),
    "schedule_fill": lambda told: of_figures(
        told.figures, "unit_hours_delivered", "unit_hours_planned"
    ),
    "cost_per_response": lambda told: [
        *of_figures(told.figures, "program_cost"),
        *handled_below(told.responses),
    ],
    "responder_injury_rate": lambda told: hurt_above(told.encounters),
}
TIMES = {"responder_injury_rate": 1000}


def divided(key: str) -> Figure:
    return lambda rows: ratio(rows, TIMES.get(key, 1))
