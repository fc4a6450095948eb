"""The rows of one table, from all sheets that feed it: each key once, and the sum that closes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from arp.intake.checking.identity import identify, month_names, row_hashes
from arp.intake.checking.units import (
    collapse,
    sends_a_unit_again,
    tell_further_dispatches_apart,
)
from arp.lake.change import Tally
from arp.lake.schema import arrow_schema
from arp.words.catalog import CATALOG
from arp.words.findings import Finding
from arp.words.grammar import UNDATED, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pyarrow as pa

    from arp.intake.checking.sheet_reader import TableRows


@dataclass(frozen=True, kw_only=True)
class Settled:
    """The rows of one table as the lake takes them, and what became of those that were read.

    `tally` has rows_read, merged and set_aside; the lake works out the rest.
    """

    rows: pa.Table
    tally: Tally
    findings: tuple[Finding, ...]
    by_content: bool = False  # as `identify` has it


def settle(
    table: Table, parts: Sequence[TableRows], feed: str, *, by_content: bool | None = None
) -> Settled:
    """The rows of a table from every sheet that feeds it, one row a key; see `identify`."""
    import pyarrow as pa

    gathered: list[pa.Table] = []
    findings: list[Finding] = []
    further_units = 0
    for part in parts:
        findings += part.findings
        rows = part.rows
        if part.unit_level:
            rows = _one_row_a_call(part.rows, table)
            further_units += part.rows.num_rows - rows.num_rows
            findings += _about_units(part, further=part.rows.num_rows - rows.num_rows)
        gathered.append(rows)
    together = pa.concat_tables(gathered, promote_options="default")
    if table.name == "unit_responses" and sends_a_unit_again(together):
        hashed = together.append_column("row_hash", row_hashes(together, table))
        together = tell_further_dispatches_apart(hashed).drop_columns("row_hash")
    identified = identify(together, table, by_content=by_content)
    return Settled(
        rows=_as_stored(identified.rows, table, feed),
        tally=Tally(
            rows_read=sum(part.rows.num_rows for part in parts),
            merged=identified.merged + further_units,
            set_aside=identified.set_aside,
        ),
        findings=(*findings, *identified.findings),
        by_content=identified.by_content,
    )


def _one_row_a_call(rows: pa.Table, table: Table) -> pa.Table:
    """Calls brought together from their units; rows without a call number stay as they are."""
    import pyarrow as pa
    import pyarrow.compute as pc

    hashed = rows.append_column("row_hash", row_hashes(rows, table))
    numbered = rows.column("incident_number").is_valid()
    nameless = rows.filter(pc.invert(numbered))
    calls = collapse(hashed.filter(numbered))
    return pa.concat_tables([calls, nameless.select(calls.column_names)])


def _about_units(part: TableRows, further: int) -> list[Finding]:
    sheet = part.rows.column("sheet")[0].as_py()
    calls = len(part.rows.column("incident_number").drop_null().unique())
    findings = [Finding(CATALOG["unit_level_export"], sheet=sheet, n=calls)]
    if further:
        findings.append(Finding(CATALOG["further_units_merged"], sheet=sheet, n=further))
    return findings


def _as_stored(rows: pa.Table, table: Table, feed: str) -> pa.Table:
    """The rows with feed and month, in the columns and types of the lake (without upload_id)."""
    import pyarrow as pa
    import pyarrow.compute as pc

    months = month_names(rows, table)
    if "call_month" in rows.column_names:
        months = pc.coalesce(months, rows.column("call_month").combine_chunks())
    schema = arrow_schema(table)
    schema = schema.remove(schema.get_field_index("upload_id"))
    made = {"feed": pa.repeat(feed, rows.num_rows), "month": pc.fill_null(months, UNDATED)}
    columns = [made[name] if name in made else rows.column(name) for name in schema.names]
    return pa.table(columns, schema=schema)
