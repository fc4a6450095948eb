"""From a sheet and its mapping to typed rows of each table, with a finding for every fault."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from arp.intake.checking import two_columns
from arp.intake.checking.clocks import findings_about_order
from arp.intake.checking.identity import month_names
from arp.intake.checking.spans import clocks_from_spans
from arp.lake.schema import arrow_schema
from arp.words.catalog import CATALOG
from arp.words.findings import Finding
from arp.words.grammar import Kind, Table
from arp.words.tables import TABLES

if TYPE_CHECKING:
    import pyarrow as pa

    from arp.intake.checking.column_reader import ColumnReader
    from arp.intake.mapping import Column, Mapping
    from arp.intake.recognition.header_row import Grid


@dataclass(frozen=True, kw_only=True)
class TableRows:
    """What one sheet gives to one table: a row for each row of the sheet.

    `rows` has the table's stored fields, sheet and sheet_row. Beside them it has `unit_order` for
    calls of a unit-level export, and `call_month` for what stands on one row with a call.
    """

    table: Table
    rows: pa.Table
    findings: tuple[Finding, ...]
    unit_level: bool = False


@dataclass(frozen=True, kw_only=True)
class SheetReader:
    """Reads the rows of one sheet as its mapping says."""

    grid: Grid
    mapping: Mapping
    columns: ColumnReader

    def tables(self) -> list[TableRows]:
        """The rows of every table that the sheet feeds."""
        return [self._table(TABLES[name]) for name in self.mapping.tables]

    def _table(self, table: Table) -> TableRows:
        columns = self.mapping.fields_of(table.name)
        findings: list[Finding] = []
        values: dict[str, pa.Array] = {}
        for declared in table.fields:
            column = columns.get(declared.name)
            if column is not None and declared.gives not in columns:
                values[declared.name], faults = self.columns.values(declared, column)
                findings += faults
        findings += clocks_from_spans(self.grid.sheet.name, table, columns, values)
        findings += self._words_from_labels(table, columns, values)
        self._put_past_midnight(table, columns, values)
        rows = self._typed(table, values)
        if table.name == "unit_responses":  # a call to which no unit was sent is no unit's row
            rows = rows.filter(rows.column("unit_id").is_valid())
        if all(rows.column(name).null_count == rows.num_rows for name in table.clocks):
            findings = [_stopping(finding) for finding in findings]
        headers = {
            name: columns[name].header
            for name in table.clocks
            if name in columns and table.field(name).kind is Kind.TIMESTAMP
        }
        findings += findings_about_order(self.grid.sheet.name, rows, table.clocks, headers)
        return TableRows(
            table=table,
            rows=self._with_what_stands_beside(table, rows),
            findings=tuple(findings),
            unit_level=self.mapping.unit_level and table.name == "calls",
        )

    def _read_as(self, column: Column, words: pa.StringArray) -> list[Finding]:
        """One finding for each label, with the word that it is read as."""
        import pyarrow as pa

        pairs = pa.table({"label": self.columns.cells(column), "word": words}).drop_null()
        counts = pairs.group_by(["label", "word"]).aggregate([([], "count_all")]).to_pylist()
        return [
            Finding(
                CATALOG["label_read_as"],
                sheet=self.grid.sheet.name,
                column=column.header,
                found=count["label"],
                other=count["word"],
                n=count["count_all"],
            )
            for count in sorted(counts, key=lambda count: (-count["count_all"], count["label"]))
        ]

    def _words_from_labels(
        self, table: Table, columns: dict[str, Column], values: dict[str, pa.Array]
    ) -> list[Finding]:
        """Read a word from the label beside it; keep the label of a word that has no other."""
        findings: list[Finding] = []
        for declared in table.fields:
            label = declared.read_from
            if label is None:
                continue
            if declared.name in columns and label not in columns:
                values[label] = self.columns.reading(
                    table.field(label), columns[declared.name]
                ).values
            elif label in columns and declared.name not in columns:
                values[declared.name], faults = self.columns.values(declared, columns[label])
                findings += faults + self._read_as(columns[label], values[declared.name])
        return findings

    def _put_past_midnight(
        self, table: Table, columns: dict[str, Column], values: dict[str, pa.Array]
    ) -> None:
        """Where date and time stand apart, one date is written for a call that passes midnight."""
        import pyarrow.compute as pc

        joined = [
            name
            for name in table.clocks
            if name in values and name in columns and self.columns.is_joined(columns[name])
        ]
        if not joined:
            return
        last_known = values[joined[0]]
        for name in joined[1:]:
            values[name] = two_columns.past_midnight(values[name], last_known)
            last_known = pc.coalesce(values[name], last_known)

    def _typed(self, table: Table, values: dict[str, pa.Array]) -> pa.Table:
        """The stored fields of the table in their declared types, with the place of each row."""
        import pyarrow as pa
        import pyarrow.compute as pc

        schema = arrow_schema(table)
        n = self.grid.cells.num_rows
        rows = {
            declared.name: pc.cast(values[declared.name], schema.field(declared.name).type)
            if declared.name in values
            else pa.nulls(n, schema.field(declared.name).type)
            for declared in table.stored_fields
        }
        rows["sheet"] = pa.repeat(self.grid.sheet.name, n)
        rows["sheet_row"] = self.grid.rows
        return pa.table(rows)

    def _with_what_stands_beside(self, table: Table, rows: pa.Table) -> pa.Table:
        """The rows with what they need of the other tables of their sheet row."""
        if table.name == "calls":
            sequence = self.mapping.column_of("unit_responses", "sequence")
            if self.mapping.unit_level and sequence is not None:
                declared = TABLES["unit_responses"].field("sequence")
                return rows.append_column(
                    "unit_order", self.columns.reading(declared, sequence).values
                )
        elif "calls" in self.mapping.tables and table.name == "encounters":
            return rows.append_column("call_month", self._month_of_call())
        return rows

    def _month_of_call(self) -> pa.StringArray:
        """The month of the call on each row, null where it has no date."""
        calls = TABLES["calls"]
        clocks = self.mapping.fields_of("calls")
        read = {
            name: self.columns.values(calls.field(name), clocks[name])[0]
            for name in calls.clocks
            if name in clocks
        }
        return month_names(self._typed(calls, read), calls)


def _stopping(finding: Finding) -> Finding:
    """A destroyed column is a reason to stop where no other clock is left."""
    if finding.kind.key != "destroyed_column":
        return finding
    return replace(finding, kind=CATALOG["destroyed_times"])
