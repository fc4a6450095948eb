"""How two spellings are compared: what is left when case, spaces and punctuation are gone."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """The letters and digits of a text alone, in lower case: “Call_Number ” is “callnumber”."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(character for character in folded if character.isalnum())


@lru_cache(maxsize=20_000)
def spoken(text: str) -> str:
    """The words of a text in lower case: “EnRoute_Time” is “en route time”."""
    split = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", unicodedata.normalize("NFKC", text))
    return " ".join(re.findall(r"[^\W_]+", split.casefold()))
