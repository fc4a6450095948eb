"""One column of a sheet, read as one field: its values, and a finding for every cell at fault."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from arp.intake.checking import two_columns
from arp.intake.checking.clocks import DateOrders, implausible
from arp.intake.checking.dates import DESTROYED, share_of_shape
from arp.intake.checking.values import Reader, Reading
from arp.intake.checking.zones import clock_changes
from arp.intake.recognition.content import Content
from arp.words.catalog import CATALOG
from arp.words.findings import Finding
from arp.words.grammar import Field, Kind

if TYPE_CHECKING:
    import pyarrow as pa

    from arp.intake.checking.clocks import Mask
    from arp.intake.mapping import Column
    from arp.intake.recognition.header_row import Grid

_MOSTLY = 0.5
_SCIENTIFIC = r"^\s*\d(?:\.\d+)?[eE]\+\d+\s*$"
_UNREAD = {
    Kind.DATE: "unreadable_time",
    Kind.MONTH: "unreadable_time",
    Kind.FLAG: "unreadable_flag",
    Kind.NUMBER: "unreadable_number",
    Kind.WHOLE: "unreadable_number",
    Kind.SPAN: "unreadable_number",
}


@dataclass(frozen=True, kw_only=True)
class ColumnReader:
    """Reads the columns of one sheet, each once for each kind of field."""

    grid: Grid
    contents: Sequence[Content]
    orders: DateOrders
    person_key: bytes | None
    city_zone: str | None
    today: date
    _read: dict[tuple[Any, ...], Reading] = field(default_factory=dict)

    def values(self, declared: Field, column: Column) -> tuple[pa.Array, list[Finding]]:
        """The column's values as this field, and what could not be read."""
        reading = self.reading(declared, column)
        withheld = self._withheld(column, reading.withheld)
        if declared.kind is Kind.TIMESTAMP:
            times, findings = self._plausible(column, reading)
            return times, withheld + findings
        if declared.kind is Kind.ID:
            return reading.values, withheld + self._lost_digits(declared, column)
        return reading.values, withheld + self._unread(declared, column, reading.unread)

    def _withheld(self, column: Column, n: int) -> list[Finding]:
        """Says that cells read “REDACTED” or the like, if some do."""
        if not n:
            return []
        kind, sheet = CATALOG["withheld_values"], self.grid.sheet.name
        return [Finding(kind, sheet=sheet, column=column.header, found="“REDACTED”", n=n)]

    def _plausible(self, column: Column, reading: Reading) -> tuple[pa.Array, list[Finding]]:
        """The times without those that cannot be; a destroyed column is one finding, not many."""
        import pyarrow as pa
        import pyarrow.compute as pc

        cells, unread = self.cells(column), _mask(reading.unread)
        if unread.any() and share_of_shape(pc.drop_null(cells), DESTROYED) > _MOSTLY:
            return reading.values, self._first_cell("destroyed_column", column, cells.is_valid())
        early, late = implausible(reading.values, self.today)
        findings = (
            self._cells_found("unreadable_time", column, unread)
            + self._cells_found("impossible_time", column, early)
            + self._cells_found("future_time", column, late)
        )
        findings += clock_changes(self.grid.sheet.name, column, reading.values, self.city_zone)
        wrong = early | late
        if not wrong.any():
            return reading.values, findings
        return pc.if_else(pa.array(wrong), None, reading.values), findings

    def _lost_digits(self, declared: Field, column: Column) -> list[Finding]:
        """A finding where a number that tells rows apart stands as 1.7E+08."""
        import pyarrow.compute as pc

        lost = pc.match_substring_regex(self.cells(column), _SCIENTIFIC)
        return self._first_cell("incident_number_lost", column, pc.fill_null(lost, False))

    def _first_cell(self, kind: str, column: Column, which: pa.BooleanArray) -> list[Finding]:
        """One finding at the first cell of those, if there is one."""
        return self._cells_found(kind, column, _mask(which))[:1]

    def cells(self, column: Column) -> pa.StringArray:
        """The column's text cells; a time of day together with its date."""
        return two_columns.cells_of(self.grid, self.contents, column.position)

    def is_joined(self, column: Column) -> bool:
        """Whether the column's dates stand in another one."""
        return two_columns.date_column(self.grid, self.contents, column.position) is not None

    def reading(self, declared: Field, column: Column) -> Reading:
        """The cells as this field's values, whatever they are."""
        vocabulary = declared.vocabulary.name if declared.vocabulary else None
        key = (column.position, declared.kind, vocabulary)
        if key not in self._read:
            reader = Reader(
                date_order=self.orders.by_position.get(column.position),
                zone=self.orders.zone,
                person_key=self.person_key,
                span_unit=column.unit or None,
                yes=column.yes,
            )
            self._read[key] = reader.read(declared, self.cells(column))
        return self._read[key]

    def _unread(self, declared: Field, column: Column, unread: pa.BooleanArray) -> list[Finding]:
        if unread.true_count == 0:
            return []
        if declared.kind in (Kind.WORD, Kind.WORDS):
            return self._unmapped(column, self.cells(column).filter(unread))
        kind = _UNREAD.get(declared.kind)
        return self._cells_found(kind, column, _mask(unread)) if kind else []

    def _cells_found(self, kind: str, column: Column, which: Mask) -> list[Finding]:
        """One finding for each cell at fault."""
        import numpy as np
        import pyarrow as pa

        index = pa.array(np.flatnonzero(which))
        if not len(index):
            return []
        cells = self.grid.cells.column(column.position).take(index).to_pylist()
        return [
            Finding(
                CATALOG[kind], sheet=self.grid.sheet.name, row=row, column=column.header, found=text
            )
            for row, text in zip(self.grid.rows.take(index).to_pylist(), cells, strict=True)
        ]

    def _unmapped(self, column: Column, labels: pa.StringArray) -> list[Finding]:
        """One finding for each word without a known meaning, most frequent first."""
        counts = sorted(
            ((count["counts"], count["values"]) for count in labels.value_counts().to_pylist()),
            key=lambda pair: (-pair[0], pair[1]),
        )
        return [
            Finding(
                CATALOG["unmapped_label"],
                sheet=self.grid.sheet.name,
                column=column.header,
                found=text,
                n=count,
            )
            for count, text in counts
        ]


def _mask(which: pa.BooleanArray) -> Mask:
    mask: Mask = which.to_numpy(zero_copy_only=False)
    return mask
