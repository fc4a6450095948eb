"""Findings that need more than one cell: about columns, months and labels as a whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping as Map
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from arp.intake.checking.clocks import month_gaps
from arp.intake.checking.labels import Alike, alike_labels
from arp.intake.recognition.columns import LEFT_OUT, SEVERAL
from arp.intake.recognition.header_row import TWIN
from arp.intake.recognition.nameless import nameless
from arp.words.catalog import CATALOG
from arp.words.findings import Finding
from arp.words.grammar import UNDATED, Kind, Table
from arp.words.tables import TABLES

if TYPE_CHECKING:
    from arp.intake.checking.settling import Settled
    from arp.intake.mapping import Mapping
    from arp.intake.recognition.header_row import Grid
    from arp.intake.recognition.remembered import Layout
    from arp.intake.recognition.sheets import LookedAt

_SERIALS = 0.9


@dataclass(frozen=True)
class AlikeFound:
    """Two labels that look alike, and where their column stands."""

    alike: Alike
    sheet: str
    header: str


def about_sheet(look: LookedAt) -> list[Finding]:
    """What is notable of a sheet's rows and columns before any cell is read."""
    if look.grid is None:
        return []
    mapping, sheet = look.mapping, look.sheet
    findings = list(look.grid.findings)
    if look.layout:
        kind = CATALOG["mapping_remembered"]
        findings.append(Finding(kind, sheet=sheet.name, found=look.layout.feed))
        findings += _come_and_gone(look.layout, look.grid, sheet.name)
    findings += _headers(look)
    for column in mapping.columns:
        if column.note.startswith(LEFT_OUT):
            findings.append(
                Finding(
                    CATALOG["personal_column_left_out"],
                    sheet=sheet.name,
                    column=column.header,
                    found=column.note.removeprefix(LEFT_OUT),
                )
            )
        elif column.note.startswith(SEVERAL):
            findings.append(
                Finding(
                    CATALOG["several_in_a_cell"],
                    sheet=sheet.name,
                    column=column.header,
                    found=column.note.removeprefix(SEVERAL),
                    n=look.contents[column.position].filled,
                )
            )
        elif not column.is_used:
            kind = CATALOG["unused_column"]
            findings.append(Finding(kind, sheet=sheet.name, column=column.header))
    return findings + _missing(mapping) + _serials(look) + _faults_of_the_sheet(look)


def _come_and_gone(layout: Layout, grid: Grid, sheet: str) -> list[Finding]:
    """How the sheet differs from the layout that it was taken for."""
    return [
        Finding(CATALOG[kind], sheet=sheet, column=header, found=layout.feed)
        for kind, headers in zip(
            ("column_new", "column_gone"), layout.difference(grid.headers), strict=True
        )
        for header in headers
    ]


def _headers(look: LookedAt) -> list[Finding]:
    """Columns that hold something under no header, and headers that stand over several."""
    sheet, row = look.sheet.name, look.mapping.header_row
    kind, twice = CATALOG["column_without_header"], CATALOG["repeated_column"]
    findings = [Finding(kind, sheet=sheet, column=each.letter, row=row) for each in nameless(look)]
    twins = Counter(
        column.header.partition(TWIN)[0] for column in look.mapping.columns if TWIN in column.header
    )
    return findings + [
        Finding(twice, sheet=sheet, column=header, n=n) for header, n in twins.items()
    ]


def _missing(mapping: Mapping) -> list[Finding]:
    """A finding for each needed field that no column feeds, not even through another."""
    findings = []
    for table in (TABLES[name] for name in mapping.tables):
        fed = mapping.fields_of(table.name).keys()
        given = fed | {field.gives for field in table.fields if field.gives and field.name in fed}
        findings += [
            Finding(CATALOG["column_missing"], sheet=mapping.sheet, column=field.title)
            for field in table.fields
            if field.required and field.name not in given and field.read_from not in given
        ]
    return findings


def _serials(look: LookedAt) -> list[Finding]:
    return [
        Finding(
            CATALOG["serial_dates"],
            sheet=look.sheet.name,
            column=column.header,
            found=next(iter(column.samples), None),
        )
        for column in look.mapping.columns
        if look.contents[column.position].serials > _SERIALS and _is_clock(column.fields)
    ]


def _is_clock(names: Sequence[str]) -> bool:
    kinds = (TABLES[t].field(f).kind for t, _, f in (name.partition(".") for name in names))
    return any(kind is Kind.TIMESTAMP for kind in kinds)


def _faults_of_the_sheet(look: LookedAt) -> list[Finding]:
    """Errors in cells that count, and formulas without a result."""
    sheet = look.sheet
    headers = {column.position: column.header for column in look.mapping.columns if column.is_used}
    findings = [
        Finding(
            CATALOG["error_cell"], sheet=sheet.name, row=row, column=headers[position], found=text
        )
        for row, position, text in sheet.error_cells
        if position in headers
    ]
    if sheet.uncached_formulas:
        kind = CATALOG["uncached_formulas"]
        findings.append(Finding(kind, sheet=sheet.name, n=sheet.uncached_formulas))
    return findings


def about_months(settled: Map[str, Settled]) -> list[Finding]:
    """Missing months between months that have rows, and rows without any date, by sheet."""
    findings: list[Finding] = []
    for name, table in settled.items():
        if not TABLES[name].clocks:
            continue
        months = table.rows.group_by(["sheet", "month"]).aggregate([([], "count_all")]).to_pylist()
        sheets = sorted({count["sheet"] for count in months})
        dated = {count["month"] for count in months} - {UNDATED}
        findings += month_gaps(sheets[0] if len(sheets) == 1 else None, dated)
        findings += [
            Finding(CATALOG["undated_rows"], sheet=count["sheet"], n=count["count_all"])
            for count in sorted(months, key=lambda count: str(count["sheet"]))
            if count["month"] == UNDATED
        ]
    return findings


def undated_rows(settled: Map[str, Settled]) -> int:
    """How many rows of the sheets have no date; a row that feeds two tables counts once."""
    import pyarrow.compute as pc

    places: set[tuple[str, int]] = set()
    for table in settled.values():
        undated = table.rows.filter(pc.equal(table.rows.column("month"), UNDATED))
        places |= set(
            zip(*(undated[name].to_pylist() for name in ("sheet", "sheet_row")), strict=True)
        )
    return len(places)


def program_only(look: LookedAt) -> Finding:
    """Says that a sheet holds only the program's calls."""
    return Finding(CATALOG["program_only"], sheet=look.sheet.name)


def alike_labels_found(
    settled: Map[str, Settled],
    used: Sequence[LookedAt],
    known: Map[tuple[str, str], str],
) -> list[AlikeFound]:
    """Labels that look alike and of which nobody has yet said what they are."""
    found = []
    for name, table in settled.items():
        declared = TABLES[name]
        for alike in alike_labels(declared, _counts(declared, table)):
            if (alike.field, alike.rarer) in known:
                continue
            for look in used:
                column = look.mapping.column_of(name, alike.field)
                if column is not None:
                    found.append(AlikeFound(alike, look.sheet.name, column.header))
                    break
    return found


def _counts(declared: Table, table: Settled) -> dict[str, dict[str, int]]:
    """Rows by label of each field of labels."""
    return {
        field.name: {
            count["values"]: count["counts"]
            for count in table.rows.column(field.name).drop_null().value_counts().to_pylist()
        }
        for field in declared.stored_fields
        if field.kind is Kind.LABEL
    }


def about_alike(found: Sequence[AlikeFound]) -> list[Finding]:
    """The proposals: two labels that look like one."""
    return [
        Finding(
            CATALOG["similar_labels"],
            sheet=pair.sheet,
            column=pair.header,
            found=pair.alike.rarer,
            other=pair.alike.other,
            n=pair.alike.rows,
        )
        for pair in found
    ]
