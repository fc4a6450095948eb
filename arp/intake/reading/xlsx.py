"""Sheets of an .xlsx or .xlsm workbook as text, each cell where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from posixpath import join, normpath, split
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from arp.intake.reading import ahead, book, cells
from arp.intake.reading.archive import Archive
from arp.intake.reading.limits import (
    Box,
    check_boxes,
    check_sheet_count,
    check_text,
    column_letters,
)
from arp.intake.reading.shared_text import written_out
from arp.intake.reading.styles import Styles
from arp.intake.reading.survey import Survey, survey
from arp.intake.sheet import Sheet
from arp.words.catalog import CATALOG
from arp.words.findings import Finding, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    import pyarrow as pa

    from arp.intake.reading.ahead import Load

FAR_BLANK_ROWS = 1_000  # formatted blank rows under a table that are worth a word

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


@dataclass(frozen=True)
class _Tab:
    """A worksheet as the workbook lists it, with what a pass over its XML has seen."""

    name: str
    hidden: bool
    seen: Survey


def sheets(
    data: bytes, archive: Archive | None = None, load: Load | None = None
) -> tuple[list[Sheet], list[Finding]]:
    """Every worksheet that holds something, in the workbook's order; charts are left out.

    Cells are loaded once all sheets are surveyed, unless their reading has begun ahead.

    Raises:
        Refused: when the workbook is damaged or larger than any workbook of calls.
    """
    archive = archive or Archive(data)
    place = _workbook_part(archive)
    workbook = _tree(archive, place)
    styles = _styles(archive, place)
    tabs = [
        _Tab(name, hidden, survey(archive.chunks(part), styles.dates))
        for name, hidden, part in _listed(archive, place, workbook)
    ]
    check_boxes(_box(tab) for tab in tabs)
    # Pyarrow takes 0.1 s to load, in which the cells are still being read.
    import pyarrow.compute  # noqa: F401

    if load is None:
        check_text(_shared_text(archive, place))
        load = partial(ahead.cells, ahead.reader_of(data))
    epoch = cells.EPOCH_1904 if _from_1904(workbook) else cells.EPOCH_1900
    filled = [tab for tab in tabs if tab.seen.cells or not tab.seen.placed]
    read = [_sheet(data, load(tab.name), tab, styles.dates, epoch) for tab in filled]
    return read, [note for tab in filled for note in _notes(tab, styles)]


def _shared_text(archive: Archive, place: str) -> int:
    """The bytes of text of all cells that share a text: a small file can hold gigabytes so."""
    texts = _targets(archive, place, "/sharedStrings").values()
    sheets = _targets(archive, place, "/worksheet").values()
    return sum(written_out(archive.part(text), map(archive.chunks, sheets)) for text in texts)


def _workbook_part(archive: Archive) -> str:
    targets = _targets(archive, "", "/officeDocument")
    if len(targets) != 1:
        raise Refused(Finding(CATALOG["damaged_file"]))
    return next(iter(targets.values()))


def _listed(
    archive: Archive, place: str, workbook: ElementTree.Element
) -> Iterator[tuple[str, bool, str]]:
    """The worksheets as the workbook lists them: name, whether hidden, and part."""
    parts = _targets(archive, place, "/worksheet")
    listed = [entry for entry in workbook.iter() if entry.tag.endswith("}sheet")]
    check_sheet_count(len(listed))
    for entry in listed:
        part = parts.get(entry.get(_RELATION) or entry.get(_STRICT_RELATION) or "")
        if part:
            yield entry.get("name", ""), entry.get("state", "visible") != "visible", part


def _box(tab: _Tab) -> Box:
    seen = tab.seen
    return Box(tab.name, seen.last_row, seen.last_column, seen.height, seen.width)


def _targets(archive: Archive, place: str, kind: str) -> dict[str, str]:
    """The parts of one kind to which the part at `place` ("" is the archive) has relations."""
    folder, name = split(place)
    targets = {}
    for relation in _tree(archive, join(folder, "_rels", f"{name}.rels")):
        if relation.get("Type", "").endswith(kind):
            target = join("/", folder, relation.get("Target", ""))
            targets[relation.get("Id", "")] = normpath(target).lstrip("/")
    return targets


def _tree(archive: Archive, name: str) -> ElementTree.Element:
    try:
        return ElementTree.fromstring(archive.part(name))
    except ElementTree.ParseError:
        raise Refused(Finding(CATALOG["damaged_file"])) from None


def _from_1904(workbook: ElementTree.Element) -> bool:
    return any(
        entry.get("date1904") in ("1", "true")
        for entry in workbook.iter()
        if entry.tag.endswith("}workbookPr")
    )


def _styles(archive: Archive, place: str) -> Styles:
    parts = _targets(archive, place, "/styles")
    return Styles.of(_tree(archive, next(iter(parts.values())))) if parts else Styles()


def _sheet(
    data: bytes, loaded: pa.RecordBatch, tab: _Tab, date_styles: frozenset[int], epoch: datetime
) -> Sheet:
    batch, first_row, first_column = _laid_out(data, loaded, tab)
    seen = tab.seen
    dated = {number for number, styles in seen.styles.items() if styles & date_styles}
    columns = [
        cells.tidy(
            column,
            clocks=number in dated,
            iso=number in seen.iso_dates,
            flags=number in seen.booleans,
            epoch=epoch,
        )
        for number, column in enumerate(batch, start=first_column)
    ]

    def positions(numbers: set[int]) -> tuple[int, ...]:
        return tuple(n for n in range(len(columns)) if n + first_column in numbers)

    return Sheet(
        name=tab.name,
        cells=cells.table(columns),
        first_row=first_row,
        first_column=first_column,
        hidden=tab.hidden,
        hidden_rows=seen.hidden_rows,
        hidden_columns=positions(seen.hidden_columns),
        error_cells=tuple(
            (row, column - first_column, value) for row, column, value in seen.error_cells
        ),
        uncached_formulas=seen.uncached_formulas,
        typed_dates=positions(dated | seen.iso_dates),
    )


def _laid_out(data: bytes, loaded: pa.RecordBatch, tab: _Tab) -> tuple[list[pa.Array], int, int]:
    """The sheet's columns as read, with the row and column where they begin.

    The fast reader does not say where its first cell stood. Where its box is not the one that
    the survey saw, a slower reader that does say it takes its place.
    """
    seen = tab.seen
    if seen.placed and (loaded.num_rows, loaded.num_columns) == (seen.height, seen.width):
        return loaded.columns, seen.first_row, seen.first_column
    return book.laid_out(data, tab.name)


def _notes(tab: _Tab, styles: Styles) -> Iterator[Finding]:
    seen = tab.seen
    for key, n in (
        ("hidden_rows", seen.hidden_rows),
        ("hidden_columns", len(_hidden_within(seen))),
        ("uncached_formulas", seen.uncached_formulas),
    ):
        if n:
            yield Finding(CATALOG[key], sheet=tab.name, n=n)
    if tab.hidden:
        yield Finding(CATALOG["hidden_sheet"], sheet=tab.name)
    if seen.last_listed_row > seen.last_row + FAR_BLANK_ROWS:
        yield Finding(CATALOG["blank_rows_trimmed"], sheet=tab.name, row=seen.last_listed_row)
    for column, n in sorted(seen.long_numbers.items()):
        letters = column_letters(column)
        yield Finding(CATALOG["digits_lost"], sheet=tab.name, column=letters, n=n)
    yield from _shown_otherwise(tab, styles)


def _shown_otherwise(tab: _Tab, styles: Styles) -> Iterator[Finding]:
    """Says which columns show their numbers in another form than the cells hold."""
    forms = ((styles.percents, "percentages"), (styles.money, "amounts of money"))
    for column, shown in sorted(tab.seen.styles.items()):
        letters = column_letters(column)
        if shown & styles.padded:
            yield Finding(CATALOG["leading_zeros_lost"], sheet=tab.name, column=letters)
        for form in (form for numbers, form in forms if shown & numbers):
            yield Finding(CATALOG["number_format"], sheet=tab.name, column=letters, found=form)


def _hidden_within(seen: Survey) -> list[int]:
    inside = range(seen.first_column, seen.last_column + 1)
    return [column for column in inside if column in seen.hidden_columns]
