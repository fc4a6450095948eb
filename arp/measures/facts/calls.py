"""Calls, and call × team: the same facts of the whole program and of one team."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from arp.measures.facts.clock import (
    ClockChange,
    elapsed_seconds,
    first_known,
    hour_of_week,
    is_valid,
    minutes_if_valid,
    month_of,
)
from arp.measures.facts.contacts import ENDINGS
from arp.measures.facts.feeds import Feed

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from arp.measures.settings import Entry

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
}


def as_known_to(rows: ir.Table, feed: Feed) -> ir.Table:
    """A feed's calls, with what stands for a clock or code that the whole feed lacks."""
    import ibis

    kept = ("incident_number", "priority", "origin", "area", "place", "is_test", "duplicate_of")
    early = rows.canceled & rows.queued_at.isnull()
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
    )


def placed_calls(rows: ir.Table, areas: Sequence[Mapping[str, Any]], *, cad_feed: bool) -> ir.Table:
    """One row an incident number: its month, hour and area, and whether it is in scope.

    `in_cad` is false for a call that only a team's sheet knows, and unknown while no feed holds
    all calls. A call is in scope unless it is known not to be.
    """
    moment = first_known(*(rows[name] for name in CLOCKS))
    renamed = {row["label"]: row["area"] for row in areas if row.get("area")}
    outside = [row["label"] for row in areas if row.get("in_jurisdiction") is False]
    known_out = (
        rows.origin == "self-initiated",
        rows.is_test,
        rows.duplicate_of.notnull(),
        rows.canceled_early,
        rows.area.isin(outside),
    )
    in_scope = ~known_out[0].fill_null(False)
    for reason in known_out[1:]:
        in_scope = in_scope & ~reason.fill_null(False)
    return rows.mutate(
        in_scope=in_scope,
        in_cad=rows.in_cad.fill_null(False) if cad_feed else rows.in_cad,
        area=rows.area.substitute(renamed) if renamed else rows.area,
        first_clock_at=moment,
        month=month_of(moment),
        hour_of_week=hour_of_week(moment),
    ).drop("is_test", "duplicate_of", "canceled_early", "place")


def joined(rows: ir.Table, clocks: ir.Table, said: ir.Table, anybody: ir.Table) -> ir.Table:
    """Calls, or calls and teams, with all that their facts are read from.

    `clocks` are those of the units concerned, `said` is what encounters say, `anybody` has the
    clocks of every agency's units. A program-only feed does not know when any agency first came.
    """
    import ibis

    keys = [name for name in ("incident_number", "team") if name in rows.columns]
    placed = rows.left_join(clocks, [rows[key] == clocks[key] for key in keys])
    placed = placed.left_join(said, [rows[key] == said[key] for key in keys])
    placed = placed.left_join(anybody, rows.incident_number == anybody.incident_number)
    first = ibis.coalesce(anybody.on_scene_at, rows.on_scene_at)
    recorded = said.incident_number.notnull()
    flags = {
        name: ibis.ifelse(recorded, said[name], ibis.literal(False))
        for name in ("attempted_in_person", "taken_by_phone")
    }
    flags["taken_by_phone"] = flags["taken_by_phone"] | clocks.taken_by_phone.fill_null(False)
    own = ("dispatched_at", "en_route_at", "left_at", "on_scene_at", "cleared_at")
    return placed.select(
        *(rows[name] for name in rows.columns if name not in own),
        **{f"prog_{name}": clocks[name] for name in own},
        own_on_scene_at=clocks.own_on_scene_at,
        first_on_scene_at=ibis.ifelse(rows.in_cad, first, ibis.null("timestamp")),
        contact_made=said.contact_made,
        **{name: said[name] for name in ENDINGS},
        **flags,
    )


def timed(rows: ir.Table, near: ir.Table, changes: Sequence[ClockChange]) -> ir.Table:
    """The same rows with the seconds of each interval, before it is judged valid."""
    placed = rows.left_join(near, rows.first_clock_at.date() == near.day)
    seconds = {
        f"{name}_seconds": elapsed_seconds(rows[start], rows[end], changes, near)
        for name, (start, end) in INTERVALS.items()
    }
    return placed.select(*(rows[name] for name in rows.columns), **seconds)


def facts_of(rows: ir.Table, targets: Sequence[Entry], *, program_known: bool) -> ir.Table:
    """The facts of a call, or of a call and a team.

    Without a unit known to be the program's (`program_known`) the clocks are those of every agency,
    and whether the program handled the call is unknown but for what encounters say.
    """
    import ibis

    arrived = rows.prog_on_scene_at.notnull()
    arrived_of_program = arrived if program_known else ibis.null("boolean")
    seconds = {name: rows[f"{name}_seconds"] for name in INTERVALS}
    return rows.select(
        *(["team"] if "team" in rows.columns else []),
        *("incident_number", "month", "hour_of_week", "call_type", "call_type_final", "area"),
        *("priority", "origin", "in_cad", "in_scope", "first_clock_at"),
        *("received_at", "queued_at", *(f"prog_{name}_at" for name in PROGRAM_CLOCKS)),
        prog_dispatched=rows.prog_dispatched_at.notnull(),
        prog_arrived=arrived,
        handled=arrived_of_program | rows.attempted_in_person | rows.taken_by_phone,
        contact_made=rows.contact_made,
        **{name: rows[name] for name in ENDINGS},
        response_target_minutes=target_minutes(rows, targets),
        **{f"{name}_minutes": minutes_if_valid(value) for name, value in seconds.items()},
        **{f"{name}_valid": is_valid(value) for name, value in seconds.items()},
    )


PROGRAM_CLOCKS = ("dispatched", "en_route", "on_scene", "cleared")
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
