"""The roster: what the schedule adds up to since each moment at which one of its spans turns.

Few moments, so that a call or an hour need only know the last of them to be looked up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ibis.expr.types as ir

BEGINNING = (
    0  # in steady seconds; nothing is on duty before a team's first shift, and that is known
)
COUNTED = ("on_duty", "serving")


def turns(shifts: ir.Table, service: ir.Table | None = None) -> ir.Table:
    """The moments at which spans of the schedule start and end, and what changes then.

    One row a span and end of it, and one a span at the BEGINNING: team, area, since, and what is
    added to the units `on_duty` and to the entries by which the team is `serving` the area.
    """
    import ibis

    # In floating point: DuckDB would sum whole numbers in 128 bits.
    nothing = ibis.literal(0.0)
    spans = [(shifts, shifts.units.cast("float64"), nothing)]
    if service is not None:
        spans.append((service, nothing, ibis.literal(1.0)))
    return ibis.union(
        *(
            rows.select("team", "area", since=at, on_duty=units * sign, serving=serving * sign)
            for rows, units, serving in spans
            for at, sign in (
                (ibis.literal(BEGINNING, "int64"), 0),
                (rows.starts, 1),
                (rows.ends, -1),
            )
        )
    )


def moments(turns: ir.Table) -> ir.Table:
    """One row a team and moment since which its roster has not changed: team, since."""
    return turns.select("team", "since").distinct()


def of_teams(turns: ir.Table) -> ir.Table:
    """One row a team and moment: what counts from then on, anywhere and as `…_city` city-wide."""
    import ibis

    city = turns.area.isnull()
    summed = turns.group_by("team", "since").aggregate(
        **{name: turns[name].sum() for name in COUNTED},
        **{f"{name}_city": ibis.ifelse(city, turns[name], 0.0).sum() for name in COUNTED},
    )
    so_far = ibis.window(group_by="team", order_by="since", rows=(None, 0))
    names = (*COUNTED, *(f"{name}_city" for name in COUNTED))
    return summed.select("team", "since", **{n: summed[n].sum().over(so_far) for n in names})


def of_areas(turns: ir.Table) -> ir.Table:
    """One row a team, area with spans of its own, and moment: what counts for that area alone."""
    import ibis

    local = turns.filter(turns.area.notnull())
    marks = local.select("team", "area").distinct().inner_join(moments(turns), "team")
    marks = marks.select(*local.columns[:3], **{name: ibis.literal(0.0) for name in COUNTED})
    rows = local.union(marks)
    summed = rows.group_by("team", "area", "since").aggregate(
        **{name: rows[name].sum() for name in COUNTED}
    )
    so_far = ibis.window(group_by=("team", "area"), order_by="since", rows=(None, 0))
    return summed.select(
        *("team", "area", "since"),
        **{f"{name}_here": summed[name].sum().over(so_far) for name in COUNTED},
    )
