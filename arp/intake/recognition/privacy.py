"""Which columns are personal and so are left out."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from arp.intake.recognition.headers import declared
from arp.intake.recognition.spelling import plain
from arp.words.grammar import Kind
from arp.words.personal import PERSONAL
from arp.words.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from arp.intake.recognition.content import Content

_LOOKED_AT = 100  # distinct values
_MANY = 0.4  # the share of them that must look personal
_FREE_TEXT = "free text"
_AS_MANY_AS_CALLS = {"calls.place"}  # labels that may well differ from row to row


def why_personal(header: str, content: Content, told: Sequence[str] = ()) -> str:
    """What kind of personal data a column holds ("telephone numbers"); "" where it is none.

    The header is enough, unless it is declared, or `told` by the user, to be a field's; content is
    always enough. A person's number is not left out: it is stored as a keyed hash.
    """
    fields = {name: _field_kind(name) for name in (*declared(header), *told)}
    if Kind.PERSON in fields.values():
        return ""
    by_header = _by_header().get(plain(header), "")
    if by_header and not fields:
        return by_header
    labels = {name for name, kind in fields.items() if kind is Kind.LABEL}
    if content.are_remarks and labels - _AS_MANY_AS_CALLS:
        return _FREE_TEXT
    return _by_content(content, known=bool(fields))


def _field_kind(name: str) -> Kind:
    table, _, field = name.partition(".")
    return TABLES[table].field(field).kind


@lru_cache(maxsize=1)
def _by_header() -> dict[str, str]:
    return {plain(header): kind.title for kind in PERSONAL for header in kind.headers}


def _by_content(content: Content, known: bool) -> str:
    """What the cells look like; under a known header “Assault, Simple” is no name."""
    if content.free_text:
        return _FREE_TEXT
    looked_at = content.sample[:_LOOKED_AT]
    for kind in PERSONAL:
        if kind.pattern and looked_at and not (known and kind.key == "name"):
            matches = sum(1 for text in looked_at if re.fullmatch(kind.pattern, text.strip()))
            if matches / len(looked_at) >= _MANY:
                return kind.title
    return ""
