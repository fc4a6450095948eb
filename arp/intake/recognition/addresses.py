"""What a text says of a place: an exact address, a block, a street corner, or something else."""

from __future__ import annotations

import re

_SUFFIXES = (
    r"(?:st|street|ave?|avenue|rd|road|dr|drive|ln|lane|blvd|boulevard|ct|court|pl|place|way|"
    r"cir|circle|hwy|highway|pkwy|parkway|ter|terrace|trl|trail|sq|square|loop|aly|alley|pike|"
    r"row|run|cv|cove|xing|crossing|plz|plaza|rte|route|fwy|expy|bend|point)\b"
)
_HOUSE = r"\s*#?(?P<number>\d{1,6})(?:-?[A-Za-z]|-\d{1,4}[A-Za-z]?|\s+1/2)?\s+"
_WORD = r"[A-Za-z0-9'’.-]+"
_NOT_A_STREET = r"(?:block|blk|blck|apt|unit|ste|suite|hundred)\b"
_WITH_SUFFIX = re.compile(
    rf"{_HOUSE}(?!{_NOT_A_STREET})(?P<street>(?:{_WORD}\s+){{1,5}}?{_SUFFIXES})", re.I
)
_NUMBERED = re.compile(
    rf"{_HOUSE}(?!{_NOT_A_STREET}|{_SUFFIXES})"
    rf"(?P<street>[A-Za-z][A-Za-z'’.-]*(?:[ ](?!{_NOT_A_STREET}){_WORD}){{0,3}})",
    re.I,
)
_BLOCK = re.compile(
    r"\s*\(?(?:\d{1,6}\s*[-–]\s*)?(?P<number>\d{1,6})\s*-?\s*(?:hundred\s+)?"
    r"(?:block|blk|blck)\b\.?\s*(?:of\s+)?(?P<street>.*)",
    re.I | re.S,
)
_MASKED = re.compile(r"\s*\d*xx\b|\s*(?:block|blk) of\b", re.I)
_CORNER = re.compile(rf"\b{_SUFFIXES}.*[/&@\\]|[/&@\\].*\b{_SUFFIXES}", re.I | re.S)


def is_exact(text: str) -> bool:
    """Whether a text is the address of one house: a number that ends no block, street and suffix.

    “100 Main St” is how exports write a hundred block, and so is no exact address by itself.
    """
    found = _WITH_SUFFIX.match(text)
    return found is not None and not _ends_a_block(found["number"])


def block_of(text: str) -> str | None:
    """The block of an address, “1204 N Roxboro St, Apt 4” as “1200 block of N Roxboro St”.

    A block or a street corner stays as it is. None where the text is neither of them nor an
    address: what it says of a place, or of a person, cannot be known.
    """
    written = _BLOCK.match(text)
    if written:
        return text if _ends_a_block(written["number"]) or "–" in text else _block(written)
    if _MASKED.match(text):
        return text
    numbered = _WITH_SUFFIX.match(text) or _NUMBERED.match(text)
    if numbered:
        return _block(numbered)
    return text if _CORNER.search(text) and not re.match(r"\s*\d{3}", text) else None


def _ends_a_block(number: str) -> bool:
    return int(number) % 100 in (0, 99)


def _block(address: re.Match[str]) -> str:
    street = " ".join(address["street"].split()).rstrip(".,")
    return f"{int(address['number']) // 100 * 100} block of {street}"
