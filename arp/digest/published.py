"""Published figures that have moved, of every published set of a lake."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC
from functools import cache
from typing import TYPE_CHECKING, Any

from arp.lake.ledger import standing
from arp.measures.departures import Departure, departures, with_other_facts
from arp.measures.published import (
    GRAINS,
    Figures,
    Publication,
    can_be_frozen,
    frozen,
    publications,
)

if TYPE_CHECKING:
    from arp.lake.change import LedgerRow
    from arp.lake.lake import Lake
    from arp.measures.evidence import Evidence


@dataclass(frozen=True)
class MovedSet:
    """A published set and those of its figures that are told otherwise today."""

    publication: Publication
    row: LedgerRow  # the change that published it
    departures: tuple[Departure, ...]


def moved_sets(
    lake: Lake, evidence: Evidence, settings: Iterable[Mapping[str, Any]]
) -> list[MovedSet]:
    """Every published set of which a figure has moved, the newest first.

    Earlier snapshots are derived again only where something did move.

    Args:
        lake: whose sets they are.
        evidence: the facts of its newest snapshot.
        settings: rows of the stored table.
    """
    led = standing(lake.history())
    by_upload = {row.upload_id: row for row in led}
    found = []
    for one in publications(settings):
        row = by_upload.get(one.upload_id)
        if row is not None:
            moved = _moved(lake, led, evidence, one, row)
            found += [MovedSet(one, row, moved)] if moved else []
    return sorted(found, key=lambda each: each.row.snapshot, reverse=True)


def _moved(
    lake: Lake, led: list[LedgerRow], evidence: Evidence, one: Publication, row: LedgerRow
) -> tuple[Departure, ...]:
    there = set(can_be_frozen(one.keys, evidence.indicators)) - set(evidence.hidden)
    keys = [key for key in one.keys if key in there]
    published = {figure: said for figure, said in one.figures.items() if figure.key in there}

    @cache
    def then(number: int) -> Figures:
        return _figures_of(lake, number, one, keys)

    today = _figures(evidence, one, keys)
    return tuple(departures(published, today, then, _since(lake, led, row.snapshot)))


def _figures(evidence: Evidence, one: Publication, keys: list[str]) -> Figures:
    from arp.exhibits.look import Direct

    look = Direct(evidence, evidence.settings, one.months, "", chosen=one.months, where=one.where)
    return frozen(*(look.readings(keys, by=by) for by in GRAINS))


def _figures_of(lake: Lake, number: int, one: Publication, keys: list[str]) -> Figures:
    """The figures of a set as an earlier snapshot tells them on its own day."""
    from arp.measures.evidence import Evidence

    snapshot = lake.snapshot(number)
    assert snapshot is not None  # its row led to the newest
    day = snapshot.at.replace(tzinfo=UTC).astimezone().date()
    evidence = Evidence.derive(snapshot, today=day)
    try:
        there = [key for key in keys if key in evidence.indicators]
        return _figures(evidence, one, there)
    finally:
        evidence.connection.close()


def _since(lake: Lake, led: list[LedgerRow], number: int) -> list[int]:
    """The published snapshot and those after it that brought other facts, oldest first."""
    from arp.measures.same_facts import facts_key

    later = [row.snapshot for row in reversed(led) if row.snapshot >= number]
    there = [snapshot for each in later if (snapshot := lake.snapshot(each)) is not None]
    return with_other_facts((each.number, facts_key(each)) for each in there)
