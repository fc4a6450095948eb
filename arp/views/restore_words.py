"""What the screen of a damaged lake says."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from arp.views import formats
from arp.words.tables import TABLES

if TYPE_CHECKING:
    from arp.lake.change import LedgerRow
    from arp.lake.doctor import Fault

TITLE = "Part of the data is damaged"
UNREADABLE = "The data could not be opened"
NOTHING_SHOWN = "Nothing is shown, because part of it might be missing."


class Lost(NamedTuple):
    """Whether a state lacks later changes, and each of these with what to do about it."""

    sentence: str
    lines: list[str]


def damage(faults: Sequence[Fault]) -> str:
    """What is damaged, in one sentence; nothing when nothing is."""
    if not faults:
        return ""
    named = dict.fromkeys(fault.table for fault in faults)
    parts = [TABLES[name].title.lower() if name in TABLES else "history" for name in named]
    return (
        f"On the disk, {formats.counted(len(faults), 'place')} in the stored "
        f"{formats.listed(parts)} can no longer be read as written."
    )


def state(row: LedgerRow) -> str:
    """Which state it is: when it came about, by what and by whom."""
    name = formats.shortened(row.file_name) if row.file_name else f"a change ({row.kind})"
    at = formats.moment(row.at.astimezone())
    return f"It is that of {at}, after {name} was saved by {row.who} (snapshot {row.snapshot})."


def lost(later: Sequence[LedgerRow]) -> Lost:
    """What was changed after that state, newest first."""
    if not later:
        return Lost("No change was saved after it: nothing is lost.", [])
    files = [row for row in later if row.file_name and not row.undoes]
    again = " Upload these files again:" if files else ""
    changes = formats.counted(len(later), "change")
    return Lost(
        f"{changes} saved after it will no longer count.{again}",
        [
            f"{formats.shortened(row.file_name)}, {formats.moment(row.at.astimezone())}, {row.who}"
            for row in files
        ],
    )


def kept(lake: Path) -> str:
    """Where the damaged files stay."""
    return (
        f"Nothing is deleted: damaged files are kept in {lake / 'damaged'}, and the history will "
        "say that you went back."
    )


def no_way_back(lake: Path) -> str:
    """What to do where no state reads whole."""
    return f"No saved state reads whole. Put the folder {lake} back from a backup."
