"""Answers that name what is not there: nothing can be understood by them."""

from __future__ import annotations

from collections.abc import Mapping as Map
from typing import TYPE_CHECKING

from arp.intake.checking.zones import KEY as ZONE
from arp.intake.checking.zones import is_zone
from arp.words.catalog import CATALOG
from arp.words.findings import Finding

if TYPE_CHECKING:
    from arp.intake.sheet import Workbook

_SHEETS_NAMED = 10


def wrong_answer(workbook: Workbook, answers: Map[str, str]) -> Finding | None:
    """Why an answer cannot be followed: no such sheet, no such time zone; None when all can be."""
    sheet, zone = answers.get("sheet"), answers.get(ZONE)
    names = [each.name for each in workbook.sheets]
    if sheet is not None and sheet not in names:
        named = ", ".join(f"“{name}”" for name in names[:_SHEETS_NAMED])
        more = ", …" if len(names) > _SHEETS_NAMED else ""
        return Finding(CATALOG["no_such_sheet"], found=sheet, other=named + more)
    if zone is not None and not is_zone(zone):
        return Finding(CATALOG["no_such_zone"], found=zone)
    return None
