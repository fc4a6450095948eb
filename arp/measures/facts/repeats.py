"""Repeat contacts: whether a person was met again within the days after a contact."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ibis.expr.types as ir

SECONDS = 30 * 24 * 3600


def with_repeats(met: ir.Table) -> ir.Table:
    """Encounters, each with the visit it belongs to and whether its person was met again.

    `visit` is the call, or the encounter itself where there is none: what two teams record of one
    call is one visit, and begins when the first of them began. `repeated_30` says whether a later
    visit of the same person begins within 30 days; unknown without a person or a start.
    `matured_30` says whether those days lie within the data, up to its latest start. Contacts of a
    team that only follows up are planned: they begin no window and count within none.
    `met` is a made table: its positions must be the same each time that they are read.
    """
    import ibis

    alone = ibis.literal("encounter ") + met.position.cast("string")
    second = met.started_at.epoch_seconds().cast("int64")
    begun = met.mutate(visit=ibis.coalesce(met.incident_number, alone), second=second)
    visits = _visits(begun.filter(begun.responds))
    placed = begun.left_join(visits, ["person_key", "visit"])
    starts = ibis.coalesce(visits.visit_second, begun.second)
    unplanned = begun.responds & begun.second.notnull()
    return placed.select(
        *(begun[name] for name in (*met.columns, "visit")),
        repeated_30=ibis.ifelse(unplanned, visits.met_again, ibis.null("boolean")),
        matured_30=starts + SECONDS <= begun.second.max().as_scalar(),
    )


def _visits(met: ir.Table) -> ir.Table:
    """One row a visit of a known person: when it began, and whether another followed in time."""
    import ibis

    known = met.filter(met.person_key.notnull(), met.second.notnull())
    visits = known.group_by("person_key", "visit").aggregate(visit_second=known.second.min())
    following = ibis.range_window(
        group_by="person_key", order_by="visit_second", following=(1, SECONDS)
    )
    return visits.mutate(met_again=visits.visit_second.count().over(following) > 0)
