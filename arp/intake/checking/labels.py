"""Labels of one column that look like one label written twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from arp.intake.checking.values import read_word
from arp.intake.recognition.spelling import plain, spoken
from arp.words.grammar import Field, Kind, Table

_FEWEST_WORDS = 2  # of the shorter label: “Fire” and “Fire alarm” are two things
_MOST_LABELS = 300  # a column with more is not one of labels
_SAY_NOTHING = {"and", "or", "the", "of", "a", "to"}


@dataclass(frozen=True, order=True)
class Alike:
    """Two labels of one field that may be one: the rarer is proposed to be read as the other."""

    field: str
    rarer: str
    other: str
    rows: int  # that have the rarer label


@dataclass(frozen=True, slots=True)
class _Spelled:
    """What two labels are compared by, worked out once for each."""

    label: str
    plain: str
    words: frozenset[str]  # those that tell something
    word: object  # what its field reads it as; the label itself where none does

    @classmethod
    def of(cls, label: str, read_as: Field | None) -> _Spelled:
        vocabulary = None if read_as is None else read_as.vocabulary
        words = frozenset(spoken(label).split()) - _SAY_NOTHING
        word = label if vocabulary is None else read_word(vocabulary, label)
        return cls(label, plain(label), words, word)


def alike_labels(table: Table, counts: Mapping[str, Mapping[str, int]]) -> list[Alike]:
    """The pairs of labels that differ only in case, spaces, punctuation or one word.

    One word more or less is taken for the same label only where both are read as the same word.

    Args:
        table: whose labels they are.
        counts: field → label → number of rows.
    """
    found = []
    for name, rows in counts.items():
        if table.field(name).kind is not Kind.LABEL or len(rows) > _MOST_LABELS:
            continue
        read_as = next((field for field in table.fields if field.read_from == name), None)
        spelled = [_Spelled.of(label, read_as) for label in sorted(rows)]
        for first, second in combinations(spelled, 2):
            if _alike(first, second):
                both = (first.label, second.label)
                rarer, other = sorted(both, key=lambda label: (rows[label], label))
                found.append(Alike(name, rarer, other, rows[rarer]))
    return found


def merged_into(pairs: Sequence[Alike]) -> dict[tuple[str, str], str]:
    """(field, label) → the label it is read as: of each group of alike labels the most frequent.

    `pairs` say for each label which is more frequent; a chain is followed to its end.
    """
    upward = {(pair.field, pair.rarer): pair.other for pair in pairs}
    merged = {}
    for field, label in upward:
        read_as = label
        while (field, read_as) in upward:
            read_as = upward[field, read_as]
        merged[field, label] = read_as
    return merged


def _alike(first: _Spelled, second: _Spelled) -> bool:
    if first.plain == second.plain:
        return True
    if first.words == second.words:
        return bool(first.words)
    if first.word != second.word:
        return False
    shorter, longer = sorted((first.words, second.words), key=len)
    one_more = shorter < longer and len(longer) - len(shorter) == 1
    return one_more and len(shorter) >= _FEWEST_WORDS
