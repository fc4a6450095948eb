"""Dates and times of a column: each shape written down, none guessed.

A cell is read by the first shape that fits it. Where day and month cannot be told apart the
order must be given; `orders_proven` says what the column itself proves.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    Parts = Mapping[str, np.ndarray[Any, Any]]
    Instants = np.ndarray[Any, np.dtype[np.datetime64]]

MDY, DMY = "mdy", "dmy"
EARLIEST_YEAR = 2000  # before that a date is a spreadsheet's accident, not a call
_TYPING_ERRORS = 99  # so many proofs of one order outweigh one of the other
_TIME = (
    r"(?:[T ,]+(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?P<fraction>[.,]\d+)?)?"
    r"\s*(?P<half>[AaPp]?)\.?[Mm]?\.?)?\s*(?P<offset>Z|z|UTC|[+-]\d{2}(?::?\d{2})?)?\s*$"
)
_MONTH_NAME = r"(?P<name>[A-Za-z]{3})[a-z]*\.?"
_ISO = r"^\s*(?P<year>\d{4})[-/](?P<month>\d{1,2})[-/](?P<day>\d{1,2})" + _TIME
_NUMERIC = r"^\s*(?P<first>\d{1,2})[/.-](?P<other>\d{1,2})[/.-](?P<year>\d{4}|\d{2})" + _TIME
_YEAR_NAME = r"^\s*(?P<year>\d{4})[ -]" + _MONTH_NAME + r"[ -](?P<day>\d{1,2})" + _TIME
_DAY_NAME = r"^\s*(?P<day>\d{1,2})[ -]?" + _MONTH_NAME + r"[ ,-]*(?P<year>\d{4}|\d{2})" + _TIME
_NAME_DAY = r"^\s*" + _MONTH_NAME + r" (?P<day>\d{1,2}),? (?P<year>\d{4})" + _TIME
_SERIAL = r"^\s*(?P<serial>\d{5}(?:\.\d+)?)\s*$"
SERIAL_DAY = r"^\s*[345]\d{4}(\.\d+)?\s*$"  # a spreadsheet's day number of 1982–2064
TIME_OF_DAY = r"^\s*\d{1,2}:\d{2}(?::\d{2})?\s*(?:[AaPp]\.?[Mm]\.?)?\s*$"
DESTROYED = r"^\s*\d{1,2}:\d{2}\.\d+\s*$"  # "00:05.0": a spreadsheet dropped date and hour
IN_UTC = r"\d{2}\s*(?:Z|z|UTC|[+-]00(?::?00)?)\s*$"
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


@dataclass(frozen=True)
class Shape:
    """One way to write an instant: its pattern, and the instants of the pattern's parts."""

    pattern: str
    instants: Callable[[Parts, str | None], Instants]


def read_times(
    cells: pa.StringArray, order: str | None, zone: str | None = None
) -> pa.TimestampArray:
    """The wall-clock times of the cells, to the second; missing where blank or in no known shape.

    An offset from UTC ("-05:00") is left out: the clock as written is the city's own.

    Args:
        cells: text cells, blank as null.
        order: "mdy" or "dmy" for dates such as 3/4/2026; None leaves those unread.
        zone: the city's time zone, into which times marked as UTC are put; None keeps them as
            they are written.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    written = _as_written(cells, order)
    if zone is None:
        return written
    local = pc.local_timestamp(pc.cast(written, pa.timestamp("us", zone)))
    return pc.if_else(pc.match_substring_regex(cells, IN_UTC), local, written)


def _as_written(cells: pa.StringArray, order: str | None) -> pa.TimestampArray:
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    first = pc.drop_null(cells).slice(0, 100)
    if share_of_shape(first, _ISO) == 1:
        try:  # a column of nothing but plain ISO times, as spreadsheets type them
            return pc.cast(cells, pa.timestamp("s")).cast(pa.timestamp("us"))
        except pa.ArrowInvalid:
            pass
    instants = np.full(len(cells), "NaT", dtype="datetime64[s]")
    left = np.flatnonzero(pc.is_valid(cells).to_numpy(zero_copy_only=False))
    for shape in _likeliest_first(first):
        if not len(left):
            break
        parts = pc.extract_regex(cells.take(pa.array(left)), pattern=shape.pattern)
        fits = pc.is_valid(parts).to_numpy(zero_copy_only=False)
        found = shape.instants(_numbers(parts.filter(pa.array(fits))), order)
        instants[left[fits]] = found
        left = left[~fits]
    return pa.array(instants.astype("datetime64[us]"), from_pandas=True)


def _likeliest_first(cells: pa.StringArray) -> list[Shape]:
    """The shapes, those that most of these cells fit first; no cell fits two of them."""
    return sorted(SHAPES, key=lambda shape: -share_of_shape(cells, shape.pattern))


def orders_proven(cells: pa.StringArray) -> set[str]:
    """The orders that dates such as 13/4/2026 prove.

    Empty where the column has no such date, {"mdy", "dmy"} where it has some
    and none of them, or some of either order, decides.
    """
    if not _number_of(cells, r"^\s*\d{1,2}[/.-]\d{1,2}[/.-]\d"):
        return set()
    month_first = _number_of(cells, r"^\s*\d{1,2}[/.-](?:1[3-9]|[23]\d)[/.-]\d")
    day_first = _number_of(cells, r"^\s*(?:1[3-9]|[23]\d)[/.-]\d{1,2}[/.-]\d")
    if month_first > day_first * _TYPING_ERRORS:
        return {MDY}
    return {DMY} if day_first > month_first * _TYPING_ERRORS else {MDY, DMY}


def share_of_shape(cells: pa.StringArray, pattern: str) -> float:
    """The share of the cells that fit a pattern; 0 for no cells."""
    import pyarrow.compute as pc

    return float(pc.mean(pc.match_substring_regex(cells, pattern)).as_py() or 0.0)


def _number_of(cells: pa.StringArray, pattern: str) -> int:
    import pyarrow.compute as pc

    return int(pc.sum(pc.match_substring_regex(cells, pattern)).as_py() or 0)


def _numbers(parts: pa.StructArray) -> dict[str, np.ndarray[Any, Any]]:
    """The matched parts as numbers (names and halves of the day as numbers too)."""
    import pyarrow as pa
    import pyarrow.compute as pc

    numbers: dict[str, np.ndarray[Any, Any]] = {}
    for index in range(parts.type.num_fields):
        name = parts.type.field(index).name
        texts = pc.struct_field(parts, [index])
        if name == "offset":
            continue
        if name == "name":
            texts = pc.index_in(pc.utf8_lower(texts), pa.array(_MONTHS))
        elif name == "half":
            texts = pc.index_in(pc.utf8_lower(texts), pa.array(["a", "p"]))
        elif name == "fraction":
            texts = pc.replace_substring(texts, ",", ".")
        if pa.types.is_string(texts.type):
            texts = pc.if_else(pc.equal(texts, ""), None, texts)
        kind = pa.float64() if name in ("serial", "fraction") else pa.int64()
        missing = -1 if name in ("name", "half") else 0
        numbers[name] = pc.fill_null(pc.cast(texts, kind), missing).to_numpy()
    return numbers


def _instants(parts: Parts, year: np.ndarray[Any, Any], month: np.ndarray[Any, Any]) -> Instants:
    """The instants of numbered parts; missing where there is no such day or time."""
    import numpy as np

    year = np.where(year < 100, year + 2000, year)
    day = parts["day"] if "day" in parts else parts["other"]
    months = (year - 1970) * 12 + np.clip(month, 1, 12) - 1
    days = months.astype("datetime64[M]").astype("datetime64[D]") + (day - 1)
    exists = (month >= 1) & (month <= 12) & (day >= 1)
    exists &= days.astype("datetime64[M]").astype("int64") == months
    hour, half = parts["hour"], parts["half"]
    twelve = half >= 0
    exists &= np.where(twelve, (hour >= 1) & (hour <= 12), hour <= 24)
    hour = np.where(twelve, hour % 12 + 12 * half, hour)
    minute, second = parts["minute"], parts["second"]
    exists &= (minute < 60) & (second < 60) & ((hour < 24) | ((minute == 0) & (second == 0)))
    whole = second + np.floor(parts["fraction"] + 0.5).astype("int64")
    instants = days.astype("datetime64[s]") + (hour * 3600 + minute * 60 + whole)
    return np.where(exists, instants, np.datetime64("NaT"))


def _from_iso(parts: Parts, order: str | None) -> Instants:
    return _instants(parts, parts["year"], parts["month"])


def _from_name(parts: Parts, order: str | None) -> Instants:
    return _instants(parts, parts["year"], parts["name"] + 1)


def _from_numeric(parts: Parts, order: str | None) -> Instants:
    import numpy as np

    if order is None:
        return np.full(len(parts["year"]), "NaT", dtype="datetime64[s]")
    month, day = ("first", "other") if order == MDY else ("other", "first")
    return _instants({**parts, "day": parts[day]}, parts["year"], parts[month])


def _from_serial(parts: Parts, order: str | None) -> Instants:
    import numpy as np

    seconds = np.floor(parts["serial"] * 86400 + 0.5).astype("int64")
    instants = np.datetime64("1899-12-30", "s") + seconds
    sane = (parts["serial"] > 30000) & (parts["serial"] < 60000)
    return np.where(sane, instants, np.datetime64("NaT"))


SERIAL = Shape(_SERIAL, _from_serial)
SHAPES = (
    Shape(_ISO, _from_iso),
    Shape(_NUMERIC, _from_numeric),
    SERIAL,
    Shape(_YEAR_NAME, _from_name),
    Shape(_DAY_NAME, _from_name),
    Shape(_NAME_DAY, _from_name),
)
DATES = tuple(shape.pattern for shape in SHAPES if shape is not SERIAL)  # no bare number is one
