"""The city's own indicators: a name for a known one, or a whole formula that can be understood."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from arp.intake.program.reading import SettingRow
from arp.words.findings import Finding
from arp.words.settings import SECTIONS
from arp.words.written_formulas import COUNT, read_formula

_SECTION = "indicators"
_OF_ANY = ("indicator", "name", "hidden")  # what may be set of the app's own, too
_KEY = re.compile(r"[a-z][a-z0-9_]*")
_NEEDED = ("name", "question", "kind", "table", "matters", "better", "about")


def faulty_indicators(rows: Iterable[SettingRow], declared: Collection[str]) -> list[Finding]:
    """What is wrong with the indicators that are renamed, hidden or added.

    Args:
        rows: settings of every section; only indicators are looked at.
        declared: the keys of the app's own indicators.
    """
    return [
        finding
        for row in rows
        if row.section.name == _SECTION and row.values["indicator"] is not None
        for finding in (
            _of_declared(row) if row.values["indicator"] in declared else _of_added(row)
        )
    ]


def _of_declared(row: SettingRow) -> list[Finding]:
    key = row.values["indicator"]
    beyond = [name for name in row.values if name not in _OF_ANY and row.values[name] is not None]
    return [row.found("declared_indicator", name, key) for name in beyond[:1]]


def _of_added(row: SettingRow) -> list[Finding]:
    values = row.values
    if all(values[name] is None for name in values if name not in _OF_ANY):
        return [row.found("unknown_indicator", "indicator", values["indicator"])]
    findings = [
        row.found("missing_setting", name, "")
        for name in (*_NEEDED, *_measured(values))
        if values[name] is None and name not in row.unread
    ]
    if not _KEY.fullmatch(values["indicator"]):
        findings.append(row.found("unfit_key", "indicator", values["indicator"]))
    _, faults = read_formula(values)
    return findings + [row.found(one.finding, one.field, one.found, one.other) for one in faults]


def _measured(values: Mapping[str, Any]) -> tuple[str, ...]:
    """The cell that says what is measured, where the kind of formula has one."""
    return ("of",) if values["kind"] not in (None, COUNT) else ()


def of_section(held: Iterable[tuple[str, Mapping[str, Any]]]) -> list[Mapping[str, Any]]:
    """Of settings that stay as they are, those of indicators."""
    return [value for name, value in held if name == SECTIONS[_SECTION].name]
