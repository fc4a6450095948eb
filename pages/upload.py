"""Upload: drop the spreadsheets, see what was understood, save; nothing is saved before that."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from arp.intake.asked_once import Shared, shared_questions
from arp.intake.mapping import Understanding
from arp.intake.overlapping import rows_in_both
from arp.lake.errors import LakeError
from arp.views import formats, upload_words
from arp.words.findings import Finding
from pages import _columns, _dropped, _findings, _questions, _reading, _receipt, _shell

if TYPE_CHECKING:
    from arp.lake.change import Change
    from pages._reading import Dropped

LARGEST_MB = 50
RECEIPTS, RECEIPTS_WITH = "receipts", "receipts_with"  # in the session; with which files beside


def card(
    one: Dropped, result: Understanding | Finding | None, asked: list[Shared]
) -> Change | None:
    """One file's card; gives its change when it is ready to be saved."""
    with st.container(border=True):
        st.subheader(formats.plain(formats.shortened(one.name)), anchor=False)
        if result is None:
            st.info("Reading it was canceled. Nothing of it was kept.", icon=":material/cancel:")
            st.button(
                "Read it again",
                key=f"{one.key}-read",
                icon=":material/refresh:",
                on_click=_reading.read_again,
                args=(one,),
            )
            return None
        if isinstance(result, Finding):
            _findings.refusal(result)
            return None
        if result.refused:
            refused(one, result, result.refused)
            return None
        return understood(one, result, asked)


def refused(one: Dropped, result: Understanding, why: Finding) -> None:
    """Why a file that was read cannot be saved; answers that led there can be taken back."""
    _findings.refusal(why)
    _findings.faults(one.key, result.findings, why)
    if one.answers and st.button("Answer again", key=f"{one.key}-again"):
        one.answers.clear()
        st.rerun()


def understood(one: Dropped, result: Understanding, asked: list[Shared]) -> Change | None:
    """What was understood of a file, what is open and what was found in it."""
    if result.corrects is not None:
        st.markdown("These are rows that were mended: only what was mended changes.")
    for mapping in result.mappings:
        _dropped.sheet(mapping)
    elsewhere = {shared.question.key for shared in asked if one.sha256 in shared.files}
    own = [question for question in result.questions if question.key not in elsewhere]
    _questions.own(one.key, own, one.answers)
    ready = what_will_change(one, result)
    if result.mappings and result.corrects is None:
        _dropped.names(one.key, result, one.answers)
    _findings.findings(one.key, result.findings, _reading.faulty(one, result))
    for mapping in result.mappings if result.corrects is None else ():
        _columns.editor(f"{one.key}-{mapping.sheet}", mapping, one.answers)
    return ready


def shared_rows(cards: list[tuple[Dropped, Change]]) -> None:
    """Says of files dropped together that they hold the same numbers with other content."""
    for number, (one, change) in enumerate(cards):
        for name, n in rows_in_both(change, [other for _, other in cards[:number]]).items():
            st.warning(
                formats.plain(upload_words.replaces_beside(one.name, name, n)),
                icon=":material/content_copy:",
            )


def what_will_change(one: Dropped, result: Understanding) -> Change | None:
    """The preview, and the whole-month question with its count shown first."""
    change = result.change
    if change is None:
        return None
    receipt = _reading.previewed(one, change)
    st.markdown("**What will change**")
    if receipt.status == "unchanged":
        st.markdown("Every row of it is already here: saving it changes nothing.")
    _dropped.accounting(receipt.tallies)
    if change.kind == "settings":
        return change
    st.markdown(f"Months: {_dropped.months_said(receipt)}.")
    if result.corrects is not None:
        return change
    whole = replace(change, whole_months=receipt.months)
    removed = sum(tally.removed for tally in _reading.previewed(one, whole).tallies.values())
    if not removed:
        return change
    months = formats.listed(formats.span(*run) for run in formats.runs(receipt.months))
    said = (
        f"This file is the whole of {months} for this feed: remove "
        f"{formats.counted(removed, 'row')} that it no longer holds"
    )
    return whole if st.checkbox(said, key=f"{one.key}-whole") else change


def save(changes: list[tuple[Dropped, Change]], keys: list[str]) -> None:
    """Commit every file that is ready, and keep what came of it for the receipt.

    Each is understood anew after those before it are saved: it may have become a question.
    """
    lake, receipts, failed = _shell.own_lake(), [], ""
    before = lake.snapshot()
    bar = st.progress(0.0, "Saving")
    for number, (one, change) in enumerate(changes):

        def show(step: str, share: float | None = None, number: int = number) -> None:
            bar.progress((number + min(share or 0.0, 1.0)) / len(changes), f"Saving: {step}")

        result = _reading.understood(one)
        if not isinstance(result, Understanding) or result.change is None:
            failed = f"{formats.shortened(one.name)} {upload_words.ASKS_NOW}"
            break
        change = replace(result.change, whole_months=change.whole_months)
        try:
            receipt = lake.commit(change, who=_shell.who(), at=_shell.now(), progress=show)
        except LakeError as fault:
            failed = f"{formats.shortened(one.name)} was not saved. {fault}"
            break
        receipts.append((one.name, receipt))
    st.session_state[RECEIPTS] = (before.number if before else None, receipts, failed)
    st.session_state[RECEIPTS_WITH] = keys if failed else []
    if failed:
        st.rerun()
    start_over()


def start_over() -> None:
    """An empty uploader again."""
    st.session_state["upload_round"] = st.session_state.get("upload_round", 0) + 1
    st.rerun()


def buttons(ready: list[tuple[Dropped, Change]], dropped: list[Dropped]) -> None:
    """Save what is ready, or throw all away."""
    alone = len(ready) == len(dropped) == 1
    label = "Save" if alone else f"Save {len(ready)} of {len(dropped)} files"
    with st.container(horizontal=True):
        saving = bool(ready) and st.button(label, type="primary", icon=":material/check:")
        discarding = st.button("Discard")
    if saving:
        save(ready, [one.key for one in dropped])
    if discarding:
        for one in dropped:
            one.answers.clear()
        start_over()


heading = st.empty()
heading.title("Upload", anchor=False)
receipt_place = st.container()
st.markdown("Nothing is saved until you press **Save**, and every upload can be undone.")
files = st.file_uploader(
    f"Drop this month’s spreadsheets here (Excel, OpenDocument or CSV, up to {LARGEST_MB} MB each)",
    accept_multiple_files=True,
    max_upload_size=LARGEST_MB,
    key=f"files-{st.session_state.get('upload_round', 0)}",
)
dropped = [_reading.Dropped.of(file) for file in files or []]
if st.session_state.get(RECEIPTS_WITH) != [one.key for one in dropped]:
    st.session_state.pop(RECEIPTS, None)
if RECEIPTS in st.session_state:
    with receipt_place:
        _receipt.draw(*st.session_state[RECEIPTS])
elif not dropped:
    _dropped.how_it_goes()
_reading.read_all(dropped)
results = [_reading.understood(one) for one in dropped]
known = {
    one.sha256: result
    for one, result in zip(dropped, results, strict=True)
    if isinstance(result, Understanding) and not result.refused
}
asked = shared_questions(known)
_questions.shared(asked, {one.sha256: formats.shortened(one.name) for one in dropped})
cards = [card(one, result, asked) for one, result in zip(dropped, results, strict=True)]
ready = [(one, change) for one, change in zip(dropped, cards, strict=True) if change is not None]
if dropped:
    open_questions = {(name, q.key) for name, one in known.items() for q in one.questions}
    answered_together = [(name, one.question.key) for one in asked for name in one.files[1:]]
    still_open = len(open_questions.difference(answered_together))
    heading.title(upload_words.title(len(dropped), len(ready), still_open), anchor=False)
    shared_rows(ready)
    buttons(ready, dropped)
