"""How what the reading child has read crosses to its parent: JSON for words, Arrow for cells."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, BinaryIO

from arp.intake.sheet import Sheet
from arp.words.catalog import CATALOG
from arp.words.findings import Finding, Refused

if TYPE_CHECKING:
    from collections.abc import Iterable

_HEAD_LENGTH = 8  # bytes that say how long the JSON is


def pack(out: BinaryIO, kind: str, sheets: Iterable[Sheet], findings: Iterable[Finding]) -> None:
    """Writes a file's format, its sheets and what was noticed."""
    import pyarrow as pa

    read = list(sheets)
    head = {
        "format": kind,
        "sheets": [_described(sheet) for sheet in read],
        "findings": [_noted(finding) for finding in findings],
    }
    _write_head(out, head)
    for sheet in read:
        with pa.ipc.new_stream(out, sheet.cells.schema) as stream:
            stream.write_table(sheet.cells)


def pack_refusal(out: BinaryIO, finding: Finding) -> None:
    """Writes why the file is refused."""
    _write_head(out, {"refused": _noted(finding)})


def unpack(parcel: bytes) -> tuple[str, tuple[Sheet, ...], tuple[Finding, ...]]:
    """The format, the sheets and the findings of a parcel.

    Raises:
        Refused: when the parcel says so.
        ValueError: when it is no whole parcel.
    """
    import pyarrow as pa

    length = int.from_bytes(parcel[:_HEAD_LENGTH], "big")
    head = json.loads(parcel[_HEAD_LENGTH : _HEAD_LENGTH + length])
    if "refused" in head:
        raise Refused(_finding(head["refused"]))
    cells = pa.BufferReader(pa.py_buffer(parcel).slice(_HEAD_LENGTH + length))
    sheets = tuple(
        _sheet(described, pa.ipc.open_stream(cells).read_all()) for described in head["sheets"]
    )
    return head["format"], sheets, tuple(_finding(noted) for noted in head["findings"])


def _write_head(out: BinaryIO, head: dict[str, Any]) -> None:
    words = json.dumps(head).encode()
    out.write(len(words).to_bytes(_HEAD_LENGTH, "big") + words)


def _described(sheet: Sheet) -> dict[str, Any]:
    return {name: value for name, value in vars(sheet).items() if name != "cells"}


def _sheet(described: dict[str, Any], cells: Any) -> Sheet:
    described["hidden_columns"] = tuple(described["hidden_columns"])
    described["typed_dates"] = tuple(described["typed_dates"])
    described["error_cells"] = tuple(tuple(cell) for cell in described["error_cells"])
    return Sheet(cells=cells, **described)


def _noted(finding: Finding) -> dict[str, Any]:
    return asdict(finding) | {"kind": finding.kind.key}


def _finding(noted: dict[str, Any]) -> Finding:
    return Finding(**(noted | {"kind": CATALOG[noted["kind"]]}))
