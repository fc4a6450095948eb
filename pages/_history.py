"""The history of a lake as a table, and the way back: undo of the newest upload."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from arp.lake.change import told
from arp.views import formats
from pages import _card, _shell

if TYPE_CHECKING:
    from arp.lake.change import LedgerRow

WORDS = ("new", "replaced", "unchanged", "merged", "set_aside", "removed")
MAY_BE_UNDONE = {"upload": "upload", "settings": "change of settings"}
COLUMNS = ("When", "Who", "What", "File", "Feed", "Months", "Rows")


def draw(changes: Sequence[LedgerRow], *, may_undo: bool) -> None:
    """Every change, newest first; the newest upload can be taken back."""
    lines = pd.DataFrame([_line(change) for change in changes], columns=list(COLUMNS))
    _card.table(lines)
    if not may_undo or changes[0].kind not in MAY_BE_UNDONE:
        return
    if st.button(f"Undo the newest {MAY_BE_UNDONE[changes[0].kind]}", icon=":material/undo:"):
        _confirm(changes[0])


@st.dialog("Undo this change?")
def _confirm(change: LedgerRow) -> None:
    st.markdown(
        f"{formats.plain(formats.shortened(change.file_name or change.kind.capitalize()))}, "
        f"saved {formats.moment(change.at.astimezone())}. The figures go back to what they were "
        "before it. The undo is kept in the history, too."
    )
    if st.button("Undo it", icon=":material/undo:"):
        _shell.own_lake().undo(change.upload_id, who=_shell.who(), at=_shell.now())
        st.rerun()


def _line(change: LedgerRow) -> tuple[str, ...]:
    tallies = told(change.tallies).values()
    sums = {word: sum(getattr(tally, word) for tally in tallies) for word in WORDS}
    rows = [f"{formats.count(n)} {word.replace('_', ' ')}" for word, n in sums.items() if n]
    return (
        formats.moment(change.at.astimezone()),
        change.who,
        f"undo of {change.undoes}" if change.undoes else change.kind,
        formats.shortened(change.file_name, 40),
        change.feed,
        formats.listed(formats.span(*run) for run in formats.runs(change.months)),
        ", ".join(rows),
    )
