"""How a spreadsheet's cells read as text: byte-exact, with clocks to the second."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa

EPOCH_1900 = datetime(1899, 12, 31)  # what a time of day without a date is counted from
EPOCH_1904 = datetime(1904, 1, 1)  # in workbooks born on old Macs
_LONGEST_SPAN = timedelta(days=31)  # a "date" this close to the epoch is a time or a duration

_CONTROL = "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f]"
_CONTROL_BYTES = bytes(byte for byte in range(128) if re.match(_CONTROL, chr(byte)))
_ISO = r"^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)"
_ISO_SPAN = re.compile(r"^(-?)PT(\d{2,})H(\d\d)M(\d\d)(?:[.,]\d+)?S$")  # OpenDocument's durations
_SUBSECOND = r"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+$"


def text_of(value: object) -> str | None:
    """One cell's value as text; None where the cell is blank."""
    if isinstance(value, str):
        return _ISO_SPAN.sub(r"\1\2:\3:\4", value) or None
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return _number_text(value)
    if isinstance(value, datetime):
        return _rounded(value).strftime("%Y-%m-%d %H:%M:%S")
    if isinstance(value, date):
        return f"{value:%Y-%m-%d} 00:00:00"
    if isinstance(value, time):
        return _span_text(datetime.combine(EPOCH_1900, value) - EPOCH_1900)
    if isinstance(value, timedelta):
        return _span_text(value)
    return None if value is None else str(value)


def tidy(
    column: pa.Array,
    *,
    clocks: bool = False,
    iso: bool = False,
    flags: bool = False,
    epoch: datetime = EPOCH_1900,
) -> pa.Array:
    """A column of text as a reader gave it, put right.

    Blank text becomes null and control characters go. In a column of `clocks` the fractions of
    a second are rounded, and what stands at the epoch is a time of day or a duration. In a
    column of `iso` dates the T between day and time goes. In a column of `flags` TRUE and FALSE
    are written as the spreadsheet shows them.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    column = column.cast(pa.string())
    if with_control_characters(column):
        column = pc.replace_substring_regex(column, _CONTROL, "")
    if iso:
        column = pc.replace_substring_regex(column, _ISO, r"\1 \2")
    if clocks:
        column = _spans_from(epoch, _to_the_second(column))
    if flags:
        shout = pc.is_in(column, pa.array(["true", "false"]))
        column = pc.if_else(shout, pc.utf8_upper(column), column)
    return pc.if_else(pc.equal(column, ""), pa.scalar(None, pa.string()), column)


def with_control_characters(column: pa.Array) -> int:
    """How many cells of this string column hold a control character (tab and newline are none)."""
    import pyarrow.compute as pc

    text = _text(column)
    if len(text.translate(None, _CONTROL_BYTES)) == len(text):
        return 0
    found: int = pc.sum(pc.match_substring_regex(column, _CONTROL)).as_py() or 0
    return found


def _text(column: pa.Array) -> bytes:
    """The bytes of all cells of a string column; of a slice they may be those of its whole.

    What is sought in them and not found is in no cell: that is quicker than to ask each cell.
    """
    text = column.buffers()[2]
    return b"" if text is None else text.to_pybytes()


def _to_the_second(column: pa.Array) -> pa.Array:
    import pyarrow as pa
    import pyarrow.compute as pc

    if b"." not in _text(column):
        return column
    split = pc.fill_null(pc.match_substring_regex(column, _SUBSECOND), False)
    if not pc.any(split).as_py():
        return column
    clocks = pc.filter(column, split).cast(pa.timestamp("us"))
    whole = pc.round_temporal(clocks, unit="second").cast(pa.timestamp("s"))
    return pc.replace_with_mask(column, split, whole.cast(pa.string()))


def _spans_from(epoch: datetime, column: pa.Array) -> pa.Array:
    import pyarrow as pa
    import pyarrow.compute as pc

    years = {f"{day.year}-" for day in (epoch, epoch + _LONGEST_SPAN)}
    text = _text(column)
    if not any(year.encode() in text for year in years):
        return column
    old = pc.is_in(pc.utf8_slice_codeunits(column, 0, 5), pa.array(sorted(years)))
    if not pc.any(old).as_py():
        return column
    spans = [_span_since(epoch, text) for text in pc.filter(column, old).to_pylist()]
    return pc.replace_with_mask(column, pc.fill_null(old, False), pa.array(spans, pa.string()))


def _span_since(epoch: datetime, text: str) -> str:
    try:
        span = datetime.fromisoformat(text) - epoch
    except ValueError:
        return text
    return _span_text(span) if timedelta() <= span < _LONGEST_SPAN else text


def _span_text(span: timedelta) -> str:
    if span < timedelta():
        return "-" + _span_text(-span)
    seconds = int(span / timedelta(seconds=1) + 0.5)
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def _rounded(clock: datetime) -> datetime:
    return (clock + timedelta(microseconds=500_000)).replace(microsecond=0)


def _number_text(value: float) -> str:
    """As the fast reader of .xlsx writes it: nine decimals at most, that is 0.1 ms of a date."""
    return str(int(value)) if value.is_integer() else f"{value:.9f}".rstrip("0").rstrip(".")


def table(columns: Sequence[pa.Array]) -> pa.Table:
    """The columns side by side, named "0", "1", …, without the blank rows at the end."""
    import pyarrow as pa
    import pyarrow.compute as pc

    height = 0
    for column in columns:
        filled = pc.indices_nonzero(pc.is_valid(column))
        if len(filled):
            height = max(height, filled[-1].as_py() + 1)
    names = [str(n) for n in range(len(columns))]
    return pa.table([column.slice(0, height) for column in columns], names=names)
