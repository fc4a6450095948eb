"""What pages share: which lake is open, what of it is shown, and a few plain sentences.

What is measured of it comes from `_figures`, by the same names.
"""

from __future__ import annotations

import os
import threading
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager

from arp.lake.errors import LakeDamaged
from arp.lake.lake import Lake
from arp.lake.ledger import standing
from arp.measures.engine import Filters
from arp.views import formats
from pages._figures import (
    background,
    evidence,
    monthly,
    program,
    readings,
    registry,
    settings,
)

if TYPE_CHECKING:
    import pandas as pd

    from arp.lake.change import LedgerRow
    from arp.lake.snapshot import Snapshot

__all__ = [
    "View",
    "background",
    "build_sample_once",
    "check_once",
    "day_of",
    "evidence",
    "forget_check",
    "history",
    "holdings",
    "kept_lake",
    "monthly",
    "months_held",
    "need_data",
    "newest",
    "now",
    "own_lake",
    "program",
    "readings",
    "registry",
    "sample_lake",
    "settings",
    "shown_lake",
    "undated",
    "view",
    "who",
    "why_empty",
]

if PagesManager.uses_pages_directory:
    # The first link opened after a start leads past app.py, because Streamlit looks into pages/
    # by itself until st.navigation has run once. From here on every link goes through app.py.
    PagesManager.uses_pages_directory = False
    st.rerun()

PROJECT = Path(__file__).parent.parent
CHECKED = "lake_was_whole"  # in the session
_one_builder = threading.Lock()  # two browsers at the first start build one sample city


@dataclass(frozen=True)
class View:
    """What a page shows: one snapshot of one lake, a run of months and the filters.

    `held` are the first and last month there are, `chosen` the months asked for. Without chosen
    months everything counts, rows without any date too.
    """

    lake: Path
    snapshot: Snapshot
    held: tuple[str, str] | None  # None where the lake holds no dated row
    chosen: tuple[str, str] | None
    where: Filters
    today: date
    data_on: date  # the day of the newest change that any figure follows from
    published: str = ""  # the name of the set that it is shown as

    @property
    def months(self) -> tuple[str | None, str | None]:
        """The months as the engine is asked for them."""
        return self.chosen or (None, None)

    @property
    def as_of(self) -> str:
        """The day of the newest data, and whether they are shown as they were published."""
        day = formats.day(self.data_on)
        return f"{day}, as published" if self.published else day

    @property
    def period(self) -> str:
        """The months shown, in words."""
        shown = self.chosen or self.held
        return formats.span(*shown) if shown else "no dated rows"


def _data_on(lake: Lake, snapshot: Snapshot) -> date:
    """The day of the newest data of a snapshot; a review that is changed makes them no newer."""
    from arp.lake.brought import newest_with_data

    before = [row for row in history(lake) if row.snapshot <= snapshot.number]
    return day_of(newest_with_data(before) or snapshot)


def day_of(snapshot: Snapshot | LedgerRow) -> date:
    """The day on which a snapshot was closed, in the clock of the machine that shows it."""
    return snapshot.at.replace(tzinfo=UTC).astimezone().date()


def own_lake() -> Lake:
    """The city's own lake: where uploads go."""
    return Lake(Path(os.environ.get("ARP_LAKE") or PROJECT / "data" / "lake"))


def sample_lake() -> Lake:
    """The lake of the made-up city, beside the city's own and never in it."""
    return Lake(own_lake().path.parent / "sample-lake")


def shown_lake() -> Lake:
    """The city's own lake as soon as anything was saved in it; until then the sample city."""
    own = own_lake()
    return own if newest(own) is not None else sample_lake()


def newest(lake: Lake) -> Snapshot | None:
    """The newest snapshot. The ledger is read again only when a change was closed."""
    return _newest(str(lake.path), _changed_at(lake), lake) if lake.exists else None


@st.cache_data(max_entries=8, show_spinner=False)
def _newest(path: str, changed_at: int, _lake: Lake) -> Snapshot | None:
    return _lake.snapshot()


def history(lake: Lake) -> list[LedgerRow]:
    """The changes that led to the newest snapshot, newest first; read again as `newest` is."""
    return _history(str(lake.path), _changed_at(lake), lake) if lake.exists else []


@st.cache_resource(max_entries=8, show_spinner=False)
def _history(path: str, changed_at: int, _lake: Lake) -> list[LedgerRow]:
    return standing(_lake.history())


def _changed_at(lake: Lake) -> int:
    log = lake.path / "ledger" / "_delta_log"
    return log.stat().st_mtime_ns if log.exists() else 0


def check_once(lake: Lake) -> None:
    """Read the whole lake at the first look after a start, so that no page shows a part of it.

    Raises:
        LakeDamaged: with the doctor's sentences; looked at again until it is mended.
    """
    if newest(lake) is not None:
        _whole(str(lake.path), lake)
        st.session_state[CHECKED] = True


def forget_check() -> bool:
    """Have the lake read again at the next look; tells whether it had passed one before."""
    _whole.clear()
    return bool(st.session_state.pop(CHECKED, False))


def kept_lake() -> Lake:
    """The lake that would be shown if it could be read."""
    own = own_lake()
    return own if own.exists else sample_lake()


@st.cache_resource(max_entries=8, show_spinner="Checking the data")
def _whole(path: str, _lake: Lake) -> bool:
    if faults := _lake.damage():
        raise LakeDamaged(" ".join(map(str, faults)))
    return True


def build_sample_once() -> None:
    """Build the sample city at the first start, with progress and seconds on the page."""
    lake = sample_lake()
    if newest(lake) is not None:
        return
    note = st.empty()
    with note.container(), st.spinner("Building it", show_time=True):
        bar = st.progress(0.0, "Building a made-up sample city, so there is something to see")
        with _one_builder:
            if newest(lake) is None:
                from arp.sample import build_lake  # slow to import: the page says so first

                def show(step: str, share: float | None = None) -> None:
                    bar.progress(min(share or 0.0, 1.0), step)

                build_lake(lake, at=now(), progress=show)
    note.empty()


def view(
    months: tuple[str, str] | None = None,
    where: Filters | None = None,
    number: int | None = None,
) -> View | None:
    """What the page shows: the newest snapshot, all its months unless some are chosen."""
    lake = shown_lake()
    snapshot = newest(lake) if number is None else lake.snapshot(number)
    if snapshot is None:
        return None
    held = months_held(snapshot)
    ends = (held[0], held[-1]) if held else None
    chosen = None if months == ends else months
    return View(
        lake.path,
        snapshot,
        ends,
        chosen,
        where or Filters(),
        date.today(),
        _data_on(lake, snapshot),
    )


def holdings(snapshot: Snapshot) -> pd.DataFrame:
    """How many rows of each table, feed and month the lake holds, undated ones too; their days."""
    return _holdings(str(snapshot.lake), snapshot.number, snapshot)


@st.cache_data(max_entries=20, show_spinner=False)
def _holdings(lake: str, number: int, _snapshot: Snapshot) -> pd.DataFrame:
    from arp.lake.held import held

    return held(_snapshot)


def months_held(snapshot: Snapshot) -> list[str]:
    """The months of which the lake holds any row, in order."""
    return sorted(set(holdings(snapshot)["month"]) - {"undated"})


def undated(snapshot: Snapshot) -> dict[str, int]:
    """How many rows of each table, by its title, have no date at all."""
    from arp.views import holdings as told

    return told.undated(holdings(snapshot))


def need_data(shown: View | None) -> View:
    """The view, or the page of a lake that holds nothing yet."""
    if shown is not None and shown.held is not None:
        return shown
    st.title(why_empty(), anchor=False)
    st.markdown("Figures appear here as soon as a spreadsheet is saved.")
    st.page_link("pages/upload.py", label="Upload a spreadsheet", icon=":material/upload_file:")
    if shown is not None:
        st.page_link("pages/data.py", label="History and undo", icon=":material/undo:")
    st.stop()


def why_empty() -> str:
    """Why there is nothing to show: nothing came yet, only settings did, or it was taken back."""
    history = shown_lake().history()
    if any(change.undoes for change in history):
        return "Nothing is here: what was uploaded was taken back"
    return "No data are here yet, only settings" if history else "Nothing is uploaded yet"


def now() -> datetime:
    """The clock, read in one place and handed to everything that needs it."""
    return datetime.now(UTC)


def who() -> str:
    """Who sits at this machine; signed-in names come with sign-in."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"
