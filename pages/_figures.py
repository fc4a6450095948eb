"""What is measured of what is shown: facts, readings, judged months, each worked out once.

Everything slow is cached here, by the lake's path and snapshot and by the question, so that a
click costs what it draws. Nothing in here works a figure out. Pages ask by way of `_shell`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import streamlit as st

from arp.measures.own import Registry

if TYPE_CHECKING:
    import pandas as pd

    from arp.lake.snapshot import Snapshot
    from arp.measures.asked import Filters
    from arp.measures.evidence import Evidence
    from arp.measures.judge.judging import Gate
    from arp.measures.monthly import Background, Monthly
    from arp.measures.settings import Settings
    from arp.measures.studies.hours_freed import Estimate
    from pages._shell import View

ASKED_FOR = "_asked_for"  # in the session: the indicators that this run of the page has asked for


def evidence(shown: View) -> Evidence:
    """The facts of a snapshot, worked out once for everybody who looks at it."""
    return _evidence(str(shown.lake), facts_of(shown.snapshot), shown.today, shown.snapshot)


@st.cache_resource(max_entries=3, show_spinner="Reading the data")
def _evidence(lake: str, facts: str, today: date, _snapshot: Snapshot) -> Evidence:
    from arp.measures.evidence import Evidence

    return Evidence.derive(_snapshot, today=today)


def begin_page() -> None:
    """Forgets what was asked for so far, so that `asked_for` tells of the page alone."""
    st.session_state[ASKED_FOR] = {}


def asked_for() -> tuple[str, ...]:
    """The indicators of which the page has asked for figures of the whole or of months."""
    return tuple(st.session_state.get(ASKED_FOR, {}))


def note_asked(keys: Sequence[str]) -> None:
    """Have `asked_for` tell of these, too: the page shows figures of them."""
    st.session_state.setdefault(ASKED_FOR, {}).update(dict.fromkeys(keys))


def facts_of(snapshot: Snapshot) -> str:
    """What snapshots with the same facts have in common, so that none are derived twice."""
    return _facts_of(str(snapshot.lake), snapshot.number, snapshot)


@st.cache_data(max_entries=200, show_spinner=False)
def _facts_of(lake: str, number: int, _snapshot: Snapshot) -> str:
    from arp.measures.same_facts import facts_key

    return facts_key(_snapshot)


def readings(shown: View, keys: Sequence[str], *, by: Sequence[str] = ()) -> pd.DataFrame:
    """The readings of these indicators for what is shown, in one query the first time."""
    if tuple(by) in ((), ("month",)):
        note_asked(keys)
    question = (tuple(keys), tuple(by), shown.months, shown.where)
    return _readings(str(shown.lake), facts_of(shown.snapshot), shown.today, question, shown)


@st.cache_data(max_entries=400, show_spinner="Working out the figures")
def _readings(
    lake: str, facts: str, today: date, question: tuple[object, ...], _shown: View
) -> pd.DataFrame:
    keys, by, *_ = question
    return measured(evidence(_shown), _shown, keys, by)  # type: ignore[arg-type]


def measured(
    found: Evidence, shown: View, keys: Sequence[str], by: Sequence[str] = ()
) -> pd.DataFrame:
    """The readings of these facts as the department may see them; kept by nobody."""
    from arp.measures.engine import measure

    whole = measure(found, keys, by=by, months=shown.months, where=shown.where)
    return _inside(whole, found, shown.where)


def program(shown: View) -> Settings:
    """The program's settings, dated."""
    return _program(str(shown.lake), shown.snapshot.number, shown.snapshot)


@st.cache_resource(max_entries=8, show_spinner=False)
def _program(lake: str, number: int, _snapshot: Snapshot) -> Settings:
    from arp.measures.settings import Settings

    return Settings(_snapshot.read("settings").to_pylist())


def registry(shown: View | None) -> Registry:
    """Every indicator as the city's settings have it; the declared ones where nothing is shown."""
    if shown is None:
        from arp.measures.registry import INDICATORS

        return Registry(INDICATORS)
    return _registry(str(shown.lake), shown.snapshot.number, shown.today, shown)


@st.cache_resource(max_entries=8, show_spinner=False)
def _registry(lake: str, number: int, today: date, _shown: View) -> Registry:
    from arp.measures.own import registry

    return registry(program(_shown), today)


def settings(shown: View, section: str) -> list[Mapping[str, Any]]:
    """A section of the program's settings as it holds today."""
    return program(shown).on(section, shown.today)


def background(shown: View) -> Background:
    """What months are held against: targets, changes, and which months are over."""
    return _background(
        str(shown.lake), facts_of(shown.snapshot), shown.today, repr(shown.where), shown
    )


@st.cache_resource(max_entries=100, show_spinner=False)
def _background(lake: str, facts: str, today: date, where: str, _shown: View) -> Background:
    from arp.measures.monthly import background

    return background(evidence(_shown), program(_shown), today, _shown.where)


def monthly(shown: View, keys: Sequence[str]) -> dict[str, Monthly]:
    """The judged months of these indicators, by key, in one query the first time."""
    note_asked(keys)
    question = (tuple(keys), shown.months, shown.where)
    return _monthly(str(shown.lake), facts_of(shown.snapshot), shown.today, question, shown)


@st.cache_data(max_entries=200, show_spinner="Working out the figures")
def _monthly(
    lake: str, facts: str, today: date, question: tuple[object, ...], _shown: View
) -> dict[str, Monthly]:
    from arp.measures.monthly import judged_months

    keys: Sequence[str] = question[0]  # type: ignore[assignment]
    return judged_months(readings(_shown, keys, by=("month",)), keys, background(_shown))


def police_hours_freed(shown: View, share: float | None) -> Estimate | None:
    """The estimate for one share of calls that would have had police; None takes their own."""
    question = (shown.months, shown.where, share)
    return _police_hours_freed(str(shown.lake), facts_of(shown.snapshot), question, shown)


@st.cache_data(max_entries=200, show_spinner=False)
def _police_hours_freed(
    lake: str, facts: str, question: tuple[object, ...], _shown: View
) -> Estimate | None:
    from arp.measures.plan import asked_for
    from arp.measures.studies.hours_freed import estimate

    share: float | None = question[-1]  # type: ignore[assignment]
    return estimate(evidence(_shown), asked_for((), _shown.months, _shown.where), share)


def days_since(shown: View, keys: Sequence[str]) -> dict[str, int | None]:
    """Days from the last time that each of these happened; None where it never did."""
    question = (tuple(keys), shown.months, shown.where)
    return _days_since(str(shown.lake), facts_of(shown.snapshot), shown.today, question, shown)


@st.cache_data(max_entries=100, show_spinner=False)
def _days_since(
    lake: str, facts: str, today: date, question: tuple[object, ...], _shown: View
) -> dict[str, int | None]:
    from arp.measures.studies.rare import days_since

    keys: Sequence[str] = question[0]  # type: ignore[assignment]
    found = evidence(_shown)
    return {key: days_since(found, key, _shown.months, _shown.where, today) for key in keys}


def gates(shown: View, months: tuple[str, str] | None = None) -> list[Gate]:
    """Every gate for what is shown; over other months where some are given."""
    question = (months or shown.months, shown.where)
    return _gates(str(shown.lake), facts_of(shown.snapshot), shown.today, question, shown)


@st.cache_data(max_entries=100, show_spinner="Judging the gates")
def _gates(
    lake: str, facts: str, today: date, question: tuple[Any, ...], _shown: View
) -> list[Gate]:
    from arp.measures.plan import asked_for
    from arp.measures.readiness import gates

    months, where = question
    return gates(evidence(_shown), asked_for((), months, where))


def funnel(shown: View) -> pd.DataFrame:
    """Where eligible calls go, step by step."""
    question = (shown.months, shown.where)
    return _funnel(str(shown.lake), facts_of(shown.snapshot), shown.today, question, shown)


@st.cache_data(max_entries=100, show_spinner=False)
def _funnel(
    lake: str, facts: str, today: date, question: tuple[Any, ...], _shown: View
) -> pd.DataFrame:
    from arp.measures.plan import asked_for
    from arp.measures.studies.funnel import funnel

    months, where = question
    return funnel(evidence(_shown), asked_for((), months, where))


def lorenz(shown: View) -> pd.DataFrame:
    """How unevenly contacts fall on people, as the department may see it."""
    question = (shown.months, shown.where)
    return _lorenz(str(shown.lake), facts_of(shown.snapshot), shown.today, question, shown)


@st.cache_data(max_entries=100, show_spinner=False)
def _lorenz(
    lake: str, facts: str, today: date, question: tuple[Any, ...], _shown: View
) -> pd.DataFrame:
    from arp.measures.plan import asked_for
    from arp.measures.studies.lorenz import lorenz

    months, where = question
    found = evidence(_shown)
    return _inside(lorenz(found, asked_for((), months, where)), found, where)


def _inside(whole: pd.DataFrame, found: Evidence, where: Filters) -> pd.DataFrame:
    """Readings as the department may see them."""
    from arp.measures.release import Audience, Release, released

    return released(whole, Release.of(found, Audience.INSIDE, where), found.indicators)
