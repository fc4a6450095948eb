"""Program responses, and the values that are held against a mapping: rows of other facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    import ibis.expr.types as ir

PLACES = (
    *("month", "hour_of_week", "call_type", "area", "priority", "origin"),
    *("contact_result", "destination"),
)
LABELS = ("contact_label", "disposition_label")


def responses(calls: ir.Table, encounters: ir.Table) -> ir.Table:
    """One row a call, or a call and a team, and one an encounter without a call.

    `handled` says whether the row is a program response. Encounters of a team that only follows up
    are not among them. Whether one without a call was `self_initiated` nobody knows.
    """
    import ibis

    columns = ["response_key", "incident_number", *(["team"] if "team" in calls.columns else [])]
    columns += [*PLACES, *LABELS, "handled", "self_initiated"]
    alone = encounters.filter(~encounters.linked, encounters.responds)
    if "team" in columns:
        alone = alone.filter(alone.team.notnull())
    alone = alone.mutate(
        response_key="encounter " + alone.position.cast("string"),
        handled=ibis.literal(True),
        self_initiated=ibis.null("boolean"),
    )
    return (
        calls.mutate(response_key=calls.incident_number)
        .select(columns)
        .union(alone.select(columns))
    )


def held_values(
    calls: ir.Table,
    units: ir.Table,
    encounters: ir.Table,
    call_types: Collection[str],
    *,
    unit_map: bool,
) -> ir.Table:
    """One row a value that should have a mapping: its table, field and whether it has one.

    Call types are held against those that the settings name, units against the unit map (each only
    where there is one), the labels of encounters against the words they are read as.
    """
    import ibis

    parts = [
        _held(encounters, "encounters", "contact_label", encounters.contact_result.notnull()),
        _held(encounters, "encounters", "disposition_label", encounters.destination.notnull()),
    ]
    if call_types:
        parts.append(_held(calls, "calls", "call_type", calls.call_type.isin(sorted(call_types))))
    if unit_map:
        known = units.team.notnull() | units.agency.notnull()
        parts.append(_held(units, "unit_responses", "unit_id", known))
    return ibis.union(*parts)


def _held(rows: ir.Table, table: str, field: str, mapped: ir.BooleanColumn) -> ir.Table:
    import ibis

    return rows.select(
        incident_number=rows.incident_number,
        month=rows.month,
        table=ibis.literal(table),
        field=ibis.literal(field),
        label=rows[field],
        mapped=mapped,
    ).filter(rows[field].notnull())
