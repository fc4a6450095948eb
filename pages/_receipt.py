"""What an upload did: its rows, and which figures moved, from what to what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from arp.views import formats
from pages import _dropped, _findings, _history, _shell

if TYPE_CHECKING:
    from arp.lake.change import Receipt
    from arp.measures.changed import Moved

MOVES_SHOWN = 12


def draw(before: int | None, receipts: Sequence[tuple[str, Receipt]], failed: str) -> None:
    """The receipt of one press of Save; `failed` says which file was not saved, and why."""
    with st.container(border=True):
        for name, receipt in receipts:
            _saved(formats.plain(formats.shortened(name)), receipt)
        if failed:
            st.error(formats.plain(failed))
        saved = [receipt for _, receipt in receipts if receipt.status == "saved"]
        if saved:
            _changed(before, sorted({month for receipt in saved for month in receipt.months}))
        with st.container(horizontal=True, vertical_alignment="center"):
            st.page_link("pages/home.py", label="See the figures", icon=":material/home:")
            st.page_link("pages/data.py", label="All uploads", icon=":material/history:")


def _saved(name: str, receipt: Receipt) -> None:
    """One file: its months, its rows, and the way back."""
    if receipt.status == "unchanged":
        st.info(f"{name}: every row was already here. Nothing changed.")
        return
    dated = receipt.months or receipt.undated  # settings belong to no month
    months = f": {_dropped.months_said(receipt)}" if dated else ""
    st.success(f"{name} is saved{months}.", icon=":material/check:")
    _dropped.accounting(receipt.tallies)
    history = _shell.own_lake().history()
    mine = [change for change in history if change.upload_id == receipt.upload_id]
    for change in mine:
        _history.button(change, "Undo this upload")


def _changed(before: int | None, months: Sequence[str]) -> None:
    from arp.views import changed_words

    st.subheader("What your upload changed", anchor=False)
    lake = _shell.own_lake()
    newest = _shell.newest(lake)
    moves = _moves(str(lake.path), before, newest.number if newest else 0, tuple(months))
    indicators = _shell.registry(_shell.view()).indicators
    said = changed_words.sentences(moves, indicators)
    st.markdown(formats.plain(changed_words.summary(moves, indicators)))
    st.markdown(_findings.bulleted(said[:MOVES_SHOWN]))
    if len(said) > MOVES_SHOWN:
        with st.expander(f"{len(said) - MOVES_SHOWN} more"):
            st.markdown(_findings.bulleted(said[MOVES_SHOWN:]))


@st.cache_data(max_entries=20, show_spinner="Working out what changed")
def _moves(path: str, before: int | None, after: int, months: tuple[str, ...]) -> list[Moved]:
    """The figures of these months, and of the whole, that two snapshots tell otherwise."""
    from arp.measures.changed import what_changed

    earlier = None if before is None else _shell.view(number=before)
    now = _shell.view(number=after)
    assert now is not None
    then = None if earlier is None else _shell.evidence(earlier)
    return what_changed(then, _shell.evidence(now), months)
