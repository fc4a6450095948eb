"""A file saved, its corrections workbook taken out, mended in openpyxl and brought back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

import openpyxl

from arp.intake.corrections.faulty import FaultyRows, faulty_rows
from arp.intake.mapping import Understanding
from arp.intake.road import read, understand
from arp.lake.change import Receipt
from arp.lake.lake import Lake
from arp.views.export.corrections import corrections_workbook

TODAY = date(2026, 11, 22)
AT = datetime(2026, 11, 22, 9, tzinfo=UTC)
Mend = Callable[[Any], None]  # takes the openpyxl workbook


def understood(data: bytes, lake: Lake | None, name: str = "cad.csv", **how: Any) -> Understanding:
    return understand(read(name, data), lake=lake, today=TODAY, **how)


def save(data: bytes, lake: Lake, name: str = "cad.csv", **how: Any) -> Receipt:
    return commit(understood(data, lake, name, **how), lake)


def commit(found: Understanding, lake: Lake) -> Receipt:
    assert found.change is not None, (found.refused, found.questions)
    return lake.commit(found.change, who="test", at=AT)


def faulty(data: bytes, lake: Lake | None = None, name: str = "cad.csv", **how: Any) -> FaultyRows:
    workbook = read(name, data)
    rows = faulty_rows(workbook, understand(workbook, lake=lake, today=TODAY, **how))
    assert rows is not None
    return rows


def corrections(data: bytes, lake: Lake | None = None, name: str = "cad.csv", **how: Any) -> bytes:
    return corrections_workbook(faulty(data, lake, name, **how))


def mended(data: bytes, mend: Mend) -> bytes:
    book = openpyxl.load_workbook(BytesIO(data))
    mend(book)
    held = BytesIO()
    book.save(held)
    return held.getvalue()


def typed(cells: Mapping[str, Any], tab: str = "Rows") -> Mend:
    """Types these values into these cells."""

    def mend(book: Any) -> None:
        for place, value in cells.items():
            book[tab][place] = value

    return mend


def calls(lake: Lake, *columns: str) -> list[tuple[Any, ...]]:
    return stored(lake, "calls", *columns)


def stored(lake: Lake, table: str, *columns: str) -> list[tuple[Any, ...]]:
    snapshot = lake.snapshot()
    assert snapshot is not None
    rows = snapshot.read(table, list(columns)).to_pylist()
    return sorted((tuple(row.values()) for row in rows), key=repr)
