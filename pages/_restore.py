"""The screen of a damaged lake: what is wrong, the last state that reads whole, the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from arp.lake.errors import LakeDamaged
from arp.views import formats, restore_words
from pages import _shell

if TYPE_CHECKING:
    from arp.lake.doctor import Fault
    from arp.lake.lake import Lake


def draw(damaged: LakeDamaged) -> None:
    """Instead of the pages, because part of what they would show might be missing."""
    lake = _shell.kept_lake()
    faults = lake.damage()
    if faults and _shell.forget_check():
        st.rerun()  # found on a page half drawn: nothing of it may stay on the screen
    st.title(restore_words.TITLE if faults else restore_words.UNREADABLE, anchor=False)
    st.markdown(formats.plain(restore_words.damage(faults) or damaged))
    st.markdown(restore_words.NOTHING_SHOWN)
    if faults:
        _way_back(lake)
        _details(faults)


def _way_back(lake: Lake) -> None:
    """The last state that reads whole, what is not in it, and the button that goes back to it."""
    found = lake.last_whole()
    if found is None:
        st.error(formats.plain(restore_words.no_way_back(lake.path)), icon=":material/error:")
        return
    with st.container(border=True):
        st.subheader("Go back to the last state that reads whole", anchor=False)
        st.markdown(formats.plain(restore_words.state(found.row)))
        lost = restore_words.lost(found.later)
        st.markdown(formats.plain(lost.sentence))
        st.markdown("\n".join(f"- {formats.plain(line)}" for line in lost.lines))
        if st.button("Go back to it", type="primary", icon=":material/settings_backup_restore:"):
            with st.spinner("Going back", show_time=True):
                lake.recover(who=_shell.who(), at=_shell.now())
            st.rerun()
        st.markdown(f":small[:gray[{formats.plain(restore_words.kept(lake.path))}]]")


def _details(faults: list[Fault]) -> None:
    with st.expander("What exactly is damaged?"):
        st.markdown("\n".join(f"- {formats.plain(fault.sentence)}" for fault in faults))
