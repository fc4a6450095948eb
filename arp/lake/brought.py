"""Which changes brought data: those that any figure follows from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from arp.words.settings import BRING_NO_DATA

if TYPE_CHECKING:
    from arp.lake.change import LedgerRow


def that_brought_data(history: Iterable[LedgerRow]) -> list[LedgerRow]:
    """The changes that any figure follows from, in their order.

    Changing a review or publishing a set of figures does not make the data newer.
    """
    return [row for row in history if not _is_shown_alone(row)]


def newest_with_data(history: Iterable[LedgerRow]) -> LedgerRow | None:
    """The newest change that any figure follows from; None where there is none.

    Args:
        history: the changes that led to a snapshot, newest first.
    """
    return next(iter(that_brought_data(history)), None)


def _is_shown_alone(row: LedgerRow) -> bool:
    """Whether a change, or the change that it takes back, is of what was shown alone."""
    kind, _, _ = (row.undoes or row.upload_id).rpartition("-")
    return kind in BRING_NO_DATA
