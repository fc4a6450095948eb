"""Unit-level exports: the rows of one call brought together, a unit sent twice told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arp.words.grammar import Kind
from arp.words.tables import TABLES

if TYPE_CHECKING:
    import pyarrow as pa

_KEY = "incident_number"
_UNIT = ["incident_number", "unit_id"]
_LATEST = "cleared_at"


def collapse(rows: pa.Table) -> pa.Table:
    """One row a call: the first of each clock, the last clear; all else from the first unit.

    The first unit is the lowest `unit_order`, where there is one, then the earliest dispatch, then
    the lowest `row_hash`, so that the order of the rows is nothing. What the first unit leaves
    blank the next one fills.
    """
    import pyarrow as pa

    by = [name for name in ("unit_order", "dispatched_at", "row_hash") if name in rows.column_names]
    ordered = rows.sort_by([(name, "ascending") for name in by])
    clocks = {field.name for field in TABLES["calls"].fields if field.kind is Kind.TIMESTAMP}
    wanted = [name for name in rows.column_names if name not in ("unit_order", "row_hash")]
    how = [
        (name, "max" if name == _LATEST else "min" if name in clocks else "first")
        for name in wanted
        if name != _KEY
    ]
    calls = ordered.group_by(_KEY, use_threads=False).aggregate(how)
    return pa.table(
        {_KEY: calls.column(_KEY)}
        | {name: calls.column(f"{name}_{aggregate}") for name, aggregate in how}
    ).select(wanted)


def sends_a_unit_again(rows: pa.Table) -> bool:
    """Whether some unit stands in more than one row of a call."""
    import pyarrow.compute as pc

    counts = rows.group_by(_UNIT).aggregate([([], "count_all")]).column("count_all")
    return bool(rows.num_rows and pc.max(counts).as_py() > 1)


def tell_further_dispatches_apart(rows: pa.Table) -> pa.Table:
    """Numbers the further times that one unit was sent to one call, where no column does.

    The first, by dispatch, stays unnumbered, so that a file that holds it alone replaces it; the
    next are 2, 3 … Exact repeats share a number. `rows` are unit responses with their row_hash.
    """
    import pyarrow as pa

    told = (*_UNIT, "dispatched_at", "row_hash")
    frame = rows.select([*told, "sequence"]).to_pandas()
    blank = frame[frame["sequence"].isna() & frame["incident_number"].notna()]
    order = blank.drop_duplicates(subset=[*_UNIT, "row_hash"]).sort_values(list(told))
    order["place"] = order.groupby(_UNIT).cumcount() + 1
    places = frame.merge(order[[*_UNIT, "row_hash", "place"]], how="left")["place"]
    further = places.where(frame["sequence"].isna() & (places > 1), frame["sequence"])
    column = pa.array(further.astype("Int64"), pa.int64(), from_pandas=True)
    return rows.set_column(rows.column_names.index("sequence"), "sequence", column)
