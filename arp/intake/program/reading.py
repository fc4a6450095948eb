"""The rows of a section's sheet, each cell as its field's value; what cannot be read is found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from arp.intake.checking.dates import MDY
from arp.intake.checking.values import Reader, read_word, several
from arp.intake.recognition import feeds
from arp.intake.recognition.remembered import Setting
from arp.words.catalog import CATALOG
from arp.words.findings import Finding
from arp.words.grammar import Field, Kind, Table
from arp.words.settings import VALIDITY

if TYPE_CHECKING:
    import pyarrow as pa

    from arp.intake.program.recognizing import SectionSheet

_READER = Reader(date_order=MDY)  # as the workbook itself shows its dates
_EARLIEST_YEAR = 1900  # before that a spreadsheet has no dates
_EXPECTED = {
    Kind.DATE: "a date",
    Kind.TIME_OF_DAY: "a time of day",
    Kind.WHOLE: "a whole number",
    Kind.NUMBER: "a number",
    Kind.FLAG: "yes or no",
}
_STRICT = {*_EXPECTED, Kind.WORD, Kind.WORDS}  # kinds whose cells may not be understood


@dataclass(frozen=True, kw_only=True)
class SettingRow:
    """One row of a section's sheet as it was read.

    `values` has the section's fields, a blank one as None. `unread` are the fields whose cell was
    filled but not understood: they have a finding of their own.
    """

    section: Table
    sheet: str
    row: int
    values: Mapping[str, Any]
    valid_from: date | None
    valid_to: date | None
    set_by: str | None
    why: str | None
    unread: tuple[str, ...] = ()

    @property
    def setting(self) -> Setting:
        """The row as a setting to be stored."""
        return Setting(
            section=self.section.name,
            value=self.values,
            why=self.why,
            set_by=self.set_by,
            valid_from=self.valid_from,
            valid_to=self.valid_to,
            sheet=self.sheet,
            row=self.row,
        )

    def found(self, kind: str, field: str, found: str, other: str | None = None) -> Finding:
        """A finding about one cell of this row."""
        return Finding(
            CATALOG[kind],
            sheet=self.sheet,
            row=self.row,
            column=_field(self.section, field).title,
            found=found,
            other=other,
        )


def rows_of(sheet: SectionSheet) -> tuple[list[SettingRow], list[Finding]]:
    """The sheet's filled rows and what could not be read in them, row by row."""
    cells = {field.name: _cells(sheet, field) for field in sheet.fields}
    texts = {name: column.to_pylist() for name, column in cells.items()}
    values = {field.name: _values(field, cells[field.name]) for field in sheet.fields}
    errors = {(row, position): text for row, position, text in sheet.sheet.error_cells}
    rows: list[SettingRow] = []
    findings: list[Finding] = []
    for index in range(sheet.sheet.cells.num_rows - sheet.header_index - 1):
        number = sheet.sheet.row_number(sheet.header_index + 1 + index)
        broken = {name: errors.get((number, place)) for name, place in sheet.columns.items()}
        written = {name: broken[name] or column[index] for name, column in texts.items()}
        if any(written.values()):
            told = {name: None if broken[name] else values[name][index] for name in written}
            row = _row(sheet, number, told, _not_read(sheet, written, told, broken))
            rows.append(row)
            findings += [_not_understood(row, name, written[name] or "") for name in row.unread]
    return rows, findings


def _cells(sheet: SectionSheet, field: Field) -> pa.StringArray:
    """The field's cells under the header, blank as null."""
    import pyarrow as pa
    import pyarrow.compute as pc

    column = sheet.sheet.cells.column(sheet.columns[field.name]).combine_chunks()
    cells = pc.utf8_trim_whitespace(column.slice(sheet.header_index + 1))
    return pc.if_else(pc.equal(cells, ""), pa.scalar(None, pa.string()), cells)


def _values(field: Field, cells: pa.StringArray) -> list[Any]:
    """Each cell's value, None where it is blank or not understood; dates of a section as text."""
    values: list[Any] = _READER.read(field, cells).values.to_pylist()
    if field.kind is Kind.DATE:
        days = [day if day and day.year >= _EARLIEST_YEAR else None for day in values]
        return days if field in VALIDITY else [day and day.isoformat() for day in days]
    if field.kind is Kind.WORDS:
        texts: list[str | None] = cells.to_pylist()
        return [
            value if value and not _strange_words(field, text or "") else None
            for value, text in zip(values, texts, strict=True)
        ]
    return values


def _not_read(
    sheet: SectionSheet,
    written: Mapping[str, str | None],
    told: Mapping[str, Any],
    broken: Mapping[str, str | None],
) -> tuple[str, ...]:
    """The fields whose cell is filled, but not with a value of theirs."""
    return tuple(
        field.name
        for field in sheet.fields
        if broken[field.name]
        or (written[field.name] and told[field.name] is None and field.kind in _STRICT)
    )


def _row(
    sheet: SectionSheet, number: int, told: Mapping[str, Any], unread: tuple[str, ...]
) -> SettingRow:
    own = {field.name: told.get(field.name) for field in sheet.section.fields}
    if sheet.section.name == "feeds" and own["feed"]:
        own["feed"] = feeds.slug(own["feed"])
    return SettingRow(
        section=sheet.section,
        sheet=sheet.sheet.name,
        row=number,
        values=own,
        unread=unread,
        **{field.name: told.get(field.name) for field in VALIDITY},
    )


def _not_understood(row: SettingRow, name: str, text: str) -> Finding:
    field = _field(row.section, name)
    if field.vocabulary is None or text.startswith("#"):
        return row.found("unreadable_setting", name, text, _EXPECTED.get(field.kind, "a value"))
    strange = _strange_words(field, text) if field.kind is Kind.WORDS else [text]
    return row.found(
        "unknown_setting_word", name, "; ".join(strange), "; ".join(field.vocabulary.keys)
    )


def _strange_words(field: Field, text: str) -> Sequence[str]:
    """The parts of a cell of several words that are none of the vocabulary's."""
    vocabulary = field.vocabulary
    if vocabulary is None or read_word(vocabulary, text):
        return []
    return [part for part in several(text) if read_word(vocabulary, part) is None]


def _field(section: Table, name: str) -> Field:
    fields: Iterable[Field] = (*section.fields, *VALIDITY)
    return next(field for field in fields if field.name == name)
