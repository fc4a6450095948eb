"""Numbers that come again for rows of quite another time: corrections, or numbers that restart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from arp.intake.mapping import Choice, Question
from arp.words.catalog import CATALOG
from arp.words.findings import Finding

if TYPE_CHECKING:
    from arp.lake.moved import Moved

KEY = "restarted_numbers"
REPLACE, STOP = "replace", "stop"
_STOPPING = "numbers_start_again"


def about_restarted(moved: Sequence[Moved], answer: str | None) -> list[Finding]:
    """How many saved rows of another time would be replaced; a reason to stop if so answered."""
    kind = CATALOG[_STOPPING if answer == STOP else KEY]
    return [
        Finding(
            kind,
            sheet=each.sheet,
            row=each.sheet_row,
            found=f"{_spelled(each.row_key)} of {each.at:%Y-%m-%d}",
            other=f"{each.was:%Y-%m-%d}",
            n=each.n,
        )
        for each in moved
    ]


def _spelled(row_key: str) -> str:
    return " / ".join(filter(None, row_key.split("\x1f")))


def are_they_corrections(moved: Sequence[Moved], answer: str | None) -> tuple[Question, ...]:
    """Asks whether such rows are corrections, before anything saved is replaced."""
    if not moved or answer in (REPLACE, STOP):
        return ()
    return (
        Question(
            key=KEY,
            prompt="Saved rows with the same numbers lie more than 31 days away. "
            "Are the new rows corrections of them?",
            choices=(
                Choice(value=REPLACE, label="Yes, the same calls: replace the saved rows"),
                Choice(value=STOP, label="No, the numbers start again: save nothing"),
            ),
        ),
    )
