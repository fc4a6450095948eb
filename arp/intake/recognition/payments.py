"""Tables of payments, which have a number, a date and a type as calls have."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from arp.intake.recognition.spelling import plain, spoken

if TYPE_CHECKING:
    from arp.intake.recognition.content import Content
    from arp.intake.recognition.header_row import Grid

# Headers that any list of anything may have: alone they say nothing of calls.
_OF_ANYTHING = {"id", "number", "date", "time", "datetime", "dateandtime", "type", "description"}
_MONEY = {"amount", "balance", "debit", "credit", "payment", "price", "paid", "deposit"} | {
    "withdrawal",
    "invoice",
}
_NUMBERS = 0.8


def are_payments(grid: Grid, contents: tuple[Content, ...], taken: Iterable[int]) -> bool:
    """Whether only the plainest headers were taken for a call's, and a column of money stands by.

    Args:
        grid: the sheet's table.
        contents: what each column's cells look like.
        taken: the positions of the columns that were taken for fields of a call.
    """
    if not {plain(grid.headers[position]) for position in taken} <= _OF_ANYTHING:
        return False
    return any(
        content.numbers > _NUMBERS and _MONEY & set(spoken(header).split())
        for header, content in zip(grid.headers, contents, strict=True)
    )
