"""How two spellings are compared: what is left when case, spaces and punctuation are gone."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_MONTH_NAME = re.compile(
    r"jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|"
    r"oct(ober)?|nov(ember)?|dec(ember)?"
)


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


def is_month_name(word: str) -> bool:
    """Whether a word in lower case names a month, in full or short."""
    return _MONTH_NAME.fullmatch(word) is not None
