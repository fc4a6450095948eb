"""Repeat contacts: whether a person was met again within the days after a contact."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from arp.measures.facts.clock import DAY
from arp.measures.facts.contacts import any_of

if TYPE_CHECKING:
    import ibis.expr.types as ir

DAYS = (7, 30, 90)
CRISIS_DAYS = 30


def with_repeats(met: ir.Table, today: date) -> ir.Table:
    """Encounters, each with the visit it belongs to and whether its person was met again.

    `visit` is the call, or the encounter itself where there is none: what two teams record of one
    call is one visit, and begins when the first of them began. `repeated_7`, `_30` and `_90` say
    whether a later visit of the same person begins within so many days; unknown without a person
    or a start. `matured_…` says whether those days lie within the data, up to its latest start; a
    start after `today` is a slip of the pen. `crisis_repeated_30` says whether any visit of the
    next 30 days was a crisis: unknown rather than no while one of them does not say. Contacts of a
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
    in_time = begun.started_at < ibis.timestamp(f"{today + timedelta(days=1)}")
    last = begun.second.max(where=in_time).as_scalar()
    found = {name: visits[name] for name in visits.columns if "repeated" in name}
    return placed.select(
        *(begun[name] for name in (*met.columns, "visit")),
        **{
            name: ibis.ifelse(unplanned, again, ibis.null("boolean"))
            for name, again in found.items()
        },
        **{f"matured_{days}": starts + days * DAY <= last for days in DAYS},
    )


def _visits(met: ir.Table) -> ir.Table:
    """One row a visit of a known person: when it began, and what followed in time."""
    import ibis

    known = met.filter(met.person_key.notnull(), met.second.notnull())
    visits = known.group_by("person_key", "visit").aggregate(
        visit_second=known.second.min(), crisis=any_of(known.crisis)
    )

    def following(days: int) -> Any:  # a window, of which Ibis ships no usable type
        return ibis.range_window(
            group_by="person_key", order_by="visit_second", following=(1, days * DAY)
        )

    soon = following(CRISIS_DAYS)
    crises_n = visits.crisis.cast("int8").sum().over(soon)
    untold_n = visits.crisis.isnull().cast("int8").sum().over(soon)
    crisis = ibis.cases((crises_n > 0, True), (untold_n > 0, ibis.null("boolean")), else_=False)
    return visits.mutate(
        **{
            f"repeated_{days}": visits.visit_second.count().over(following(days)) > 0
            for days in DAYS
        },
        crisis_repeated_30=crisis,
    )
