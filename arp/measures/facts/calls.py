"""Calls, and call × team: the same facts of the whole program and of one team."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from arp.measures.facts import arrests, transports
from arp.measures.facts.agencies import who_came
from arp.measures.facts.call_types import is_top_priority
from arp.measures.facts.clock import (
    ClockChange,
    elapsed_seconds,
    first_known,
    hour_of_week,
    is_valid,
    minutes_if_valid,
    month_of,
)
from arp.measures.facts.diversion import diverted, shared
from arp.measures.facts.eligibility import judged
from arp.measures.facts.feeds import Feed
from arp.measures.facts.grounds import Grounds, no_if, no_where
from arp.measures.facts.missed import reason

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from arp.measures.settings import Entry

KEYS = ("incident_number",)
CLOCKS = ("received_at", "queued_at", "dispatched_at", "en_route_at", "on_scene_at", "cleared_at")
INTERVALS = {  # name: from which clock of `facts_of` to which
    "handling": ("received_at", "ready_at"),
    "queue": ("queued_at", "prog_dispatched_at"),
    "turnout": ("prog_dispatched_at", "prog_en_route_at"),
    "travel": ("prog_left_at", "prog_on_scene_at"),
    "response": ("starts_at", "prog_on_scene_at"),
    "own_response": ("starts_at", "own_on_scene_at"),
    "first_unit": ("starts_at", "first_on_scene_at"),
    "on_scene": ("prog_on_scene_at", "prog_cleared_at"),
    "police_response": ("starts_at", "police_on_scene_at"),
    "police_queue": ("queued_at", "police_dispatched_at"),
}


def as_known_to(rows: ir.Table, feed: Feed) -> ir.Table:
    """A feed's calls, with what stands for a clock or code that the whole feed lacks."""
    import ibis

    kept = (
        *("incident_number", "priority", "origin", "area", "place", "is_test", "duplicate_of"),
        *("hazard_flags", "canceled", "answered_at"),
    )
    early = rows.canceled & rows.queued_at.isnull()
    changed = rows.call_type_final.lower() != rows.call_type_initial.lower()
    return rows.select(
        *kept,
        *CLOCKS,
        call_type=rows.call_type_initial if feed.has("call_type_initial") else rows.call_type_final,
        call_type_final=rows.call_type_final,
        starts_at=rows.received_at if feed.has("received_at") else rows.queued_at,
        ready_at=rows.queued_at if feed.has("queued_at") else rows.dispatched_at,
        left_at=rows.en_route_at if feed.has("en_route_at") else rows.dispatched_at,
        canceled_early=early if feed.has("queued_at") else ibis.null("boolean"),
        in_cad=ibis.null("boolean") if feed.program_only else ibis.literal(True),
        recoded=ibis.null("boolean") if feed.program_only else changed,
        arrest_recorded=arrests.recorded(rows.disposition),
        transport_recorded=transports.recorded(rows.disposition),
        has_hazard=rows.hazard_flags.notnull()
        if feed.has("hazard_flags")
        else ibis.null("boolean"),
    )


def placed_calls(rows: ir.Table, areas: Sequence[Mapping[str, Any]], *, cad_feed: bool) -> ir.Table:
    """One row an incident number: its month, hour and area, and whether it is in scope.

    `in_cad` is false for a call that only a team's sheet knows, and unknown while no feed holds
    all calls. A call is in scope unless it is known not to be.
    """
    moment = first_known(*(rows[name] for name in CLOCKS))
    renamed = area_names(areas)
    outside = [row["label"] for row in areas if row.get("in_jurisdiction") is False]
    known_out = (
        rows.origin == "self-initiated",
        rows.is_test,
        rows.duplicate_of.notnull(),
        rows.canceled_early,
        rows.area.isin(outside),
    )
    in_scope = ~known_out[0].fill_null(False)
    for out in known_out[1:]:
        in_scope = in_scope & ~out.fill_null(False)
    return rows.mutate(
        in_scope=in_scope,
        in_cad=rows.in_cad.fill_null(False) if cad_feed else rows.in_cad,
        area=rows.area.substitute(renamed) if renamed else rows.area,
        first_clock_at=moment,
        month=month_of(moment),
        hour_of_week=hour_of_week(moment),
    ).drop("is_test", "duplicate_of", "canceled_early", "place")


def area_names(areas: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """The names that the settings give to the data's areas."""
    return {row["label"]: row["area"] for row in areas if row.get("area")}


def joined(
    rows: ir.Table,
    clocks: ir.Table,
    said: ir.Table,
    anybody: ir.Table,
    stood: ir.Table,
    call_types: ir.Table,
    months: ir.Table,
    grounds: Grounds,
) -> ir.Table:
    """Calls, or calls and teams, with all that their facts are read from.

    `clocks` are those of the units concerned, `said` is what encounters say, `anybody` what units
    of every agency say, `stood` how the teams stood on whose list the call is, `call_types` what
    the settings say of its type, `months` who could be told of in its month. A program-only feed
    does not know when any agency first came.
    """
    import ibis

    keys = [name for name in ("incident_number", "team") if name in rows.columns]
    placed = rows
    for found in (clocks, said, stood):
        placed = placed.left_join(found, [rows[key] == found[key] for key in keys])
    placed = placed.left_join(anybody, rows.incident_number == anybody.incident_number)
    placed = placed.left_join(call_types, rows.call_type == call_types.call_type)
    placed = placed.left_join(months, rows.month == months.month)
    first = ibis.coalesce(anybody.on_scene_at, rows.on_scene_at)
    sent = ibis.coalesce(anybody.dispatched_at, rows.dispatched_at, first).notnull()
    told = [name for name in said.columns if name not in (*keys, *OF_RESPONSES)]
    return placed.select(
        *(rows[name] for name in rows.columns if name not in OWN_CLOCKS),
        **{f"prog_{name}": clocks[name] for name in OWN_CLOCKS},
        own_dispatched_at=clocks.own_dispatched_at,
        own_on_scene_at=clocks.own_on_scene_at,
        phone_dispatched_at=clocks.phone_dispatched_at,
        first_on_scene_at=ibis.ifelse(rows.in_cad, first, ibis.null("timestamp")),
        anybody_sent=sent | no_if(grounds.dispatches),
        declined=ibis.ifelse(
            clocks.incident_number.notnull(), clocks.declined, no_if(grounds.declines)
        ),
        **_of_responses(clocks, said),
        **{name: said[name] for name in told},
        **{f"{name}_told": months[f"{name}_told"] for name in ("program", "police", "ems")},
        **who_came(rows, anybody, months, grounds),
        **judged(rows, stood, grounds),
        **{name: call_types[name] for name in call_types.columns if name != "call_type"},
    )


OWN_CLOCKS = ("dispatched_at", "en_route_at", "left_at", "on_scene_at", "cleared_at")
OF_RESPONSES = ("attempted_in_person", "taken_by_phone", "co_response")


def _of_responses(clocks: ir.Table, said: ir.Table) -> dict[str, ir.BooleanValue]:
    """What units or encounters say of a response: either is enough, and unknown is not no."""
    import ibis

    def by(found: ir.Table, name: str) -> ir.BooleanValue:
        return ibis.ifelse(found.incident_number.notnull(), found[name], ibis.literal(False))

    return {
        "attempted_in_person": by(said, "attempted_in_person"),
        "taken_by_phone": by(said, "taken_by_phone") | by(clocks, "taken_by_phone"),
        "co_response": by(said, "co_response") | by(clocks, "co_response"),
    }


def timed(rows: ir.Table, near: ir.Table, changes: Sequence[ClockChange]) -> ir.Table:
    """The same rows with the seconds of each interval, before it is judged valid."""
    placed = rows.left_join(near, rows.first_clock_at.date() == near.day)
    seconds = {
        f"{name}_seconds": elapsed_seconds(rows[start], rows[end], changes, near)
        for name, (start, end) in {**INTERVALS, "answer": ("received_at", "answered_at")}.items()
    }
    return placed.select(*(rows[name] for name in rows.columns), **seconds)


def handled(rows: ir.Table, grounds: Grounds) -> ir.Table:
    """The same rows with what the program did: sent, routed, handled.

    Without a unit known to be the program's the clocks are those of every agency, and whether the
    program handled the call is unknown but for what encounters say.
    """
    import ibis

    none = no_where(rows.program_told)
    unknown = ibis.null("boolean")

    def of_program(clock: ir.TimestampValue) -> ir.BooleanValue:
        return clock.notnull() | none if grounds.program else unknown

    sent, arrived = of_program(rows.prog_dispatched_at), of_program(rows.prog_on_scene_at)
    return rows.mutate(
        program_sent=sent,
        routed=sent | arrived | rows.declined.fill_null(False) | rows.taken_by_phone,
        handled=arrived | rows.attempted_in_person | rows.taken_by_phone,
        ems_transported=transports.from_the_call(rows, grounds),
    )


def missed(rows: ir.Table) -> ir.Table:
    """The same rows with what became of them: staffed, missed, diverted, shared with police.

    On a row of a team a call that another team handled is not missed.
    """
    import ibis

    of_team = "team" in rows.columns
    by_other = {"handled_by_other": rows.whole_handled & ~rows.handled} if of_team else {}
    unhandled = ~rows.handled & ~by_other["handled_by_other"] if of_team else ~rows.handled
    co_response = rows.co_response | rows.whole_co_response if of_team else rows.co_response
    unknown = ibis.null("boolean")
    staffed = ibis.ifelse(rows.eligible.isnull(), unknown, rows.eligible & rows.staffed)
    return rows.mutate(
        staffed=staffed,
        eligible_staffed=staffed,
        missed=rows.eligible & unhandled,
        **by_other,
        **diverted(rows, co_response),
        **shared(rows),
    )


def facts_of(rows: ir.Table, targets: Sequence[Entry], priorities: Sequence[Entry]) -> ir.Table:
    """The facts of a call, or of a call and a team, without what they were only worked out from."""
    import ibis

    seconds = {name: rows[f"{name}_seconds"] for name in INTERVALS}
    said = rows.mutate(
        prog_dispatched=rows.prog_dispatched_at.notnull(),
        prog_arrived=rows.prog_on_scene_at.notnull(),
        own_dispatched=rows.own_dispatched_at.notnull(),
        own_arrived=rows.own_on_scene_at.notnull(),
        self_initiated=rows.origin == "self-initiated",
        is_top_priority=is_top_priority(rows, priorities),
        response_target_minutes=target_minutes(rows, targets),
        answer_seconds=ibis.ifelse(is_valid(rows.answer_seconds), rows.answer_seconds, None),
        arrest_made=arrests.made_on_call(rows),
        **{f"{name}_minutes": minutes_if_valid(value) for name, value in seconds.items()},
        **{f"{name}_valid": is_valid(value) for name, value in seconds.items()},
        **reason(rows),
    )
    steps = [*ON_THE_WAY, *(f"{name}_seconds" for name in INTERVALS)]
    return said.drop(*steps, *(name for name in WHOLE if name in rows.columns))


WHOLE = ("whole_handled", "whole_co_response")  # on a row of a team: the call's, by any team
ON_THE_WAY = (
    *("hazard_flags", "canceled", "starts_at", "ready_at", "prog_left_at", "own_on_scene_at"),
    "own_dispatched_at",
    *(
        "first_on_scene_at",
        "anybody_sent",
        "program_told",
        "program_sent",
        "declined",
        "self_assigned",
    ),
    *("attempted_in_person", "taken_by_phone", "serves", "staffed_anywhere"),
    *("free_anywhere", "police_dispatched_at", "police_on_scene_at", "ems_served", "fire_served"),
    *("answered_at", "ems_dispatched_at", "field_sent_at", "stranger_sent_at"),
    *("police_told", "ems_told"),
    *("phone_dispatched_at", "phoned_at", "arrest_recorded", "arrested"),
    *("transport_recorded", "taken_to_hospital"),
)
MINUTES_IN = {"seconds": 1 / 60, "minutes": 1.0, "hours": 60.0}


def target_minutes(rows: ir.Table, targets: Sequence[Entry]) -> ir.FloatingValue:
    """The response target in minutes of the call's team, call type, priority and day, or null.

    The target that names most of the three wins.
    """
    import ibis

    on = ("call_type", "priority", *(["team"] if "team" in rows.columns else []))
    fitting = [
        entry
        for entry in targets
        if entry.value.get("unit") in MINUTES_IN and ("team" in on or not entry.value.get("team"))
    ]
    fitting.sort(key=lambda entry: -sum(bool(entry.value.get(name)) for name in on))
    day = rows.first_clock_at.date()
    branches = []
    for entry in fitting:
        holds = day.between(entry.first_day, entry.last_day)
        for name in on:
            if entry.value.get(name):
                holds = holds & (rows[name] == entry.value[name])
        minutes = float(entry.value["target"]) * MINUTES_IN[entry.value["unit"]]
        branches.append((holds, ibis.literal(minutes)))
    unset = ibis.null("float64")
    return ibis.cases(*branches, else_=unset) if branches else unset
