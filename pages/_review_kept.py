"""The reviews of the lake that is shown: read once a snapshot, each change saved at once."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

import streamlit as st

from arp.intake.reviews import changed, without
from arp.lake.brought import newest_with_data
from arp.lake.errors import LakeError
from arp.review.promises import made_at, value_of
from arp.views import formats
from pages import _shell

if TYPE_CHECKING:
    from arp.lake.change import Change
    from arp.lake.snapshot import Snapshot
    from arp.review.deck import Deck
    from arp.review.promises import Promises
    from arp.review.typed import Typed

SAID, FAULT = "review_said", "review_fault"  # in the session: what the last press did, or why not
_one_writer = threading.RLock()  # two people add to one review at once, and neither is lost


@dataclass(frozen=True)
class Kept:
    """Every review, the latest first, and every commitment by its number."""

    decks: Sequence[Deck]
    promises: Promises

    def named(self, name: str | None) -> Deck | None:
        """The review of that name."""
        return next((deck for deck in self.decks if deck.name == name), None)


def kept() -> Kept:
    """What is kept of the lake that is shown."""
    snapshot = _shell.newest(_shell.shown_lake())
    if snapshot is None:
        return Kept((), {})
    return _kept(str(snapshot.lake), snapshot.number, snapshot)


@st.cache_resource(max_entries=20, show_spinner=False)
def _kept(path: str, number: int, _snapshot: Snapshot) -> Kept:
    from arp.review.deck import decks
    from arp.review.promises import promises

    rows = _snapshot.read("settings").to_pylist()
    return Kept(decks(rows), promises(rows))


def today() -> date:
    """The day in the clock of the machine."""
    return _shell.now().astimezone().date()


def newest_number() -> int:
    """The newest snapshot that brought data; reviews are frozen to it."""
    newest = newest_with_data(_shell.history(_shell.shown_lake()))
    return newest.snapshot if newest else 0


def alter(name: str, change: Callable[[Deck], Deck]) -> Deck | None:
    """Changes a review as it is now, and saves it; None where that cannot be done."""
    with _one_writer:
        before = kept().named(name)
        if before is None:
            st.session_state[FAULT] = f"{name} is not there any more."
            return None
        after = change(before)
        saved = after == before or keep(after)
    return after if saved else None


def keep(deck: Deck) -> bool:
    """Saves a review; tells whether that could be done."""
    return _commit(changed(deck.name, who=_shell.who(), reviews=[deck.value]))


def rename(deck: Deck, to: Deck) -> bool:
    """Saves a review under another name or day, with its commitments."""
    if to.name == deck.name:
        return keep(to)
    promised = made_at(deck.name, kept().promises)
    values = [value_of(number, replace(one, made_at=to.name)) for number, one in promised.items()]
    change = changed(to.name, who=_shell.who(), reviews=[to.value], commitments=values)
    return _commit(without(change, _newest(), reviews=[deck.name]))


def remove(name: str) -> bool:
    """Takes a review out; the history can bring it back."""
    return _commit(without(changed(name, who=_shell.who()), _newest(), reviews=[name]))


def promise(name: str, found: Typed) -> bool:
    """Saves the commitments that were typed on the page of a review."""
    values = [value_of(number, one) for number, one in found.kept.items()]
    change = changed(name, who=_shell.who(), commitments=values)
    if found.gone:
        change = without(change, _newest(), commitments=found.gone)
    return _commit(change)


def what_was_said() -> None:
    """Says once what the last press did."""
    if SAID in st.session_state:
        said = st.session_state.pop(SAID)
        st.toast(said, icon=":material/co_present:", duration="long")
    if FAULT in st.session_state:
        st.error(formats.plain(st.session_state.pop(FAULT)))


def _newest() -> Snapshot:
    snapshot = _shell.newest(_shell.shown_lake())
    assert snapshot is not None
    return snapshot


def _commit(change: Change) -> bool:
    """Saves a change; why it cannot be saved is said where the page is drawn next."""
    try:
        with _one_writer:
            _shell.shown_lake().commit(change, who=_shell.who(), at=_shell.now())
    except LakeError as fault:
        st.session_state[FAULT] = str(fault)
        return False
    return True
