"""What was published of a lake: its sets, their figures as they are told, and which have moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

import streamlit as st

from arp.measures.engine import Filters
from arp.measures.published import GRAINS, Figures, Publication
from pages import _figures, _shell

if TYPE_CHECKING:
    from arp.lake.change import LedgerRow
    from arp.lake.lake import Lake
    from arp.lake.snapshot import Snapshot
    from arp.measures.departures import Departure
    from arp.measures.evidence import Evidence


@dataclass(frozen=True)
class Published:
    """A set as it was published, and the change that did; its snapshot is the set's own."""

    publication: Publication
    row: LedgerRow

    @property
    def number(self) -> int:
        """The snapshot as of which its page is what it was."""
        return self.row.snapshot


def all_sets(lake: Lake) -> list[Published]:
    """Every set that is published, the newest first."""
    snapshot = _shell.newest(lake)
    if snapshot is None:
        return []
    by_upload = {row.upload_id: row for row in _shell.history(lake)}
    found = [
        Published(one, by_upload[one.upload_id])
        for one in _stored(str(lake.path), snapshot.number, snapshot)
        if one.upload_id in by_upload
    ]
    return sorted(found, key=lambda one: one.number, reverse=True)


@st.cache_resource(max_entries=20, show_spinner=False)
def _stored(path: str, number: int, _snapshot: Snapshot) -> list[Publication]:
    from arp.measures.published import publications

    return publications(_snapshot.read("settings").to_pylist())


def figures(
    shown: _shell.View,
    keys: Sequence[str],
    months: tuple[str, str],
    where: Filters,
    found: Evidence | None = None,
) -> Figures:
    """The figures of a set, frozen or to be frozen, as what is shown tells them.

    Args:
        shown: the snapshot, and the day that is taken for today.
        keys: the indicators; those that are not worked out are left out.
        months: the first and the last.
        where: the part of the program.
        found: the facts, where they are not to be kept for others.
    """
    from arp.measures.published import frozen

    asked, kept = replace(shown, chosen=months, where=where), worked_out(shown, keys)
    if found is None:
        return frozen(*(_shell.readings(asked, kept, by=by) for by in GRAINS))
    return frozen(*(_figures.measured(found, asked, kept, by) for by in GRAINS))


def worked_out(shown: _shell.View, keys: Sequence[str]) -> list[str]:
    """Those of the indicators that the city has and does not hide, and that have one figure."""
    from arp.measures.published import can_be_frozen

    of_city = _shell.registry(shown)
    return [key for key in can_be_frozen(keys, of_city.indicators) if key not in of_city.hidden]


def as_told(shown: _shell.View, publication: Publication) -> Figures:
    """The figures of a published set as what is shown tells them."""
    return figures(shown, publication.keys, publication.months, publication.where)


def by_method(shown: _shell.View, one: Published) -> list[Departure]:
    """The figures that a page shown as published gives otherwise than they were frozen."""
    from arp.measures.departures import departures

    told = as_told(shown, one.publication)
    return departures(_comparable(shown, one), told, lambda _: told, [one.number])


def moved(shown: _shell.View, one: Published) -> list[Departure]:
    """The figures of a published set that are told otherwise today, and since which change."""
    facts = _figures.facts_of(shown.snapshot)
    return _moved(str(shown.lake), facts, shown.today, one.number, shown, one)


@st.cache_data(max_entries=200, show_spinner="Comparing with what was published")
def _moved(
    lake: str, facts: str, today: date, number: int, _shown: _shell.View, _one: Published
) -> list[Departure]:
    from arp.measures.departures import departures

    def then(number: int) -> Figures:
        return _then(lake, number, _one.number, _one.publication)

    return departures(
        _comparable(_shown, _one),
        as_told(_shown, _one.publication),
        then,
        _snapshots_since(_shell.shown_lake(), _one.number),
    )


def _comparable(shown: _shell.View, one: Published) -> Figures:
    """The figures of a set that are still worked out."""
    keys = set(worked_out(shown, one.publication.keys))
    return {figure: said for figure, said in one.publication.figures.items() if figure.key in keys}


def _snapshots_since(lake: Lake, number: int) -> list[int]:
    """The published snapshot and those after it that brought other facts, oldest first."""
    from arp.measures.departures import with_other_facts

    since = [row for row in reversed(_shell.history(lake)) if row.snapshot >= number]
    there = (lake.snapshot(row.snapshot) for row in since)
    return with_other_facts((one.number, _figures.facts_of(one)) for one in there if one)


@st.cache_data(max_entries=200, show_spinner="Looking for the change that moved a figure")
def _then(lake: str, number: int, published: int, _publication: Publication) -> Figures:
    """The figures of a set as an earlier snapshot tells them on its own day; facts are not kept."""
    from arp.measures.evidence import Evidence

    shown = _shell.view(number=number)
    assert shown is not None
    shown = replace(shown, today=_shell.day_of(shown.snapshot))
    found = Evidence.derive(shown.snapshot, today=shown.today)
    try:
        return figures(shown, _publication.keys, _publication.months, _publication.where, found)
    finally:
        found.connection.close()
