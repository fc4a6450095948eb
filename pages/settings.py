"""Settings: what the program knows about itself, a section at a time, saved as one change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from arp.measures.own import registry
from arp.measures.settings import Settings
from arp.views import settings_rows
from arp.words.grammar import Table
from arp.words.settings import PROGRAM_SECTIONS, SECTIONS
from arp.words.settings.shape_section import SHAPES
from pages import _dropped, _editor, _findings, _formulas, _shapes, _shell

if TYPE_CHECKING:
    from datetime import date

    import pandas as pd

    from arp.intake.mapping import Understanding
    from arp.lake.change import Change
    from arp.lake.snapshot import Snapshot
    from arp.measures.proposed import Proposal

SAVED = "settings_saved"  # in the session: what the last save did
BEGUN = "settings_begun"  # in the session: what was typed and taken over, not yet saved


@st.cache_data(max_entries=4, show_spinner="Looking for what your data show")
def proposals(lake: str, number: int, today: date, _snapshot: Snapshot) -> list[Proposal]:
    from arp.measures import proposed

    return proposed.proposals(_snapshot, today=today)


@st.cache_data(max_entries=4, show_spinner=False)
def stored(lake: str, number: int, _snapshot: Snapshot) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = _snapshot.read("settings").to_pylist()
    return rows


def carry() -> None:
    """The program workbook: out of the app here, in again by the page Upload."""
    from arp.views.export.program_workbook import program_workbook

    with st.container(horizontal=True, vertical_alignment="center"):
        st.download_button(
            "Program workbook",
            lambda: program_workbook(rows),
            file_name="program.xlsx",
            icon=":material/download:",
            on_click="ignore",
            help="All these settings as one Excel workbook, to be changed and uploaded again.",
        )
        if locked:
            st.download_button(
                "Blank program workbook",
                program_workbook,
                file_name="program.xlsx",
                icon=":material/download:",
                on_click="ignore",
            )
        st.page_link("pages/upload.py", label="Upload it", icon=":material/upload_file:")
        st.page_link("pages/data.py", label="History and undo", icon=":material/undo:")


def understood(section: Table, edited: pd.DataFrame, set_by: str, why: str) -> Understanding:
    """What was typed, read and checked like an uploaded program workbook."""
    from arp.intake.program.recognizing import section_sheets
    from arp.intake.program.typed import typed_workbook
    from arp.intake.program.understanding import understand_program
    from arp.measures.targets import target_units

    held = settings_rows.table(section, lines.get(section.name, []))
    book = typed_workbook(
        section,
        edited.to_dict("records"),
        held=held.to_dict("records"),
        set_by=set_by,
        why=why,
    )
    return understand_program(
        book,
        section_sheets(book),
        lake=own,
        target_units=target_units,
        whole=(section.name,),
    )


def saving(section: Table, edited: pd.DataFrame) -> None:
    """Who and why, what would change or what is wrong, and the button that saves."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        set_by = st.text_input("Set by", _shell.who(), key=f"by-{section.name}", width=220)
        why = st.text_input("Why", key=f"why-{section.name}", placeholder="A few words")
    result = understood(section, edited, set_by.strip(), why.strip())
    if result.refused:
        _findings.refusal(result.refused)
        _findings.faults(f"settings-{section.name}", result.findings, result.refused)
    change = result.change
    preview = own.preview(change) if change else None
    if preview and preview.status == "unchanged":
        st.markdown("Nothing is changed yet.")
    elif preview:
        _dropped.accounting(preview.tallies)
    changed = preview is not None and preview.status == "saved"
    unsigned = changed and not (set_by.strip() and why.strip())
    if unsigned:
        st.markdown("Say who set it and why; then it can be saved.")
    pressed = st.button(
        "Save", type="primary", icon=":material/check:", disabled=not changed or unsigned
    )
    if pressed and change:
        save(section, change)


def save(section: Table, change: Change) -> None:
    """Commit the section as one change of settings."""
    receipt = own.commit(change, who=_shell.who(), at=_shell.now())
    st.session_state[SAVED] = (section.title, receipt.upload_id)
    st.session_state.pop(BEGUN, None)
    st.rerun()


own = _shell.own_lake()
snapshot = _shell.newest(own)
locked = snapshot is None and _shell.newest(_shell.sample_lake()) is not None
shown = _shell.newest(_shell.sample_lake()) if locked else snapshot
rows = stored(str(shown.lake), shown.number, shown) if shown else []
lines = settings_rows.by_section(rows)

st.title("What the program knows about itself", anchor=False)
if locked:
    st.markdown(
        "These are the sample city’s own. To begin with yours, save a first upload: your data, or "
        "the program workbook filled in."
    )
else:
    st.markdown("A row with a later first day leaves the past as it was. Every save can be undone.")
if SAVED in st.session_state:
    title, upload_id = st.session_state.pop(SAVED)
    st.success(f"{title}: saved as {upload_id}.", icon=":material/check:")
carry()
name = st.selectbox(
    "Subject",
    [*PROGRAM_SECTIONS, SHAPES.name],
    key="section",
    bind="query-params",
    format_func=lambda name: SECTIONS[name].title,
    width=320,
)
if name == SHAPES.name:
    _shapes.draw(shown, rows, locked=locked)
    st.stop()
section = PROGRAM_SECTIONS[name]
st.markdown(f"{section.meaning} {section.grain}.")
version, begun = st.session_state.get(BEGUN, {}).get(
    (name, shown.number if shown else 0),
    (0, settings_rows.table(section, lines.get(name, []))),
)
menus = {
    "team": [line["team"] for line in lines.get("teams", [])],
    "indicator": list(registry(Settings(rows), _shell.now().date()).indicators),
}
key = f"rows-{name}-{shown.number if shown else 0}-{version}"
edited = _editor.editor(key, section, begun, menus, locked=locked)
if section.name == "indicators":
    _formulas.draw()
if not locked:
    saving(section, edited)
if snapshot is not None:
    found = proposals(str(own.path), snapshot.number, _shell.now().date(), snapshot)
    there = settings_rows.names_in(section, edited)
    of_section = [
        proposal
        for proposal in found
        if proposal.section == name and settings_rows.name_of(section, proposal.values) not in there
    ]
    if picked := _editor.proposed(key, section, of_section):
        further = settings_rows.with_lines(section, edited, picked)
        st.session_state[BEGUN] = {(name, snapshot.number): (version + 1, further)}
        st.rerun()
