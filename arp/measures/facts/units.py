"""Unit responses: who each unit belongs to, and the earliest clocks of a call's units."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from arp.measures.facts.clock import (
    ClockChange,
    elapsed_seconds,
    first_known,
    is_valid,
    minutes_if_valid,
    month_of,
)
from arp.measures.facts.contacts import any_of
from arp.measures.facts.feeds import Feed

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pyarrow as pa

    from arp.measures.settings import Settings

KEYS = ("incident_number", "unit_id", "sequence")


def unit_map(settings: Settings, unit_ids: Iterable[str]) -> pa.Table:
    """One row a unit and stretch of days: the team and agency it belonged to."""
    import pyarrow as pa

    rows = [
        {
            "unit_id": unit_id,
            "mapped_team": entry.value.get("team"),
            "mapped_agency": entry.value.get("agency"),
            "first_day": entry.first_day,
            "last_day": entry.last_day,
        }
        for unit_id in unit_ids
        for entry in settings.matching("units", unit_id)
    ]
    text, day = pa.string(), pa.date32()
    columns = [("unit_id", text), ("mapped_team", text), ("mapped_agency", text)]
    return pa.Table.from_pylist(
        rows, schema=pa.schema([*columns, ("first_day", day), ("last_day", day)])
    )


def team_map(settings: Settings, today: date) -> pa.Table:
    """One row a team of the settings: how it meets people and with whom."""
    import pyarrow as pa

    rows = [
        {
            "team": value["team"],
            "team_mode": value.get("mode"),
            "works_with_police": bool(value.get("works_with_police")),
            "follows_up": bool(value.get("follows_up")),
        }
        for value in settings.on("teams", today)
    ]
    text, flag = pa.string(), pa.bool_()
    columns = [("team", text), ("team_mode", text), ("works_with_police", flag)]
    return pa.Table.from_pylist(rows, schema=pa.schema([*columns, ("follows_up", flag)]))


def as_known_to(rows: ir.Table, feed: Feed) -> ir.Table:
    """A feed's unit responses; travel begins at dispatch where the feed has no en-route time."""
    import ibis

    return rows.select(
        *KEYS,
        "agency",
        "team",
        "dispatched_at",
        "en_route_at",
        "on_scene_at",
        "cleared_at",
        left_at=rows.en_route_at if feed.has("en_route_at") else rows.dispatched_at,
        program_feed=ibis.literal(True) if feed.program_only else ibis.null("boolean"),
        self_assigned=rows.self_assigned,
        declined=rows.declined_reason.notnull()
        if feed.has("declined_reason")
        else ibis.null("boolean"),
    )


def unit_responses(
    rows: ir.Table,
    units: ir.Table,
    teams: ir.Table,
    near: ir.Table,
    changes: Sequence[ClockChange],
    today: date,
) -> ir.Table:
    """One row a unit sent to a call, with its team, agency and committed minutes.

    A team or agency in the data itself comes before the unit map. `is_program` is true for a unit
    of a team or of the agency “program”, and for one of a program-only feed that is not said to be
    another agency's; never for a team that only follows up. `declined` is unknown where no unit of
    the feed has a reason for it.
    """
    import ibis

    moment = first_known(rows.dispatched_at, rows.en_route_at, rows.on_scene_at, rows.cleared_at)
    rows = rows.mutate(first_clock_at=moment, day=ibis.coalesce(moment.date(), ibis.literal(today)))
    mapped = rows.left_join(
        units,
        [
            rows.unit_id == units.unit_id,
            rows.day >= units.first_day,
            rows.day <= units.last_day,
        ],
    )
    mapped = mapped.mutate(
        team=ibis.coalesce(rows.team, units.mapped_team),
        agency=ibis.coalesce(rows.agency, units.mapped_agency),
    )
    placed = mapped.left_join(teams, mapped.team == teams.team)
    placed = placed.left_join(near, placed.day == near.day)
    committed = elapsed_seconds(placed.dispatched_at, placed.cleared_at, changes, near)
    agency = placed.agency.fill_null(ibis.ifelse(placed.program_feed, "program", "unknown"))
    of_program = placed.team.notnull() | (agency == "program")
    return placed.select(
        *KEYS,
        *("agency", "team", "team_mode"),
        works_with_police=placed.works_with_police.fill_null(False),
        is_program=of_program & ~placed.follows_up.fill_null(False),
        self_assigned=placed.self_assigned,
        declined=placed.declined,
        **{name: placed[name] for name in CLOCKS},
        first_clock_at=placed.first_clock_at,
        month=month_of(placed.first_clock_at),
        committed_minutes=minutes_if_valid(committed),
        committed_valid=is_valid(committed),
    )


CLOCKS = ("dispatched_at", "en_route_at", "left_at", "on_scene_at", "cleared_at")


def earliest_clocks(rows: ir.Table) -> dict[str, Any]:
    """The clocks of several units as one: the earliest of each, the latest clear."""
    return {name: rows[name].min() for name in CLOCKS[:-1]} | {"cleared_at": rows.cleared_at.max()}


OWN_CLOCKS = ("own_dispatched_at", "own_on_scene_at")


def believed_clocks(rows: ir.Table) -> dict[str, Any]:
    """The same of units and of a team's sheet: the sheet fills what no unit record says.

    `own_dispatched_at` and `own_on_scene_at` are the first of teams that do not work with police,
    `phone_dispatched_at` is the first of teams that respond by phone.
    Whether a phone team took the call, a team that works with police came, or one declined, is
    true when any says so, and unknown rather than false while one of them does not say.
    """
    import ibis

    of_units, alone = rows.from_unit, ~rows.works_with_police
    clocks = {
        name: ibis.coalesce(rows[name].min(where=of_units), rows[name].min())
        for name in CLOCKS[:-1]
    }
    cleared = rows.cleared_at
    own = {
        name: ibis.coalesce(rows[name].min(where=of_units & alone), rows[name].min(where=alone))
        for name in OWN_CLOCKS
    }
    return clocks | {
        "cleared_at": ibis.coalesce(cleared.max(where=of_units), cleared.max()),
        **own,
        "phone_dispatched_at": rows.phone_dispatched_at.min(),
        **{name: any_of(rows[name]) for name in ("taken_by_phone", "co_response", "declined")},
        "works_with_police": rows.works_with_police.all(),
        "from_unit": of_units.any(),
    }
