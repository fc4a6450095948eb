"""A program workbook understood: its settings, what is wrong with them, what saving changes."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from arp.intake.mapping import Understanding
from arp.intake.program import checking
from arp.intake.program.indicators import faulty_indicators, of_section
from arp.intake.program.reading import SettingRow, rows_of
from arp.intake.program.shifts import overlapping_shifts
from arp.intake.program.targets import unfit_targets
from arp.intake.program.teams import Held, teams_still_named, unknown_teams
from arp.intake.recognition.remembered import FEED, settings_rows
from arp.intake.recognition.spelling import plain
from arp.lake.change import Change, Tally
from arp.words.catalog import CATALOG
from arp.words.findings import Finding, Severity
from arp.words.settings import EXPLAINING_SHEETS, SETTINGS
from arp.words.written_formulas import added_units

if TYPE_CHECKING:
    from arp.intake.program.recognizing import SectionSheet
    from arp.intake.sheet import Workbook
    from arp.lake.lake import Lake

TargetUnits = Callable[[Mapping[str, str]], Mapping[str, Collection[str]]]
_PASSED_OVER = {plain(title) for title in EXPLAINING_SHEETS}


def understand_program(
    workbook: Workbook,
    sheets: Sequence[SectionSheet],
    *,
    lake: Lake | None,
    target_units: TargetUnits | None = None,
    whole: Collection[str] = (),
) -> Understanding:
    """The settings of a program workbook and the change that saving them makes.

    A sheet with a row is the whole of its section: what the lake has beside it goes. A blank
    sheet, or one that is not there, leaves its section as it is. Any fault refuses the whole.

    Args:
        workbook: as it was read.
        sheets: its sections, as recognized.
        lake: whose teams are known where the workbook lists none; None without any.
        target_units: gives the units of a target by indicator, from the units of those that the
            city adds; None leaves indicators and their targets unchecked.
        whole: names of sections that are whole even when they are blank.
    """
    rows: list[SettingRow] = []
    findings: list[Finding] = [*workbook.findings]
    for sheet in sheets:
        read, unread = rows_of(sheet)
        rows += read
        alone = not read and sheet.section.name not in whole
        findings += [*_about_sheet(sheet, left_alone=alone), *unread]
    findings += _other_sheets(workbook, sheets)
    sections = tuple(dict.fromkeys([*(row.section.name for row in rows), *whole]))
    held = _held_beside(sections, lake)
    findings += _faults(rows, held, target_units)
    findings += teams_still_named(rows, held) if "teams" in sections else []
    refused = _why_refused(sections, findings)
    return Understanding(
        file_name=workbook.file_name,
        feed=FEED,
        refused=refused,
        findings=tuple(findings),
        change=None if refused else _change(workbook, rows, sections),
    )


def _faults(
    rows: Sequence[SettingRow], held: Sequence[Held], target_units: TargetUnits | None
) -> list[Finding]:
    return [
        *checking.missing(rows),
        *checking.repeated(rows),
        *checking.reversed_dates(rows),
        *unknown_teams(rows, held),
        *checking.out_of_range(rows),
        *checking.unknown_time_zones(rows),
        *overlapping_shifts(rows),
        *([] if target_units is None else _about_indicators(rows, held, target_units)),
    ]


def _about_indicators(
    rows: Sequence[SettingRow], held: Sequence[Held], target_units: TargetUnits
) -> list[Finding]:
    declared = target_units({})
    typed = [row.values for row in rows if row.section.name == "indicators"]
    added = added_units([*typed, *of_section(held)], declared)
    return [*faulty_indicators(rows, declared), *unfit_targets(rows, target_units(added))]


def _held_beside(sections: Collection[str], lake: Lake | None) -> list[Held]:
    """The lake's settings of the sections that the workbook leaves alone."""
    snapshot = lake.snapshot() if lake else None
    if snapshot is None:
        return []
    stored = snapshot.read(SETTINGS.name, ["section", "value"]).to_pylist()
    return [
        (row["section"], json.loads(row["value"]))
        for row in stored
        if row["section"] not in sections
    ]


def _about_sheet(sheet: SectionSheet, *, left_alone: bool) -> list[Finding]:
    name = sheet.sheet.name
    found = [
        Finding(CATALOG["setting_column_not_used"], sheet=name, column=header)
        for header in sheet.unused
    ]
    if sheet.sheet.uncached_formulas:
        kind = CATALOG["uncalculated_settings"]
        found.append(Finding(kind, sheet=name, n=sheet.sheet.uncached_formulas))
    if left_alone:
        found.append(Finding(CATALOG["section_left_alone"], sheet=name))
    return found


def _other_sheets(workbook: Workbook, sheets: Sequence[SectionSheet]) -> list[Finding]:
    """Sheets that are neither a section nor one of those that only explain."""
    known = {sheet.sheet.name for sheet in sheets}
    return [
        Finding(CATALOG["other_sheet_not_used"], sheet=sheet.name)
        for sheet in workbook.sheets
        if sheet.name not in known and plain(sheet.name) not in _PASSED_OVER
    ]


def _why_refused(sections: Sequence[str], findings: Sequence[Finding]) -> Finding | None:
    faults = sum(finding.kind.severity is Severity.STOPS_UPLOAD for finding in findings)
    if faults:
        return Finding(CATALOG["program_workbook_faults"], n=faults)
    return None if sections else Finding(CATALOG["no_settings"])


def _change(workbook: Workbook, rows: Sequence[SettingRow], sections: tuple[str, ...]) -> Change:
    settings = settings_rows([row.setting for row in rows])
    return Change(
        kind="settings",
        feed=FEED,
        tables={SETTINGS.name: settings},
        tallies={SETTINGS.name: Tally(rows_read=settings.num_rows)},
        file_name=workbook.file_name,
        sha256=workbook.sha256,
        whole_sections=sections,
    )
