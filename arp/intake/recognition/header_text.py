"""A header as it reads: one line, without what nobody sees."""

from __future__ import annotations

import unicodedata


def as_read(text: str) -> str:
    """The header on one line: compatible letters made plain, invisible characters gone.

    “Ｒeceived” is “Received”; a zero-width space, a soft hyphen or the mark at a file's start is
    nothing, and a space that does not break, or a line end, is a space.
    """
    folded = unicodedata.normalize("NFKC", text)
    seen = "".join(c for c in folded if unicodedata.category(c) != "Cf")
    return " ".join(seen.split())
