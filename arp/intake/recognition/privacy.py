"""Which columns are personal and so are left out."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from arp.intake.recognition import addresses
from arp.intake.recognition.headers import declared
from arp.intake.recognition.spelling import plain, spoken
from arp.words.given_names import GIVEN_NAMES
from arp.words.grammar import Kind
from arp.words.personal import PERSONAL, PersonalKind
from arp.words.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from arp.intake.recognition.content import Content

_LOOKED_AT = 100  # distinct values
_MANY = 0.4  # the share of them that must look personal
_MOST = 0.6  # the same where the form is vague, or where a known column's labels look like names
_NO_TEXT = 0.5  # the share of dates, numbers or yes and no from which on a column is no text
_FREE_TEXT = "free text"
_AS_MANY_AS_CALLS = {"calls.place"}  # labels that may well differ from row to row
_PERSON = re.compile(
    r"\s*(?:(?P<last>[^\W\d_][\w'’-]+),\s*(?P<given>[^\W\d_]+)|(?P<first>[^\W\d_]+)"
    r"(?:\s+[^\W\d_]\.?)?\s+(?P<family>[^\W\d_][\w'’-]+))(?:\s+[^\W\d_]{1,3}\.?)?\s*"
)


def why_personal(header: str, content: Content, told: Sequence[str] = ()) -> str:
    """What kind of personal data a column holds ("telephone numbers"); "" where it is none.

    The header is enough, unless it is declared, or `told` by the user, to be a field's; content is
    always enough. A person's number is not left out: it is stored as a keyed hash.
    """
    ours = declared(header)
    fields = {name: _field_kind(name) for name in (*ours, *told)}
    if Kind.PERSON in fields.values():
        return ""
    by_header = kind_of_header(header)
    if by_header and not fields and _may_be(by_header, header, content):
        return by_header.title
    labels = {name for name, kind in fields.items() if kind is Kind.LABEL}
    if content.free_text or (content.are_remarks and labels - _AS_MANY_AS_CALLS):
        return _FREE_TEXT
    return _by_content(content, known=bool(fields))


def kind_of_header(header: str) -> PersonalKind | None:
    """The kind of personal data that a header names, by its spelling or by a word in it."""
    exact = _by_header().get(plain(header))
    words = spoken(header)
    return exact or next(
        (kind for kind in PERSONAL if kind.in_header and re.search(kind.in_header, words)), None
    )


def _may_be(kind: PersonalKind, header: str, content: Content) -> bool:
    """Whether the cells can be what a word in the header says; a declared spelling is believed.

    “Notes taken” with yes and no, or “Address verified at” with times, is nothing personal.
    """
    if plain(header) in _by_header() or not content.filled:
        return True
    return max(content.dates, content.numbers, content.yes_no, content.times_of_day) < _NO_TEXT


def _field_kind(name: str) -> Kind:
    table, _, field = name.partition(".")
    return TABLES[table].field(field).kind


@lru_cache(maxsize=1)
def _by_header() -> dict[str, PersonalKind]:
    return {plain(header): kind for kind in PERSONAL for header in kind.headers}


def _by_content(content: Content, *, known: bool) -> str:
    """What the cells look like; a form that is vague tells nothing of a column that is known."""
    sample = [text.strip() for text in content.sample[:_LOOKED_AT]]
    if not sample:
        return ""
    for kind in PERSONAL:
        if _share(sample, _tests()[kind.key]) >= _MANY:
            return kind.title
    for kind in PERSONAL:
        if kind.vague and not known and _share(sample, _whole(kind.vague)) >= _MOST:
            return kind.title
    return _NAMES if _are_names(sample, _MOST if known else _MANY) else ""


def _share(sample: Sequence[str], test: Callable[[str], object]) -> float:
    return sum(1 for text in sample if test(text)) / len(sample)


@lru_cache(maxsize=1)
def _tests() -> dict[str, Callable[[str], object]]:
    """How a cell of each kind is known for sure; of some it cannot be."""
    forms = {kind.key: _whole(kind.pattern) for kind in PERSONAL}
    return forms | {"address": addresses.is_exact}


@lru_cache(maxsize=40)
def _whole(pattern: str | None) -> Callable[[str], object]:
    """Whether a whole text has this form; nothing has where there is none."""
    return re.compile(pattern or "(?!)").fullmatch


_NAMES = next(kind.title for kind in PERSONAL if kind.key == "name")


def _are_names(sample: Sequence[str], share: float) -> bool:
    """Whether so many texts are a given name with a family name, and not all with the same one.

    “Adam Sector” and “David Sector” are beats.
    """
    found = [match for match in map(_PERSON.fullmatch, sample) if match and _is_given(match)]
    families = {(match["last"] or match["family"]).casefold() for match in found}
    return len(found) / len(sample) >= share and len(families) > len(found) / 2


def _is_given(match: re.Match[str]) -> bool:
    return (match["given"] or match["first"]).casefold() in GIVEN_NAMES
