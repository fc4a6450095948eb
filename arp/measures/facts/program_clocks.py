"""The program's own clocks: of its units, and of the sheets of teams whose units nobody records."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from arp.measures.facts import calls, units
from arp.measures.facts.feeds import Feed

if TYPE_CHECKING:
    import ibis.expr.types as ir

CLOCKED = ("incident_number", "team", "team_mode", "works_with_police", "declined", *units.CLOCKS)


def clocked(
    responses: ir.Table,
    sheets: Sequence[Feed],
    source: ir.Table,
    encounters: ir.Table,
    teams: ir.Table,
) -> ir.Table:
    """One row a unit of the program, and a call of a team's sheet, with its clocks.

    A sheet's clocks are the team's: of the one that the call's encounters name, else of none. Of a
    team that the settings do not know nobody can tell whether it only telephones.
    """
    import ibis

    of_units = responses.filter(responses.is_program)
    rows = ibis.union(
        of_units.select(*CLOCKED, from_unit=ibis.literal(True)),
        *(_of_sheet(feed, source, encounters, teams) for feed in sheets),
    )
    by_phone = rows.team_mode == "phone"
    return rows.mutate(
        own_dispatched_at=rows.dispatched_at,
        own_on_scene_at=rows.on_scene_at,
        phone_dispatched_at=ibis.ifelse(by_phone, rows.dispatched_at, ibis.null("timestamp")),
        taken_by_phone=by_phone & rows.dispatched_at.notnull(),
        co_response=rows.works_with_police & rows.on_scene_at.notnull(),
    )


def _of_sheet(feed: Feed, source: ir.Table, encounters: ir.Table, modes: ir.Table) -> ir.Table:
    import ibis

    teams = encounters.group_by("incident_number").aggregate(
        team=encounters.team.min(), teams_n=encounters.team.nunique()
    )
    rows = calls.as_known_to(source.filter(source.feed == feed.name), feed)
    joined = rows.left_join(teams, "incident_number")
    joined = joined.mutate(
        team=ibis.ifelse(teams.teams_n == 1, teams.team, ibis.null("string")),
        declined=ibis.null("boolean"),
    )
    joined = joined.left_join(modes, joined.team == modes.team)
    police = joined.works_with_police.fill_null(False)
    told = joined.mutate(works_with_police=police, from_unit=ibis.literal(False))
    return told.select(*CLOCKED, "from_unit")


def everybodys_clocks(base: ir.Table, anybody: ir.Table) -> ir.Table:
    """By call the clocks of every agency's units; the call's own where it has no unit rows."""
    import ibis

    joined = base.left_join(anybody, "incident_number")
    has_units = anybody.incident_number.notnull()
    clocks = {name: ibis.ifelse(has_units, anybody[name], base[name]) for name in units.CLOCKS}
    unknown = ibis.null("boolean")
    return joined.select(
        base.incident_number,
        **clocks,
        own_dispatched_at=clocks["dispatched_at"],
        own_on_scene_at=clocks["on_scene_at"],
        phone_dispatched_at=ibis.null("timestamp"),
        **{name: unknown for name in ("taken_by_phone", "co_response", "declined")},
    )
