"""What an upload did: its rows, and which figures moved, from what to what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from arp.measures.registry import INDICATORS
from arp.views import formats, sentences
from pages import _dropped, _shell

if TYPE_CHECKING:
    import pandas as pd

    from arp.lake.change import Receipt

FIGURES = ("program_responses", "response_p50", "response_p90", "contact_made_rate")
MOVES_SHOWN = 12


def draw(before: int | None, receipts: Sequence[tuple[str, Receipt]], failed: str) -> None:
    """The receipt of one press of Save; `failed` says which file was not saved, and why."""
    with st.container(border=True):
        for name, receipt in receipts:
            shown_name = formats.plain(formats.shortened(name))
            if receipt.status == "unchanged":
                st.info(f"{shown_name}: every row was already here. Nothing changed.")
                continue
            dated = receipt.months or receipt.undated  # settings belong to no month
            months = f": {_dropped.months_said(receipt)}" if dated else ""
            st.success(f"{shown_name} is saved{months}.")
            _dropped.accounting(receipt.tallies)
        if failed:
            st.error(formats.plain(failed))
        saved = [receipt for _, receipt in receipts if receipt.status == "saved"]
        if saved:
            _moved(before, sorted({month for receipt in saved for month in receipt.months}))
        with st.container(horizontal=True):
            st.page_link("pages/home.py", label="See the figures", icon=":material/home:")
            st.page_link("pages/data.py", label="History and undo", icon=":material/undo:")


def _moved(before: int | None, months: Sequence[str]) -> None:
    st.subheader("What your upload changed", anchor=False)
    after = _by_month(None, months)
    earlier = after.iloc[:0] if before is None else _by_month(before, months)
    names = {key: (INDICATORS[key].name, INDICATORS[key].unit) for key in FIGURES}
    moves = sentences.moved(earlier, after, names)
    if not moves:
        st.markdown("No figure moved.")
    st.markdown(_dropped.bulleted(moves[:MOVES_SHOWN]))
    if len(moves) > MOVES_SHOWN:
        with st.expander(f"{len(moves) - MOVES_SHOWN} more"):
            st.markdown(_dropped.bulleted(moves[MOVES_SHOWN:]))


def _by_month(number: int | None, months: Sequence[str]) -> pd.DataFrame:
    """The figures of these months as one snapshot tells them."""
    shown = _shell.view(months=(months[0], months[-1]) if months else None, number=number)
    assert shown is not None
    return _shell.readings(shown, FIGURES, by=("month",))
