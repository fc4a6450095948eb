"""Dropped files on their way: read beside the page, understood, previewed; each only once."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import streamlit as st

from arp.intake.reading.background import Reading
from arp.views import formats
from arp.words.findings import Finding
from pages import _questions, _shell

if TYPE_CHECKING:
    from arp.intake.corrections.faulty import FaultyRows
    from arp.intake.mapping import Understanding
    from arp.intake.sheet import Workbook
    from arp.lake.change import Change, Receipt

READINGS = "readings"  # in the session: what is read, or being read, of the dropped files
AT_ONCE = 0.7  # seconds after which a wait is shown, with the way out of it
GLANCE = 0.25  # seconds between two looks; a click is noticed at each

Given = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Dropped:
    """One dropped file: the uploader's own object, its name, and the hash of its bytes."""

    file: Any
    name: str
    sha256: str

    @classmethod
    def of(cls, file: Any) -> Dropped:
        return cls(file, file.name, hashlib.sha256(file.getvalue()).hexdigest())

    @property
    def key(self) -> str:
        """What the file's widgets are known by."""
        return str(self.file.file_id)

    @property
    def answers(self) -> dict[str, str]:
        """What was answered about it; to be added to."""
        return _questions.answers_given(self.sha256)

    @property
    def question(self) -> tuple[str, str, int, Given]:
        """All that its understanding depends on: bytes and name, the snapshot, the answers."""
        snapshot = _shell.newest(_shell.own_lake())
        given = tuple(sorted(self.answers.items()))
        return self.sha256, self.name, snapshot.number if snapshot else 0, given


def read_all(dropped: Sequence[Dropped]) -> None:
    """Reads every file that is not read yet, one after the other, with progress and a way out.

    A file that is no longer among them is let go, and what it had begun is ended.
    """
    begun: dict[str, Reading] = st.session_state.setdefault(READINGS, {})
    for gone in set(begun) - {one.key for one in dropped}:
        begun.pop(gone).cancel()
    place = st.empty()
    for number, one in enumerate(dropped):
        if one.key not in begun:
            begun[one.key] = Reading(one.name, one.file.getvalue())
        reading = begun[one.key]
        if not reading.wait(AT_ONCE):
            _wait(place, one, reading, number, len(dropped))
    place.empty()


def _wait(place: Any, one: Dropped, reading: Reading, number: int, of: int) -> None:
    """Shows the wait until the file is read; a click on the page ends the script in here."""
    said = f"Reading {formats.plain(formats.shortened(one.name))}, file {number + 1} of {of}"
    with place.container(horizontal=True, vertical_alignment="center"):
        bar = st.progress(number / of, said)
        st.button("Cancel", on_click=reading.cancel, key=f"{one.key}-cancel")
    while not reading.wait(GLANCE):
        bar.progress(number / of, f"{said}: {reading.seconds} s")


def read_again(one: Dropped) -> None:
    """Begins anew with a file whose reading was canceled."""
    st.session_state[READINGS].pop(one.key, None)


def workbook(one: Dropped) -> Workbook | Finding | None:
    """The file as read, or why it is refused; None where its reading was canceled."""
    reading: Reading = st.session_state[READINGS][one.key]
    return reading.outcome()


def understood(one: Dropped) -> Understanding | Finding | None:
    """What a file that was read holds, with the answers given so far."""
    read = workbook(one)
    if read is None or isinstance(read, Finding):
        return read
    with st.spinner(f"Checking {formats.plain(formats.shortened(one.name))}", show_time=True):
        return _understood(*one.question, read)


@st.cache_resource(max_entries=30, scope="session", show_spinner=False)
def _understood(
    sha256: str, name: str, snapshot: int, answers: Given, _workbook: Workbook
) -> Understanding:
    from arp.intake.road import understand
    from arp.measures.targets import target_units

    return understand(
        _workbook,
        lake=_shell.own_lake(),
        answers=dict(answers),
        today=_shell.now().date(),
        target_units=target_units,
    )


def previewed(one: Dropped, change: Change) -> Receipt:
    """What saving the change would do."""
    return _previewed(*one.question, bool(change.whole_months), change)


@st.cache_resource(max_entries=60, scope="session", show_spinner=False)
def _previewed(
    sha256: str, name: str, snapshot: int, answers: Given, whole: bool, _change: Change
) -> Receipt:
    return _shell.own_lake().preview(_change)


def faulty(one: Dropped, result: Understanding) -> FaultyRows | None:
    """The rows of a file that can be mended in a workbook; None where there is none."""
    read = workbook(one)
    if result.change is None or read is None or isinstance(read, Finding):
        return None
    return _faulty(*one.question, read, result)


@st.cache_resource(max_entries=30, scope="session", show_spinner=False)
def _faulty(
    sha256: str,
    name: str,
    snapshot: int,
    answers: Given,
    _workbook: Workbook,
    _result: Understanding,
) -> FaultyRows | None:
    from arp.intake.corrections.faulty import faulty_rows

    return faulty_rows(_workbook, _result)
