"""Saves a change of the city's own lake, and has it said once what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from arp.lake.errors import LakeError
from arp.views import formats
from pages import _shell

if TYPE_CHECKING:
    from arp.lake.change import Change


def save(change: Change, said_in: str, done: str) -> None:
    """Closes the change and draws the page anew; where it cannot be saved it says why.

    Args:
        change: what is saved.
        said_in: where the session keeps what the next run says.
        done: that sentence.
    """
    try:
        _shell.own_lake().commit(change, who=_shell.who(), at=_shell.now())
    except LakeError as fault:
        st.error(formats.plain(fault))
        return
    st.session_state[said_in] = done
    st.rerun()
