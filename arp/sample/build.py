"""The sample city as a lake of its own, with the history that monthly uploads leave."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import numpy as np

from arp.intake.checking.settling import settle
from arp.intake.checking.sheet_reader import TableRows
from arp.intake.checking.values import Reader
from arp.lake.change import Change, Tally
from arp.lake.writer import silent
from arp.sample.city import SEED, City, city
from arp.sample.clock import first_day, next_month
from arp.sample.layout import KIND_OF, Kind
from arp.words.tables import TABLES

if TYPE_CHECKING:
    import pyarrow as pa

    from arp.lake.lake import Lake
    from arp.lake.writer import Progress

WHO = "Sampleton's data analyst (made up)"
SETTINGS_FEED = "settings"
UPLOADED_APART = 2  # the last months come as uploads of their own
UPLOADED_ON = 6  # day of the month after

# The shares of the time that the parts of the work take, so that progress moves evenly.
MADE_UP, NUMBERED = 0.32, 0.56
A_CHANGE_IN_ROWS = 50_000  # saving a change takes as long as saving so many rows more


def last_month_before(at: datetime) -> str:
    """The last month that is over: “2026-10” on any day of November 2026."""
    return f"{at.replace(day=1) - timedelta(days=1):%Y-%m}"


def build_lake(
    lake: Lake, *, at: datetime, progress: Progress = silent, seed: int = SEED, months: int = 36
) -> City:
    """Save the sample city, up to the last month before `at`, in an empty lake.

    Raises:
        ValueError: when the lake already holds something.
        LakeError: when it cannot be written.
    """
    if lake.snapshot() is not None:
        raise ValueError("the sample city needs a lake of its own")
    made = city(
        seed=seed,
        months=months,
        end=last_month_before(at),
        progress=_part(progress, 0.0, MADE_UP),
    )
    tables = stored_tables(made, lake.person_key(), _part(progress, MADE_UP, NUMBERED))
    changes = _history(made, tables)
    saving = _part(lambda _, share: progress("Saving the sample city", share), NUMBERED, 1.0)
    for (change, month), (first, last) in zip(changes, _shares(changes), strict=True):
        when = min(_upload_time(month), at.astimezone(UTC))
        lake.commit(change, who=WHO, at=when, progress=_part(saving, first, last))
    return made


def _part(progress: Progress, first: float, last: float) -> Progress:
    """The progress of a part of the work, which takes it from the `first` share to the `last`."""
    return lambda step, share: progress(step, first + (last - first) * share)


def _shares(changes: list[tuple[Change, str]]) -> Iterator[tuple[float, float]]:
    """Where each change begins and ends in the time that saving them all takes: 0 to 1."""
    takes = [
        A_CHANGE_IN_ROWS + sum(rows.num_rows for rows in change.tables.values())
        for change, _ in changes
    ]
    ends = np.cumsum(takes) / sum(takes)
    return zip([0.0, *ends[:-1]], ends, strict=True)


def stored_tables(
    made: City, person_key: bytes, progress: Progress = silent
) -> dict[str, pa.Table]:
    """The city's tables as a lake stores them, but for upload_id.

    Person numbers become keyed hashes; every row has its feed, key, hash, month, sheet and row.
    """
    with ThreadPoolExecutor(max_workers=2) as pool:  # a hash waits for Python, joining texts not
        stored = pool.map(lambda name: _stored(made, name, person_key), made.tables)
        tables = {}
        for number, name in enumerate(made.tables):
            progress("Numbering its rows", number / len(made.tables))
            tables[name] = next(stored)
    return tables


def _stored(made: City, name: str, person_key: bytes) -> pa.Table:
    import pyarrow as pa

    table, rows = TABLES[name], made.tables[name]
    if "person_key" in rows.column_names:
        field, at = table.field("person_key"), rows.column_names.index("person_key")
        numbers = rows.column("person_key").combine_chunks()
        hashed = Reader(person_key=person_key).read(field, numbers).values
        rows = rows.set_column(at, "person_key", hashed)
    kind = KIND_OF.get(name)
    sheet_rows = made.places[name].row if name in made.places else np.arange(rows.num_rows)
    rows = rows.append_column("sheet", pa.repeat(kind.sheet if kind else "", rows.num_rows))
    rows = rows.append_column("sheet_row", pa.array(sheet_rows))
    part = TableRows(table=table, rows=rows, findings=())
    return settle(table, [part], kind.feed if kind else SETTINGS_FEED).rows


def _history(made: City, tables: dict[str, pa.Table]) -> list[tuple[Change, str]]:
    """The changes in turn, each with the last month it holds: the bulk, then the last months."""
    months = made.months
    bulk = len(months) - UPLOADED_APART
    spans = [(0, bulk), *((month, month + 1) for month in range(bulk, len(months)))]
    changes = [(_settings_change(tables["settings"]), months[bulk - 1])]
    for first, after in spans:
        for kind in dict.fromkeys(KIND_OF.values()):
            parts = {
                name: _files(made, name, rows, first, after)
                for name, rows in tables.items()
                if KIND_OF.get(name) == kind
            }
            change = _change(kind, parts, months[first] if after - first == 1 else None)
            changes.append((change, months[after - 1]))
    return changes


def _files(made: City, name: str, rows: pa.Table, first: int, after: int) -> pa.Table:
    """The rows that stand in the files of these months."""
    begin, end = np.searchsorted(made.places[name].file, [first, after])
    return rows.slice(begin, end - begin)


def _change(kind: Kind, tables: dict[str, pa.Table], month: str | None) -> Change:
    return Change(
        kind="sample" if month is None else "upload",
        feed=kind.feed,
        tables=tables,
        tallies={name: Tally(rows_read=rows.num_rows) for name, rows in tables.items()},
        file_name=kind.file_name(month) if month else "",
    )


def _settings_change(settings: pa.Table) -> Change:
    return Change(
        kind="sample",
        feed=SETTINGS_FEED,
        tables={"settings": settings},
        tallies={"settings": Tally(rows_read=settings.num_rows)},
    )


def _upload_time(month: str) -> datetime:
    """The morning on which that month's files came in."""
    day = first_day(next_month(month)).replace(day=UPLOADED_ON)
    return datetime(day.year, day.month, day.day, 14, 30, tzinfo=UTC)
