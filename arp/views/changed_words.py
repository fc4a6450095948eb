"""What an upload changed, in sentences: each figure that moved, from what, to what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from arp.measures.moves import WHOLE, Moved, Said
from arp.measures.registry import INDICATORS
from arp.views import formats

if TYPE_CHECKING:
    from arp.measures.indicator import Indicator

UNCHANGED = "No figure moved."
_NO_FIGURE = "no figure"


def sentences(
    moves: Sequence[Moved], indicators: Mapping[str, Indicator] = INDICATORS
) -> list[str]:
    """One sentence a figure, in the order given: Responses in Oct 2026: from 412 to 431.

    A move too small to be seen in print is left out. Plain text: see `formats.plain`.
    """
    return [said for move in moves if (said := _sentence(move, indicators))]


def summary(moves: Sequence[Moved], indicators: Mapping[str, Indicator] = INDICATORS) -> str:
    """How many figures moved, and in which months."""
    seen = [move for move in moves if _sentence(move, indicators)]
    if not seen:
        return UNCHANGED
    months = {move.period for move in seen if move.period != WHOLE}
    runs = formats.listed(formats.span(*run) for run in formats.runs(sorted(months)))
    figures = formats.counted(len({move.key for move in seen}), "figure")
    return f"{figures} moved in {runs}." if runs else f"{figures} moved, of the whole alone."


def _sentence(move: Moved, indicators: Mapping[str, Indicator]) -> str:
    entry = indicators[move.key]
    then, now = _printed(move.before, entry), _printed(move.after, entry)
    if then == now:
        return ""
    whose = f" of {move.team}" if move.team else ""
    when = "in all months together" if move.period == WHOLE else f"in {formats.period(move.period)}"
    why = f" {move.after.reason}".rstrip() if move.is_lost else ""
    return f"{entry.name}{whose} {when}: from {then} to {now}.{why}"


def _printed(said: Said, entry: Indicator) -> str:
    return _NO_FIGURE if said.value is None else formats.quantity(said.value, entry.unit)
