"""A workbook's cell styles: what makes a number look like another one, or like a date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree import ElementTree

_DATE_FORMATS = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}  # built in
_NO_LETTERS = re.compile(r'"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|_.|\*.', re.IGNORECASE)
_ZEROS_IN_FRONT = re.compile(r"00+(?:;.*)?")
_PERCENTS = {9, 10}  # built in
_MONEY = {*range(5, 9), 42, 44}
_CURRENCY = re.compile(r"[$€£¥]")


@dataclass(frozen=True)
class Styles:
    """The numbers of the styles that change what a number looks like."""

    dates: frozenset[int] = frozenset()  # shown as a date or a time
    padded: frozenset[int] = frozenset()  # shown with zeros in front that its cell does not hold
    percents: frozenset[int] = frozenset()  # shown a hundred times as large, with a %
    money: frozenset[int] = frozenset()  # shown with a currency

    @classmethod
    def of(cls, styles: ElementTree.Element) -> Styles:
        """As the workbook's part of styles tells."""
        dates, padded = set(_DATE_FORMATS), set()
        percents, money = set(_PERCENTS), set(_MONEY)
        formats: list[ElementTree.Element] = []
        for entry in styles.iter():
            if entry.tag.endswith("}numFmt"):
                number, code = int(entry.get("numFmtId", "0")), entry.get("formatCode", "")
                if _is_date(code):
                    dates.add(number)
                elif _ZEROS_IN_FRONT.fullmatch(code):
                    padded.add(number)
                elif code.split(";")[0].endswith("%"):
                    percents.add(number)
                elif _CURRENCY.search(code):
                    money.add(number)
            elif entry.tag.endswith("}cellXfs"):
                formats = list(entry)
        shown = [int(style.get("numFmtId", "0")) for style in formats]
        return cls(
            *(
                frozenset(n for n, number in enumerate(shown) if number in kind)
                for kind in (dates, padded, percents, money)
            )
        )


def _is_date(code: str) -> bool:
    letters = _NO_LETTERS.sub("", code.split(";")[0])
    return bool(re.search("[dmyhs]", letters, re.IGNORECASE)) and "general" not in letters.lower()
