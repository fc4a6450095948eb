"""Targets: each for an indicator that there is, in the unit in which it is measured."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from arp.intake.program.reading import SettingRow
from arp.words.findings import Finding

SHARE = "share"


def unfit_targets(
    rows: Iterable[SettingRow], units: Mapping[str, Collection[str]]
) -> list[Finding]:
    """Targets for unknown indicators, in units that do not fit, and shares beyond 0 to 1.

    Args:
        rows: settings of every section; only targets are looked at.
        units: the units in which a target may be set, by indicator.
    """
    return [
        finding
        for row in rows
        if row.section.name == "targets" and row.values["indicator"] is not None
        for finding in _about(row, units.get(row.values["indicator"]))
    ]


def _about(row: SettingRow, fitting: Collection[str] | None) -> list[Finding]:
    unit = row.values["unit"]
    if fitting is None:
        return [row.found("unknown_indicator", "indicator", row.values["indicator"])]
    if unit is not None and unit not in fitting:
        return [row.found("unfit_unit", "unit", unit, " or ".join(fitting))]
    if unit != SHARE:
        return []
    return [
        row.found("setting_out_of_range", name, f"{value:g}", "between 0 and 1")
        for name in ("target", "at_least")
        if (value := row.values[name]) is not None and not 0 <= value <= 1
    ]
