"""Which sheets of a workbook are used, how each was understood, and why the others are not."""

from __future__ import annotations

from collections.abc import Mapping as Map
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from arp.intake.checking.clocks import DateOrders, date_orders
from arp.intake.recognition import own_words, span_units
from arp.intake.recognition.aggregated import what_is_added_up
from arp.intake.recognition.blocks import at_block_level
from arp.intake.recognition.feeds import PROGRAM
from arp.intake.recognition.header_place import place_said, single_rows
from arp.intake.recognition.header_row import Grid, find_grid
from arp.intake.recognition.own_words import with_own_words
from arp.intake.recognition.recognizing import Recognition, recognize
from arp.intake.recognition.span_units import with_units
from arp.intake.recognition.spelling import plain
from arp.words.catalog import CATALOG
from arp.words.findings import Finding
from arp.words.settings import SECTIONS
from arp.words.tables import TABLES

if TYPE_CHECKING:
    from arp.intake.mapping import Mapping
    from arp.intake.recognition.content import Content
    from arp.intake.recognition.remembered import Layout, Memory
    from arp.intake.sheet import Sheet, Workbook

HEADER_ROW = "header_row"
_COLUMN = "column:"
UNUSED = "unused"
_SECTIONS = {plain(spelling) for s in SECTIONS.values() for spelling in (s.name, s.title)}


@dataclass(frozen=True, kw_only=True, eq=False)
class LookedAt:
    """One sheet as it was understood; it is used when it feeds a table and has rows."""

    sheet: Sheet
    grid: Grid | None
    recognition: Recognition | None
    layout: Layout | None = None
    orders: DateOrders = DateOrders({})

    @property
    def mapping(self) -> Mapping:
        """How the sheet's columns were understood."""
        if self.recognition is None:
            raise ValueError("a sheet without a table has no mapping")
        return replace(
            self.recognition.mapping,
            date_order=self.orders.of_sheet,
            remembered=self.layout is not None,
        )

    @property
    def feeds_a_table(self) -> bool:
        """Whether any declared table was recognized, of single calls or contacts."""
        if self.recognition is None or self.grid is None:
            return False
        tables = self.recognition.mapping.tables
        return bool(tables) and (self._has_clock or not what_is_added_up(self.grid, self.contents))

    @property
    def _has_clock(self) -> bool:
        """Whether a column was taken for a clock, a date or a month of a table's rows."""
        if self.recognition is None:
            return False
        mapping = self.recognition.mapping
        clocks = {f"{name}.{clock}" for name in mapping.tables for clock in TABLES[name].clocks}
        return any(clocks.intersection(column.fields) for column in mapping.columns)

    @property
    def has_rows(self) -> bool:
        """Whether there is a row of data."""
        return self.grid is not None and self.grid.cells.num_rows > 0

    @property
    def contents(self) -> tuple[Content, ...]:
        """What each column's cells look like."""
        return self.recognition.contents if self.recognition else ()


def look_at(sheet: Sheet, memory: Memory, answers: Map[str, str]) -> LookedAt:
    """Find the sheet's table and understand its columns: as told, as remembered, as they look."""
    grid = _grid(sheet, memory, answers)
    if grid is None:
        return LookedAt(sheet=sheet, grid=None, recognition=None)
    layout = memory.layout(grid.headers)
    told = _told(grid.headers, layout, answers)
    grid, told = at_block_level(grid, told, allowed=memory.keeps_blocks(layout))
    remembered = memory.feeds.get(layout.feed, {}) if layout else {}
    of_program = (answers.get("scope") or remembered.get("scope")) == PROGRAM
    unit_level = _remembered_unit_level(grid.headers, layout, answers)
    recognition = recognize(grid, told, of_program=of_program, unit_level=unit_level)
    mapping = with_units(recognition.mapping, _about_columns(span_units.KEY, layout, answers))
    mapping = with_own_words(mapping, _about_columns(own_words.KEY, layout, answers))
    recognition = replace(recognition, mapping=mapping)
    known = {**memory.about_dates(layout), **answers}
    orders = date_orders(grid, recognition.mapping, recognition.contents, known)
    return LookedAt(sheet=sheet, grid=grid, recognition=recognition, layout=layout, orders=orders)


def _about_columns(key: str, layout: Layout | None, answers: Map[str, str]) -> dict[str, str]:
    """What a layout remembers of its columns under this key, and what is answered now."""
    remembered = layout.about_columns.get(key, {}) if layout else {}
    prefix = f"{key}:"
    answered = {k.removeprefix(prefix): v for k, v in answers.items() if k.startswith(prefix)}
    return {**remembered, **answered}


def _grid(sheet: Sheet, memory: Memory, answers: Map[str, str]) -> Grid | None:
    """The sheet's table under the header that was said, else remembered, else found."""
    said = place_said(sheet, answers.get(f"{HEADER_ROW}:{sheet.name}"))
    found = find_grid(sheet, said)
    if said or found is None or not found.place.in_doubt or memory.layout(found.headers):
        return found
    single = (find_grid(sheet, place) for place in single_rows(found.place))
    return next((grid for grid in single if grid and memory.layout(grid.headers)), found)


def answered_columns(headers: Sequence[str], answers: Map[str, str]) -> dict[str, tuple[str, ...]]:
    """What the answers say of these headers.

    `column:HEADER=calls.received_at` (several fields parted by commas, or “unused”), or the other
    way round `calls.received_at=HEADER`.
    """
    by_plain = {plain(header): header for header in headers if header}
    told: dict[str, tuple[str, ...]] = {}
    for key, value in answers.items():
        header = by_plain.get(plain(key.removeprefix(_COLUMN)))
        if key.startswith(_COLUMN) and header:
            told[header] = () if value == UNUSED else tuple(map(str.strip, value.split(",")))
        elif _is_field(key) and plain(value) in by_plain:
            told[by_plain[plain(value)]] = (*told.get(by_plain[plain(value)], ()), key)
    known = {header: tuple(filter(_is_field, names)) for header, names in told.items()}
    return {header: names for header, names in known.items() if names or not told[header]}


def _told(
    headers: Sequence[str], layout: Layout | None, answers: Map[str, str]
) -> Map[str, tuple[str, ...]]:
    """What the user says, and of the rest what is remembered."""
    answered = answered_columns(headers, answers)
    taken = {name for names in answered.values() for name in names}
    remembered = layout.told(headers) if layout else {}
    kept = {
        header: tuple(name for name in names if name not in taken and _is_field(name))
        for header, names in remembered.items()
    }
    return kept | answered


def _remembered_unit_level(
    headers: Sequence[str], layout: Layout | None, answers: Map[str, str]
) -> bool | None:
    """Whether the layout has one row a unit; None where nobody remembers, or it is told anew."""
    told = answered_columns(headers, answers).values()
    if layout is None or any("unit_responses.unit_id" in names for names in told):
        return None
    return layout.unit_level


def _is_field(name: str) -> bool:
    table, dot, field = name.partition(".")
    return bool(dot) and table in TABLES and any(f.name == field for f in TABLES[table].fields)


def why_refused(looked: Sequence[LookedAt]) -> Finding:
    """Why no sheet of the workbook can be used."""
    if not looked:
        return Finding(CATALOG["no_data"])
    sheet = looked[0].sheet.name if len(looked) == 1 else None
    if settings := next((look for look in looked if plain(look.sheet.name) in _SECTIONS), None):
        return Finding(CATALOG["settings_workbook"], found=settings.sheet.name)
    for look in looked:
        if look.feeds_a_table and not look.has_rows:
            return Finding(CATALOG["no_rows"], sheet=look.sheet.name)
    for look in looked:
        if look.grid and (added_up := what_is_added_up(look.grid, look.contents)):
            return Finding(CATALOG["pre_aggregated"], sheet=look.sheet.name, found=added_up)
    return Finding(CATALOG["no_table_recognized"], sheet=sheet)


def passed_over(look: LookedAt) -> list[Finding]:
    """Says of a sheet that is not used that it is not; nothing of one that is only blank."""
    if look.feeds_a_table:
        return []
    if look.grid and (added_up := what_is_added_up(look.grid, look.contents)):
        return [Finding(CATALOG["added_up_sheet"], sheet=look.sheet.name, found=added_up)]
    prose = look.grid is None or all(not column.fields for column in look.mapping.columns)
    return [
        Finding(CATALOG["prose_sheet" if prose else "other_sheet_not_used"], sheet=look.sheet.name)
    ]


def chosen_sheets(workbook: Workbook, answers: Map[str, str]) -> tuple[Sheet, ...]:
    """The sheets to look at: the one that the user named, or all."""
    named = answers.get("sheet")
    return tuple(sheet for sheet in workbook.sheets if named in (None, sheet.name))
