"""What pages share: which lake is open, its facts, what is measured, and a few plain sentences.

Everything slow is cached here, by the lake's path and snapshot and by the question, so that a
click costs what it draws. Nothing in here works a figure out.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager

from arp.lake.errors import LakeDamaged
from arp.lake.lake import Lake
from arp.measures.engine import Filters
from arp.views import formats

if TYPE_CHECKING:
    import pandas as pd

    from arp.lake.snapshot import Snapshot
    from arp.measures.evidence import Evidence
    from arp.measures.monthly import Background, Monthly
    from arp.measures.settings import Settings
    from arp.measures.studies.hours_freed import Estimate

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

    @property
    def months(self) -> tuple[str | None, str | None]:
        """The months as the engine is asked for them."""
        return self.chosen or (None, None)

    @property
    def as_of(self) -> str:
        """The day of the last change, in the clock of the machine that shows it."""
        return formats.day(self.snapshot.at.replace(tzinfo=UTC).astimezone())

    @property
    def period(self) -> str:
        """The months shown, in words."""
        shown = self.chosen or self.held
        return formats.span(*shown) if shown else "no dated rows"


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
    log = lake.path / "ledger" / "_delta_log"
    changed_at = log.stat().st_mtime_ns if log.exists() else 0
    return _newest(str(lake.path), changed_at, lake) if lake.exists else None


@st.cache_data(max_entries=8, show_spinner=False)
def _newest(path: str, changed_at: int, _lake: Lake) -> Snapshot | None:
    return _lake.snapshot()


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
    faults = [fault for fault in _lake.doctor() if not fault.is_note]
    if faults:
        raise LakeDamaged(" ".join(f"{fault.sentence} {fault.what_to_do}" for fault in faults))
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
    return View(lake.path, snapshot, ends, chosen, where or Filters(), date.today())


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


def evidence(shown: View) -> Evidence:
    """The facts of a snapshot, worked out once for everybody who looks at it."""
    return _evidence(str(shown.lake), shown.snapshot.number, shown.today, shown.snapshot)


@st.cache_resource(max_entries=2, show_spinner="Reading the data")
def _evidence(lake: str, number: int, today: date, _snapshot: Snapshot) -> Evidence:
    from arp.measures.evidence import Evidence

    return Evidence.derive(_snapshot, today=today)


def readings(shown: View, keys: Sequence[str], *, by: Sequence[str] = ()) -> pd.DataFrame:
    """The readings of these indicators for what is shown, in one query the first time."""
    question = (tuple(keys), tuple(by), shown.months, shown.where)
    return _readings(str(shown.lake), shown.snapshot.number, shown.today, question, shown)


@st.cache_data(max_entries=400, show_spinner="Working out the figures")
def _readings(
    lake: str, number: int, today: date, question: tuple[object, ...], _shown: View
) -> pd.DataFrame:
    from arp.measures.engine import measure

    keys, by, months, where = question
    return measure(evidence(_shown), keys, by=by, months=months, where=where)  # type: ignore[arg-type]


def program(shown: View) -> Settings:
    """The program's settings, dated."""
    return _program(str(shown.lake), shown.snapshot.number, shown.snapshot)


@st.cache_resource(max_entries=8, show_spinner=False)
def _program(lake: str, number: int, _snapshot: Snapshot) -> Settings:
    from arp.measures.settings import Settings

    return Settings(_snapshot.read("settings").to_pylist())


def settings(shown: View, section: str) -> list[Mapping[str, Any]]:
    """A section of the program's settings as it holds today."""
    return program(shown).on(section, shown.today)


def background(shown: View) -> Background:
    """What months are held against: targets, changes, and which months are over."""
    return _background(
        str(shown.lake), shown.snapshot.number, shown.today, repr(shown.where), shown
    )


@st.cache_resource(max_entries=100, show_spinner=False)
def _background(lake: str, number: int, today: date, where: str, _shown: View) -> Background:
    from arp.measures.monthly import background

    return background(evidence(_shown), program(_shown), today, _shown.where)


def monthly(shown: View, keys: Sequence[str]) -> dict[str, Monthly]:
    """The judged months of these indicators, by key, in one query the first time."""
    question = (tuple(keys), shown.months, shown.where)
    return _monthly(str(shown.lake), shown.snapshot.number, shown.today, question, shown)


@st.cache_data(max_entries=200, show_spinner="Working out the figures")
def _monthly(
    lake: str, number: int, today: date, question: tuple[object, ...], _shown: View
) -> dict[str, Monthly]:
    from arp.measures.monthly import judged_months

    keys: Sequence[str] = question[0]  # type: ignore[assignment]
    return judged_months(readings(_shown, keys, by=("month",)), keys, background(_shown))


def police_hours_freed(shown: View, share: float | None) -> Estimate | None:
    """The estimate for one share of calls that would have had police; None takes their own."""
    question = (shown.months, shown.where, share)
    return _police_hours_freed(str(shown.lake), shown.snapshot.number, question, shown)


@st.cache_data(max_entries=200, show_spinner=False)
def _police_hours_freed(
    lake: str, number: int, question: tuple[object, ...], _shown: View
) -> Estimate | None:
    from arp.measures.plan import asked_for
    from arp.measures.studies.hours_freed import estimate

    share: float | None = question[-1]  # type: ignore[assignment]
    return estimate(evidence(_shown), asked_for((), _shown.months, _shown.where), share)


def days_since(shown: View, keys: Sequence[str]) -> dict[str, int | None]:
    """Days from the last time that each of these happened; None where it never did."""
    question = (tuple(keys), shown.months, shown.where)
    return _days_since(str(shown.lake), shown.snapshot.number, shown.today, question, shown)


@st.cache_data(max_entries=100, show_spinner=False)
def _days_since(
    lake: str, number: int, today: date, question: tuple[object, ...], _shown: View
) -> dict[str, int | None]:
    from arp.measures.studies.rare import days_since

    keys: Sequence[str] = question[0]  # type: ignore[assignment]
    facts = evidence(_shown)
    return {key: days_since(facts, key, _shown.months, _shown.where, today) for key in keys}


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
