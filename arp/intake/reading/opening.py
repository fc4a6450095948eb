"""From bytes to sheets, all in one process: what the reading child does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arp.intake.reading import book, delimited, gate, xlsx
from arp.intake.reading.ahead import ZIP
from arp.intake.reading.archive import Archive
from arp.intake.reading.limits import check_text
from arp.words.catalog import CATALOG
from arp.words.findings import Finding, Refused

if TYPE_CHECKING:
    from arp.intake.reading.ahead import Load
    from arp.intake.sheet import Sheet


def opened(data: bytes, load: Load | None = None) -> tuple[str, list[Sheet], list[Finding]]:
    """The file's format by content, its sheets that hold something, and what was noticed.

    A workbook whose reading has begun ahead comes with its `load`. That is faster, but a hostile
    one may then end the process before the reason is found.

    Raises:
        Refused: when the file may not come in or holds nothing.
    """
    if data.startswith(ZIP):
        kind, sheets, findings = _zipped(data, load)
    else:
        kind = gate.admit(data)
        sheets, findings = delimited.sheets(data) if kind == "csv" else book.sheets(data)
    if not sheets or not any(sheet.cells.num_rows for sheet in sheets):
        raise Refused(Finding(CATALOG["no_data"]))
    check_text(sum(sheet.cells.nbytes for sheet in sheets))
    return kind, sheets, findings


def _zipped(data: bytes, load: Load | None) -> tuple[str, list[Sheet], list[Finding]]:
    archive = Archive(data)
    kind = gate.admit(data, archive)
    if kind == "ods":
        return kind, *book.sheets(data)
    return kind, *xlsx.sheets(data, archive, load)
