"""Texts that a workbook stores once and many cells share: how much they are when written out."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_TEXT_END = re.compile(rb"</(?:\w+:)?si>|<(?:\w+:)?si\s*/>")
_SHARED = re.compile(rb't="s"[^>]*><(?:\w+:)?v>(\d{1,9})<')


def written_out(texts: bytes, sheets: Iterable[Iterable[bytes]]) -> int:
    """The bytes that the shared texts take once every cell that names one holds it.

    Tags within a text count with it, and a cell cut in two by a piece's end is left out: it is an
    estimate for a limit.

    Args:
        texts: the XML of the shared texts.
        sheets: the XML of each sheet, in pieces.
    """
    ends = [match.end() for match in _TEXT_END.finditer(texts)]
    lengths = [end - start for start, end in zip([0, *ends], ends, strict=False)]
    together = 0
    for chunks in sheets:
        for chunk in chunks:
            for number, cells in Counter(_SHARED.findall(chunk)).items():
                place = int(number)
                together += lengths[place] * cells if place < len(lengths) else 0
    return together
