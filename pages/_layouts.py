"""The layouts the app remembers, by feed: shown with their versions, mended or forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from arp.intake import layouts
from arp.views import formats, mapping_rows, upload_words
from pages import _shell

if TYPE_CHECKING:
    from arp.intake.layouts import KnownLayout
    from arp.lake.change import Change
    from arp.lake.lake import Lake


def draw() -> None:
    """One fold a layout; nothing where none is remembered."""
    lake = _shell.own_lake()
    snapshot = _shell.newest(lake)
    known = _known(str(lake.path), snapshot.number, lake) if snapshot else []
    if not known:
        return
    with st.container(border=True):
        st.subheader("How are your files read?", anchor=False)
        st.markdown(
            "Each layout is remembered for its feed. What you change here holds from the next "
            "file on; what is saved stays as it is."
        )
        for layout in known:
            _layout(lake, layout)


@st.cache_data(max_entries=4, show_spinner=False)
def _known(path: str, number: int, _lake: Lake) -> list[KnownLayout]:
    return layouts.known_layouts(_lake)


def _layout(lake: Lake, layout: KnownLayout) -> None:
    used = sum(bool(fields) for fields in layout.columns.values())
    said = f"{formats.counted(used, 'column')} of {len(layout.columns)}"
    with st.expander(f"{formats.plain(layout.feed)} · {said}", icon=":material/view_column:"):
        st.markdown(formats.plain(upload_words.taught(layout)))
        begun = mapping_rows.remembered(layout.columns)
        words = mapping_rows.choices(list(layout.columns.values()))
        key = f"{layout.name}-{len(layout.versions)}"
        edited = st.data_editor(
            begun,
            key=f"rows-{key}",
            column_config={
                mapping_rows.READ_AS: st.column_config.SelectboxColumn(
                    options=list(words), required=True
                )
            },
            disabled=[mapping_rows.HEADER],
            hide_index=True,
            alt=f"The columns of a layout of feed {layout.feed} and what each is read as",
        )
        changes = mapping_rows.remapped(layout.columns, list(edited[mapping_rows.READ_AS]))
        with st.container(horizontal=True):
            if st.button("Save", key=f"save-{key}", icon=":material/check:", disabled=not changes):
                _commit(lake, layouts.mended(lake, layout.name, changes, _shell.who()))
            if st.button("Forget it", key=f"forget-{key}", icon=":material/delete:"):
                _commit(lake, layouts.forgotten(lake, layout.name))


def _commit(lake: Lake, change: Change) -> None:
    lake.commit(change, who=_shell.who(), at=_shell.now())
    st.rerun()
