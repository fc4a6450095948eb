"""The layouts a lake remembers: listed with their versions, mended, forgotten."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from arp.intake.recognition.remembered import FEED, Setting, settings_rows
from arp.lake.change import Change, LedgerRow, Tally
from arp.words.settings import SETTINGS

if TYPE_CHECKING:
    import pyarrow as pa

    from arp.lake.lake import Lake
    from arp.lake.snapshot import Snapshot

SECTION = "layouts"


@dataclass(frozen=True, kw_only=True)
class Version:
    """When a layout was understood anew, by whom, and with which file; blank when by hand."""

    at: datetime  # UTC
    who: str
    file_name: str


@dataclass(frozen=True, kw_only=True)
class KnownLayout:
    """One remembered layout of one feed.

    `columns` has each header of the sheet in order and the fields it feeds, () where none.
    """

    name: str
    feed: str
    columns: Mapping[str, tuple[str, ...]]
    versions: tuple[Version, ...]  # oldest first


def known_layouts(lake: Lake) -> list[KnownLayout]:
    """Every layout that is remembered now, by feed."""
    snapshot = lake.snapshot()
    if snapshot is None:
        return []
    versions = _versions(lake)
    found = [
        KnownLayout(
            name=name,
            feed=value["feed"],
            columns=_columns(json.loads(value["mapping"])),
            versions=tuple(versions[name]),
        )
        for name, value in _values(snapshot).items()
    ]
    return sorted(found, key=lambda layout: (layout.feed, layout.versions[0].at, layout.name))


def mended(lake: Lake, name: str, columns: Mapping[str, tuple[str, ...]], who: str) -> Change:
    """The change that reads some columns of a layout otherwise, from the next file on.

    Args:
        lake: that remembers it.
        name: the layout's.
        columns: header → what it feeds from now on, () to leave it out. A field that is given to
            one of them is taken from every other.
        who: mends it.

    Raises:
        KeyError: when no layout of that name is remembered.
    """
    snapshot = lake.snapshot()
    value = (_values(snapshot) if snapshot else {})[name]
    remembered = json.loads(value["mapping"])
    given = {field for fields in columns.values() for field in fields}
    before = {
        header: [field for field in fields if field not in given]
        for header, fields in remembered["columns"].items()
    }
    remembered["columns"] = before | {header: sorted(fields) for header, fields in columns.items()}
    setting = Setting(
        section=SECTION,
        value={**value, "mapping": json.dumps(remembered, sort_keys=True, ensure_ascii=False)},
        why="Mended by hand",
        set_by=who,
    )
    return _change(settings_rows([setting]))


def forgotten(lake: Lake, name: str) -> Change:
    """The change after which a layout is not known any more; its next file is asked about anew.

    Raises:
        KeyError: when no layout of that name is remembered.
    """
    snapshot = lake.snapshot()
    if snapshot is None or name not in _values(snapshot):
        raise KeyError(name)
    rest = _stored(snapshot, without=name).drop_columns(["upload_id"])
    return replace(_change(rest), whole_sections=(SECTION,))


def _change(rows: pa.Table) -> Change:
    return Change(
        kind="settings",
        feed=FEED,
        tables={SETTINGS.name: rows},
        tallies={SETTINGS.name: Tally(rows_read=rows.num_rows)},
    )


def _columns(remembered: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    fed = remembered["columns"]
    return {header: tuple(fed.get(header, ())) for header in remembered["headers"]}


def _values(snapshot: Snapshot) -> dict[str, dict[str, Any]]:
    """What is remembered of each layout, by its name."""
    stored = _stored(snapshot).select(["name", "value"]).to_pylist()
    return {row["name"]: json.loads(row["value"]) for row in stored}


def _stored(snapshot: Snapshot, without: str | None = None) -> pa.Table:
    import pyarrow.compute as pc

    rows = snapshot.read(SETTINGS.name)
    rows = rows.filter(pc.equal(rows["section"], SECTION))
    return rows if without is None else rows.filter(pc.not_equal(rows["name"], without))


def _versions(lake: Lake) -> dict[str, list[Version]]:
    """When each layout was understood otherwise than before, oldest first."""
    found: dict[str, list[Version]] = {}
    last: dict[str, dict[str, Any]] = {}
    for row, values in _told(lake):
        for name, value in values.items():
            if last.get(name) != value:
                version = Version(at=row.at, who=row.who, file_name=row.file_name)
                found.setdefault(name, []).append(version)
        last = values
    return found


def _told(lake: Lake) -> list[tuple[LedgerRow, dict[str, dict[str, Any]]]]:
    """Each change of the settings, oldest first, with the layouts after it."""
    told, read = [], None
    for row in reversed(lake.history()):
        if row.versions.get(SETTINGS.name) == read:
            continue
        read = row.versions.get(SETTINGS.name)
        snapshot = lake.snapshot(row.snapshot)
        if snapshot is not None:
            told.append((row, _values(snapshot)))
    return told
