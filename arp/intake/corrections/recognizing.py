"""Whether a file is a corrections workbook, and the rows that come back in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping as Map
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from arp.intake.corrections.carried import SentRow, is_carried, unpacked
from arp.intake.corrections.grids import grid_of
from arp.intake.corrections.source import Source, SourceSheet, header_as_sent
from arp.intake.sheet import Sheet
from arp.words.catalog import CATALOG
from arp.words.corrections import ROW_HEADER
from arp.words.findings import Finding, Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pyarrow as pa

    from arp.intake.mapping import Mapping
    from arp.intake.recognition.header_row import Grid
    from arp.intake.sheet import Workbook

_LOOKED_AT = 20  # rows from the top in which the header may stand by now


@dataclass(frozen=True, kw_only=True, eq=False)
class ReturnedSheet:
    """One sheet's rows as they were sent and as they stand now, in the columns of its source.

    `sent` has its rows under their numbers in the source; `places` gives to the number that a row
    has now the one that it had there. A row that somebody added has none.
    """

    source: SourceSheet
    mapping: Mapping
    now: Grid
    sent: Grid
    places: Map[int, int]


@dataclass(frozen=True, kw_only=True)
class SentBack:
    """A corrections workbook: how its source was read, and the sheets that came back."""

    source: Source
    sheets: tuple[ReturnedSheet, ...]


def sent_back(workbook: Workbook) -> SentBack | None:
    """The corrections workbook that this file is; None where it is none.

    Raises:
        Refused: when it is one, but its rows cannot be matched to their source any more.
    """
    hidden = next((sheet for sheet in workbook.sheets if is_carried(sheet)), None)
    if hidden is None:
        return None
    try:
        source, rows = unpacked(hidden)
    except ValueError:
        raise _not_matched(None) from None
    named = {sheet.name: sheet for sheet in workbook.sheets if sheet is not hidden}
    sheets = tuple(
        _returned(known, named[tab], [row for row in rows if row.sheet == number])
        for number, (known, tab) in enumerate(zip(source.sheets, source.tabs, strict=True))
        if tab in named
    )
    if not sheets:
        raise _not_matched(None)
    return SentBack(source=source, sheets=sheets)


def _not_matched(sheet: str | None) -> Refused:
    return Refused(Finding(CATALOG["corrections_not_matched"], sheet=sheet))


def _returned(known: SourceSheet, sheet: Sheet, rows: Sequence[SentRow]) -> ReturnedSheet:
    index, number_at = _header(sheet)
    arranged = _arranged(known, sheet, index)
    numbers = _numbers(sheet.cells.column(number_at).slice(index + 1))
    now, order = _grid(known, arranged, index, numbers)
    found = [(sheet.row_number(index + 1 + at), numbers[at]) for at in order]
    return ReturnedSheet(
        source=known,
        mapping=replace(known.mapping, sheet=sheet.name, header_row=sheet.row_number(index)),
        now=now,
        sent=_as_sent(known, sheet.name, rows),
        places={row: number for row, number in found if number is not None},
    )


def _header(sheet: Sheet) -> tuple[int, int]:
    """The index of the header row, and the position of the rows' numbers in the source."""
    for index, row in enumerate(sheet.cells.slice(0, _LOOKED_AT).to_pylist()):
        texts = [_text(cell) for cell in row.values()]
        if ROW_HEADER in texts:
            return index, len(texts) - 1 - texts[::-1].index(ROW_HEADER)
    raise _not_matched(sheet.name)


def _text(cell: str | None) -> str:
    return " ".join((cell or "").split())


def _arranged(known: SourceSheet, sheet: Sheet, index: int) -> Sheet:
    """The sheet with its columns where they stood in the source, found by their headers."""
    import pyarrow as pa

    at: dict[str, list[int]] = defaultdict(list)
    for position, cell in enumerate(sheet.cells.slice(index, 1).to_pylist()[0].values()):
        at[_text(cell)].append(position)
    moved: dict[int, int] = {}
    for column in known.mapping.columns:
        twins = at[header_as_sent(column)]
        if twins:
            moved[twins.pop(0)] = column.position
        elif column.is_used:
            raise _not_matched(sheet.name)
    back = {place: position for position, place in moved.items()}
    blank = pa.nulls(sheet.cells.num_rows, pa.string())
    columns = [
        sheet.cells.column(back[place]).combine_chunks() if place in back else blank
        for place in range(len(known.contents))
    ]
    return replace(
        sheet,
        cells=_sheet(sheet.name, columns).cells,
        first_column=1,
        hidden_columns=(),
        error_cells=tuple((r, moved[p], text) for r, p, text in sheet.error_cells if p in moved),
        typed_dates=tuple(moved[position] for position in sheet.typed_dates if position in moved),
    )


def _numbers(cells: pa.ChunkedArray) -> list[int | None]:
    texts = [(text or "").strip() for text in cells.to_pylist()]
    return [int(text) if text.isascii() and text.isdigit() else None for text in texts]


def _grid(
    known: SourceSheet, sheet: Sheet, index: int, numbers: Sequence[int | None]
) -> tuple[Grid, list[int]]:
    """The rows that hold something in a used column, in the order of the source; their indices.

    Of two rows with one number the first counts: sorting the sheet must not mend it.
    """
    import pyarrow as pa

    cells = sheet.cells.slice(index + 1)
    whole = grid_of(
        known,
        sheet,
        index,
        [column.combine_chunks() for column in cells.columns],
        [sheet.row_number(index + 1 + at) for at in range(cells.num_rows)],
    )
    filled = [whole.cells.column(column.position).is_valid().to_pylist() for column in known.used]
    order = [at for at in range(cells.num_rows) if any(column[at] for column in filled)]
    last = max((number for number in numbers if number is not None), default=0) + 1
    order.sort(key=lambda at: last if (number := numbers[at]) is None else number)
    kept = pa.array(order, pa.int64())
    return replace(whole, cells=whole.cells.take(kept), rows=whole.rows.take(kept)), order


def _as_sent(known: SourceSheet, tab: str, rows: Sequence[SentRow]) -> Grid:
    import pyarrow as pa

    sent = {column.position: n for n, column in enumerate(known.used)}
    columns = [
        pa.array([row.cells[sent[place]] if place in sent else None for row in rows], pa.string())
        for place in range(len(known.contents))
    ]
    return grid_of(known, _sheet(tab, columns), 0, columns, [row.number for row in rows])


def _sheet(name: str, columns: Sequence[pa.Array]) -> Sheet:
    import pyarrow as pa

    return Sheet(name=name, cells=pa.table(columns, names=[str(n) for n in range(len(columns))]))
