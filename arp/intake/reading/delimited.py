"""Delimited text (.csv, .tsv) as a sheet of text cells, every line's field count checked."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from arp.intake.reading import cells
from arp.intake.reading.limits import LONGEST_CELL, LONGEST_LINE, Box, check_boxes
from arp.intake.sheet import Sheet
from arp.words.catalog import CATALOG
from arp.words.findings import WHOLE_FILE, Finding, Refused

if TYPE_CHECKING:
    import pyarrow as pa

_DELIMITERS = ",;\t|"
_SAMPLE_RECORDS = 1_000
_SEPARATOR_LINE = re.compile(r'"?sep=(.)"?[ \t]*(?:\r\n|\r|\n|$)', re.IGNORECASE)
_MARKS = re.compile("^(?:\ufeff|\u00ef\u00bb\u00bf)+")  # encoding marks left over, also mangled
_BATCH = 20_000  # records turned into columns at a time


@dataclass(frozen=True)
class _Record:
    """The fields between two line ends, with the number of its first line in the file."""

    line: int
    fields: list[str]


def sheets(data: bytes) -> tuple[list[Sheet], list[Finding]]:
    """The one sheet of the text; a record is one row, as a spreadsheet program counts them.

    Raises:
        Refused: when two encodings are mixed, a quotation mark stays open, a line or a cell is
            too long, or a line's fields would slip into other columns.
    """
    text, notes = decoded(data)
    text = _MARKS.sub("", text)
    declared = _SEPARATOR_LINE.match(text)
    text = text[declared.end() :] if declared else text
    lines_before = 1 if declared else 0
    delimiter = declared[1] if declared else _delimiter(text)
    width = _width(_sample(text, delimiter))
    check_boxes([Box(WHOLE_FILE, 1, width, 1, width)])
    records = _records(text, delimiter, lines_before)
    columns = _columns(_evened(records, width), width)
    stripped = sum(cells.with_control_characters(column) for column in columns)
    if stripped:
        notes.append(Finding(CATALOG["control_characters_removed"], sheet=WHOLE_FILE, n=stripped))
    table = cells.table([cells.tidy(column) for column in columns])
    check_boxes([Box(WHOLE_FILE, table.num_rows, width, table.num_rows, width)])
    return [Sheet(name=WHOLE_FILE, cells=table)], notes


def decoded(data: bytes) -> tuple[str, list[Finding]]:
    """The text, with a note when it is not in UTF-8.

    Raises:
        Refused: when some lines are UTF-8 and others are not, or nothing fits.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16"), [Finding(CATALOG["encoding_note"], found="UTF-16")]
        except UnicodeDecodeError:
            raise Refused(Finding(CATALOG["damaged_file"])) from None
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        return _windows_text(data), [Finding(CATALOG["encoding_note"], found="Windows-1252")]


def _windows_text(data: bytes) -> str:
    lines = enumerate(data.splitlines(), start=1)
    accented = {number: line for number, line in lines if not line.isascii()}
    strange = [number for number, line in accented.items() if not _is_utf8(line)]
    if len(strange) == len(accented):
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError as error:
            strange = [data.count(b"\n", 0, error.start) + 1]
    listed = ", ".join(f"{number:,}" for number in strange[:5])
    raise Refused(Finding(CATALOG["mixed_encoding"], row=strange[0], found=listed))


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _delimiter(text: str) -> str:
    """The delimiter that cuts the most records into equally many fields."""

    def cut(delimiter: str) -> int:
        records, width = _commonest(_sample(text, delimiter))
        return records * (width - 1)

    return max(_DELIMITERS, key=cut)


def _sample(text: str, delimiter: str) -> list[list[str]]:
    """The first records that hold something; what a stray quotation mark swallows is left out."""
    records: list[list[str]] = []
    reader = csv.reader(_lines(text, 0), delimiter=delimiter)
    with suppress(csv.Error):
        records.extend(fields for fields in islice(reader, _SAMPLE_RECORDS) if any(fields))
    return records


def _commonest(records: Sequence[Sequence[str]]) -> tuple[int, int]:
    """The commonest number of fields, after how many records have it; at a tie the larger."""
    widths = Counter(len(fields) for fields in records)
    return max(((n, width) for width, n in widths.items()), default=(0, 0))


def _width(records: Sequence[Sequence[str]]) -> int:
    """The columns of the table: the commonest field count without what is blank in all rows."""
    _, width = _commonest(records)
    return max((_reach(fields) for fields in records if len(fields) == width), default=0)


def _reach(fields: Sequence[str]) -> int:
    """The number of fields up to the last that holds something."""
    reach = len(fields)
    while reach and not fields[reach - 1].strip():
        reach -= 1
    return reach


def _lines(text: str, lines_before: int) -> Iterator[str]:
    """The lines with their ends, whichever of the three kinds they have.

    Raises:
        Refused: at a line longer than any export writes.
    """
    for number, line in enumerate(io.StringIO(text, newline=""), start=lines_before + 1):
        if len(line) > LONGEST_LINE:
            most = f"{LONGEST_LINE:,} characters"
            raise Refused(Finding(CATALOG["long_line"], row=number, other=most))
        yield line


def _records(text: str, delimiter: str, lines_before: int) -> Iterator[_Record]:
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(_lines(text, lines_before), delimiter=delimiter, strict=True)
    while True:
        line = lines_before + reader.line_num + 1
        try:
            fields = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            one_line = lines_before + reader.line_num == line
            if "limit" in str(error) and one_line:
                most = f"{LONGEST_CELL:,}"
                raise Refused(Finding(CATALOG["long_cell"], row=line, other=most)) from None
            raise Refused(Finding(CATALOG["unclosed_quote"], row=line)) from None
        yield _Record(line, fields)


def _evened(records: Iterator[_Record], width: int) -> Iterator[list[str]]:
    """The fields of every record, as many as the table has columns.

    Fields beyond the table may only be blank. A record with fewer fields is a blank line, a
    heading of one cell, or a title above or a note below the table of at most half its width;
    any other would slip into the wrong columns.

    Raises:
        Refused: at the first record of which one cannot know the columns.
    """
    inside, note = False, None
    for record in records:
        fields = record.fields
        if len(fields) == width:
            if note and inside:
                raise _ragged(note, width)
            inside = True
        elif len(fields) > width:
            if _reach(fields) > width:
                raise _ragged(record, width)
            fields = fields[:width]
        else:
            filled = sum(1 for field in fields if field.strip())
            if filled > max(width // 2, 1):
                raise _ragged(record, width)
            note = note or (record if inside and filled > 1 else None)
            fields = fields + [""] * (width - len(fields))
        yield fields


def _ragged(record: _Record, width: int) -> Refused:
    fields = f"{len(record.fields):,}"
    return Refused(
        Finding(CATALOG["ragged_rows"], row=record.line, found=fields, other=f"{width:,}")
    )


def _columns(rows: Iterator[list[str]], width: int) -> list[pa.Array]:
    import pyarrow as pa

    parts: list[list[pa.Array]] = [[] for _ in range(width)]
    while batch := list(islice(rows, _BATCH)):
        for part, column in zip(parts, zip(*batch, strict=True), strict=True):
            part.append(pa.array(column, pa.string()))
    return [pa.concat_arrays(part) for part in parts if part]
