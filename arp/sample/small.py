"""A city small enough for two workbooks that one can read through."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from arp.sample.city import City, city
from arp.sample.layout import NAVIGATION_EXPORT, RECORDS_EXPORT, in_export, in_turn

if TYPE_CHECKING:
    import pyarrow as pa

    from arp.sample.layout import Place

SMALL_SEED, SMALL_MONTH = 7, "2026-10"
EVERY, EVERY_RECORDED = 70, 13  # one call in so many is kept, and of those with a record


def small_city() -> City:
    """One month of another Sampleton, with few of its calls."""
    import pyarrow.compute as pc

    whole = city(seed=SMALL_SEED, months=1, end=SMALL_MONTH)
    calls, records = whole.tables["calls"], whole.tables["encounters"]
    recorded = pc.is_in(calls["incident_number"], records["incident_number"]).to_numpy()
    kept = np.zeros(len(recorded), dtype=bool)
    kept[::EVERY] = True
    kept[np.flatnonzero(recorded)[::EVERY_RECORDED]] = True
    tables = dict(whole.tables)
    tables["calls"] = calls.filter(kept)
    numbers = tables["calls"]["incident_number"]
    for name in ("unit_responses", "encounters"):
        rows = tables[name]
        tables[name] = rows.filter(pc.is_in(rows["incident_number"], numbers))
    ids = tables["encounters"]["encounter_id"]
    rows = tables["follow_ups"]
    tables["follow_ups"] = rows.filter(pc.is_in(rows["encounter_id"], ids))
    return replace(whole, tables=tables, places=whole.places | _one_file(tables))


def _one_file(tables: dict[str, pa.Table]) -> dict[str, Place]:
    """Where the rows stand when all are in one month's files."""
    import pyarrow.compute as pc

    numbers = tables["calls"]["incident_number"].combine_chunks()
    call = pc.index_in(tables["unit_responses"]["incident_number"], numbers).to_numpy()
    first = {name: np.zeros(rows.num_rows, dtype=np.int64) for name, rows in tables.items()}
    of_calls, of_units = in_export(first["calls"], call)
    return {
        "calls": of_calls,
        "unit_responses": of_units,
        "encounters": in_turn(first["encounters"], RECORDS_EXPORT),
        "follow_ups": in_turn(first["follow_ups"], NAVIGATION_EXPORT),
    }
