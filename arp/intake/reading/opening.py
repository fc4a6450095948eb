"""From bytes to sheets, all in one process: what the reading child does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arp.intake.reading import gate
from arp.intake.reading.archive import Archive
from arp.words.catalog import CATALOG
from arp.words.findings import Finding, Refused

if TYPE_CHECKING:
    from arp.intake.sheet import Sheet


def opened(data: bytes, *, careful: bool = True) -> tuple[str, list[Sheet], list[Finding]]:
    """The file's format by content, its sheets that hold something, and what was noticed.

    Unless `careful`, a workbook is read on a second core while it is looked over. That is faster,
    but a hostile one may then end the process before the reason is found.

    Raises:
        Refused: when the file may not come in or holds nothing.
    """
    archive = Archive(data) if data.startswith(gate.ZIP) else None
    kind = gate.admit(data, archive)
    sheets, findings = _sheets(kind, data, archive, careful)
    if not sheets or not any(sheet.cells.num_rows for sheet in sheets):
        raise Refused(Finding(CATALOG["no_data"]))
    return kind, sheets, findings


def _sheets(
    kind: str, data: bytes, archive: Archive | None, careful: bool
) -> tuple[list[Sheet], list[Finding]]:
    if kind == "csv":
        from arp.intake.reading import delimited

        return delimited.sheets(data)
    if kind in ("xls", "ods"):
        from arp.intake.reading import book

        return book.sheets(data)
    from arp.intake.reading import xlsx

    return xlsx.sheets(data, archive, careful=careful)
