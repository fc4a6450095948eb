"""The history of a lake, newest first, and the way back: every change can be taken back."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

import streamlit as st

from arp.lake.change import told
from arp.lake.errors import LakeError
from arp.lake.undo import undone
from arp.views import formats, upload_words
from pages import _findings, _shell

if TYPE_CHECKING:
    from arp.lake.change import LedgerRow

WORDS = ("new", "replaced", "unchanged", "merged", "set_aside", "removed")
OF_NO_FEED = ("settings", "publication", "review", "commitments")
MAY_BE_UNDONE = ("upload", *OF_NO_FEED, "undo")
AT_A_TIME = 10
SHOWN, UNDONE = "history_shown", "undone"  # in the session
ICONS = {
    "upload": "upload_file",
    "settings": "tune",
    "publication": "campaign",
    "review": "co_present",
    "commitments": "handshake",
    "undo": "undo",
    "sample": "science",
    "recovery": "restore",
}


def draw(changes: Sequence[LedgerRow], *, may_undo: bool) -> None:
    """Every change, newest first, each with its undo; the older ones on demand."""
    taken_back = undone(changes)
    shown = st.session_state.get(SHOWN, AT_A_TIME)
    for change in changes[:shown]:
        _line(change, taken_back, may_undo=may_undo)
    if len(changes) > shown and st.button(f"Show {AT_A_TIME} older", icon=":material/expand_more:"):
        st.session_state[SHOWN] = shown + AT_A_TIME
        st.rerun()


def what_was_undone() -> None:
    """Says once what the last undo did."""
    if UNDONE in st.session_state:
        name, sentences = st.session_state.pop(UNDONE)
        said = " ".join(map(formats.plain, sentences))
        st.success(f"{formats.plain(name)} is taken back. {said}", icon=":material/undo:")


def button(change: LedgerRow, label: str = "Undo") -> None:
    """The button that first shows what it would take back."""
    if st.button(
        label,
        key=f"undo-{change.upload_id}",
        icon=":material/undo:",
        type="tertiary",
        help=f"See what it would take back: {change.upload_id}",
    ):
        _confirm(change)


@st.dialog("Take this back?")
def _confirm(change: LedgerRow) -> None:
    st.markdown(f"**{formats.plain(upload_words.name(change))}**, {formats.plain(_when(change))}.")
    lake = _shell.own_lake()
    try:
        receipt = lake.preview_undo(change.upload_id)
    except LakeError as fault:
        st.error(formats.plain(fault))
        return
    sentences = upload_words.takes_back(receipt.tallies)
    nothing_left = sentences == [upload_words.NOTHING_LEFT]
    st.markdown(_findings.bulleted(sentences))
    st.markdown(
        "Uploads after it stay. The figures become what they would be without it, and this undo "
        "can itself be taken back."
    )
    with st.container(horizontal=True):
        if st.button("Undo it", type="primary", icon=":material/undo:", disabled=nothing_left):
            lake.undo(change.upload_id, who=_shell.who(), at=_shell.now())
            st.session_state[UNDONE] = (upload_words.name(change), sentences)
            st.session_state.pop("receipts", None)
            st.rerun()
        if st.button("Keep it"):
            st.rerun()


def _line(change: LedgerRow, taken_back: Collection[str], *, may_undo: bool) -> None:
    gone = change.upload_id in taken_back
    with st.container(
        horizontal=True, vertical_alignment="center", key=f"change-{change.upload_id}"
    ):
        with st.container(gap=None):
            icon = f":material/{ICONS.get(change.kind, 'edit')}:"
            state = " · :gray-badge[:material/undo: taken back]" if gone else ""
            st.markdown(f"{icon} **{formats.plain(upload_words.name(change))}**{state}")
            st.markdown(f":small[:gray[{formats.plain(_about(change))}]]")
        if may_undo and not gone and change.kind in MAY_BE_UNDONE:
            button(change, "Bring back" if change.undoes else "Undo")


def _when(change: LedgerRow) -> str:
    at = formats.moment(change.at.astimezone())
    return f"{upload_words.done(change)} {at} by {change.who}"


def _about(change: LedgerRow) -> str:
    tallies = told(change.tallies).values()
    sums = {word: sum(getattr(tally, word) for tally in tallies) for word in WORDS}
    rows = [f"{formats.count(n)} {word.replace('_', ' ')}" for word, n in sums.items() if n]
    months = formats.listed(formats.span(*run) for run in formats.runs(change.months))
    feed = change.feed if change.kind not in OF_NO_FEED else ""
    parts = (_when(change), feed, months, ", ".join(rows))
    return " · ".join(part for part in parts if part)
