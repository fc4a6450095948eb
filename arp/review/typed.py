"""Commitments as a table to type in, and what was typed as commitments again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from arp.exhibits.handout import Commitment
from arp.review.promises import Promises, next_number

if TYPE_CHECKING:
    import pandas as pd

NUMBER, WHAT, OWNER, DUE, DONE = "Number", "What", "Owner", "Due", "Done"


@dataclass(frozen=True)
class Typed:
    """What typing changed: commitments that are new or another now, and those taken out."""

    kept: Promises
    gone: tuple[int, ...]

    @property
    def is_nothing(self) -> bool:
        """Whether nothing was changed."""
        return not self.kept and not self.gone


def table(found: Promises) -> pd.DataFrame:
    """Commitments as lines to be typed in; their numbers stand in a column of their own."""
    import pandas as pd

    lines = {
        NUMBER: pd.array(list(found), dtype="Int64"),
        WHAT: [one.what for one in found.values()],
        OWNER: [one.owner for one in found.values()],
        DUE: pd.Series([one.due_on for one in found.values()], dtype="datetime64[s]"),
        DONE: pd.array([one.done_on is not None for one in found.values()], dtype="boolean"),
    }
    texts = {WHAT: "str", OWNER: "str"}
    return pd.DataFrame(lines).astype(texts)


def typed(edited: pd.DataFrame, found: Promises, review: str, today: date, free: int) -> Typed:
    """What was changed in the lines of some commitments.

    Args:
        edited: the lines as they stand now; one without a text is left out.
        found: the commitments as they were.
        review: at which new ones are made.
        today: the day on which what is ticked now was done.
        free: the first running number that is not used.
    """
    kept: dict[int, Commitment] = {}
    seen = set()
    for line in edited.to_dict("records"):
        number = _known(line[NUMBER])
        if number is None and not _text(line[WHAT]):
            continue
        before = found.get(int(number)) if number is not None else None
        now = _commitment(line, before or Commitment(what="", made_at=review), today)
        number = int(number) if number is not None else max(free, next_number(kept))
        seen.add(number)
        if now != before:
            kept[number] = now
    return Typed(kept, tuple(sorted(set(found) - seen)))


def _commitment(line: Mapping[Any, Any], before: Commitment, today: date) -> Commitment:
    due = _known(line[DUE])
    done = bool(_known(line[DONE]))
    return replace(
        before,
        what=_text(line[WHAT]) or before.what,
        owner=_text(line[OWNER]),
        due_on=due.date() if hasattr(due, "date") else due,
        done_on=(before.done_on or today) if done else None,
    )


def _text(cell: Any) -> str:
    return " ".join(str(_known(cell) or "").split())


def _known(cell: Any) -> Any:
    """A cell's value; None where it is blank."""
    import pandas as pd

    return None if pd.isna(cell) else cell
