"""How the cells of one column are read as the values of one field."""

from __future__ import annotations

import hmac
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from arp.intake.checking.dates import read_times
from arp.intake.checking.numbers import read_number, read_span
from arp.intake.recognition.content import are_withheld, says_nothing
from arp.intake.recognition.spelling import plain
from arp.words.grammar import Field, Kind, Vocabulary
from arp.words.vocabularies import YES_NO

if TYPE_CHECKING:
    import pyarrow as pa

_SEVERAL = re.compile(r"\s*[;,|/\n]\s*")  # what parts several words in one cell

_TIME_OF_DAY = re.compile(
    r"(?P<hour>\d{1,2})(?::(?P<minute>\d{2})(?::00)?)?\s*(?:(?P<half>[AaPp])\.?[Mm]\.?)?"
)


@dataclass(frozen=True)
class Reading:
    """The values of a column, and which of its filled cells could not be read."""

    values: pa.Array
    unread: pa.BooleanArray
    withheld: int = 0  # cells that read “REDACTED” or the like


@dataclass(frozen=True)
class Reader:
    """What the reading of a column needs to know beside its cells."""

    date_order: str | None = None  # "mdy" or "dmy"
    zone: str | None = None  # the city's, for times marked as UTC
    person_key: bytes | None = None  # without it, person numbers are left out
    span_unit: str | None = None  # of bare numbers in a column of spans, where it is not declared
    yes: tuple[str, ...] = ()  # the city's own words for yes; its other words then mean no

    def read(self, field: Field, cells: pa.StringArray) -> Reading:
        """The cells as the values of a field; blank is unknown, and so is what cannot be read."""
        import pyarrow.compute as pc

        blank = says_nothing(cells)
        values = _READERS[field.kind](self, field, cells)
        if field.kind in (Kind.ID, Kind.LABEL, Kind.FLAG, Kind.PERSON):
            values = pc.if_else(blank, None, values) if blank.true_count else values
        unread = pc.and_not(pc.is_null(values), blank)
        withheld = 0
        if blank.true_count > cells.null_count:
            withheld = are_withheld(cells.filter(blank).drop_null()).true_count
        return Reading(values, unread, withheld)


@lru_cache(maxsize=64)
def words_of(vocabulary: Vocabulary) -> Mapping[str, str]:
    """Plain spelling → canonical word."""
    return {
        plain(spelling): word.key
        for word in vocabulary.words
        for spelling in (*word.spellings, word.key)
    }


def read_word(vocabulary: Vocabulary, text: str) -> str | None:
    """The canonical word that a text means, if it is a known spelling."""
    return words_of(vocabulary).get(plain(text))


def several(text: str) -> list[str]:
    """The parts of a cell that holds several words."""
    return [part for part in _SEVERAL.split(text) if part]


def by_value(cells: pa.StringArray, meaning: Callable[[str], Any], kind: pa.DataType) -> pa.Array:
    """The meaning of each cell, worked out once for each distinct text."""
    import pyarrow as pa

    coded = cells.dictionary_encode()
    meanings = [meaning(text) for text in coded.dictionary.to_pylist()]
    return pa.array(meanings, kind).take(coded.indices)


def _id(reader: Reader, field: Field, cells: pa.StringArray) -> pa.StringArray:
    return cells


def _label(reader: Reader, field: Field, cells: pa.StringArray) -> pa.StringArray:
    import pyarrow.compute as pc

    return pc.utf8_trim_whitespace(cells)


def _word(reader: Reader, field: Field, cells: pa.StringArray) -> pa.Array:
    import pyarrow as pa

    vocabulary = _vocabulary(field)
    return by_value(cells, lambda text: read_word(vocabulary, text), pa.string())


def _words(reader: Reader, field: Field, cells: pa.StringArray) -> pa.Array:
    """Every known word of the cell; a cell none of whose words is known is unread."""
    import pyarrow as pa

    vocabulary = _vocabulary(field)

    def meaning(text: str) -> str | None:
        whole = read_word(vocabulary, text)
        parts = [whole] if whole else [read_word(vocabulary, part) for part in several(text)]
        known = {part for part in parts if part}
        return "; ".join(key for key in vocabulary.keys if key in known) or None

    return by_value(cells, meaning, pa.string())


def _vocabulary(field: Field) -> Vocabulary:
    if field.vocabulary is None:
        raise ValueError(f"{field.name} is declared without a vocabulary")
    return field.vocabulary


def _flag(reader: Reader, field: Field, cells: pa.StringArray) -> pa.Array:
    import pyarrow as pa

    says = {"yes": True, "no": False, None: None}
    own = {plain(word) for word in reader.yes}

    def meaning(text: str) -> bool | None:
        known = says[read_word(YES_NO, text)]
        return known if known is not None or not own else plain(text) in own

    return by_value(cells, meaning, pa.bool_())


def _span(reader: Reader, field: Field, cells: pa.StringArray) -> pa.Array:
    import pyarrow as pa

    unit = reader.span_unit or field.unit or ""
    return by_value(cells, lambda text: read_span(text, unit), pa.float64())


def _number(reader: Reader, field: Field, cells: pa.StringArray) -> pa.Array:
    import pyarrow as pa

    return by_value(cells, read_number, pa.float64())


def _whole(reader: Reader, field: Field, cells: pa.StringArray) -> pa.Array:
    import pyarrow as pa

    def meaning(text: str) -> int | None:
        number = read_number(text)
        return int(number) if number is not None and number == int(number) else None

    return by_value(cells, meaning, pa.int64())


def _timestamp(reader: Reader, field: Field, cells: pa.StringArray) -> pa.Array:
    return read_times(cells, reader.date_order, reader.zone)


def _date(reader: Reader, field: Field, cells: pa.StringArray) -> pa.Array:
    import pyarrow as pa
    import pyarrow.compute as pc

    times = read_times(cells, reader.date_order, reader.zone)
    return pc.cast(pc.floor_temporal(times, unit="day"), pa.date32())


def _time_of_day(reader: Reader, field: Field, cells: pa.StringArray) -> pa.Array:
    import pyarrow as pa

    return by_value(cells, read_time_of_day, pa.string())


def read_time_of_day(text: str) -> str | None:
    """The time of day as “07:00”: "7:00", "07:00:00" and "7 AM" are 07:00; "24:00" is 00:00."""
    parts = _TIME_OF_DAY.fullmatch(text.strip())
    if parts is None:
        return None
    hour, minute, half = (
        int(parts["hour"]),
        int(parts["minute"] or 0),
        (parts["half"] or "").casefold(),
    )
    if minute > 59 or not (1 <= hour <= 12 if half else hour < 24 or (hour, minute) == (24, 0)):
        return None
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour % 24
    return f"{hour:02d}:{minute:02d}"


def _month(reader: Reader, field: Field, cells: pa.StringArray) -> pa.Array:
    import pyarrow.compute as pc

    first_days = pc.replace_substring_regex(cells, r"^\s*(\d{4})-(\d{1,2})\s*$", r"\1-\2-01")
    first_days = pc.replace_substring_regex(
        first_days, r"^\s*([A-Za-z]{3})[a-z]*\.?[ -](\d{4})\s*$", r"\1 1, \2"
    )
    return pc.strftime(read_times(first_days, reader.date_order), format="%Y-%m")


def _person(reader: Reader, field: Field, cells: pa.StringArray) -> pa.Array:
    import pyarrow as pa

    key = reader.person_key
    if key is None:
        return pa.nulls(len(cells), pa.string())
    return by_value(
        cells, lambda text: hmac.new(key, text.strip().encode(), "sha256").hexdigest(), pa.string()
    )


_READERS: Mapping[Kind, Callable[[Reader, Field, pa.StringArray], pa.Array]] = {
    Kind.ID: _id,
    Kind.LABEL: _label,
    Kind.WORD: _word,
    Kind.WORDS: _words,
    Kind.FLAG: _flag,
    Kind.NUMBER: _number,
    Kind.SPAN: _span,
    Kind.WHOLE: _whole,
    Kind.TIMESTAMP: _timestamp,
    Kind.DATE: _date,
    Kind.TIME_OF_DAY: _time_of_day,
    Kind.MONTH: _month,
    Kind.PERSON: _person,
}
