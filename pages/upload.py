"""Upload: drop the spreadsheets, see what was understood, save; nothing is saved before that."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import streamlit as st

from arp.lake.errors import LakeError
from arp.views import formats
from arp.words.findings import Finding, Refused
from pages import _dropped, _receipt, _shell

if TYPE_CHECKING:
    from arp.intake.mapping import Understanding
    from arp.intake.sheet import Workbook
    from arp.lake.change import Change, Receipt

LARGEST_MB = 50


@st.cache_resource(max_entries=200)
def answers_given(sha256: str) -> dict[str, str]:
    """What was answered about a file: kept when the page is loaded and the file dropped again."""
    return {}


@st.cache_resource(max_entries=8, scope="session", show_spinner=False)
def as_read(sha256: str, name: str, _data: bytes) -> Workbook | Finding:
    """The file as read, or why it is refused."""
    from arp.intake.reading.reader import read

    try:
        return read(name, _data)
    except Refused as refusal:
        return refusal.finding


@st.cache_resource(max_entries=8, scope="session", show_spinner=False)
def as_understood(
    sha256: str, snapshot: int, answers: tuple[tuple[str, str], ...], _workbook: Workbook
) -> Understanding:
    """What the file holds, with the answers given so far."""
    from arp.intake.road import understand
    from arp.measures.targets import target_units

    return understand(
        _workbook,
        lake=_shell.own_lake(),
        answers=dict(answers),
        today=_shell.now().date(),
        target_units=target_units,
    )


@st.cache_resource(max_entries=16, scope="session", show_spinner=False)
def as_previewed(
    sha256: str, snapshot: int, answers: tuple[tuple[str, str], ...], whole: bool, _change: Change
) -> Receipt:
    """What saving would do; `whole` when the file is said to be the whole of its months."""
    return _shell.own_lake().preview(_change)


def question_of(file: Any) -> tuple[str, int, tuple[tuple[str, str], ...]]:
    """All that a file's understanding depends on: its bytes, the snapshot, the answers."""
    sha256 = hashlib.sha256(file.getvalue()).hexdigest()
    snapshot = _shell.newest(_shell.own_lake())
    given = tuple(sorted(answers_given(sha256).items()))
    return sha256, snapshot.number if snapshot else 0, given


def understood(file: Any) -> Understanding | Finding:
    """One dropped file, read and understood, with progress the first time."""
    question = question_of(file)
    with st.spinner(f"Reading {formats.plain(formats.shortened(file.name))}", show_time=True):
        workbook = as_read(question[0], file.name, file.getvalue())
        if isinstance(workbook, Finding):
            return workbook
        return as_understood(*question, workbook)


def one_file(file: Any) -> Change | None:
    """One file's card; gives its change when it is ready to be saved."""
    with st.container(border=True):
        st.subheader(formats.plain(formats.shortened(file.name)), anchor=False)
        result = understood(file)
        if isinstance(result, Finding):
            _dropped.refusal(result)
            return None
        given = answers_given(question_of(file)[0])
        if result.refused:
            _dropped.refusal(result.refused)
            _dropped.faults(file.file_id, result.findings, result.refused)
            if given and st.button("Answer again", key=f"{file.file_id}-again"):
                given.clear()
                st.rerun()
            return None
        for mapping in result.mappings:
            _dropped.sheet(mapping)
        _dropped.questions(file.file_id, result.questions, given)
        ready = what_will_change(file, result.change) if result.change else None
        if result.mappings:
            _dropped.names(file.file_id, result, given)
        _dropped.findings(file.file_id, result.findings)
        for mapping in result.mappings:
            _dropped.columns(f"{file.file_id}-{mapping.sheet}", mapping, given)
        return ready


def what_will_change(file: Any, change: Change) -> Change:
    """The preview, and the whole-month question with its count shown first."""
    question = question_of(file)
    receipt = as_previewed(*question, False, change)
    st.markdown("**What will change**")
    _dropped.accounting(receipt.tallies)
    if change.kind == "settings":
        return change
    st.markdown(f"Months: {_dropped.months_said(receipt)}.")
    whole = replace(change, whole_months=receipt.months)
    preview = as_previewed(*question, True, whole)
    removed = sum(tally.removed for tally in preview.tallies.values())
    if not removed:
        return change
    months = formats.listed(formats.span(*run) for run in formats.runs(receipt.months))
    said = (
        f"This file is the whole of {months} for this feed: remove "
        f"{formats.counted(removed, 'row')} that it no longer holds"
    )
    return whole if st.checkbox(said, key=f"{file.file_id}-whole") else change


def save(changes: list[Change]) -> None:
    """Commit every file that is ready, and keep what came of it for the receipt."""
    lake, receipts, failed = _shell.own_lake(), [], ""
    before = lake.snapshot()
    bar = st.progress(0.0, "Saving")
    for number, change in enumerate(changes):

        def show(step: str, share: float | None = None, number: int = number) -> None:
            bar.progress((number + min(share or 0.0, 1.0)) / len(changes), f"Saving: {step}")

        try:
            receipt = lake.commit(change, who=_shell.who(), at=_shell.now(), progress=show)
        except LakeError as fault:
            failed = f"{formats.shortened(change.file_name)} was not saved. {fault}"
            break
        receipts.append((change.file_name, receipt))
    st.session_state["receipts"] = (before.number if before else None, receipts, failed)
    start_over()


def start_over() -> None:
    """An empty uploader again."""
    st.session_state["upload_round"] = st.session_state.get("upload_round", 0) + 1
    st.rerun()


heading = st.empty()
heading.title("Upload", anchor=False)
if "receipts" in st.session_state:
    _receipt.draw(*st.session_state["receipts"])
st.markdown("Nothing is saved until you press **Save**, and every upload can be undone.")
files = st.file_uploader(
    f"Drop this month’s spreadsheets here (Excel, OpenDocument or CSV, up to {LARGEST_MB} MB each)",
    accept_multiple_files=True,
    max_upload_size=LARGEST_MB,
    key=f"files-{st.session_state.get('upload_round', 0)}",
)
if files:
    st.session_state.pop("receipts", None)
if not files and "receipts" not in st.session_state:
    _dropped.how_it_goes()
ready = [change for change in map(one_file, files or []) if change is not None]
if files:
    said = formats.counted(len(ready), "file is", "files are") if ready else "Nothing is"
    heading.title(f"{said} ready to save", anchor=False)
if ready:
    label = "Save" if len(ready) == len(files) == 1 else f"Save {len(ready)} of {len(files)} files"
    with st.container(horizontal=True):
        saving = st.button(label, type="primary", icon=":material/check:")
        discarding = st.button("Discard")
    if saving:
        save(ready)
    if discarding:
        for file in files:
            answers_given(question_of(file)[0]).clear()
        start_over()
