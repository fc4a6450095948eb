"""The simulated city as typed tables: what a lake would hold after reading the city's files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from arp.lake.schema import arrow_schema
from arp.sample import place
from arp.sample.chance import blank_unless
from arp.sample.clock import NEVER, local
from arp.sample.contacts import CONTACT_WORDS, DESTINATION_WORDS
from arp.sample.demand import NONE, ORIGINS, TYPES, Calls
from arp.sample.responders import AGENCIES, UNITS, UnitRows
from arp.words.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pyarrow as pa
    from numpy.typing import NDArray

    from arp.sample.chance import Columns, Flags, Whole


DECLINED = "Team assisting elsewhere"
HANDLED, CANCELED, DUPLICATE, GONE = "HAN", "CAN", "DUP", "GOA"
TRANSPORTED, ARREST = "EMS TRANSPORT", "ARR"
NOTHING_ELSE: Mapping[str, Flags] = {}


def calls_table(
    calls: Calls,
    rows: UnitRows,
    types: NDArray[Any],
    numbers: NDArray[Any],
    ended: Mapping[str, Flags] = NOTHING_ELSE,
) -> pa.Table:
    """One row a call; unit clocks are the first and, for clear, the last.

    `ended` are the calls that dispatch closed with a code that tells more than who came.
    """
    import pyarrow as pa

    firsts = {
        name: _earliest(len(calls), rows.call, getattr(rows, name))
        for name in ("dispatched", "en_route", "on_scene")
    }
    duplicate = calls.duplicate_of != NONE
    blocks = [f"{n}00 block of {street}" for n in range(50) for street in place.STREETS]
    columns = {
        "incident_number": pa.array(numbers),
        "call_type_initial": pa.array(types),
        "call_type_final": _named(TYPES, calls.final),
        "priority": _named(("", "1", "2", "3", "4", "5"), calls.priority),
        "received_at": clock(calls.received),
        "queued_at": clock(calls.queued),
        **{f"{name}_at": clock(values) for name, values in firsts.items()},
        "cleared_at": clock(_latest(len(calls), rows.call, rows.cleared)),
        "origin": _named(ORIGINS, calls.origin),
        "area": _named((*place.DISTRICTS, place.OUTSIDE_CITY), calls.district),
        "place": _named(blocks, calls.block * len(place.STREETS) + calls.street),
        "disposition": pa.array(_dispositions(calls, firsts["on_scene"], ended)),
        "hazard_flags": _named(place.HAZARDS, calls.hazard),
        "canceled": pa.array(calls.canceled),
        "duplicate_of": pa.array(blank_unless(duplicate, numbers[calls.duplicate_of])),
        "is_test": pa.array(calls.is_test),
    }
    return typed("calls", columns)


def units_table(rows: UnitRows, numbers: NDArray[Any]) -> pa.Table:
    """One row a unit on a call; the team is left to the program's list of units."""
    import pyarrow as pa

    columns = {
        "incident_number": pa.array(numbers).take(pa.array(rows.call)),
        "unit_id": _named(UNITS, rows.unit),
        "agency": _named(AGENCIES, rows.agency),
        "dispatched_at": clock(rows.dispatched),
        "en_route_at": clock(rows.en_route),
        "on_scene_at": clock(rows.on_scene),
        "cleared_at": clock(rows.cleared),
        "self_assigned": pa.array(rows.self_assigned),
        "declined_reason": pa.array(blank_unless(rows.declined, DECLINED).astype(object)),
    }
    return typed("unit_responses", columns)


def encounters_table(encounters: Columns, ids: NDArray[Any], numbers: NDArray[Any]) -> pa.Table:
    """One row a contact or attempt; the canonical words are read from the program's own."""
    import pyarrow as pa

    call = encounters["call"]
    said = {name: values for name, values in encounters.items() if name != "call"}
    said |= {
        "encounter_id": ids,
        "incident_number": blank_unless(call != NONE, numbers[call]),
        "contact_result": _words(CONTACT_WORDS, encounters["contact_label"]),
        "destination": _words(DESTINATION_WORDS, encounters["disposition_label"]),
    }
    columns = {
        name: clock(values) if name.endswith(("_at", "_on")) else pa.array(values.tolist())
        for name, values in said.items()
    }
    return typed("encounters", columns)


def follow_ups_table(follow_ups: Columns, ids: NDArray[Any]) -> pa.Table:
    """One row an attempt."""
    import pyarrow as pa

    said = {name: values for name, values in follow_ups.items() if name != "encounter"}
    columns = {
        name: clock(values) if name.endswith("_at") else pa.array(values.tolist())
        for name, values in said.items()
    }
    return typed(
        "follow_ups", columns | {"encounter_id": pa.array(ids[follow_ups["encounter"]].tolist())}
    )


def rows_table(name: str, rows: list[dict[str, Any]]) -> pa.Table:
    """Rows given as dicts, as the table of that name."""
    import pyarrow as pa

    return typed(name, {field: pa.array([row[field] for row in rows]) for field in rows[0]})


def typed(name: str, columns: dict[str, pa.Array]) -> pa.Table:
    """The stored fields of the table, in declared order; a field nobody gave is unknown."""
    import pyarrow as pa

    n = len(next(iter(columns.values())))
    schema = arrow_schema(TABLES[name])
    return pa.table(
        {
            field.name: columns.get(field.name, pa.nulls(n)).cast(schema.field(field.name).type)
            for field in TABLES[name].stored_fields
        }
    )


def clock(seconds: Whole) -> pa.Array:
    """Moments as the city's wall clocks show them; null where never stamped."""
    import pyarrow as pa

    shown = local(seconds.astype(np.int64)).astype("datetime64[s]").astype("datetime64[us]")
    return pa.array(shown, mask=seconds == NEVER)


def _named(words: Sequence[str], positions: Whole) -> pa.Array:
    """The words at these positions; null at NONE."""
    import pyarrow as pa

    return pa.array(words).take(pa.array(positions, mask=positions == NONE))


def _words(vocabulary: dict[str, str], labels: NDArray[Any]) -> NDArray[Any]:
    return np.array([vocabulary.get(label) for label in labels], dtype=object)


def _earliest(n: int, call: Whole, seconds: Whole) -> Whole:
    """The first stamped moment of each call's units."""
    first = np.full(n, np.iinfo(np.int64).max)
    known = seconds != NEVER
    np.minimum.at(first, call[known], seconds[known])
    return np.where(first == np.iinfo(np.int64).max, NEVER, first)


def _latest(n: int, call: Whole, seconds: Whole) -> Whole:
    last = np.full(n, NEVER)
    np.maximum.at(last, call, seconds)
    return last


def _dispositions(calls: Calls, on_scene: Whole, ended: Mapping[str, Flags]) -> NDArray[Any]:
    """How dispatch closed each call, in its own codes."""
    closed = np.where(on_scene == NEVER, GONE, HANDLED).astype(object)
    for code, so in ended.items():
        closed[so] = code
    closed = np.where(calls.canceled, CANCELED, closed)
    return np.where(calls.duplicate_of != NONE, DUPLICATE, closed).astype(object)
