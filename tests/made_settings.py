"""The settings of the made-up city: lists, shifts, units and areas that change over time."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

TEAMS = {  # team: mode, works with police, only follows up
    "CRT": ("in person", False, False),
    "CoR": ("in person", True, False),
    "CCD": ("phone", False, False),
    "CN": ("in person", False, True),
    "OUT": ("in person", False, False),  # on duty, but of no unit's work anybody knows
}
WEEK = "Monday; Tuesday; Wednesday; Thursday; Friday"
WEEKEND = "Saturday; Sunday"
NEW_ERA = date(2026, 1, 10)
EVE = date(2026, 1, 9)

Held = tuple[str, dict[str, Any], date | None, date | None]


def made_settings() -> list[dict[str, Any]]:
    """The stored rows."""
    entries = [*_program(), *_units(), *_eligibility(), *_schedule(), *_codes(), *_targets()]
    entries += _costs()
    return [
        {
            "section": section,
            "name": "\x1f".join(str(value.get(key) or "") for key in KEYS[section]),
            "value": json.dumps(value),
            "valid_from": since,
            "valid_to": until,
        }
        for section, value, since, until in entries
    ]


KEYS = {
    "program": ("program",),
    "teams": ("team",),
    "feeds": ("feed",),
    "units": ("unit",),
    "agencies": ("label",),
    "eligibility": ("team", "call_type"),
    "schedule": ("team", "area", "weekdays", "starts"),
    "holidays": ("day",),
    "areas": ("label",),
    "call_type_groups": ("call_type",),
    "priorities": ("priority",),
    "targets": ("indicator", "team", "priority", "call_type"),
    "costs": ("cost",),
}


def _ever(section: str, value: dict[str, Any]) -> Held:
    return section, value, None, None


def _program() -> list[Held]:
    return [
        _ever("program", {"program": "Made", "time_zone": "America/New_York"}),
        *(
            _ever("teams", {"team": t, "mode": m, "works_with_police": police, "follows_up": up})
            for t, (m, police, up) in TEAMS.items()
        ),
        _ever("feeds", {"feed": "cad", "scope": "all"}),
        _ever("feeds", {"feed": "sheet", "scope": "program"}),
        _ever("agencies", {"label": "EMS", "agency": "ems", "served_call_types": "Welfare; Noise"}),
        _ever("agencies", {"label": "PD", "agency": "police"}),  # of fire nobody says
    ]


def _units() -> list[Held]:
    return [
        _ever("units", {"unit": "CRT*", "team": "CRT", "agency": "program"}),
        _ever("units", {"unit": "CRT3", "team": "CoR", "agency": "program"}),
        _ever("units", {"unit": "COR1", "team": "CoR", "agency": "program"}),
        _ever("units", {"unit": "CCD?", "team": "CCD", "agency": "program"}),
        _ever("units", {"unit": "CN1", "team": "CN", "agency": "program"}),
        _ever("units", {"unit": "P*", "agency": "police"}),
        ("units", {"unit": "X1", "team": "CRT"}, None, None),
        ("units", {"unit": "X1", "agency": "police"}, NEW_ERA, None),
    ]


def _eligibility() -> list[Held]:
    def line(team: str, call_type: str, **conditions: str) -> dict[str, Any]:
        return {"team": team, "call_type": call_type, **conditions}

    return [
        _ever("eligibility", line("CRT", "Welfare", not_with="weapon; violence")),
        _ever("eligibility", line("CCD", "Welfare", not_with="medical")),
        _ever("eligibility", line("CoR", "Welfare", priorities="1; 2")),
        ("eligibility", line("CRT", "Trespass"), NEW_ERA, None),
        ("eligibility", line("CCD", "Trespass", priorities="3"), None, EVE),
        _ever("eligibility", line("OUT", "Noise")),
        _ever("eligibility", line("CRT", "Noise", not_with="weapon")),
    ]


def _schedule() -> list[Held]:
    def shift(team: str, days: str, hours: str, units: int, **more: Any) -> dict[str, Any]:
        starts, ends = hours.split("–")
        said = {"team": team, "area": None, "weekdays": days, "starts": starts, "ends": ends}
        return said | {"units": units, **more}

    return [
        ("schedule", shift("CRT", WEEK, "07:00–19:00", 1, area="North"), None, EVE),
        ("schedule", shift("CRT", WEEKEND, "20:00–04:00", 1, area="North"), None, EVE),
        ("schedule", shift("CRT", f"{WEEK}; {WEEKEND}", "06:00–18:00", 2), NEW_ERA, None),
        ("schedule", shift("CRT", f"{WEEK}; {WEEKEND}", "12:00–00:00", 1), NEW_ERA, None),
        ("schedule", shift("CoR", WEEK, "08:00–20:00", 1, area="Old town"), None, None),
        ("schedule", shift("CoR", WEEKEND, "22:00–02:00", 1, holidays=False), None, None),
        ("schedule", shift("CCD", f"{WEEK}; {WEEKEND}", "09:00–01:30", 1), None, None),
        ("schedule", shift("OUT", WEEK, "10:00–16:00", 1, area="North"), None, None),
    ]


def _codes() -> list[Held]:
    holidays = ("2025-11-01", "2026-01-01", "2026-01-17")
    return [
        *(_ever("holidays", {"day": day, "holiday": "A holiday"}) for day in holidays),
        _ever("areas", {"label": "South", "area": "Old town", "in_jurisdiction": True}),
        _ever("areas", {"label": "S", "area": "Old town"}),
        _ever("areas", {"label": "Yonder", "in_jurisdiction": False}),
        _ever("call_type_groups", {"call_type": "Welfare", "group": "Care"}),
        _ever("priorities", {"priority": "1", "is_top": True}),
        _ever("priorities", {"priority": "2", "is_top": False}),
        ("priorities", {"priority": "3", "is_top": True}, NEW_ERA, None),
    ]


def _targets() -> list[Held]:
    def target(minutes: float, **of: str) -> dict[str, Any]:
        said = {"indicator": "response_within_target", "target": minutes, "unit": "minutes"}
        return said | of

    return [
        _ever("targets", target(20)),
        _ever("targets", target(30, call_type="Welfare")),
        _ever("targets", target(12, call_type="Welfare", priority="1")),
        ("targets", target(25, team="CoR"), NEW_ERA, None),
        _ever("targets", {"indicator": "eligible_capture", "target": 0.6, "unit": "share"}),
    ]


def _costs() -> list[Held]:
    """The price of an hour of police went up; that of a booking is left out."""
    police = {"cost": "Police officer, loaded", "per": "hour"}
    return [
        ("costs", police | {"amount": 60}, None, EVE),
        ("costs", police | {"amount": 85}, NEW_ERA, None),
        _ever("costs", {"cost": "Emergency department visit", "amount": 1200, "per": "visit"}),
        _ever("costs", {"cost": "Jail booking", "amount": 0, "per": "booking"}),
    ]
