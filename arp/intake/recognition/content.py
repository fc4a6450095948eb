"""What a column's own cells say about what it can hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from arp.words.grammar import Field, Kind
from arp.words.personal import FREE_TEXT_WORDS

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

_UNREADABLE_ALLOWED = 1.6  # a third of the cells may be no dates at all
SAMPLE = 300  # distinct values looked at
_BLANK = ("", "na", "n/a", "nan", "null", "#n/a", "-", "--", "—", "–", ".")  # nothing is known
WITHHELD = (
    *("redacted", "[redacted]", "(redacted)", "<redacted>", "**redacted**", "confidential"),
    *("withheld", "masked", "***", "****", "*****", "xxx", "xxxx", "xxxxx"),
)
_LONGEST_BLANK = max(map(len, (*_BLANK, *WITHHELD)))
_NUMBER = r"^\s*[$-]?\d{1,3}(?:,\d{3})*(?:\.\d+)?\s*%?\s*$|^\s*-?\d*\.?\d+\s*$"
_WHOLE = r"^\s*\d+(?:\.0+)?\s*$"
_YES_NO = r"(?i)^\s*(?:yes|no|y|n|true|false|t|f|0|1|x)\s*$"
_MIDNIGHT = r"^\d{5}$|^[^:]*[-/ A-Za-z][^:]*$|\s0?0:00(?::00)?$|\s12:00(?::00)? AM$"
_SHORT_SPAN = r"^\s*-?(?:0?[0-2]:\d{2}:\d{2}|\d{1,3}:\d{2})\s*$"  # no clock of the afternoon
_SEVERAL_TIMES = r"\d:\d{2}.*[,;|\n&/ ].*\d:\d{2}"
_MONTH = r"^\s*\d{4}-\d{2}(?:-01(?: 00:00:00)?)?\s*$|(?i)^\s*[a-z]{3,9}\.? \d{4}\s*$"
_PHRASE = r"\S+\s+\S+\s+\S+"
_SEVERAL = 10  # cells: fewer labels may well be all different
_FEW_WORDS = 4  # that say yes or no: “done”, “not done”, “unknown”, “refused”
_ID = r"^[^\s]*\d[^\s]*$"


@dataclass(frozen=True, kw_only=True)
class Content:
    """Shares (0–1) of a column's distinct values, by what they look like."""

    filled: int
    distinct: int
    dates: float = 0.0
    midnights: float = 0.0  # dates without a time
    serials: float = 0.0
    times_of_day: float = 0.0
    short_spans: float = 0.0  # "0:12:30", "12:30"
    several_times: float = 0.0  # "E1 14:05, M2 14:09"
    destroyed: float = 0.0  # "00:05.0"
    in_utc: float = 0.0
    numbers: float = 0.0
    wholes: float = 0.0
    yes_no: float = 0.0
    months: float = 0.0
    codes: float = 0.0  # one word with a digit in it
    length: float = 0.0  # mean number of characters
    words: float = 0.0  # mean number of words
    phrases: float = 0.0  # three words or more
    sample: tuple[str, ...] = ()

    @property
    def are_moments(self) -> bool:
        """Whether the cells are dates with a time: what single calls have."""
        return self.dates > 0.8 and self.midnights < 0.8

    @property
    def repeats(self) -> float:
        """The share of the filled cells that repeat an earlier one."""
        return 1 - self.distinct / self.filled if self.filled else 0.0

    @property
    def free_text(self) -> bool:
        """Whether the cells are sentences, hardly two alike."""
        return self.words > FREE_TEXT_WORDS and self.repeats < 0.5

    @property
    def are_remarks(self) -> bool:
        """Whether the cells are short phrases, hardly two alike: no labels, whatever the header."""
        return self.filled >= _SEVERAL and self.repeats < 0.1 and self.phrases > 0.8

    @property
    def few_words(self) -> bool:
        """Whether the cells hold so few different words that they may be a city's yes and no."""
        others = self.dates + self.times_of_day + self.numbers
        return 0 < self.distinct <= _FEW_WORDS and not others and self.words <= 2

    def fits(self, field: Field) -> float:
        """How well these cells suit a field: 0 cannot be, 1 just right."""
        return 0.9 if not self.filled else _FITS[field.kind](self, field)


def content_of(cells: pa.StringArray) -> Content:
    """What the cells of a column (blank as null) look like."""
    return contents_of([cells])[0]


def contents_of(columns: Sequence[pa.StringArray]) -> tuple[Content, ...]:
    """What the cells of each of several columns look like; quicker than one after the other."""
    import pyarrow.compute as pc

    different = [pc.unique(pc.drop_null(cells)) for cells in columns]
    samples = [_sample_of(values) for values in different]
    return tuple(
        Content(
            filled=len(cells) - cells.null_count,
            distinct=len(values),
            sample=tuple(sample.to_pylist()),
            **looks,
        )
        if len(sample)
        else Content(filled=0, distinct=0)
        for cells, values, sample, looks in zip(
            columns, different, samples, _looks(samples), strict=True
        )
    )


def _looks(samples: Sequence[pa.StringArray]) -> list[dict[str, float]]:
    """The shares and means of `Content`, by name, for each sample of a column."""
    import numpy as np
    import pyarrow.compute as pc

    from arp.intake.checking import dates

    together = _Together(samples)
    cells, share = together.cells, together.share
    found = {
        "dates": np.sum([share(pattern) for pattern in dates.DATES], axis=0),
        "midnights": share(_MIDNIGHT),
        "serials": share(dates.SERIAL_DAY),
        "times_of_day": share(dates.TIME_OF_DAY),
        "short_spans": share(_SHORT_SPAN),
        "several_times": share(_SEVERAL_TIMES),
        "destroyed": share(dates.DESTROYED),
        "in_utc": share(dates.IN_UTC),
        "numbers": share(_NUMBER),
        "wholes": share(_WHOLE),
        "yes_no": share(_YES_NO),
        "months": share(_MONTH),
        "codes": share(_ID),
        "length": together.mean(pc.utf8_length(cells)),
        "words": together.mean(pc.count_substring_regex(cells, r"\S+")),
        "phrases": share(_PHRASE),
    }
    return [
        {name: float(of_each[number]) for name, of_each in found.items()}
        for number in range(len(samples))
    ]


def _sample_of(values: pa.StringArray) -> pa.StringArray:
    """Some of a column's different values, without those that say nothing."""
    import pyarrow as pa
    import pyarrow.compute as pc

    step = max(1, len(values) // SAMPLE)
    sample = values.take(pa.array(range(0, len(values), step), pa.int64()))
    return sample.filter(pc.invert(says_nothing(sample)))


class _Together:
    """Samples of several columns, one below the other: a pattern is made ready once for all."""

    def __init__(self, samples: Sequence[pa.StringArray]) -> None:
        import numpy as np
        import pyarrow as pa

        self.cells = pa.concat_arrays([*samples, pa.nulls(0, pa.string())])
        self._sizes = np.array([len(sample) for sample in samples], dtype=np.int64)
        self._column = np.repeat(np.arange(len(samples)), self._sizes)

    def share(self, pattern: str) -> np.ndarray[Any, Any]:
        """The share of each sample that fits a pattern; 0 of an empty one."""
        import pyarrow.compute as pc

        return self.mean(pc.match_substring_regex(self.cells, pattern))

    def mean(self, values: pa.Array) -> np.ndarray[Any, Any]:
        """The mean of a number for every cell, by sample; 0 of an empty one."""
        import numpy as np

        numbers = values.to_numpy(zero_copy_only=False)
        total = np.bincount(self._column, weights=numbers, minlength=len(self._sizes))
        return total / np.maximum(self._sizes, 1)


def says_nothing(cells: pa.StringArray) -> pa.BooleanArray:
    """Which cells are blank or read "N/A", "-", "NULL", "REDACTED" and the like: unknown.

    "None" is not among them: it can be an answer.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    short = pc.if_else(pc.less_equal(pc.utf8_length(cells), _LONGEST_BLANK), cells, None)
    said = pc.utf8_lower(pc.utf8_trim_whitespace(short))
    return pc.or_(pc.is_null(cells), pc.is_in(said, pa.array((*_BLANK, *WITHHELD))))


def are_withheld(cells: pa.StringArray) -> pa.BooleanArray:
    """Which cells say that their value is not shown."""
    import pyarrow as pa
    import pyarrow.compute as pc

    return pc.is_in(pc.utf8_lower(pc.utf8_trim_whitespace(cells)), pa.array(WITHHELD))


def _fits_timestamp(content: Content, field: Field) -> float:
    if content.destroyed > 0.5:
        return 0.8
    if content.times_of_day > 0.5:
        return 0.8
    dates = min(1.0, max(content.dates, content.serials * 0.95) * _UNREADABLE_ALLOWED)
    return dates * (0.7 if content.midnights > 0.95 else 1.0)


def _fits_date(content: Content, field: Field) -> float:
    return max(content.dates, content.serials * 0.9)


def _fits_id(content: Content, field: Field) -> float:
    if content.dates > 0.5 or content.times_of_day > 0.5 or content.length > 40:
        return 0.0
    return 0.6 + 0.4 * max(content.codes, 1 - content.repeats)


def _fits_label(content: Content, field: Field) -> float:
    if content.dates > 0.5 or content.times_of_day > 0.5 or content.free_text:
        return 0.0
    many_numbers = content.numbers > 0.9 and content.repeats < 0.2 and content.filled > 20
    return 0.4 if many_numbers else 0.9 + 0.1 * content.repeats


def _fits_flag(content: Content, field: Field) -> float:
    return max(content.yes_no, 0.6 if content.few_words else 0.0)


def _fits_number(content: Content, field: Field) -> float:
    return content.numbers


def _fits_span(content: Content, field: Field) -> float:
    return max(content.numbers, 0.7 * content.short_spans)


def _fits_month(content: Content, field: Field) -> float:
    return max(content.months, content.dates)


_FITS = {
    Kind.ID: _fits_id,
    Kind.PERSON: _fits_id,
    Kind.TIMESTAMP: _fits_timestamp,
    Kind.DATE: _fits_date,
    Kind.MONTH: _fits_month,
    Kind.LABEL: _fits_label,
    Kind.WORD: _fits_label,
    Kind.WORDS: _fits_label,
    Kind.FLAG: _fits_flag,
    Kind.WHOLE: _fits_number,
    Kind.NUMBER: _fits_number,
    Kind.SPAN: _fits_span,
}
