"""One section of the settings as a table to type in, and what the data propose for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import streamlit as st

from arp.views import formats, settings_rows
from arp.words.grammar import Field, Kind, Table
from pages import _card

if TYPE_CHECKING:
    import pandas as pd

    from arp.measures.proposed import Proposal
    from arp.views.settings_rows import Line

Menus = Mapping[str, Sequence[str]]

SIGNED = ("Set by", "Why")  # filled in on saving
REASON = "What speaks for it"


def editor(
    key: str, section: Table, begun: pd.DataFrame, menus: Menus, *, locked: bool
) -> pd.DataFrame:
    """The section's lines, to be changed, added and taken out; gives them as they stand now.

    Args:
        key: of the widget.
        section: whose lines they are.
        begun: the lines as they were typed so far.
        menus: what may be chosen in columns of these names.
        locked: whether nothing can be typed.
    """
    edited: pd.DataFrame = st.data_editor(
        begun,
        key=key,
        num_rows="fixed" if locked else "dynamic",
        disabled=True if locked else SIGNED,
        column_config={
            field.title: _column(field, section, begun, menus)
            for field in settings_rows.fields_of(section)
        },
        hide_index=True,
        placeholder="",
        alt=f"{section.title}: {section.grain}",
        width="stretch",
    )
    return edited


def proposed(key: str, section: Table, proposals: Sequence[Proposal]) -> list[Line]:
    """What the data propose for the section, apart from what is set; gives what is taken over."""
    lines = {
        settings_rows.name_of(section, proposal.values): settings_rows.as_typed(
            section, proposal.values
        )
        for proposal in proposals
    }
    if not lines:
        return []
    with st.container(border=True):
        st.subheader("Proposed, not set", anchor=False)
        st.markdown(
            "Nothing of this is used until you take it over and save it. Look at each: only you "
            "know your program."
        )
        shown = settings_rows.printed(section, list(lines.values()))
        _card.table(shown.assign(**{REASON: [proposal.why for proposal in proposals]}))
        chosen = st.multiselect("Take over", list(lines), list(lines), key=f"{key}-proposed")
        label = f"Take over {formats.counted(len(chosen), 'row')}"
        pressed = st.button(label, icon=":material/add:", disabled=not chosen)
    return [lines[name] for name in chosen] if pressed else []


def _column(field: Field, section: Table, begun: pd.DataFrame, menus: Menus) -> Any:
    """How a column is typed in: words from a menu, dates from a calendar."""
    options = _options(field, section, menus)
    if options:
        menu = list(dict.fromkeys([*options, *begun[field.title].dropna()]))
        return st.column_config.SelectboxColumn(help=_help(field), options=menu)
    if field.kind is Kind.DATE:
        return st.column_config.DateColumn(help=_help(field), format="MMM D, YYYY")
    if field.kind in (Kind.WHOLE, Kind.NUMBER):
        step = 1 if field.kind is Kind.WHOLE else None
        return st.column_config.NumberColumn(help=_help(field), step=step)
    return st.column_config.TextColumn(help=_help(field))


def _options(field: Field, section: Table, menus: Menus) -> Sequence[str]:
    if field.kind is Kind.FLAG:
        return ("Yes", "No")
    if field.kind is Kind.WORD and field.vocabulary:
        return field.vocabulary.keys
    names_itself = field.name in section.keys[0] and section.name == f"{field.name}s"
    return () if names_itself else menus.get(field.name, ())


def _help(field: Field) -> str:
    words = field.vocabulary.keys if field.kind is Kind.WORDS and field.vocabulary else ()
    several = f" Any of, parted by semicolons: {'; '.join(words)}." if words else ""
    needed = " It must be filled in." if field.required else ""
    return f"{field.meaning}.{several}{needed}"
