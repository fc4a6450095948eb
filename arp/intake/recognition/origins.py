"""Columns headed “Call Type” that say how a call came in, not what it was about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arp.intake.checking.values import read_word
from arp.words.vocabularies import ORIGIN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from arp.intake.recognition.content import Content

_TYPES = ("call_type_initial", "call_type_final")
_MOSTLY = 0.6  # of the distinct values


def origins_for_types(
    scores: Mapping[tuple[str, int], float], contents: tuple[Content, ...]
) -> dict[tuple[str, int], float]:
    """The scores of calls with such a column as the origin, where other columns hold the types."""
    of_types = {position for field, position in scores if field in _TYPES}
    origins = {position for position in of_types if _are_origins(contents[position])}
    if not origins or origins == of_types:
        return dict(scores)
    kept = {pair: score for pair, score in scores.items() if pair[1] not in origins}
    best = {p: max(score for (_, at), score in scores.items() if at == p) for p in origins}
    return kept | {("origin", position): score for position, score in best.items()}


def _are_origins(content: Content) -> bool:
    known = [text for text in content.sample if read_word(ORIGIN, text)]
    return len(known) > 1 and len(known) >= _MOSTLY * len(content.sample)
