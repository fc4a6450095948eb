"""The grammar in which tables are declared: kinds, vocabularies, fields, tables.

A declaration is written once. Recognition, checking, storing, the template workbook, the sample
city and the data dictionary are all derived from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a column holds, and so how its cells are read and how the lake stores them."""

    ID = "identifier"  # byte-exact text: leading zeros and 20 digits survive
    TIMESTAMP = "date and time"  # the city's local clock, to the second, without a zone
    DATE = "date"
    TIME_OF_DAY = "time of day"  # text "07:00"
    MONTH = "month"  # text "2026-10"
    LABEL = "label"  # the city's own words
    WORD = "word"  # one word of a declared vocabulary
    WORDS = "words"  # several words of a declared vocabulary, stored joined by "; "
    FLAG = "yes or no"  # blank is unknown, never no
    WHOLE = "whole number"
    NUMBER = "number"
    SPAN = "span"  # a duration in the field's unit; read to work out a missing clock, never stored
    PERSON = "person key"  # stored only as a keyed hash


def spelled(text: str) -> tuple[str, ...]:
    """Spellings written as one text, “Rcvd | Time received”, so that a declaration stays short."""
    return tuple(spelling.strip() for spelling in text.split("|"))


@dataclass(frozen=True)
class Word:
    """One canonical word and the local spellings that mean it."""

    key: str
    meaning: str
    spellings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Vocabulary:
    """The closed list of words that a WORD field may hold."""

    name: str
    words: tuple[Word, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The canonical words, in the order in which they are shown."""
        return tuple(word.key for word in self.words)


@dataclass(frozen=True, kw_only=True)
class Field:
    """One column of one table."""

    name: str
    title: str
    meaning: str
    kind: Kind
    unit: str | None = None
    required: bool = False  # its completeness is measured and shown as critical
    headers: tuple[str, ...] = ()  # spellings that cities use, most trusted first
    vocabulary: Vocabulary | None = None
    personal: bool = False  # left out on upload unless an administrator allows it
    read_from: str | None = None  # WORD fields: the LABEL field whose text is read as this word
    gives: str | None = None  # SPAN fields: the clock this span leads to …
    since: str | None = None  # … and the clock it is counted from

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every header that means this field: its title, its name, and what cities write."""
        return (self.title, self.name, *self.headers)

    @property
    def stored(self) -> bool:
        """Whether the lake keeps this field (a span only leads to a clock)."""
        return self.kind is not Kind.SPAN and not self.personal


@dataclass(frozen=True, kw_only=True)
class Table:
    """One table: its grain, its keys and its fields."""

    name: str
    title: str
    grain: str
    meaning: str  # says also what the table cannot tell
    keys: tuple[tuple[str, ...], ...]  # alternatives; the first whose fields are all known counts
    clocks: tuple[str, ...]  # a row belongs to the month of its first known clock
    fields: tuple[Field, ...]

    def field(self, name: str) -> Field:
        """The field of that name.

        Raises:
            KeyError: when the table has no such field.
        """
        for field in self.fields:
            if field.name == name:
                return field
        raise KeyError(f"{self.name} has no field {name}")

    @property
    def stored_fields(self) -> tuple[Field, ...]:
        """The fields that the lake keeps, in declared order."""
        return tuple(field for field in self.fields if field.stored)


STORED_WITH_EVERY_ROW: dict[str, str] = {
    "feed": "The stream of files the row came in",
    "upload_id": "The upload that brought the row in its present form",
    "row_key": "Feed's own identity of the row: the fields of the table's key, joined by U+001F",
    "row_hash": "Hash of the row's values: two rows with one hash say the same",
    "month": "Month of the row's first known clock, “2026-10”, or “undated”",
    "sheet": "The sheet the row stood on",
    "sheet_row": "The row's number in that sheet, as the spreadsheet shows it",
}
UNDATED = "undated"
