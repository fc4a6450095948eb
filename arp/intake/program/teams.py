"""Teams: named anywhere only as they are listed, and listed as long as anything names them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from arp.intake.program.reading import SettingRow
from arp.words.catalog import CATALOG
from arp.words.findings import Finding
from arp.words.settings import SECTIONS

Held = tuple[str, Mapping[str, Any]]  # a section and the values of a setting that stays as it is
_TEAMS = SECTIONS["teams"]


def unknown_teams(rows: Sequence[SettingRow], held: Iterable[Held]) -> list[Finding]:
    """Teams named in a row that are listed neither in the workbook nor in what stays."""
    known = _listed(rows) | {value["team"] for name, value in held if name == _TEAMS.name}
    return [
        row.found("unknown_team", "team", team)
        for row in rows
        if row.section is not _TEAMS
        and (team := row.values.get("team")) is not None
        and team not in known
    ]


def teams_still_named(rows: Sequence[SettingRow], held: Iterable[Held]) -> list[Finding]:
    """Teams that the workbook's list lacks and that settings which stay as they are still name."""
    listed = _listed(rows)
    naming = {
        (value["team"], SECTIONS[name].title)
        for name, value in held
        if value.get("team") and value["team"] not in listed
    }
    return [
        Finding(CATALOG["team_still_named"], sheet=_TEAMS.title, found=team, other=section)
        for team, section in sorted(naming)
    ]


def _listed(rows: Iterable[SettingRow]) -> set[str]:
    return {row.values["team"] for row in rows if row.section is _TEAMS and row.values["team"]}
