"""A small made-up city as plain dicts: what the oracle and the property tests count again."""

from __future__ import annotations

import json
import random
from datetime import datetime, timedelta
from typing import Any

from arp.words.grammar import UNDATED

Row = dict[str, Any]

TEAMS = {  # team: mode, works with police, only follows up
    "CRT": ("in person", False, False),
    "CoR": ("in person", True, False),
    "CCD": ("phone", False, False),
    "CN": ("in person", False, True),
}
UNITS = {"CRT1": "CRT", "CRT2": "CRT", "COR1": "CoR", "CCD1": "CCD", "CN1": "CN"}
OTHERS = ("P1", "P2", "M1")
CALL_TYPES = ("Welfare", "Trespass", "Theft", None)
MAPPED_TYPES = ("Welfare", "Trespass")
RESULTS = ("engaged", "declined", "information only", "no contact", "canceled en route", None)
ENDS = ("stayed in the community", "hospital, voluntary", "jail", None)
TARGETS = {"Welfare": 30.0, None: 20.0}  # minutes by call type


def made_city(seed: int, calls_n: int) -> dict[str, list[Row]]:
    """The stored rows of every table: calls with most defects that real files have."""
    chance = random.Random(seed)
    city: dict[str, list[Row]] = {"calls": [], "unit_responses": [], "encounters": []}
    for number in range(calls_n):
        call = _call(chance, f"I{number:05}")
        city["calls"].append(call)
        units = _units(chance, call)
        city["unit_responses"] += units
        city["encounters"] += _encounters(chance, call, units)
    for number in range(calls_n // 10):
        city["encounters"].append(_alone(chance, f"A{number}"))
    for table, rows in city.items():
        clocks = ("started_at",) if table == "encounters" else ("received_at", "dispatched_at")
        for row in rows:
            known = next((row[clock] for clock in clocks if row.get(clock)), None)
            row |= {"feed": "cad", "upload_id": "u1"}
            row["month"] = f"{known:%Y-%m}" if known else UNDATED
    return city | {"settings": _settings()}


def _call(chance: random.Random, number: str) -> Row:
    received = datetime(2026, 1, 1) + timedelta(minutes=chance.randrange(150 * 24 * 60))
    if received.month == 3:  # nothing was uploaded for March
        received += timedelta(days=31)
    queued = received + timedelta(seconds=chance.randrange(20, 200))
    return {
        "incident_number": number,
        "call_type_initial": chance.choice(CALL_TYPES),
        "area": chance.choice(("North", "South", None)),
        "priority": chance.choice(("1", "2")),
        "origin": chance.choice(("911", "911", "911", "self-initiated", None)),
        "canceled": chance.choice((True, False, None, None)),
        "is_test": True if chance.random() < 0.02 else chance.choice((False, None)),
        "duplicate_of": "I00000" if chance.random() < 0.02 else None,
        "received_at": received if chance.random() < 0.97 else None,
        "queued_at": queued if chance.random() < 0.9 else None,
        "dispatched_at": queued + timedelta(minutes=1) if chance.random() < 0.9 else None,
        "on_scene_at": queued + timedelta(minutes=9) if chance.random() < 0.8 else None,
        "cleared_at": None,
    }


def _units(chance: random.Random, call: Row) -> list[Row]:
    rows = []
    start = call["received_at"] or datetime(2026, 2, 1)
    for unit in chance.sample((*UNITS, *OTHERS), k=chance.randrange(4)):
        dispatched = start + timedelta(seconds=chance.randrange(60, 1800))
        arrived = dispatched + timedelta(seconds=chance.randrange(60, 3000))
        if chance.random() < 0.05:
            arrived += timedelta(days=chance.choice((-1, 2)))  # a day mistaken
        rows.append(
            {
                "incident_number": call["incident_number"],
                "unit_id": unit,
                "dispatched_at": dispatched if chance.random() < 0.95 else None,
                "en_route_at": dispatched + timedelta(seconds=45),
                "on_scene_at": arrived if chance.random() < 0.8 else None,
                "cleared_at": arrived + timedelta(minutes=chance.randrange(5, 90)),
            }
        )
    return rows


def _encounters(chance: random.Random, call: Row, units: list[Row]) -> list[Row]:
    rows = []
    for unit in units:
        team = UNITS.get(unit["unit_id"])
        if team and chance.random() < 0.8:
            met = _alone(chance, f"{call['incident_number']}-{unit['unit_id']}")
            rows.append(met | {"incident_number": call["incident_number"], "team": team})
    return rows


def _alone(chance: random.Random, number: str) -> Row:
    started = datetime(2026, 1, 1) + timedelta(minutes=chance.randrange(59 * 24 * 60))
    return {
        "encounter_id": number,
        "incident_number": None,
        "team": chance.choice(tuple(TEAMS)),
        "started_at": started if chance.random() < 0.9 else None,
        "mode": chance.choice(("in person", None)),
        "contact_result": chance.choice(RESULTS),
        "contact_label": None,
        "destination": chance.choice(ENDS),
        "disposition_label": chance.choice(("Remained", "Hospital", "Unheard of", None)),
    }


def _settings() -> list[Row]:
    rows = [
        ("teams", team, {"team": team, "mode": mode, "works_with_police": police, "follows_up": up})
        for team, (mode, police, up) in TEAMS.items()
    ]
    rows += [("units", unit, {"unit": unit, "team": team}) for unit, team in UNITS.items()]
    rows += [("units", "P*", {"unit": "P*", "agency": "police"})]  # M1 is nobody's
    rows += [
        ("call_type_groups", name, {"call_type": name, "group": "Care"}) for name in MAPPED_TYPES
    ]
    rows += [
        (
            "targets",
            f"response_within_target\x1f{call_type}",
            {
                "indicator": "response_within_target",
                "call_type": call_type,
                "target": minutes,
                "unit": "minutes",
            },
        )
        for call_type, minutes in TARGETS.items()
    ]
    blank = {"valid_from": None, "valid_to": None}
    return [
        {"section": section, "name": name, "value": json.dumps(value), **blank}
        for section, name, value in rows
    ]
