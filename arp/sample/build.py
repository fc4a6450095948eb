"""The sample city as a lake of its own, with the history that monthly uploads leave."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import numpy as np

from arp.intake.checking.settling import settle
from arp.intake.checking.sheet_reader import TableRows
from arp.intake.checking.values import Reader
from arp.lake.change import Change, Tally
from arp.sample.city import SEED, City, city
from arp.sample.clock import first_day, next_month
from arp.sample.layout import KIND_OF, Kind
from arp.words.tables import TABLES

if TYPE_CHECKING:
    import pyarrow as pa

    from arp.lake.lake import Lake

    Progress = Callable[[str, float], None]

WHO = "Sampleton's data analyst (made up)"
SETTINGS_FEED = "settings"
UPLOADED_APART = 2  # the last months come as uploads of their own
UPLOADED_ON = 6  # day of the month after


def silent(step: str, share: float) -> None:
    """Progress for nobody."""


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
    progress("Making up the sample city", 0.0)
    made = city(seed=seed, months=months, end=last_month_before(at))
    progress("Numbering its rows", 0.3)
    tables = stored_tables(made, lake.person_key())
    changes = [*_history(made, tables)]
    for number, (change, month) in enumerate(changes):
        progress("Saving the sample city", 0.5 + 0.5 * number / len(changes))
        lake.commit(change, who=WHO, at=min(_upload_time(month), at.astimezone(UTC)))
    return made


def stored_tables(made: City, person_key: bytes) -> dict[str, pa.Table]:
    """The city's tables as a lake stores them, but for upload_id.

    Person numbers become keyed hashes; every row has its feed, key, hash, month, sheet and row.
    """
    import pyarrow as pa

    stored = {}
    for name, rows in made.tables.items():
        table, n = TABLES[name], rows.num_rows
        if "person_key" in rows.column_names:
            field, at = table.field("person_key"), rows.column_names.index("person_key")
            numbers = rows.column("person_key").combine_chunks()
            hashed = Reader(person_key=person_key).read(field, numbers).values
            rows = rows.set_column(at, "person_key", hashed)
        kind = KIND_OF.get(name)
        sheet_rows = made.places[name].row if name in made.places else np.arange(n)
        rows = rows.append_column("sheet", pa.repeat(kind.sheet if kind else "", n))
        rows = rows.append_column("sheet_row", pa.array(sheet_rows))
        part = TableRows(table=table, rows=rows, findings=())
        stored[name] = settle(table, [part], kind.feed if kind else SETTINGS_FEED).rows
    return stored


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
    import pyarrow as pa

    file = made.places[name].file
    return rows.filter(pa.array((file >= first) & (file < after)))


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
