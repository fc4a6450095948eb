"""What is measured of what is shown: facts, readings, judged months, each worked out once.

Everything slow is cached here, by the lake's path and snapshot and by the question, so that a
click costs what it draws. Nothing in here works a figure out. Pages ask by way of `_shell`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import streamlit as st

from arp.exhibits.look import Direct
from arp.measures.own import Registry

if TYPE_CHECKING:
    import pandas as pd

    from arp.lake.snapshot import Snapshot
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
    return _direct(found, shown).readings(keys, by=by)


def direct(shown: View) -> Direct:
    """A look that works out what is shown, from facts that are kept."""
    return _direct(evidence(shown), shown)


def _direct(found: Evidence, shown: View) -> Direct:
    return Direct(
        evidence=found,
        program_settings=program(shown),
        held=shown.held,
        as_of=shown.as_of,
        chosen=shown.chosen,
        where=shown.where,
    )


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
    return direct(_shown).background


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
    share: float | None = question[-1]  # type: ignore[assignment]
    return direct(_shown).hours_freed(share)


def days_since(shown: View, keys: Sequence[str]) -> dict[str, int | None]:
    """Days from the last time that each of these happened; None where it never did."""
    question = (tuple(keys), shown.months, shown.where)
    return _days_since(str(shown.lake), facts_of(shown.snapshot), shown.today, question, shown)


@st.cache_data(max_entries=100, show_spinner=False)
def _days_since(
    lake: str, facts: str, today: date, question: tuple[object, ...], _shown: View
) -> dict[str, int | None]:
    keys: Sequence[str] = question[0]  # type: ignore[assignment]
    return direct(_shown).days_since(keys)


def gates(shown: View, months: tuple[str, str] | None = None) -> list[Gate]:
    """Every gate for what is shown; over other months where some are given."""
    question = (months or shown.chosen, shown.where)
    return _gates(str(shown.lake), facts_of(shown.snapshot), shown.today, question, shown)


@st.cache_data(max_entries=100, show_spinner="Judging the gates")
def _gates(
    lake: str, facts: str, today: date, question: tuple[Any, ...], _shown: View
) -> list[Gate]:
    months: tuple[str, str] | None = question[0]
    return replace(direct(_shown), chosen=months).gates()


def funnel(shown: View) -> pd.DataFrame:
    """Where eligible calls go, step by step."""
    question = (shown.months, shown.where)
    return _funnel(str(shown.lake), facts_of(shown.snapshot), shown.today, question, shown)


@st.cache_data(max_entries=100, show_spinner=False)
def _funnel(
    lake: str, facts: str, today: date, question: tuple[Any, ...], _shown: View
) -> pd.DataFrame:
    return direct(_shown).funnel()


def lorenz(shown: View) -> pd.DataFrame:
    """How unevenly contacts fall on people, as the department may see it."""
    question = (shown.months, shown.where)
    return _lorenz(str(shown.lake), facts_of(shown.snapshot), shown.today, question, shown)


@st.cache_data(max_entries=100, show_spinner=False)
def _lorenz(
    lake: str, facts: str, today: date, question: tuple[Any, ...], _shown: View
) -> pd.DataFrame:
    return direct(_shown).lorenz()
