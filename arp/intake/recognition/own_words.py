"""Columns that say yes and no in words of the city's own, such as “done” and “not done”."""

from __future__ import annotations

from collections.abc import Mapping as Map
from dataclasses import replace
from typing import TYPE_CHECKING

from arp.intake.checking.values import read_word
from arp.intake.mapping import Choice, Column, Question
from arp.intake.recognition.spelling import plain
from arp.words.findings import placed
from arp.words.grammar import Kind
from arp.words.tables import TABLES
from arp.words.vocabularies import YES_NO

if TYPE_CHECKING:
    from arp.intake.mapping import Mapping
    from arp.intake.recognition.content import Content
    from arp.intake.recognition.sheets import LookedAt

KEY = "yes"
_MOSTLY = 0.5


def with_own_words(mapping: Mapping, said: Map[str, str]) -> Mapping:
    """The mapping with the words that mean yes, where they were said.

    Args:
        mapping: as the columns were recognized.
        said: header → the words for yes, parted by commas, as the user says or a layout remembers.
    """
    words = {plain(header): tuple(map(str.strip, yes.split(","))) for header, yes in said.items()}
    return replace(
        mapping,
        columns=tuple(
            replace(column, yes=words.get(plain(column.header), ())) if _is_flag(column) else column
            for column in mapping.columns
        ),
    )


def which_word_is_yes(look: LookedAt) -> list[Question]:
    """A question for each column of yes and no whose words are mostly the city's own."""
    return [
        _question(look, column)
        for column in look.mapping.columns
        if _is_flag(column) and not column.yes and _are_own(look.contents[column.position])
    ]


def _is_flag(column: Column) -> bool:
    kinds = (TABLES[t].field(f).kind for t, _, f in (name.partition(".") for name in column.fields))
    return any(kind is Kind.FLAG for kind in kinds)


def _are_own(content: Content) -> bool:
    known = [word for text in content.sample if (word := read_word(YES_NO, text))]
    own = len(content.sample) - len(known)
    return content.few_words and "yes" not in known and own >= _MOSTLY * len(content.sample)


def _question(look: LookedAt, column: Column) -> Question:
    words = sorted(set(look.contents[column.position].sample))
    return Question(
        key=f"{KEY}:{column.header}",
        prompt=f"Which word in column “{column.header}” of {placed(look.sheet.name)} means yes? "
        "The others are read as no.",
        choices=tuple(
            Choice(value=word, label=f"“{word}” is yes" + _others(words, word)) for word in words
        ),
    )


def _others(words: list[str], yes: str) -> str:
    others = ", ".join(f"“{word}”" for word in words if word != yes)
    return f", {others} no" if others else ""
