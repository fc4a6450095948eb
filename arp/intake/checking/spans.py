"""Clocks that an export gives only as a span counted from another clock."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from arp.words.catalog import CATALOG
from arp.words.findings import Finding
from arp.words.grammar import Field, Kind, Table

if TYPE_CHECKING:
    import pyarrow as pa

    from arp.intake.mapping import Column


def clocks_from_spans(
    sheet: str, table: Table, columns: dict[str, Column], values: dict[str, pa.Array]
) -> list[Finding]:
    """Work out, in place, each clock that has no column of its own from a span that leads to it.

    Spans are taken in declared order, so a clock that one span gives may start another.
    """
    findings: list[Finding] = []
    for span in table.fields:
        if span.kind is not Kind.SPAN or span.name not in columns or span.gives in values:
            continue
        if span.since in values and span.gives is not None:
            header = columns[span.name].header
            clock = _later(values[span.since], values[span.name])
            values[span.gives] = clock
            unit = columns[span.name].unit or span.unit or ""
            found = _found(sheet, header, table.field(span.gives), clock, values[span.name])
            findings += [replace(finding, found=unit) for finding in found]
    for span in table.fields:
        if span.kind is Kind.SPAN:
            values.pop(span.name, None)
    return findings


def _later(start: pa.TimestampArray, span: pa.Array) -> pa.TimestampArray:
    """The start and the span of seconds after it, to the second."""
    import pyarrow as pa
    import pyarrow.compute as pc

    length = pc.cast(pc.round(span), pa.int64())
    return pc.add(start, pc.cast(length, pa.duration("s")).cast(pa.duration("us")))


def _found(
    sheet: str, header: str, gives: Field, clock: pa.TimestampArray, span: pa.Array
) -> list[Finding]:
    worked_out = len(clock) - clock.null_count
    without_start = len(span) - span.null_count - worked_out
    findings = []
    if worked_out:
        findings.append(
            Finding(
                CATALOG["clock_from_span"],
                sheet=sheet,
                column=header,
                n=worked_out,
                other=gives.title,
            )
        )
    if without_start:
        findings.append(
            Finding(CATALOG["span_without_start"], sheet=sheet, column=header, n=without_start)
        )
    return findings
