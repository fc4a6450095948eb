"""The mapping editor: what each column of a sheet was read as, mended from a menu in its row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from arp.views import formats, mapping_rows

if TYPE_CHECKING:
    from arp.intake.mapping import Mapping as SheetMapping

TALLEST = 600  # pixels; more columns scroll
MANY = 16  # columns that fit in it


def editor(key: str, mapping: SheetMapping, answers: dict[str, str]) -> None:
    """Every column with its first values, how it was read and how sure; a change checks anew."""
    used = [column for column in mapping.columns if column.is_used]
    left = len(mapping.columns) - len(used)
    label = f"{formats.counted(len(used), 'column')} understood, {left} left out"
    with st.expander(label, expanded=not mapping.remembered, icon=":material/view_column:"):
        st.markdown("Wrong? Choose what a column holds in its row: everything is checked anew.")
        begun = mapping_rows.frame(mapping)
        mended = st.data_editor(
            begun,
            key=f"{key}-{hash(tuple(begun[mapping_rows.READ_AS]))}",
            column_config={
                mapping_rows.READ_AS: st.column_config.SelectboxColumn(
                    options=mapping_rows.offered(mapping), required=True, width="medium"
                ),
                mapping_rows.SURE: st.column_config.TextColumn(width="small"),
            },
            disabled=[mapping_rows.HEADER, mapping_rows.VALUES, mapping_rows.SURE],
            hide_index=True,
            height="content" if len(begun) <= MANY else TALLEST,
            alt=f"The columns of sheet {mapping.sheet} and what each was read as",
        )
        if personal := mapping_rows.personal(mapping):
            st.markdown(f"**Never kept:** {formats.plain(formats.listed(personal))}.")
    said = mapping_rows.answers(mapping, list(mended[mapping_rows.READ_AS]), answers)
    if said != answers:
        answers.clear()
        answers.update(said)
        st.rerun()
