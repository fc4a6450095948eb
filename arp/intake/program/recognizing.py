"""Which sheets of a workbook are sections of the program's settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from arp.intake.recognition.spelling import plain
from arp.words.grammar import Field, Table
from arp.words.settings import PROGRAM_SECTIONS, VALIDITY

if TYPE_CHECKING:
    from arp.intake.sheet import Sheet, Workbook

_LOOKED_AT = 20  # rows from the top in which a header row may stand
_BY_TITLE = {
    plain(spelling): section
    for section in PROGRAM_SECTIONS.values()
    for spelling in (section.name, section.title)
}


@dataclass(frozen=True, kw_only=True, eq=False)
class SectionSheet:
    """A sheet that holds one section: where its header stands and which column holds what."""

    section: Table
    sheet: Sheet
    header_index: int
    columns: Mapping[str, int]  # field name → position
    unused: tuple[str, ...]  # headers that name no field of the section

    @property
    def fields(self) -> tuple[Field, ...]:
        """The section's fields and those of every setting, as far as the sheet has them."""
        return tuple(field for field in _fields_of(self.section) if field.name in self.columns)


def section_sheets(workbook: Workbook) -> tuple[SectionSheet, ...]:
    """The workbook's sections: sheets named like one, with its key and “Valid from” as headers.

    Without any, it is no program workbook. A roster that happens to be called “Units” has no
    “Valid from” and is left to the recognition of data.
    """
    found = (_as_section(sheet) for sheet in workbook.sheets)
    return tuple(each for each in found if each is not None)


def _as_section(sheet: Sheet) -> SectionSheet | None:
    section = _BY_TITLE.get(plain(sheet.name))
    if section is None:
        return None
    names = _names_by_spelling(section)
    needed = {section.keys[0][0], "valid_from"}
    for index, row in enumerate(sheet.cells.slice(0, _LOOKED_AT).to_pylist()):
        headers = [(position, cell) for position, cell in enumerate(row.values()) if cell]
        columns = {
            names[plain(cell)]: position for position, cell in headers if plain(cell) in names
        }
        if needed <= columns.keys():
            return SectionSheet(
                section=section,
                sheet=sheet,
                header_index=index,
                columns=columns,
                unused=tuple(cell for _, cell in headers if plain(cell) not in names),
            )
    return None


def _fields_of(section: Table) -> tuple[Field, ...]:
    return (*section.fields, *VALIDITY)


def _names_by_spelling(section: Table) -> dict[str, str]:
    return {
        plain(spelling): field.name
        for field in _fields_of(section)
        for spelling in (field.name, field.title)
    }
